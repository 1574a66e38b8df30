internal import Semantics

/// What blocks of segments gain by the vectors of another model.
///
/// The vector of a block is the mean of its segments' vectors, each weighed by its segment's length (Thompson and Koehn,
/// "Vecalign", EMNLP 2019, section 2.1, average neighbours' costs; the mean in place of embedding every concatenation
/// loses little). The cosine of two blocks is compared with what their segments reach elsewhere in the band, as the margin
/// of Artetxe and Schwenk ("Margin-based parallel corpus mining", ACL 2019, section 3.1) does: models differ in what a
/// cosine is worth, so margins are brought to the scale of this text's own best pairs.
struct EmbeddingGains {
    private let margins: BandMargins
    /// The cosines of a segment with those behind it on its own side, by distance, from 0.
    private let sourceGram: [[Float]]
    private let targetGram: [[Float]]
    private let sourceWeights: [Float]
    private let targetWeights: [Float]
    /// What a margin is divided by.
    private let scale: Float

    /// - Parameters:
    ///   - sources: the segments that are the rows of the band.
    ///   - targets: the segments that are its columns.
    ///   - lengths: of all segments of each side.
    init(
        _ source: SegmentVectors, _ target: SegmentVectors, sources: Range<Int>, targets: Range<Int>, band: Band,
        lengths: ([Double], [Double])
    ) {
        margins = BandMargins(source, target, sources: sources, targets: targets, band: band)
        sourceWeights = lengths.0[sources].map { Float(max(1, $0)) }
        targetWeights = lengths.1[targets].map { Float(max(1, $0)) }
        sourceGram = EmbeddingGains.gram(source, sources)
        targetGram = EmbeddingGains.gram(target, targets)
        scale = margins.scale
    }

    /// What a block gains: about 1 for each segment that the other side answers to, about 0 where it does not.
    func gain(_ sources: Range<Int>, _ targets: Range<Int>) -> Float {
        let norms = (
            EmbeddingGains.norm(sources, sourceGram, sourceWeights),
            EmbeddingGains.norm(targets, targetGram, targetWeights)
        )
        guard norms.0 > 0, norms.1 > 0 else { return 0 }
        let hubs = (
            EmbeddingGains.mean(sources, margins.sourceHubs, sourceWeights),
            EmbeddingGains.mean(targets, margins.targetHubs, targetWeights)
        )
        var sum: Float = 0
        for row in sources {
            for column in targets {
                guard let cosine = margins.cosine(row, column) else { continue }
                sum += cosine * (targetWeights[column] / norms.1 + sourceWeights[row] / norms.0)
            }
            sum -= (margins.sourceHubs[row] + hubs.1) / 2
        }
        for column in targets { sum -= (margins.targetHubs[column] + hubs.0) / 2 }
        return sum / 2 / scale
    }

    /// The length of the sum of a block's vectors, each times its weight.
    private static func norm(_ block: Range<Int>, _ gram: [[Float]], _ weights: [Float]) -> Float {
        var sum: Float = 0
        for one in block {
            for other in one..<block.upperBound {
                let cosine = other - one < gram[one].count ? gram[one][other - one] : 0
                sum += (one == other ? 1 : 2) * weights[one] * weights[other] * cosine
            }
        }
        return max(0, sum).squareRoot()
    }

    private static func mean(_ block: Range<Int>, _ values: [Float], _ weights: [Float]) -> Float {
        var sum: (value: Float, weight: Float) = (0, 0)
        for index in block {
            sum.value += weights[index] * values[index]
            sum.weight += weights[index]
        }
        return sum.weight > 0 ? sum.value / sum.weight : 0
    }

    private static func gram(_ vectors: SegmentVectors, _ segments: Range<Int>) -> [[Float]] {
        segments.map { segment in
            (segment..<min(segment + VectorEvidence.longestBlock, segments.upperBound)).map {
                vectors.cosine(segment, vectors, $0)
            }
        }
    }
}
