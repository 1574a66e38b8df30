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
        /// By number of segments less one, their length and weight together, from each segment on.
        private let lengthSums: [[Double]]
        private let totalSums: [[Float]]

        /// Longer blocks are added up when they are asked for.
        private static let longest = 4

        init(lengths: [Double], totals: [Float]) {
            self.lengths = lengths
            self.totals = totals
            func sums<Value: AdditiveArithmetic>(_ values: [Value]) -> [[Value]] {
                var sums = [values]
                for added in 1..<Side.longest {
                    sums.append(zip(sums[added - 1], values.dropFirst(added)).map { $0 + $1 })
                }
                return sums
            }
            lengthSums = sums(lengths)
            totalSums = sums(totals)
        }

        /// The length of a block of segments.
        func length(_ block: Range<Int>) -> Double {
            (1...Side.longest).contains(block.count)
                ? lengthSums[block.count - 1][block.lowerBound] : block.reduce(0) { $0 + lengths[$1] }
        }

        /// The weight of terms of a block of segments.
        func total(_ block: Range<Int>) -> Float {
            (1...Side.longest).contains(block.count)
                ? totalSums[block.count - 1][block.lowerBound] : block.reduce(0) { $0 + totals[$1] }
        }
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
        cheapest(shapes: shapes, nullCost: nullCost, least: least, length: length)
    }

    /// The cheapest beads from corner to corner, by any cost.
    /// - Parameters:
    ///   - least: what a bead of both sides costs without what its length costs, its shape's cost, the last parameter,
    ///     included.
    ///   - length: what its length costs, 0 and more: asked only where the rest is not too much already.
    func cheapest(
        shapes: [Shape], nullCost: Double, least: (Range<Int>, Range<Int>, Double) -> Double,
        length: (Range<Int>, Range<Int>) -> Double
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
                    let (sources, targets) = (row - shape.source..<row, column - shape.target..<column)
                    let least = least(sources, targets, shape.cost)
                    guard costs[from] + Float(least) < best else { continue }
                    let total = costs[from] + Float(least + length(sources, targets))
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
        least(sources, targets, shape: shape) + length(sources, targets)
    }

    /// The cost of a bead of both sides, but for what its length costs.
    private func least(_ sources: Range<Int>, _ targets: Range<Int>, shape: Double) -> Double {
        shape - BeadSearch.overlapWeight * terms(sources, targets)
    }

    /// What length costs, in nats.
    func length(_ sources: Range<Int>, _ targets: Range<Int>) -> Double {
        lengthModel.cost(source.length(sources), target.length(targets))
    }

    /// What shared terms gain, in nats.
    func terms(_ sources: Range<Int>, _ targets: Range<Int>) -> Double {
        let (sourceTotal, targetTotal) = (source.total(sources), target.total(targets))
        let possible = Double(min(sourceTotal, targetTotal))
        let expected = 0.5 * expectedShare * Double(max(sourceTotal, targetTotal))
        return min(Double(shared(sources, targets)), possible) - expected
    }

    /// The weight of the terms that two blocks share.
    private func shared(_ sources: Range<Int>, _ targets: Range<Int>) -> Float {
        var shared: Float = 0
        for row in sources {
            let (first, end) = (max(targets.lowerBound, band.low[row]), min(targets.upperBound, band.high[row] + 1))
            guard first < end else { continue }
            let start = band.starts[row] - band.low[row]
            for column in first..<end { shared += overlap[start + column] }
        }
        return shared
    }

    /// The share of the lesser side's terms that a pair of segment ranges has in common, 0 to 1; `nil` without terms.
    func share(_ sources: Range<Int>, _ targets: Range<Int>) -> Double? {
        let possible = min(source.total(sources), target.total(targets))
        return possible > 0 ? Double(min(1, shared(sources, targets) / possible)) : nil
    }
}
