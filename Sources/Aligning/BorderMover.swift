import Bitext

/// Moves the borders between neighbouring beads to where their words have most links.
///
/// The search asks of each segment how near the words of a bead are, wherever else they have a counterpart. So it draws a
/// sentence that was parted, or joined to the next, into the wrong neighbour now and then.
struct BorderMover {
    private let links: BeadLinks

    /// How much a nat of length and a nat of the shape's frequency count for, beside one link of full strength; and how much
    /// better beads must be. From the development texts.
    private static let (lengthWeight, shapeWeight, leastGain) = (0.4, 0.2, 1.0)
    /// How often beads whose border was moved were right, in the development texts.
    private static let score = 0.7

    init(_ links: BeadLinks) { self.links = links }

    /// The beads, some of them with other borders.
    func moved(_ beads: [Bead]) -> [Bead] {
        var beads = beads
        for index in beads.indices.dropLast() {
            guard let better = better(beads[index], beads[index + 1]) else { continue }
            (beads[index], beads[index + 1]) = better
        }
        return beads
    }

    /// The best other way to part the segments of two beads; `nil` where none is far better.
    private func better(_ first: Bead, _ second: Bead) -> (Bead, Bead)? {
        // Two single pairs have no other border.
        guard !first.isNull, !second.isNull,
            max(first.source.count, first.target.count, second.source.count, second.target.count) > 1,
            let now = value(first, second)
        else { return nil }
        var best: (gain: Double, beads: (Bead, Bead))?
        for source in first.source.lowerBound + 1..<second.source.upperBound {
            for target in first.target.lowerBound + 1..<second.target.upperBound
            where source != first.source.upperBound || target != first.target.upperBound {
                let beads = (
                    Bead(
                        source: first.source.lowerBound..<source, target: first.target.lowerBound..<target,
                        score: BorderMover.score),
                    Bead(
                        source: source..<second.source.upperBound, target: target..<second.target.upperBound,
                        score: BorderMover.score)
                )
                guard let value = value(beads.0, beads.1) else { continue }
                let gain = value - now
                if gain > best?.gain ?? BorderMover.leastGain { best = (gain, beads) }
            }
        }
        return best?.beads
    }

    private func value(_ first: Bead, _ second: Bead) -> Double? {
        guard let one = value(first), let other = value(second) else { return nil }
        return one + other
    }

    /// How good a bead is, in links; `nil` for a shape that no bead has.
    private func value(_ bead: Bead) -> Double? {
        let shape = BeadPrior.general.shapes.first {
            $0.source == bead.source.count && $0.target == bead.target.count
        }
        guard let shape, let sums = links.sums(bead) else { return nil }
        return sums.total - BorderMover.lengthWeight * links.lengthCost(bead) - BorderMover.shapeWeight * shape.cost
    }
}
