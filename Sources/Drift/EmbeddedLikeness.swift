public import Semantics

/// How alike the sides of pairs are by the vectors of another model than the embedded one, against what such pairs have.
public struct EmbeddedLikeness: Sendable {
    /// What is known of a pair.
    public struct Pair: Sendable, Hashable {
        /// The cosine of its texts, 0 to 1.
        public let cosine: Double
        /// How much likelier it makes an error, as a difference of log-odds; below 0 for less likely.
        public let logOdds: Double
    }

    /// What is known of each pair, in order; `nil` for a pair with a text that has no vector.
    public let pairs: [Pair?]

    /// How many log-odds a cosine of 1 less is worth. On five sets of labelled pairs, with multilingual-e5-small, 2 to 3
    /// did best.
    static let weight = 2.5
    /// Fewer pairs do not tell what is usual.
    static let leastPairs = 20

    /// Compares pairs in the same two languages: a vector less the mean of its side's, so that what all texts have in
    /// common does not count; a cosine less the median of the others'.
    public init(_ texts: [(source: String, target: String)], _ vectors: TextVectors) {
        let sides = (
            SegmentVectors(vectors, texts: texts.map(\.source), isCentred: true),
            SegmentVectors(vectors, texts: texts.map(\.target), isCentred: true)
        )
        let centred = texts.indices.map { index in
            sides.0.isKnown(index) && sides.1.isKnown(index) ? sides.0.cosine(index, sides.1, index) : nil
        }
        let sorted = centred.compactMap(\.self).sorted()
        let usual = sorted.count >= EmbeddedLikeness.leastPairs ? sorted[sorted.count / 2] : nil
        pairs = zip(texts, centred).map { texts, cosine in
            guard let cosine, let plain = vectors.similarity(texts.source, texts.target) else { return nil }
            return Pair(
                cosine: Double(max(0, min(1, plain))),
                logOdds: usual.map { EmbeddedLikeness.weight * Double($0 - cosine) } ?? 0)
        }
    }
}
