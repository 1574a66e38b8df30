/// The vectors of the segments of one side, laid out for comparing many of them.
public struct SegmentVectors: Sendable {
    private var lanes: [SIMD16<Float>] = []
    private let width: Int
    private var isKnown: [Bool] = []

    /// Looks up the vectors of texts; one without a vector is like nothing.
    /// - Parameter isCentred: whether the mean of all is taken off each: a model's vectors have a direction in common,
    ///   often another for each language.
    public init(_ vectors: TextVectors, texts: [String], isCentred: Bool = false) {
        self.init(texts.map { vectors.vector(of: $0) }, dimensions: vectors.dimensions, isCentred: isCentred)
    }

    /// Lays out vectors; a segment without one is like nothing.
    init(_ vectors: [ArraySlice<Float>?], dimensions: Int, isCentred: Bool) {
        width = (dimensions + 15) / 16
        lanes.reserveCapacity(vectors.count * width)
        let mean = isCentred ? SegmentVectors.mean(vectors, dimensions) : []
        for vector in vectors {
            let unit = vector.map { SegmentVectors.unit($0, less: mean) }
            isKnown.append(unit != nil)
            for part in 0..<width {
                var lane = SIMD16<Float>()
                if let unit {
                    let start = unit.startIndex + part * 16
                    for index in start..<min(start + 16, unit.endIndex) { lane[index - start] = unit[index] }
                }
                lanes.append(lane)
            }
        }
    }

    private static func mean(_ vectors: [ArraySlice<Float>?], _ dimensions: Int) -> [Float] {
        var sum = [Float](repeating: 0, count: dimensions)
        var count: Float = 0
        for case let vector? in vectors {
            for (index, value) in vector.enumerated() { sum[index] += value }
            count += 1
        }
        // Of a handful of texts, the mean is what they say, not what all texts have in common.
        return sum.map { $0 / (count + 20) }
    }

    private static func unit(_ vector: ArraySlice<Float>, less mean: [Float]) -> ArraySlice<Float> {
        guard !mean.isEmpty else { return vector }
        let rest = zip(vector, mean).map { $0 - $1 }
        let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? rest.map { $0 / length }[...] : rest[...]
    }

    /// The number of segments.
    public var count: Int { isKnown.count }

    /// Whether a segment has a vector.
    public func isKnown(_ segment: Int) -> Bool { isKnown[segment] }

    /// The cosine of a segment and one of a side that the same model made the vectors of; 0 where either has none.
    public func cosine(_ segment: Int, _ other: SegmentVectors, _ otherSegment: Int) -> Float {
        guard width == other.width else { return 0 }
        var sum = SIMD16<Float>()
        let (here, there) = (segment * width, otherSegment * width)
        for part in 0..<width { sum += lanes[here + part] * other.lanes[there + part] }
        return sum.sum()
    }
}
