public import Bitext
internal import ICU

/// The scripts that a text is written in.
public enum Scripts {
    /// The ISO 15924 name of the script that most letters of a text belong to, and their share; `nil` without letters.
    public static func main(_ text: some StringProtocol) -> (name: String, share: Double)? {
        var counts: [WritingSystem: Int] = [:]
        var letters = 0
        // Letters of one script stand together: a stretch of them is counted at once.
        var stretch = (script: WritingSystem.latin, count: 0)
        for scalar in text.unicodeScalars where scalar.isLetter {
            let script = scalar.script
            guard !script.isShared else { continue }
            if script != stretch.script {
                counts[stretch.script, default: 0] += stretch.count
                stretch = (script, 0)
            }
            stretch.count += 1
            letters += 1
        }
        counts[stretch.script, default: 0] += stretch.count
        guard letters > 0, let top = counts.max(by: { ($0.value, $0.key.name) < ($1.value, $1.key.name) }) else {
            return nil
        }
        return (top.key.name, Double(top.value) / Double(letters))
    }

    /// Whether a language is written in a script, by CLDR's likely subtags; Japanese and Korean use several.
    public static func uses(_ language: Language, script: String) -> Bool {
        switch (language.code, script) {
        case ("ja", "Hira"), ("ja", "Kana"), ("ja", "Hani"), ("ko", "Hang"), ("ko", "Hani"), ("zh", "Hani"),
            ("yue", "Hani"):
            return true
        case ("sr", "Latn"), ("sr", "Cyrl"), ("uz", "Latn"), ("uz", "Cyrl"), ("az", "Latn"), ("az", "Cyrl"),
            ("bs", "Cyrl"), ("bs", "Latn"):
            return true
        default:
            if let named = language.script {
                return named == script
            }
            return LocaleData.likelyScript(language.code) == script
        }
    }

    /// Letters in a row in a script that a language does not use, with the script's ISO 15924 name, in order; marks belong
    /// to the letters before them. None for languages whose script is not known.
    public static func foreignRuns(_ text: String, to language: Language) -> [(range: TextRange, script: String)] {
        guard language != .undetermined, language.script ?? LocaleData.likelyScript(language.code) != nil else {
            return []
        }
        var runs: [(range: TextRange, script: String)] = []
        var known: (script: WritingSystem, isOwn: Bool)?
        var position = 0
        var open: (start: Int, script: WritingSystem)?
        func close() {
            if let run = open { runs.append((TextRange(run.start, position), run.script.name)) }
            open = nil
        }
        for scalar in text.unicodeScalars {
            let script = scalar.script
            if script.isShared {
                if open != nil, script.name != Scripts.marks { close() }
            } else {
                if known?.script != script { known = (script, uses(language, script: script.name)) }
                let isOwn = known?.isOwn == true
                if isOwn || open?.script != script { close() }
                if !isOwn, open == nil { open = (position, script) }
            }
            position += scalar.utf8.count
        }
        close()
        return runs
    }

    /// The script of marks that take on that of the letter before them.
    private static let marks = "Zinh"
}
