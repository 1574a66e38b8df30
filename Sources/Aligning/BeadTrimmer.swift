import Bitext

/// Takes segments out of beads that the other side says nothing of.
///
/// The search puts a segment that is missing from the other side into its neighbour's bead where it speaks of the same
/// matter: each of its words is near to some word there. But those words answer to the neighbour's. Where each word has
/// only one, few links are left for the segment, far fewer than this bitext's single pairs have. Beads with several segments
/// on both sides are left as they are: their words' order, which the links go by, says too little.
struct BeadTrimmer {
    private let links: BeadLinks

    /// What share of the links that segments have in single pairs a segment has at most that is taken out.
    private static let mostLinked = 0.25
    /// Shorter segments have few links by chance.
    private static let leastWords = 8
    /// How much likelier the lengths must be without it, in nats.
    private static let leastGain = 0.5
    /// How many single pairs are looked at to say how many links are usual.
    private static let sampled = 200
    /// How often a bead that was trimmed was right, and what was taken from it had no counterpart, in the development texts.
    private static let score = 0.8

    init(_ links: BeadLinks) { self.links = links }

    /// The beads, some of them parted into one that is shorter and one with a segment alone.
    func trimmed(_ beads: [Bead]) -> [Bead] {
        guard beads.contains(where: { !$0.isNull && max($0.source.count, $0.target.count) > 1 }) else { return beads }
        let usual = usualLinks(beads.filter { $0.source.count == 1 && $0.target.count == 1 })
        return beads.flatMap { bead -> [Bead] in
            var (before, rest, after) = ([Bead](), bead, [Bead]())
            while let (side, isFirst) = unlinked(rest, usual) {
                let (alone, shorter) = BeadTrimmer.parted(rest, side, isFirst)
                rest = shorter
                if isFirst { before.append(alone) } else { after.insert(alone, at: 0) }
            }
            return before + [rest] + after
        }
    }

    /// The segment at an edge of a bead with several on one side that has fewest links, where those are too few and the lengths
    /// agree better without it.
    private func unlinked(_ bead: Bead, _ usual: Sides<Double>) -> (side: Side, isFirst: Bool)? {
        guard let side = Side.allCases.first(where: { bead[$0].count > 1 && bead[$0.other].count == 1 }),
            let sums = links.sums(bead)
        else { return nil }
        let edges = [true, false].compactMap { isFirst -> (isFirst: Bool, share: Double)? in
            let share = BeadTrimmer.share(sums, side, isFirst ? 0 : bead[side].count - 1)
            guard let share, share < BeadTrimmer.mostLinked * usual[side],
                links.lengthCost(BeadTrimmer.parted(bead, side, isFirst).shorter) + BeadTrimmer.leastGain
                    < links.lengthCost(bead)
            else { return nil }
            return (isFirst, share)
        }
        return edges.min { $0.share < $1.share }.map { (side, $0.isFirst) }
    }

    /// A bead without the first or last segment of a side, and that segment alone.
    private static func parted(_ bead: Bead, _ side: Side, _ isFirst: Bool) -> (alone: Bead, shorter: Bead) {
        let range = bead[side]
        let cut = isFirst ? range.lowerBound + 1 : range.upperBound - 1
        let (front, back) = (range.lowerBound..<cut, cut..<range.upperBound)
        let place = isFirst ? bead[side.other].lowerBound : bead[side.other].upperBound
        func made(_ own: Range<Int>, _ other: Range<Int>) -> Bead {
            Bead(source: side == .source ? own : other, target: side == .source ? other : own, score: score)
        }
        return (made(isFirst ? front : back, place..<place), made(isFirst ? back : front, bead[side.other]))
    }

    /// How strongly the words of single pairs are linked, the median of their means.
    private func usualLinks(_ pairs: [Bead]) -> Sides<Double> {
        let step = max(1, pairs.count / BeadTrimmer.sampled)
        let sample = stride(from: 0, to: pairs.count, by: step).compactMap { links.sums(pairs[$0]) }
        return Sides { side in
            let shares = sample.compactMap { BeadTrimmer.share($0, side, 0) }.sorted()
            return shares.isEmpty ? 0 : shares[shares.count / 2]
        }
    }

    /// The mean strength of a segment's links; `nil` where it has too few words to tell.
    private static func share(_ sums: BeadLinks.Sums, _ side: Side, _ segment: Int) -> Double? {
        let sum = sums.segments[side][segment]
        return sum.words >= leastWords ? sum.strength / Double(sum.words) : nil
    }
}
