internal import Bitext
internal import Facts

/// Words that two versions in one language have in common, and how far their order differs.
struct ExchangedWords {
    /// How many pairs of words changed places, each standing where the other stood.
    private(set) var exchanges = 0
    /// The share of common words that must move to restore the order, 0 to 1.
    private(set) var movedShare = 0.0
    /// The share of common neighbours that are no neighbours on the other side, 0 to 1.
    private(set) var breakShare = 0.0
    /// The share of words that both have, 0 to 1.
    private(set) var commonShare = 0.0

    init(_ pair: AlignedPair, _ bead: Bead) {
        let source = ExchangedWords.words(pair, bead, .source)
        let target = ExchangedWords.words(pair, bead, .target)
        guard !source.isEmpty, !target.isEmpty, source.count * target.count < 1_000_000 else { return }
        let links = ExchangedWords.links(source, target)
        commonShare = 2 * Double(links.count) / Double(source.count + target.count)
        guard links.count > 1 else { return }
        movedShare = 1 - Double(ExchangedWords.longestRise(links.map(\.target))) / Double(links.count)
        let breaks = zip(links, links.dropFirst()).count { $1.target != $0.target + 1 }
        breakShare = Double(breaks) / Double(links.count - 1)
        for (index, some) in links.enumerated() {
            for other in links[(index + 1)...] where other.target < some.target {
                // Each stands beside what stood beside the other.
                let fits = [
                    neighbours(source, some.source, target, other.target),
                    neighbours(source, other.source, target, some.target),
                ]
                if fits.allSatisfy({ $0 > 0 }), source[some.source].count > 2, source[other.source].count > 2 {
                    exchanges = max(exchanges, fits[0] + fits[1])
                }
            }
        }
    }

    /// How many neighbours of a word are those of another on the other side, 0 to 2.
    private func neighbours(_ source: [String], _ here: Int, _ target: [String], _ there: Int) -> Int {
        func word(_ words: [String], _ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }
        return [-1, 1].count { word(source, here + $0) == word(target, there + $0) }
    }

    /// The words of a side in small letters.
    static func words(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> [String] {
        bead[side].flatMap { index in
            let segment = pair[side].segments[index]
            return segment.tokens.filter { $0.kind != .mark }.map { segment.segment.text.slice($0.range).lowercased() }
        }
    }

    /// Words linked to the same word on the other side: the first to the first, and so on.
    private static func links(_ source: [String], _ target: [String]) -> [(source: Int, target: Int)] {
        var places: [String: [Int]] = [:]
        for (index, word) in target.enumerated().reversed() { places[word, default: []].append(index) }
        return source.indices.compactMap { index in
            guard let place = places[source[index]]?.popLast() else { return nil }
            return (index, place)
        }
    }

    /// The length of the longest rising subsequence (patience sorting).
    static func longestRise(_ values: [Int]) -> Int {
        var tails: [Int] = []
        for value in values {
            if let place = tails.firstIndex(where: { $0 >= value }) {
                tails[place] = value
            } else {
                tails.append(value)
            }
        }
        return tails.count
    }
}
