/// Finds, row by row of a matrix of similarities, the column that answers to each.
///
/// Columns that are near to every row, and rows that are near to every column, count for less: the mean of their ten
/// highest similarities is taken off (cross-domain similarity local scaling, Conneau et al., "Word translation without
/// parallel data", ICLR 2018, section 2.3). Memory grows with rows and columns, not with their product.
public struct NearestColumns: Sendable {
    /// The column that answers to a row.
    public struct Nearest: Sendable, Hashable {
        /// Its number.
        public let column: Int
        /// How alike the two are, as it was given.
        public let similarity: Double
    }

    private static let neighbours = 10
    /// How many columns of a row are kept until all rows are known.
    private static let kept = 40

    private var candidates: [[Nearest]] = []
    private var highest: [[Double]]

    /// Makes a search among some columns.
    public init(columns: Int) { highest = [[Double]](repeating: [], count: columns) }

    /// Adds the next row's similarities to all columns.
    public mutating func add(_ row: [Double]) {
        let order = row.indices.sorted { (row[$1], $0) < (row[$0], $1) }.prefix(NearestColumns.kept)
        candidates.append(order.map { Nearest(column: $0, similarity: row[$0]) })
        for (column, value) in zip(highest.indices, row) {
            var values = highest[column]
            if values.count == NearestColumns.neighbours {
                guard let last = values.last, value > last else { continue }
                values.removeLast()
            }
            values.insert(value, at: values.firstIndex { $0 < value } ?? values.count)
            highest[column] = values
        }
    }

    /// The column that answers to each row, in order; `nil` where there are none.
    public var nearest: [Nearest?] {
        let hubs = highest.map { $0.reduce(0, +) / Double(max(1, $0.count)) }
        return candidates.map { candidates in
            candidates.max { 2 * $0.similarity - hubs[$0.column] < 2 * $1.similarity - hubs[$1.column] }
        }
    }
}
