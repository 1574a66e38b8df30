public import Bitext
internal import ICU

/// Tells a text's language by its script, and where several languages use that by the letters that follow each other.
public struct LanguageIdentifier: Sendable {
    /// What the identifier makes of a text.
    public struct Guess: Hashable, Sendable {
        /// The likeliest language.
        public let language: Language
        /// The share of words that are small words of the language (`Resources/function-words.tsv`), or of letters in its
        /// script where only one language is known that uses it; 0 to 1. Low for lists of names, whatever their language.
        public let strength: Double
        /// How much likelier it is than the second language, 0 (level) to 1 (beyond doubt).
        public let lead: Double
    }

    /// The identifier; its tables are read once.
    public static let shared = LanguageIdentifier()

    /// How much of a text is read, in characters.
    private static let most = 20_000

    private let smallWords: [String: Set<String>]
    private let codes: [String]
    /// By the hash of a small word's bytes, where `ownerNumbers` has the languages that have it.
    private let owners: HashTable<Range<Int>>
    /// Numbers of languages among `codes`.
    private let ownerNumbers: [Int]
    private let onlyLanguage: [String: Language]
    /// By language, those whose texts may be taken for it.
    private let lookAlikes: [String: Set<String>]
    /// By language, the first that its texts may be taken for.
    private let standIns: [String: Language]

    private init() {
        smallWords = Dictionary(
            ResourceTable.rows(PackageResources.function_words_tsv, columns: 2).map { row in
                (row[0], Set(row[1].split(separator: " ").map(String.init)))
            }, uniquingKeysWith: { first, _ in first })
        codes = smallWords.keys.sorted()
        var owners: [UInt64: [Int]] = [:]
        for (number, code) in codes.enumerated() {
            for word in smallWords[code] ?? [] { owners[ByteHash.of(word.utf8), default: []].append(number) }
        }
        var places = HashTable<Range<Int>>()
        var numbers: [Int] = []
        for (hash, own) in owners {
            places.set(hash, to: numbers.count..<numbers.count + own.count)
            numbers += own
        }
        self.owners = places
        ownerNumbers = numbers
        onlyLanguage = Dictionary(
            [
                "ko", "th", "el", "he", "ka", "hy", "bn", "ta", "te", "ml", "kn", "gu", "pa", "my", "km", "lo", "am",
                "si",
            ]
            .compactMap { tag in LocaleData.likelyScript(tag).map { ($0, Language(tag)) } },
            uniquingKeysWith: { first, _ in first })
        let alike = ResourceTable.rows(PackageResources.look_alikes_tsv, columns: 2).map { row in
            (language: row[0], others: row[1].split(separator: " ").map(String.init))
        }
        lookAlikes = Dictionary(
            alike.map { ($0.language, Set($0.others)) }, uniquingKeysWith: { first, _ in first })
        standIns = Dictionary(
            alike.flatMap { row in row.others.map { ($0, Language(row.language)) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether a text in one language may be taken for another (`Resources/look-alikes.tsv`): Malay for Indonesian.
    public func mayMistake(_ language: Language, for other: Language) -> Bool {
        lookAlikes[other.code]?.contains(language.code) ?? false
    }

    /// The language of a text.
    /// - Parameter text: some words tell more than one; the first 20,000 characters are read.
    /// - Returns: `nil` when it cannot be told: too short, no letters, languages that are too much alike.
    public func identify(_ text: some StringProtocol) -> Guess? {
        let text = LanguageIdentifier.beginning(text)
        var counts: [WritingSystem: Int] = [:]
        var letters = 0
        for scalar in text.unicodeScalars where scalar.isLetter {
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
        guard let found = LanguageGrams.shared.identify(text, script: script.name) else { return nil }
        return Guess(language: found.language, strength: strength(text, found.language), lead: found.lead)
    }

    /// Whether texts in a language can be told by their letters.
    public func knows(_ language: Language) -> Bool {
        smallWords[language.tableCode] != nil || LanguageGrams.shared.knows(language)
    }

    /// How much likelier a word is in a language than in another that uses the same script, in nats; below 0 where it is
    /// likelier in the other.
    /// - Returns: `nil` where either is unknown; a language that another is taken for stands for it.
    public func preference(_ word: some StringProtocol, for language: Language, over other: Language) -> Double? {
        LanguageGrams.shared.preference(word, for: known(language), over: known(other))
    }

    /// A language whose letters are known, in the script that it is written in: Croatian for Serbian in Latin letters.
    private func known(_ language: Language) -> Language {
        LanguageGrams.shared.knows(language) ? language : standIns[language.code] ?? language
    }

    /// Whether a share of the text's words are small words of one language that is not the given one: a text without is
    /// hardly in another, and this is told in a tenth of the time that `identify` takes.
    /// - Parameter outnumbering: whether they must be more than those of the given language.
    public func hasSmallWords(
        _ text: some StringProtocol, leastShare: Double, otherThan language: Language, outnumbering: Bool = false
    ) -> Bool {
        let tokens = String(LanguageIdentifier.beginning(text)).textWords()
        var counts = [Int](repeating: 0, count: codes.count)
        for token in tokens {
            guard let own = owners[ByteHash.ofLowercase(token.text)] else { continue }
            for place in own { counts[ownerNumbers[place]] += 1 }
        }
        let own = codes.firstIndex(of: language.tableCode)
        let most = counts.indices.reduce(0) { $1 == own ? $0 : max($0, counts[$1]) }
        if outnumbering, let own, most <= counts[own] { return false }
        return Double(most) >= leastShare * Double(tokens.count)
    }

    /// What is read of a text.
    private static func beginning<Text: StringProtocol>(_ text: Text) -> Text.SubSequence {
        text.utf8.count > most ? text.prefix(most) : text[...]
    }

    /// The share of a text's words that are small words of a language; 0 for one whose small words are not known.
    public func smallWordShare(_ text: some StringProtocol, of language: Language) -> Double {
        strength(LanguageIdentifier.beginning(text), language)
    }

    private func strength(_ text: some StringProtocol, _ language: Language) -> Double {
        guard let small = smallWords[language.tag] ?? smallWords[language.tableCode] else { return 0 }
        let tokens = text.lowercased().textWords()
        guard !tokens.isEmpty else { return 0 }
        return Double(tokens.count { small.contains(String($0.text)) }) / Double(tokens.count)
    }
}
