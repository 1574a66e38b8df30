public import Bitext

/// Learns a lexicon from texts and their translations.
public final class LexiconLearner {
    private let source: Language
    private let target: Language
    private let words: WordVectors
    /// The words that were met, by key.
    private var numbers: [String: Int] = [:]
    private var keys: [String] = []
    private var pairs: [LexicalModel.Pair] = []
    private var cooccurrences = 0

    /// How many pairs of texts were learnt from.
    public var count: Int { pairs.count }
    /// How many pairs of texts were left out, for there were enough, or for being no sentences.
    public private(set) var leftOut = 0

    /// More pairs of words do not fit the memory of a small machine: where each is another, they take 40 bytes.
    private static let mostCooccurrences = 20_000_000
    /// Texts of more words are no sentences.
    private static let mostWords = 150
    /// Entries that are less likely, either way, are not worth their line.
    private static let leastProbability: Float = 0.02

    /// Makes a learner for a pair of languages.
    public init(_ vocabulary: PieceVocabulary, source: Language, target: Language) {
        self.source = source
        self.target = target
        words = WordVectors(vocabulary)
    }

    /// Adds a text and its translation.
    public func add(_ source: String, _ target: String) {
        let (here, there) = (numbers(of: source), numbers(of: target))
        let count = here.count * there.count
        guard count > 0 else { return }
        guard here.count <= LexiconLearner.mostWords, there.count <= LexiconLearner.mostWords,
            cooccurrences + count <= LexiconLearner.mostCooccurrences
        else {
            leftOut += 1
            return
        }
        cooccurrences += count
        pairs.append((here, there))
    }

    /// The lexicon of all that was added.
    public func lexicon() -> Lexicon {
        let entries = LexicalModel.learnt(from: pairs).compactMap { entry -> Lexicon.Entry? in
            guard min(entry.forward, entry.backward) >= LexiconLearner.leastProbability else { return nil }
            return Lexicon.Entry(
                source: keys[entry.source], target: keys[entry.target], forward: Double(entry.forward),
                backward: Double(entry.backward))
        }
        return Lexicon(source: source, target: target, entries: entries)
    }

    /// The words of a text by number, each once.
    private func numbers(of text: String) -> [Int] {
        var found: Set<Int> = []
        for placed in words.placed(text) {
            guard let key = LexicalSupport.key(String(text.slice(placed.range))) else { continue }
            let number = numbers[key] ?? keys.count
            if number == keys.count {
                numbers[key] = number
                keys.append(key)
            }
            found.insert(number)
        }
        return found.sorted()
    }
}
