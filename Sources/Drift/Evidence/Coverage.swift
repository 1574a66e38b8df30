internal import Semantics

/// How much of a side's information nothing on the other side answers to.
struct Coverage {
    /// The share of the information that lacks support, 0 to 1.
    private(set) var lack = 0.0
    /// The most information that lacks support in one stretch, supported words within it counted against it.
    private(set) var heaviestRun = 0.0
    /// The words of that stretch, by their numbers.
    private(set) var run = 0..<0
    /// The share of the information that the stretch holds, 0 to 1.
    private(set) var runShare = 0.0
    /// The most information that a single word lacks support for.
    private(set) var heaviestWord = 0.0

    /// A word whose best counterpart is less alike than this lacks support.
    private static let enough: Float = 0.4
    /// Words that tell less say nothing alone.
    private static let telling: Float = 1.5

    /// - Parameter answered: by number of a word, the least support that names and facts give it, 0 to 1.
    init(_ words: [PairMatch.Unit], answered: [Int: Float]) {
        var weight: Float = 0
        var start = 0
        var all: Float = 1
        for (index, word) in words.enumerated() {
            all += word.weight
            let known = answered[index] ?? 0
            let want = word.weight * (Coverage.enough - max(known, word.support))
            if weight <= 0 { start = index }
            weight = max(0, weight + want)
            if Double(weight) > heaviestRun {
                heaviestRun = Double(weight)
                run = start..<index + 1
            }
            let own = word.weight * (Coverage.enough - max(known, word.ownSupport))
            guard word.weight >= Coverage.telling, own > 0 else { continue }
            lack += Double(own)
            heaviestWord = max(heaviestWord, Double(own))
        }
        lack /= Double(all)
        runShare = Double(words[run].reduce(0) { $0 + $1.weight } / all)
    }
}
