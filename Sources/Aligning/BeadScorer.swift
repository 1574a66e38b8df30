import Bitext
internal import Semantics

/// Gives each bead of a found path its score: how much better it is than the best other thing to do with its segments.
struct BeadScorer {
    let shapes: [BeadSearch.Shape]
    let nullCost: Double
    /// What a bead of both sides costs, its shape's cost included.
    let cost: (Range<Int>, Range<Int>, Double) -> Double

    /// How a difference in cost turns into the chance that a bead is right, on the logit scale: fitted on 6,430 beads of
    /// both sides and 458 null beads that were found in the development texts.
    private static let matchedSlope = 0.052
    /// What a bead starts from, by how many segments it has, from 2: people split and join where the aligner does not.
    private static let matchedBias = [2.85, 1.0, -0.6, -1.2]
    private static let null = (slope: 0.68, bias: -1.59)

    /// The beads with their scores.
    func scored(_ beads: [Bead]) -> [Bead] {
        beads.enumerated().map { index, bead in
            let logit =
                bead.isNull
                ? BeadScorer.null.slope * nullMargin(bead, index, beads) + BeadScorer.null.bias : matchLogit(bead)
            return Bead(source: bead.source, target: bead.target, score: logistic(logit))
        }
    }

    /// How likely a matched bead is right, on the logit scale, by its size and its margin for each segment.
    private func matchLogit(_ bead: Bead) -> Double {
        let size = bead.source.count + bead.target.count
        let bias = BeadScorer.matchedBias[max(0, min(size - 2, BeadScorer.matchedBias.count - 1))]
        return BeadScorer.matchedSlope * matchMargin(bead) / Double(size) + bias
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
