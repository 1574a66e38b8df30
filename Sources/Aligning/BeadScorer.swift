import Bitext
internal import Semantics

/// Gives each bead of a found path its score: how much better it is than the best other thing to do with its segments.
struct BeadScorer {
    let shapes: [BeadSearch.Shape]
    let nullCost: Double
    /// What a bead of both sides costs, its shape's cost included.
    let cost: (Range<Int>, Range<Int>, Double) -> Double

    /// How a difference in cost turns into the chance that a bead is right, on the logit scale: fitted on 11,676 beads of
    /// both sides and 1,066 null beads that were found in the development texts.
    private static let matched = (slope: 0.087, bias: 1.14)
    private static let null = (slope: 1.06, bias: -3.2)

    /// The beads with their scores.
    func scored(_ beads: [Bead]) -> [Bead] {
        beads.enumerated().map { index, bead in
            let margin = bead.isNull ? nullMargin(bead, index, beads) : matchMargin(bead)
            let scale = bead.isNull ? BeadScorer.null : BeadScorer.matched
            return Bead(
                source: bead.source, target: bead.target, score: logistic(scale.slope * margin + scale.bias))
        }
    }

    /// A matched bead against leaving all its segments without a counterpart.
    private func matchMargin(_ bead: Bead) -> Double {
        let shape = shapes.first { $0.source == bead.source.count && $0.target == bead.target.count }
        let cost = cost(bead.source, bead.target, shape?.cost ?? nullCost)
        return nullCost * Double(bead.source.count + bead.target.count) - cost
    }

    /// A null bead against putting its segment into the bead before or behind it.
    private func nullMargin(_ bead: Bead, _ index: Int, _ beads: [Bead]) -> Double {
        var cheapest = nullCost * 2
        for neighbour in [index - 1, index + 1] where beads.indices.contains(neighbour) {
            let other = beads[neighbour]
            guard !other.isNull else { continue }
            let sources =
                min(
                    bead.source.lowerBound, other.source.lowerBound)..<max(
                    bead.source.upperBound, other.source.upperBound)
            let targets =
                min(
                    bead.target.lowerBound, other.target.lowerBound)..<max(
                    bead.target.upperBound, other.target.upperBound)
            guard let merged = shapes.first(where: { $0.source == sources.count && $0.target == targets.count }),
                let alone = shapes.first(where: {
                    $0.source == other.source.count && $0.target == other.target.count
                })
            else { continue }
            let more =
                cost(sources, targets, merged.cost)
                - cost(other.source, other.target, alone.cost)
            cheapest = min(cheapest, more)
        }
        return cheapest - nullCost + 2
    }
}
