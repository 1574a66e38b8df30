internal import Bitext
internal import Drift
internal import Semantics

/// Whether the beads of a ladder are more alike than the same sentences in another order.
///
/// How alike translations are depends on the languages: French and Chinese ones are less so than each is to English. What stands
/// beside it in the same two documents tells what is alike by chance.
///
/// Measured on 17 pairs of records, novels, Bibles and manuals, most without English: of translations the median bead is .09 more
/// alike than by chance (.07 where the text is badly garbled) and more than four in five are clearly so; of other texts .06
/// and three in five at most, of ten beads or fewer four in five.
enum BeadContrast {
    private static let leastGain = 0.08
    private static let leastShare = 0.75
    /// How much more alike a bead is that is clearly so.
    private static let clear = 0.03
    /// More beads than these are not looked at.
    private static let mostBeads = 200

    /// Whether a weighed pair's beads answer to each other.
    static func tells(_ pair: AlignedPair, matcher: PairMatcher) -> Bool {
        let telling = pair.ladder.beads.indices.filter { pair.match($0)?.unrelatedness != nil }.prefix(mostBeads)
        guard telling.count >= 5 else { return false }
        let beads = pair.ladder.beads
        let gains = telling.indices.compactMap { position -> Double? in
            let other = beads[telling[(position + telling.count / 2) % telling.count]]
            guard let own = pair.match(telling[position]),
                let chance = matcher.match(
                    pair.source.text(beads[telling[position]].source), pair.target.text(other.target))
            else { return nil }
            return own.similarity - chance.similarity
        }.sorted()
        guard gains.count >= 5 else { return false }
        let clearly = gains.count { $0 > clear }
        return gains[gains.count / 2] >= leastGain && Double(clearly) >= leastShare * Double(gains.count)
    }
}
