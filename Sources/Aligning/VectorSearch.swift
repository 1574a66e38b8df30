import Bitext
internal import Semantics

/// The second search: dynamic programming over beads whose cost joins what the words' vectors say with length, shared
/// terms and the frequency of shapes.
struct VectorSearch {
    /// The gains of blocks, by cell of the band; see `VectorEvidence.Gains`.
    struct BandGains {
        var forward: [[Float]]
        var backward: [[Float]]
    }

    var base: BeadSearch
    /// What the embedded model's vectors say; `nil` where there is none.
    let gains: BandGains?
    /// What another model's vectors say; `nil` where there are none.
    let embedded: EmbeddingGains?

    /// How much a unit of gain, a nat of length cost and of shared terms counts for; from the development texts.
    static let gainWeight = 0.34
    static let lengthWeight = 0.88
    static let termWeight = 0.14
    /// How much a unit of another model's gain counts for.
    static let embeddedWeight = 2.2

    /// The gains of the cells of a band, computed in rectangles of rows.
    static func gains(_ evidence: VectorEvidence, _ band: Band, sources: Range<Int>, targets: Range<Int>) -> BandGains {
        let none = [Float](repeating: 0, count: band.count)
        let lengths = VectorEvidence.longestBlock
        var gains = BandGains(
            forward: [[Float]](repeating: none, count: lengths), backward: [[Float]](repeating: none, count: lengths))
        var start = 0
        while start < sources.count {
            let rows = min(mostRows, max(fewestRows, band.high[start] - band.low[start]))
            var end = sources.count - start < rows * 3 / 2 ? sources.count : start + rows
            func rectangle() -> (sources: Range<Int>, targets: Range<Int>) {
                // Blocks that start in the last rows look beyond them.
                let below = min(sources.count, end + lengths - 1)
                let low = min(targets.count, band.low[start])
                let high = max(low, min(targets.count, band.high[end] + lengths))
                return (
                    sources.lowerBound + start..<sources.lowerBound + below,
                    targets.lowerBound + low..<targets.lowerBound + high
                )
            }
            var cells = rectangle()
            while end - start > 1, evidence.pairs(sources: cells.sources, targets: cells.targets) > mostPairs {
                end = start + (end - start) / 2
                cells = rectangle()
            }
            let (low, high) = (
                cells.targets.lowerBound - targets.lowerBound, cells.targets.upperBound - targets.lowerBound
            )
            if low < high {
                let part = evidence.gains(sources: cells.sources, targets: cells.targets)
                for row in start..<end {
                    for column in max(low, band.low[row])..<max(low, min(high, band.high[row] + 1)) {
                        guard let cell = band.cell(row, column) else { continue }
                        let index = (row - start) * part.columns + column - low
                        for length in 0..<lengths {
                            gains.forward[length][cell] = part.forward[length][index]
                            gains.backward[length][cell] = part.backward[length][index]
                        }
                    }
                }
            }
            start = end
        }
        return gains
    }

    /// A rectangle is about as high as the band is wide: a higher one would hold more cells outside the band than within.
    private static let (fewestRows, mostRows) = (64, 400)
    /// Rectangles with more pairs of words are halved.
    private static let mostPairs = 300_000_000

    /// The cheapest beads from corner to corner.
    func run(_ prior: BeadPrior) -> [Bead] {
        base.cheapest(shapes: prior.shapes, nullCost: prior.nullCost, least: least, length: length)
    }

    /// The cost of a bead of both sides.
    func cost(_ sources: Range<Int>, _ targets: Range<Int>, shape: Double) -> Double {
        least(sources, targets, shape: shape) + length(sources, targets)
    }

    private func length(_ sources: Range<Int>, _ targets: Range<Int>) -> Double {
        VectorSearch.lengthWeight * base.length(sources, targets)
    }

    /// The cost of a bead of both sides, but for what its length costs.
    private func least(_ sources: Range<Int>, _ targets: Range<Int>, shape: Double) -> Double {
        var gain: Float = 0
        if let gains {
            for row in sources {
                if let cell = base.band.cell(row, targets.lowerBound) { gain += gains.forward[targets.count - 1][cell] }
            }
            for column in targets {
                if let cell = base.band.cell(sources.lowerBound, column) {
                    gain += gains.backward[sources.count - 1][cell]
                }
            }
        }
        return shape - VectorSearch.termWeight * base.terms(sources, targets) - VectorSearch.gainWeight * Double(gain)
            - VectorSearch.embeddedWeight * Double(embedded?.gain(sources, targets) ?? 0)
    }
}
