import Bitext
internal import Semantics

/// Dynamic programming over beads inside a band.
struct BeadSearch {
    /// A bead's numbers of segments and what such a bead costs before its content is looked at, in nats.
    struct Shape {
        let source: Int
        let target: Int
        let cost: Double
    }

    /// What is known of a side: the length and the weight of terms of each of its segments.
    struct Side {
        let lengths: [Double]
        let totals: [Float]
    }

    let source: Side
    let target: Side
    let band: Band
    var lengthModel: LengthModel
    /// The weight of terms that each pair inside the band shares, in the band's order of cells.
    let overlap: [Float]
    /// The share of terms that pairs of this bitext have in common; what is shared beyond it is evidence for a bead.
    let expectedShare: Double
    let shapes: [Shape]
    /// What a segment without a counterpart costs, in nats.
    let nullCost: Double

    /// How much a nat of shared rarity counts for.
    static let overlapWeight = 0.55

    /// What beads of each shape cost: −ln of Gale and Church's frequencies (1993, table 5), carried on to 4-1.
    static let shapes: [Shape] = [
        Shape(source: 1, target: 1, cost: 0.1), Shape(source: 2, target: 1, cost: 2.9),
        Shape(source: 1, target: 2, cost: 2.9), Shape(source: 2, target: 2, cost: 9),
        Shape(source: 3, target: 1, cost: 4.6), Shape(source: 1, target: 3, cost: 4.6),
        Shape(source: 4, target: 1, cost: 6.3), Shape(source: 1, target: 4, cost: 6.3),
    ]

    /// The cheapest beads from corner to corner.
    func run() -> [Bead] {
        cheapest(shapes: shapes, nullCost: nullCost) { sources, targets, shape in
            cost(sources, targets, shape: shape)
        }
    }

    /// The cheapest beads from corner to corner, by any cost.
    /// - Parameter cost: what a bead of both sides costs, its shape's cost included.
    func cheapest(
        shapes: [Shape], nullCost: Double, cost: (Range<Int>, Range<Int>, Double) -> Double
    ) -> [Bead] {
        let rows = source.lengths.count
        var costs = [Float](repeating: .infinity, count: band.count)
        var choices = [UInt8](repeating: .max, count: band.count)
        costs[0] = 0
        for row in 0...rows {
            for column in band.low[row]...band.high[row] {
                let cell = band.starts[row] + column - band.low[row]
                var best = row == 0 && column == 0 ? Float(0) : .infinity
                var choice = UInt8.max
                if row > 0, let from = band.cell(row - 1, column), costs[from] + Float(nullCost) < best {
                    best = costs[from] + Float(nullCost)
                    choice = 0
                }
                if column > band.low[row], costs[cell - 1] + Float(nullCost) < best {
                    best = costs[cell - 1] + Float(nullCost)
                    choice = 1
                }
                for (index, shape) in shapes.enumerated() where shape.source <= row && shape.target <= column {
                    guard let from = band.cell(row - shape.source, column - shape.target), costs[from] < .infinity
                    else { continue }
                    let total =
                        costs[from]
                        + Float(cost(row - shape.source..<row, column - shape.target..<column, shape.cost))
                    if total < best {
                        best = total
                        choice = UInt8(index + 2)
                    }
                }
                costs[cell] = best
                choices[cell] = choice
            }
        }
        return path(choices, shapes)
    }

    private func path(_ choices: [UInt8], _ shapes: [Shape]) -> [Bead] {
        var beads: [Bead] = []
        var row = source.lengths.count
        var column = target.lengths.count
        while row > 0 || column > 0 {
            guard let cell = band.cell(row, column), choices[cell] != .max else { break }
            let step: (source: Int, target: Int) =
                switch choices[cell] {
                case 0: (1, 0)
                case 1: (0, 1)
                default: (shapes[Int(choices[cell]) - 2].source, shapes[Int(choices[cell]) - 2].target)
                }
            beads.append(Bead(source: row - step.source..<row, target: column - step.target..<column, score: 0))
            row -= step.source
            column -= step.target
        }
        return beads.reversed()
    }

    /// The cost of a bead of both sides, in nats: less is better, below zero is strong evidence.
    func cost(_ sources: Range<Int>, _ targets: Range<Int>, shape: Double) -> Double {
        let parts = parts(sources, targets)
        return shape + parts.length - BeadSearch.overlapWeight * parts.terms
    }

    /// What length costs, and what shared terms gain, in nats.
    func parts(_ sources: Range<Int>, _ targets: Range<Int>) -> (length: Double, terms: Double) {
        var sourceLength = 0.0
        var targetLength = 0.0
        var sourceTotal: Float = 0
        var targetTotal: Float = 0
        var shared: Float = 0
        for row in sources {
            sourceLength += source.lengths[row]
            sourceTotal += source.totals[row]
            for column in targets {
                if let cell = band.cell(row, column) { shared += overlap[cell] }
            }
        }
        for column in targets {
            targetLength += target.lengths[column]
            targetTotal += target.totals[column]
        }
        let possible = Double(min(sourceTotal, targetTotal))
        let expected = 0.5 * expectedShare * Double(max(sourceTotal, targetTotal))
        return (lengthModel.cost(sourceLength, targetLength), min(Double(shared), possible) - expected)
    }

    /// The share of the lesser side's terms that a pair of segment ranges has in common, 0 to 1; `nil` without terms.
    func share(_ sources: Range<Int>, _ targets: Range<Int>) -> Double? {
        var shared: Float = 0
        for row in sources {
            for column in targets {
                if let cell = band.cell(row, column) { shared += overlap[cell] }
            }
        }
        let possible = min(
            sources.reduce(0) { $0 + source.totals[$1] }, targets.reduce(0) { $0 + target.totals[$1] })
        return possible > 0 ? Double(min(1, shared / possible)) : nil
    }
}
