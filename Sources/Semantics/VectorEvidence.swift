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
        let similarities = similarities(here.words, there.words)
        let forward = oneWay(here, there, rows: sources.count, columns: targets.count, similarities.values)
        let backward = oneWay(there, here, rows: targets.count, columns: sources.count, similarities.transposed)
        return Gains(
            rows: sources.count, columns: targets.count, forward: forward,
            backward: backward.map { WordSimilarities.transposed($0, rows: targets.count, columns: sources.count) })
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

    /// The similarity of each pair of words, corrected for words that are near to everything, and raised where lexicons
    /// know the pair.
    private func similarities(_ here: [Int], _ there: [Int]) -> WordSimilarities {
        var similarities = WordSimilarities(
            rows: here.map { sourceVectors[$0 * width..<($0 + 1) * width] },
            columns: there.map { targetVectors[$0 * width..<($0 + 1) * width] }, width: width)
        guard !answers.isEmpty else { return similarities }
        var places: [Int: Int] = [:]
        for (column, word) in there.enumerated() { places[word] = column }
        for (row, word) in here.enumerated() {
            for other in answers[word] ?? [] {
                guard let column = places[other.word] else { continue }
                similarities.raise(row: row, column: column, by: VectorEvidence.answerWeight * other.strength)
            }
        }
        return similarities
    }

    /// - Parameter similarity: a row for each distinct word of `here`, a column for each of `there`.
    private func oneWay(
        _ here: Occurrences, _ there: Occurrences, rows: Int, columns: Int, _ similarity: [Float]
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
}
