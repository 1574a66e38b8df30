internal import Bitext

/// How much the words of segments say for segments belonging together, by the vectors of an embedded model.
///
/// Each word is compared with its best counterpart on the other side, both ways, weighted by how much it tells; words
/// that are near to everything lose by it (the mean of their ten best is taken off, as in CSLS: Conneau et al., "Word
/// translation without parallel data", ICLR 2018, section 2.3). What a block of segments gains is compared with the
/// mean over all blocks of its length, or longer blocks would always win.
public final class VectorEvidence {
    /// The most segments of one side in a block.
    public static let longestBlock = 4

    /// The words of a segment that are read: what has more is no sentence.
    private static let mostWords = 300

    private let source: [[VectorWord]]
    private let target: [[VectorWord]]
    private let sourceVectors: [SIMD16<Float>]
    private let targetVectors: [SIMD16<Float>]
    private let width: Int
    private let dimensions: Int
    /// By word of the source, the words of the target that answer to it, and how strongly, 0 to 1.
    private let answers: [Int: [(word: Int, strength: Float)]]

    /// How much a sure answer adds to a similarity.
    private static let answerWeight: Float = 0.5

    /// Reads the words of both sides.
    /// - Parameter lexical: what lexicons say, for the languages of the texts.
    public init(
        _ vocabulary: PieceVocabulary, source: [String], target: [String], lexical: LexicalSupport? = nil
    ) {
        let here = WordVectors(vocabulary)
        let there = WordVectors(vocabulary)
        self.source = source.map { Array(here.words($0).prefix(VectorEvidence.mostWords)) }
        self.target = target.map { Array(there.words($0).prefix(VectorEvidence.mostWords)) }
        dimensions = here.dimensions
        width = (dimensions + 15) / 16
        sourceVectors = VectorEvidence.packed(here, width)
        targetVectors = VectorEvidence.packed(there, width)
        answers = lexical?.answers(from: (source, here), to: (target, there)) ?? [:]
    }

    private static func packed(_ words: WordVectors, _ width: Int) -> [SIMD16<Float>] {
        var packed: [SIMD16<Float>] = []
        packed.reserveCapacity(words.count * width)
        for word in 0..<words.count {
            for part in 0..<width {
                var lanes = SIMD16<Float>()
                for lane in 0..<16 where part * 16 + lane < words.dimensions {
                    lanes[lane] = words.vectors[word * words.dimensions + part * 16 + lane]
                }
                packed.append(lanes)
            }
        }
        return packed
    }

    /// The vectors of whole segments: those of their words added up, each by how much it tells, less what all segments of
    /// a side have in common. Far poorer than comparing the words, and far quicker.
    public func pooled() -> (source: SegmentVectors, target: SegmentVectors) {
        func pooled(_ segments: [[VectorWord]], _ vectors: [SIMD16<Float>]) -> SegmentVectors {
            let sums = segments.map { words -> ArraySlice<Float>? in
                guard !words.isEmpty else { return nil }
                var sum = [SIMD16<Float>](repeating: SIMD16(), count: width)
                for word in words {
                    for part in 0..<width { sum[part] += word.weight * vectors[word.word * width + part] }
                }
                let values = sum.flatMap { lanes in lanes.indices.map { lanes[$0] } }.prefix(dimensions)
                let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
                return length > 0 ? values.map { $0 / length }[...] : nil
            }
            return SegmentVectors(sums, dimensions: dimensions, isCentred: true)
        }
        return (pooled(source, sourceVectors), pooled(target, targetVectors))
    }

    /// What blocks gain that start at each pair of segments of a rectangle.
    public struct Gains: Sendable {
        /// The number of source segments (rows) and of target segments (columns).
        public let rows: Int
        /// Columns.
        public let columns: Int
        /// By length of the target block, 1 to 4: what one source segment gains from the block that starts at a column.
        public let forward: [[Float]]
        /// By length of the source block, 1 to 4: what one target segment gains from the block that starts at a row.
        public let backward: [[Float]]
    }

    /// How many pairs of words a rectangle of segments has: the memory that its gains take grows with them.
    public func pairs(sources: Range<Int>, targets: Range<Int>) -> Int {
        source[sources].reduce(0) { $0 + $1.count } * target[targets].reduce(0) { $0 + $1.count }
    }

    /// The gains of a rectangle of segments.
    public func gains(sources: Range<Int>, targets: Range<Int>) -> Gains {
        let here = Occurrences(source[sources])
        let there = Occurrences(target[targets])
        let similarity = corrected(here.words, there.words)
        let turned = VectorEvidence.transposed(similarity, rows: here.words.count, columns: there.words.count)
        let forward = oneWay(here, there, rows: sources.count, columns: targets.count, similarity: similarity)
        let backward = oneWay(there, here, rows: targets.count, columns: sources.count, similarity: turned)
        return Gains(
            rows: sources.count, columns: targets.count, forward: forward,
            backward: backward.map { VectorEvidence.transposed($0, rows: targets.count, columns: sources.count) })
    }

    /// The distinct words of some segments, and where each stands.
    private struct Occurrences {
        /// Numbers of the distinct words.
        var words: [Int] = []
        /// For each distinct word, the segments it stands in and its weight there.
        var places: [[(segment: Int, weight: Float)]] = []
        /// For each segment, its words as indices into `words`.
        var segments: [[Int]] = []

        init(_ texts: ArraySlice<[VectorWord]>) {
            var index: [Int: Int] = [:]
            for (segment, text) in texts.enumerated() {
                var own: [Int] = []
                for word in text {
                    let number = index[word.word] ?? words.count
                    if number == words.count {
                        index[word.word] = number
                        words.append(word.word)
                        places.append([])
                    }
                    places[number].append((segment, word.weight))
                    own.append(number)
                }
                segments.append(own)
            }
        }
    }

    /// The similarity of each pair of words, corrected for words that are near to everything.
    private func corrected(_ here: [Int], _ there: [Int]) -> [Float] {
        var similarity = [Float](repeating: 0, count: here.count * there.count)
        var rows = [Float](repeating: 0, count: here.count)
        var columns = Hubs(count: there.count)
        // Side by side, the columns' vectors are read in order.
        let columnVectors = there.flatMap { targetVectors[$0 * width..<($0 + 1) * width] }
        for (row, word) in here.enumerated() {
            let rowVector = Array(sourceVectors[word * width..<(word + 1) * width])
            let base = row * there.count
            VectorEvidence.products(rowVector, columnVectors, width, into: &similarity, at: base)
            rows[row] = columns.add(similarity.span.extracting(base..<base + there.count))
        }
        VectorEvidence.correct(&similarity, rows: rows, columns: columns.means)
        if !answers.isEmpty {
            var places: [Int: Int] = [:]
            for (column, word) in there.enumerated() { places[word] = column }
            for (row, word) in here.enumerated() {
                for other in answers[word] ?? [] {
                    guard let column = places[other.word] else { continue }
                    similarity[row * there.count + column] += VectorEvidence.answerWeight * other.strength
                }
            }
        }
        return similarity
    }

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

    /// - Parameter similarity: a row for each distinct word of `here`, a column for each of `there`.
    private func oneWay(
        _ here: Occurrences, _ there: Occurrences, rows: Int, columns: Int, similarity: [Float]
    ) -> [[Float]] {
        var gains = [[Float]](
            repeating: [Float](repeating: 0, count: rows * columns), count: VectorEvidence.longestBlock)
        guard columns > 0 else { return gains }
        // The words of all segments, one behind the other: where those of a column start.
        let words = there.segments.flatMap(\.self)
        let starts = there.segments.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        var best = [Float](repeating: 0, count: columns)
        var window = best
        for (word, places) in here.places.enumerated() {
            let row = similarity.span.extracting(word * there.words.count..<(word + 1) * there.words.count)
            VectorEvidence.highest(row, words.span, starts.span, into: &best)
            window = best
            for length in 1...VectorEvidence.longestBlock where length <= columns {
                let last = columns - length
                let mean = VectorEvidence.widen(&window, best.span.extracting(last: last + 1)) / Float(last + 1)
                for (segment, weight) in places {
                    VectorEvidence.add(
                        window.span.extracting(first: last + 1), less: mean, times: weight, to: &gains[length - 1],
                        at: segment * columns)
                }
            }
        }
        return gains
    }

    /// The highest value among the words of each segment; 0 for one without words.
    private static func highest(
        _ values: Span<Float>, _ words: Span<Int>, _ starts: Span<Int>, into best: inout [Float]
    ) {
        var cells = best.mutableSpan
        for column in cells.indices {
            let (start, end) = (starts[column], starts[column + 1])
            var top: Float = start < end ? -.infinity : 0
            for word in start..<end {
                let value = values[words[word]]
                if value > top { top = value }
            }
            cells[column] = top
        }
    }

    /// Raises each value to that of the segment behind its window, and returns the sum of all windows.
    private static func widen(_ window: inout [Float], _ behind: Span<Float>) -> Float {
        var cells = window.mutableSpan
        var sum: Float = 0
        for column in behind.indices {
            let value = behind[column]
            if value > cells[column] { cells[column] = value }
            sum += cells[column]
        }
        return sum
    }

    private static func add(
        _ values: Span<Float>, less mean: Float, times weight: Float, to sums: inout [Float], at start: Int
    ) {
        var cells = sums.mutableSpan
        for column in values.indices { cells[start + column] += weight * (values[column] - mean) }
    }

    private static let tile = 32

    private static func transposed(_ matrix: [Float], rows: Int, columns: Int) -> [Float] {
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
