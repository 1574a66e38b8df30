public import Bitext
internal import ICU

extension Scripts {
    /// A language with the script that a text of it is written in, where CLDR has its names in that script beside the usual
    /// one: `sr-Latn` for Serbian in Latin letters, `zh-Hant` for Chinese in traditional characters. Any other language, and
    /// one that names a script, as it is.
    /// - Parameter text: its first 2,000 characters are read.
    public static func written(_ language: Language, in text: some StringProtocol) -> Language {
        guard language.script == nil else { return language }
        let others = LocaleData.otherScripts(language.code)
        // Hindi in Latin letters, which CLDR has names in, is hardly ever written: such a text is in another language.
        guard !others.isEmpty, language.code != "hi" else { return language }
        let beginning = text.prefix(2000)
        let isHan = !others.isDisjoint(with: ["Hant", "Hans"])
        let script = isHan ? HanForms.shared.script(beginning) : main(beginning)?.name
        guard let script, others.contains(script), script != LocaleData.likelyScript(language.tag) else {
            return language
        }
        return Language(language.code + "-" + script + language.tag.dropFirst(language.code.count))
    }
}

/// The Chinese characters that only one of the traditional and the simplified script uses, by ICU's transforms between them.
private struct HanForms: Sendable {
    private var traditional: Set<Unicode.Scalar> = []
    private var simplified: Set<Unicode.Scalar> = []

    static let shared = HanForms()

    private init() {
        let ideographs = (0x4E00...0x9FFF).compactMap { Unicode.Scalar($0 as Int) }
        traditional = HanForms.changed(ideographs, by: "Hant-Hans")
        simplified = HanForms.changed(ideographs, by: "Hans-Hant")
    }

    /// The characters that a transform replaces; none where ICU has no such transform.
    private static func changed(_ characters: [Unicode.Scalar], by transform: String) -> Set<Unicode.Scalar> {
        guard let transform = try? Transliterator(transform) else { return [] }
        // A line each, so that no word is seen.
        let lines = transform.rewrite(characters.map(String.init).joined(separator: "\n"))
            .unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == characters.count else { return [] }
        return Set(zip(characters, lines).lazy.filter { $1.count != 1 || $1.first != $0 }.map(\.0))
    }

    /// `Hant` or `Hans`, whichever has more of its characters in a text; `nil` for neither.
    func script(_ text: some StringProtocol) -> String? {
        var lead = 0
        for scalar in text.unicodeScalars where scalar.value >= 0x4E00 {
            if traditional.contains(scalar) { lead += 1 } else if simplified.contains(scalar) { lead -= 1 }
        }
        return lead == 0 ? nil : lead > 0 ? "Hant" : "Hans"
    }
}
