internal import Semantics

/// How much of a side's information nothing on the other side answers to, by the odds of each word (`PairMatch.Unit.missing`).
struct Coverage {
    /// The share of the information whose counterpart is missing, by what is likely, 0 to 1.
    private(set) var lack = 0.0
    /// How surely the counterpart of one stretch is missing, in nats, words that have theirs counted against it.
    private(set) var heaviestRun = 0.0
    /// The words of that stretch, by their numbers.
    private(set) var run = 0..<0
    /// The share of the information that the stretch holds, 0 to 1.
    private(set) var runShare = 0.0
    /// How surely the counterpart of a single word is missing, in nats, times how much it tells: the most of all words.
    private(set) var heaviestWord = 0.0

    /// How much likelier than not it must be that a word's counterpart is missing, in nats.
    private static let doubt: Float = 0.5
    /// Words that tell less than this, such as articles, count less for a stretch, and against it.
    private static let full: Float = 2
    /// How much likelier than not a name or fact that the other side has, too, is to be there, in nats.
    private static let certainty: Float = 4
    /// Words that tell less say nothing alone.
    private static let telling: Float = 1.5

    /// - Parameter answered: by number of a word, how surely the other side has the name or fact that it is, 0 to 1.
    init(_ words: [PairMatch.Unit], answered: [Int: Float]) {
        var weight: Float = 0
        var start = 0
        var all: Float = 1
        for (index, word) in words.enumerated() {
            all += word.weight
            let missing = min(word.missing, answered[index].map { -Coverage.certainty * $0 } ?? .infinity)
            if weight <= 0 { start = index }
            weight = max(0, weight + (missing - Coverage.doubt) * min(1, word.weight / Coverage.full))
            if Double(weight) > heaviestRun {
                heaviestRun = Double(weight)
                run = start..<index + 1
            }
            lack += Double(word.weight) * logistic(Double(missing))
            if word.weight >= Coverage.telling {
                heaviestWord = max(heaviestWord, Double(word.weight * missing))
            }
        }
        lack /= Double(all)
        runShare = Double(words[run].reduce(0) { $0 + $1.weight } / all)
    }
}
