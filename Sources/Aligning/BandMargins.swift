internal import Semantics

/// How alike the segments of a band are, and how much more than what they reach elsewhere in it: the margin of Artetxe
/// and Schwenk ("Margin-based parallel corpus mining", ACL 2019, section 3.1).
struct BandMargins {
    private let band: Band
    /// The cosine of each pair of segments of the band, in its order of cells.
    private var cosines: [Float]
    /// How alike a segment of the source is to the ten segments of the band that are most like it.
    private(set) var sourceHubs: [Float] = []
    /// The same for a segment of the target.
    private(set) var targetHubs: [Float] = []
    /// For each row, the column with the largest margin, and the margin.
    private var best: [(column: Int, margin: Float)?] = []

    /// How many segments are a neighbourhood.
    private static let neighbours = 10

    /// - Parameters:
    ///   - sources: the segments that are the rows of the band.
    ///   - targets: the segments that are its columns.
    init(_ source: SegmentVectors, _ target: SegmentVectors, sources: Range<Int>, targets: Range<Int>, band: Band) {
        self.band = band
        cosines = [Float](repeating: 0, count: band.count)
        var rows = [Highest](repeating: Highest(), count: sources.count)
        var columns = [Highest](repeating: Highest(), count: targets.count)
        for row in 0..<sources.count where source.isKnown(sources.lowerBound + row) {
            for column in band.columns(row, of: targets.count) where target.isKnown(targets.lowerBound + column) {
                let value = source.cosine(sources.lowerBound + row, target, targets.lowerBound + column)
                cosines[band.starts[row] + column - band.low[row]] = value
                rows[row].add(value)
                columns[column].add(value)
            }
        }
        sourceHubs = rows.map(\.mean)
        targetHubs = columns.map(\.mean)
        best = sourceHubs.indices.map { row in
            band.columns(row, of: targets.count).map { (column: $0, margin: margin(row, $0)) }
                .max { $0.margin < $1.margin }
        }
    }

    /// The cosine of two segments, by row and column; `nil` outside the band.
    func cosine(_ row: Int, _ column: Int) -> Float? { band.cell(row, column).map { cosines[$0] } }

    /// How much more alike two segments are than each is to its neighbourhood.
    private func margin(_ row: Int, _ column: Int) -> Float {
        cosines[band.starts[row] + column - band.low[row]] - (sourceHubs[row] + targetHubs[column]) / 2
    }

    /// What the best margins of this text are worth: the median of them, at least a hundredth.
    var scale: Float {
        // A segment with one candidate only tells nothing: it is its own neighbourhood.
        let best = best.enumerated().compactMap { row, best in
            band.columns(row, of: targetHubs.count).count > 1 ? best?.margin : nil
        }.sorted()
        return best.isEmpty ? 1 : max(0.01, best[best.count / 2])
    }

    /// Pairs of segments that are each other's best, with their margins, by row.
    var mutual: [(source: Int, target: Int, weight: Float)] {
        var rows: [(row: Int, margin: Float)?] = Array(repeating: nil, count: targetHubs.count)
        for row in best.indices {
            for column in band.columns(row, of: targetHubs.count) {
                let margin = margin(row, column)
                if margin > rows[column]?.margin ?? -.infinity { rows[column] = (row, margin) }
            }
        }
        return best.enumerated().compactMap { row, best in
            guard let best, best.margin > 0, rows[best.column]?.row == row else { return nil }
            return (row, best.column, best.margin)
        }
    }

    /// The highest values seen.
    private struct Highest {
        private var values: [Float] = []

        mutating func add(_ value: Float) {
            if values.count == BandMargins.neighbours {
                guard let last = values.last, value > last else { return }
                values.removeLast()
            }
            values.insert(value, at: values.firstIndex { $0 < value } ?? values.count)
        }

        var mean: Float { values.isEmpty ? 0 : values.reduce(0, +) / Float(values.count) }
    }
}
