public import Bitext
internal import ICU

/// Tells a text's language by its script and its small words (`Resources/function-words.tsv`).
public struct LanguageIdentifier: Sendable {
    /// What the identifier makes of a text.
    public struct Guess: Hashable, Sendable {
        /// The likeliest language.
        public let language: Language
        /// The share of words that are small words of the language, or of letters in its script where only one
        /// language is known that uses it; 0 to 1.
        public let strength: Double
        /// How far the second language is behind, 0 (level) to 1 (nowhere).
        public let lead: Double
    }

    /// The identifier; its table is read once.
    public static let shared = LanguageIdentifier()

    /// The languages by script, and for each small word the numbers of its languages among them.
    private let languages: [String: [Language]]
    private let owners: [String: [String: [Int]]]
    private let onlyLanguage: [String: Language]

    private init() {
        var languages: [String: [Language]] = [:]
        var owners: [String: [String: [Int]]] = [:]
        for row in ResourceTable.rows(PackageResources.function_words_tsv, columns: 2) {
            let script = LocaleData.likelyScript(row[0]) ?? "Latn"
            let number = languages[script, default: []].count
            languages[script, default: []].append(Language(row[0]))
            for word in Set(row[1].split(separator: " ").map(String.init)) {
                owners[script, default: [:]][word, default: []].append(number)
            }
        }
        self.languages = languages
        self.owners = owners
        onlyLanguage = Dictionary(
            [
                "ko", "th", "el", "he", "ka", "hy", "bn", "ta", "te", "ml", "kn", "gu", "pa", "my", "km", "lo", "am",
                "si",
            ]
            .compactMap { tag in LocaleData.likelyScript(tag).map { ($0, Language(tag)) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The language of a text.
    /// - Parameter text: a few sentences tell more than one; the first 20,000 characters are read.
    /// - Returns: `nil` when it cannot be told: too short, no letters, no known words.
    public func identify(_ text: some StringProtocol) -> Guess? {
        var counts: [WritingSystem: Int] = [:]
        var letters = 0
        for scalar in text.unicodeScalars.prefix(20_000) where scalar.isLetter {
            counts[scalar.script, default: 0] += 1
            letters += 1
        }
        guard letters >= 2 else { return nil }
        let kana = (counts[.hiragana] ?? 0) + (counts[.katakana] ?? 0)
        if kana * 10 >= letters { return Guess(language: Language("ja"), strength: 1, lead: 1) }
        guard let (script, count) = counts.max(by: { ($0.value, $0.key.name) < ($1.value, $1.key.name) }) else {
            return nil
        }
        if script == .han { return letters >= 4 ? Guess(language: Language("zh"), strength: 1, lead: 1) : nil }
        let share = Double(count) / Double(letters)
        let single = script == .hangul ? Language("ko") : onlyLanguage[script.name]
        if let single { return Guess(language: single, strength: share, lead: share) }
        return byWords(text, script: script.name)
    }

    private func byWords(_ text: some StringProtocol, script: String) -> Guess? {
        let tokens = text.prefix(20_000).lowercased().split { !$0.isWordLetter }.map(String.init)
        guard tokens.count >= 3 else { return nil }
        guard let languages = languages[script], let owners = owners[script] else { return nil }
        var hits = [Int](repeating: 0, count: languages.count)
        for token in tokens { for number in owners[token] ?? [] { hits[number] += 1 } }
        let scores = zip(languages, hits).map { (language: $0, hits: $1) }
            .sorted { ($0.hits, $1.language.tag) > ($1.hits, $0.language.tag) }
        guard let best = scores.first, best.hits >= 2 else { return nil }
        let second = scores.dropFirst().first?.hits ?? 0
        return Guess(
            language: best.language, strength: Double(best.hits) / Double(tokens.count),
            lead: Double(best.hits - second) / Double(best.hits))
    }
}

/// The scripts that a text is written in.
public enum Scripts {
    /// The ISO 15924 name of the script that most letters of a text belong to, and their share; `nil` without letters.
    public static func main(_ text: some StringProtocol) -> (name: String, share: Double)? {
        var counts: [WritingSystem: Int] = [:]
        var letters = 0
        for scalar in text.unicodeScalars where scalar.isLetter && !scalar.script.isShared {
            counts[scalar.script, default: 0] += 1
            letters += 1
        }
        guard let top = counts.max(by: { ($0.value, $0.key.name) < ($1.value, $1.key.name) }) else { return nil }
        return (top.key.name, Double(top.value) / Double(letters))
    }

    /// Whether a language is written in a script, by CLDR's likely subtags; Japanese and Korean use several.
    public static func uses(_ language: Language, script: String) -> Bool {
        switch (language.code, script) {
        case ("ja", "Hira"), ("ja", "Kana"), ("ja", "Hani"), ("ko", "Hang"), ("ko", "Hani"), ("zh", "Hani"),
            ("yue", "Hani"):
            return true
        case ("sr", "Latn"), ("sr", "Cyrl"), ("uz", "Latn"), ("uz", "Cyrl"), ("az", "Latn"), ("az", "Cyrl"): return true
        default:
            if let named = language.script {
                return named == script
            }
            return LocaleData.likelyScript(language.code) == script
        }
    }
}
