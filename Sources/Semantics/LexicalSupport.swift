public import Bitext
internal import ICU

/// What lexicons say of pairs of words, for one pair of languages.
public struct LexicalSupport: Sendable {
    /// By the source's word, how strongly words of the target answer to it, 0 to 1.
    private let answers: [String: [String: Float]]

    /// Reads entries for a pair of languages; `nil` where none is of use.
    ///
    /// Only entries of single words count: a text is matched word by word.
    public init?(_ entries: some Sequence<Lexicon.Entry>) {
        var answers: [String: [String: Float]] = [:]
        for entry in entries {
            let strength = Float(entry.strength)
            guard let one = LexicalSupport.key(entry.source), let other = LexicalSupport.key(entry.target),
                strength > answers[one]?[other] ?? 0
            else { continue }
            answers[one, default: [:]][other] = strength
        }
        guard !answers.isEmpty else { return nil }
        self.answers = answers
    }

    /// The words that answer to a word of the source, and how strongly, 0 to 1, by their keys; `nil` for a word that no
    /// lexicon holds.
    func answers(to source: String) -> [String: Float]? { answers[source] }

    /// A word as it is looked up: case, width and the marks around it do not count; `nil` for several words, and for none.
    static func key(_ word: String) -> String? {
        let bare = word.drop { !$0.isWordLetter }
        let letters = bare.prefix { $0.isWordLetter }
        guard !letters.isEmpty, bare.dropFirst(letters.count).allSatisfy({ !$0.isWordLetter }) else { return nil }
        return foldedForComparison(String(letters))
    }

    /// How alike words of a strength count at least: that of words which answer to each other, on the whole.
    static func likeness(of strength: Float) -> Float { 0.35 + 0.6 * strength }

    /// For the distinct words of some texts, the words of others that answer to them, and how strongly, 0 to 1.
    func answers(
        from source: (texts: [String], words: WordVectors), to target: (texts: [String], words: WordVectors)
    ) -> [Int: [(word: Int, strength: Float)]] {
        let there = LexicalSupport.numbers(target.texts, target.words)
        var found: [Int: [(word: Int, strength: Float)]] = [:]
        for (key, numbers) in LexicalSupport.numbers(source.texts, source.words) {
            let strengths = (answers[key] ?? [:]).flatMap { other, strength in
                (there[other] ?? []).map { (word: $0, strength: strength) }
            }
            for number in numbers where !strengths.isEmpty { found[number, default: []] += strengths }
        }
        // In order, so that sums come out the same in each run.
        return found.mapValues { $0.sorted { ($0.word, $0.strength) < ($1.word, $1.strength) } }
    }

    /// The distinct words of some texts, by key.
    private static func numbers(_ texts: [String], _ words: WordVectors) -> [String: Set<Int>] {
        var numbers: [String: Set<Int>] = [:]
        for text in texts {
            for placed in words.placed(text) {
                guard let key = key(String(text.slice(placed.range))) else { continue }
                numbers[key, default: []].insert(placed.word.word)
            }
        }
        return numbers
    }
}
