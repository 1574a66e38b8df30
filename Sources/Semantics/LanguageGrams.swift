internal import Bitext
internal import ICU

/// Tells the languages of one script apart by runs of one to four letters (`Resources/language-grams.tsv`): naive Bayes,
/// runs that a language's list lacks counting as rare.
struct LanguageGrams: Sendable {
    /// A language's cost of a run, −2 ln of its share.
    private struct Posting {
        let language: UInt8
        let gain: UInt8
    }

    /// What a run costs that is not among a language's most frequent.
    private static let rare = 22
    /// Runs overlap, so their evidence is worth less than its sum: from sentences of known languages.
    private static let evidencePerNat = 0.075
    /// The least certainty that counts as telling.
    private static let leastCertainty = 0.8

    /// The languages, by number.
    private let languages: [Language]
    /// The numbers of each script's languages.
    private let byScript: [String: [Int]]
    private let postings: HashTable<[Posting]>

    /// The table; read once.
    static let shared = LanguageGrams()

    private init() {
        var languages: [Language] = []
        var byScript: [String: [Int]] = [:]
        var postings: [UInt64: [Posting]] = [:]
        for row in ResourceTable.rows(PackageResources.language_grams_tsv) {
            guard let tag = row.first else { continue }
            byScript[LocaleData.likelyScript(tag) ?? "Latn", default: []].append(languages.count)
            for field in row.dropFirst() {
                // By scalars: a space and a vowel sign behind it are one character.
                let parts = field.unicodeScalars.split(separator: " ")
                guard let cost = parts.first.flatMap({ Int(String($0)) }), cost < LanguageGrams.rare else { continue }
                for run in parts.dropFirst() {
                    var key: UInt64 = 0
                    for scalar in run { key = LanguageGrams.key(key, scalar) }
                    postings[key, default: []].append(
                        Posting(language: UInt8(languages.count), gain: UInt8(LanguageGrams.rare - cost)))
                }
            }
            languages.append(Language(tag))
        }
        self.languages = languages
        self.byScript = byScript
        var table = HashTable<[Posting]>()
        for (key, postings) in postings { table.set(key, to: postings) }
        self.postings = table
    }

    /// The run with one more letter behind it: sixteen bits a letter, which those of all the table's scripts fit in.
    private static func key(_ run: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
        run << 16 | UInt64(truncatingIfNeeded: scalar.value & 0xFFFF)
    }

    /// The likeliest language of a text in a script, and how much likelier it is than the next: 0 (level) to 1.
    /// - Returns: `nil` where they cannot be told apart.
    func identify(_ text: some StringProtocol, script: String) -> (language: Language, lead: Double)? {
        guard let candidates = byScript[script] else { return nil }
        var gains = [Int](repeating: 0, count: languages.count)
        var word: [Unicode.Scalar] = []
        for character in compatibilityComposed(text.lowercased()) {
            if character.isWordLetter {
                word.append(contentsOf: character.unicodeScalars)
            } else if !word.isEmpty {
                add(word, to: &gains)
                word = []
            }
        }
        if !word.isEmpty { add(word, to: &gains) }
        var (best, next) = (-1, 0)
        for candidate in candidates {
            if best < 0 || gains[candidate] > gains[best] {
                next = best < 0 ? 0 : gains[best]
                best = candidate
            } else {
                next = max(next, gains[candidate])
            }
        }
        guard best >= 0, gains[best] > 0 else { return nil }
        let certainty = logistic(LanguageGrams.evidencePerNat * Double(gains[best] - next) / 2)
        return certainty >= LanguageGrams.leastCertainty ? (languages[best], 2 * certainty - 1) : nil
    }

    /// Whether the table has a language in the script that its tag names.
    func knows(_ language: Language) -> Bool { number(language) != nil }

    private func number(_ language: Language) -> Int? {
        languages.firstIndex { known in
            known.code == language.code
                && (language.script.map { $0 == LocaleData.likelyScript(known.tag) } ?? true)
        }
    }

    /// How much likelier a word is in a language than in another, in nats; below 0 where it is likelier in the other.
    /// - Returns: `nil` where the table lacks either.
    func preference(_ word: some StringProtocol, for language: Language, over other: Language) -> Double? {
        guard let one = number(language), let two = number(other) else { return nil }
        var gains = [Int](repeating: 0, count: languages.count)
        add(Array(compatibilityComposed(word.lowercased()).unicodeScalars), to: &gains)
        return LanguageGrams.evidencePerNat * Double(gains[one] - gains[two])
    }

    private func add(_ word: [Unicode.Scalar], to gains: inout [Int]) {
        let letters = ["_"] + word + ["_"]
        for start in letters.indices {
            var key: UInt64 = 0
            for end in start..<min(start + 4, letters.count) {
                key = LanguageGrams.key(key, letters[end])
                guard let postings = postings[key] else { continue }
                for posting in postings { gains[Int(posting.language)] += Int(posting.gain) }
            }
        }
    }
}
