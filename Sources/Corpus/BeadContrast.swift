internal import Bitext
internal import Drift
internal import Semantics

/// Whether the beads of a ladder are more alike than the same sentences in another order.
///
/// How alike translations are depends on the languages and on the field: French and Chinese ones are less so than each is to
/// English, and a manual's words are known less well than a novel's. What stands beside it in the same two documents tells what
/// is alike by chance.
///
/// Measured on 17 pairs of records, novels, Bibles and manuals, most without English, and on 371 pages of a program's help from
/// English into six languages, each beside its translation and beside another page's. Of what looked unrelated word by word,
/// all 59 translated pages are told, and 16 in 17 of the others stay.
enum BeadContrast {
    /// What the mean gain, four times, and the share of clear gains come to, at least, in versions of one text.
    private static let leastContrast = 0.95
    /// How much more alike than another pair a bead is that is clearly so.
    private static let clear = 0.03
    /// More beads than these are not looked at.
    private static let mostBeads = 100
    /// Fewer do not tell.
    private static let fewestBeads = 5

    /// Whether a weighed pair's beads answer to each other.
    static func tells(_ pair: AlignedPair, matcher: PairMatcher) -> Bool {
        let beads = pair.ladder.beads
        let known = beads.indices.filter { isTelling($0, pair) }.prefix(mostBeads)
        var gains: [Double] = []
        var clearly = 0.0
        for (position, index) in known.enumerated() {
            guard let own = pair.match(index)?.similarity else { continue }
            let text = pair.target.text(beads[index].target)
            let others = (1..<5).compactMap { fifth -> Double? in
                let other = beads[known[(position + fifth * known.count / 5) % known.count]].target
                guard pair.target.text(other) != text else { return nil }
                return matcher.match(pair.source.text(beads[index].source), pair.target.text(other))?.similarity
            }
            guard !others.isEmpty else { continue }
            gains.append(own - others.reduce(0, +) / Double(others.count))
            clearly += Double(others.count { own > $0 + clear }) / Double(others.count)
        }
        guard gains.count >= fewestBeads else { return false }
        return (4 * gains.reduce(0, +) + clearly) / Double(gains.count) >= leastContrast
    }

    /// Whether a bead's sides have words that tell, and are not one text.
    private static func isTelling(_ bead: Int, _ pair: AlignedPair) -> Bool {
        guard let match = pair.match(bead), Side.allCases.allSatisfy({ match[$0].contains { $0.weight >= 1.5 } })
        else { return false }
        let ranges = pair.ladder.beads[bead]
        return pair.source.text(ranges.source) != pair.target.text(ranges.target)
    }
}
