/// How alike each word of one list is to each of another, corrected for words that are near to everything: the mean of the
/// ten best of each is taken off (cross-domain similarity local scaling, Conneau et al., "Word translation without parallel
/// data", ICLR 2018, section 2.3).
struct WordSimilarities {
    private let rows: Int
    private let columns: Int
    /// Row by row.
    private(set) var values: [Float]

    /// - Parameters:
    ///   - rows: the words' vectors of length 1, each in `width` parts.
    ///   - columns: those of the other words.
    init(rows: [ArraySlice<SIMD16<Float>>], columns: [ArraySlice<SIMD16<Float>>], width: Int) {
        self.rows = rows.count
        self.columns = columns.count
        values = [Float](repeating: 0, count: rows.count * columns.count)
        var rowHubs = [Float](repeating: 0, count: rows.count)
        var hubs = Hubs(count: columns.count)
        // Side by side, the columns' vectors are read in order.
        let columnVectors = columns.flatMap(\.self)
        for (row, vector) in rows.enumerated() {
            let base = row * columns.count
            WordSimilarities.products(Array(vector), columnVectors, width, into: &values, at: base)
            rowHubs[row] = hubs.add(values.span.extracting(base..<base + columns.count))
        }
        WordSimilarities.correct(&values, rows: rowHubs, columns: hubs.means)
    }

    /// Adds to the similarity of two words.
    mutating func raise(row: Int, column: Int, by more: Float) { values[row * columns + column] += more }

    /// Column by column.
    var transposed: [Float] { WordSimilarities.transposed(values, rows: rows, columns: columns) }

    /// Takes off each similarity what its row and its column are near to everything.
    private static func correct(_ similarity: inout [Float], rows: [Float], columns: [Float]) {
        var cells = similarity.mutableSpan
        for row in rows.indices {
            let (hub, base) = (rows[row], row * columns.count)
            for column in columns.indices { cells[base + column] = 2 * cells[base + column] - hub - columns[column] }
        }
    }

    /// What the columns of a matrix that comes row by row are near to everything.
    private struct Hubs {
        private var best: [TopTen]
        /// The least of each column's ten, side by side: most values are below it, and read no more than that.
        private var least: [Float]

        init(count: Int) {
            best = [TopTen](repeating: TopTen(), count: count)
            least = [Float](repeating: -.infinity, count: count)
        }

        /// Adds a row, and returns what it is near to everything.
        mutating func add(_ values: Span<Float>) -> Float {
            var row = TopTen()
            for column in values.indices {
                let value = values[column]
                if value > row.least { row.add(value) }
                if value > least[column] {
                    best[column].add(value)
                    least[column] = best[column].least
                }
            }
            return row.mean
        }

        var means: [Float] { best.map(\.mean) }
    }

    /// The products of a vector with each of several, four at a time, so that each part of it is loaded once for four.
    private static func products(
        _ one: [SIMD16<Float>], _ others: [SIMD16<Float>], _ width: Int, into values: inout [Float], at base: Int
    ) {
        let (one, others) = (one.span, others.span)
        let count = others.count / width
        var column = 0
        while column + 4 <= count {
            let start = column * width
            var sums = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
            for part in 0..<width {
                let own = one[part]
                let four = (
                    others[start + part], others[start + width + part], others[start + 2 * width + part],
                    others[start + 3 * width + part]
                )
                // Halves: the sums of four whole ones do not fit the registers of every machine.
                sums.0 += own.lowHalf * four.0.lowHalf
                sums.1 += own.lowHalf * four.1.lowHalf
                sums.2 += own.lowHalf * four.2.lowHalf
                sums.3 += own.lowHalf * four.3.lowHalf
                sums.0 += own.highHalf * four.0.highHalf
                sums.1 += own.highHalf * four.1.highHalf
                sums.2 += own.highHalf * four.2.highHalf
                sums.3 += own.highHalf * four.3.highHalf
            }
            values[base + column] = sums.0.sum()
            values[base + column + 1] = sums.1.sum()
            values[base + column + 2] = sums.2.sum()
            values[base + column + 3] = sums.3.sum()
            column += 4
        }
        while column < count {
            var sum = SIMD16<Float>()
            for part in 0..<width { sum += one[part] * others[column * width + part] }
            values[base + column] = sum.sum()
            column += 1
        }
    }

    /// The mean of the ten largest values seen.
    private struct TopTen {
        private var values = SIMD16<Float>(repeating: -.infinity)
        private var count = 0
        /// What a further value must exceed to count.
        private(set) var least: Float = -.infinity

        /// Adds a value above the least.
        mutating func add(_ value: Float) {
            var index = min(count, 9)
            while index > 0, values[index - 1] < value {
                values[index] = values[index - 1]
                index -= 1
            }
            values[index] = value
            count = min(10, count + 1)
            if count == 10 { least = values[9] }
        }

        var mean: Float { count == 0 ? 0 : (0..<count).reduce(0) { $0 + values[$1] } / Float(count) }
    }

    private static let tile = 32

    /// A matrix with its rows and columns changed over.
    static func transposed(_ matrix: [Float], rows: Int, columns: Int) -> [Float] {
        var turned = [Float](repeating: 0, count: matrix.count)
        // In tiles that stay in the nearest cache.
        for top in stride(from: 0, to: rows, by: tile) {
            for left in stride(from: 0, to: columns, by: tile) {
                for column in left..<min(columns, left + tile) {
                    for row in top..<min(rows, top + tile) {
                        turned[column * rows + row] = matrix[row * columns + column]
                    }
                }
            }
        }
        return turned
    }
}
