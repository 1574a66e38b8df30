import Bitext
internal import Semantics

/// How frequent beads of each shape are, and segments without a counterpart: what a bead costs before its content is
/// looked at.
struct BeadPrior {
    /// The shapes with their costs, −ln of their frequency against 1-1.
    let shapes: [BeadSearch.Shape]
    /// What a segment without a counterpart costs.
    let nullCost: Double

    /// How frequent each shape is in hand-aligned development texts.
    private static let frequencies: [(source: Int, target: Int, share: Double)] = [
        (1, 1, 0.89), (2, 1, 0.035), (1, 2, 0.035), (2, 2, 0.01), (3, 1, 0.006), (1, 3, 0.006), (3, 2, 0.002),
        (2, 3, 0.002), (4, 1, 0.002), (1, 4, 0.002),
    ]
    /// How much a nat of frequency counts for; from the development texts.
    private static let shapeWeight = 1.08
    private static let nullWeight = 0.39
    /// What a null bead costs where it is as frequent as this.
    private static let usualNullCost = 4.0
    private static let usualNullShare = 0.02
    /// How many beads the general frequencies count as, beside those of the bitext.
    private static let faith = 15.0

    /// The prior before anything is known of a bitext.
    static let general = BeadPrior(counts: [:], nulls: 0, total: 0)

    /// The prior of a bitext, estimated on a first ladder.
    init(_ beads: [Bead]) {
        var counts: [Int: Double] = [:]
        for bead in beads where !bead.isNull { counts[bead.source.count * 16 + bead.target.count, default: 0] += 1 }
        self.init(counts: counts, nulls: Double(beads.count(where: \.isNull)), total: counts.values.reduce(0, +))
    }

    private init(counts: [Int: Double], nulls: Double, total: Double) {
        func share(_ source: Int, _ target: Int, _ prior: Double) -> Double {
            ((counts[source * 16 + target] ?? 0) + BeadPrior.faith * prior) / (total + BeadPrior.faith)
        }
        let single = share(1, 1, 0.89)
        shapes = BeadPrior.frequencies.map { shape in
            BeadSearch.Shape(
                source: shape.source, target: shape.target,
                cost: -BeadPrior.shapeWeight * logarithm(share(shape.source, shape.target, shape.share) / single))
        }
        let rate = (nulls + BeadPrior.faith * BeadPrior.usualNullShare) / (total + BeadPrior.faith)
        nullCost = BeadPrior.usualNullCost - BeadPrior.nullWeight * logarithm(rate / BeadPrior.usualNullShare)
    }
}
