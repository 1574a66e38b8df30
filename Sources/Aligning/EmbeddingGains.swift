internal import Semantics

/// What blocks of segments gain by the vectors of another model.
///
/// The vector of a block is the mean of its segments' vectors, each weighed by its segment's length (Thompson and Koehn,
/// "Vecalign", EMNLP 2019, section 2.1, average neighbours' costs; the mean in place of embedding every concatenation
/// loses little). The cosine of two blocks is compared with what their segments reach elsewhere in the band, as the margin
/// of Artetxe and Schwenk ("Margin-based parallel corpus mining", ACL 2019, section 3.1) does: models differ in what a
/// cosine is worth, so margins are brought to the scale of this text's own best pairs.
struct EmbeddingGains {
    private let band: Band
    /// The cosine of each pair of segments of the band, in its order of cells.
    private var cosines: [Float]
    /// How alike a segment is to the ten segments of the band that are most like it.
    private var sourceHubs: [Float] = []
    private var targetHubs: [Float] = []
    /// The cosines of a segment with those behind it on its own side, by distance, from 0.
    private let sourceGram: [[Float]]
    private let targetGram: [[Float]]
    private let sourceWeights: [Float]
    private let targetWeights: [Float]
    /// What a margin is divided by.
    private var scale: Float = 1

    /// How many segments are a neighbourhood.
    private static let neighbours = 10

    /// - Parameters:
    ///   - sources: the segments that are the rows of the band.
    ///   - targets: the segments that are its columns.
    ///   - lengths: of all segments of each side.
    init(
        _ source: SegmentVectors, _ target: SegmentVectors, sources: Range<Int>, targets: Range<Int>, band: Band,
        lengths: ([Double], [Double])
    ) {
        self.band = band
        sourceWeights = lengths.0[sources].map { Float(max(1, $0)) }
        targetWeights = lengths.1[targets].map { Float(max(1, $0)) }
        sourceGram = EmbeddingGains.gram(source, sources)
        targetGram = EmbeddingGains.gram(target, targets)
        cosines = [Float](repeating: 0, count: band.count)
        var rows = [Highest](repeating: Highest(), count: sources.count)
        var columns = [Highest](repeating: Highest(), count: targets.count)
        for row in 0..<sources.count {
            guard source.isKnown(sources.lowerBound + row), band.low[row] < targets.count else { continue }
            for column in band.low[row]...min(band.high[row], targets.count - 1)
            where target.isKnown(targets.lowerBound + column) {
                let value = source.cosine(sources.lowerBound + row, target, targets.lowerBound + column)
                cosines[band.starts[row] + column - band.low[row]] = value
                rows[row].add(value)
                columns[column].add(value)
            }
        }
        sourceHubs = rows.map { $0.mean(of: EmbeddingGains.neighbours) }
        targetHubs = columns.map { $0.mean(of: EmbeddingGains.neighbours) }
        let best = rows.indices.compactMap { row -> Float? in
            guard band.low[row] < targets.count, rows[row].count > 1 else { return nil }
            return (band.low[row]...min(band.high[row], targets.count - 1)).map { column in
                cosines[band.starts[row] + column - band.low[row]] - (sourceHubs[row] + targetHubs[column]) / 2
            }.max()
        }.sorted()
        if !best.isEmpty { scale = max(0.01, best[best.count / 2]) }
    }

    /// What a block gains: about 1 for each segment that the other side answers to, about 0 where it does not.
    func gain(_ sources: Range<Int>, _ targets: Range<Int>) -> Float {
        let norms = (
            EmbeddingGains.norm(sources, sourceGram, sourceWeights),
            EmbeddingGains.norm(targets, targetGram, targetWeights)
        )
        guard norms.0 > 0, norms.1 > 0 else { return 0 }
        let hubs = (
            EmbeddingGains.mean(sources, sourceHubs, sourceWeights),
            EmbeddingGains.mean(targets, targetHubs, targetWeights)
        )
        var sum: Float = 0
        for row in sources {
            for column in targets {
                guard let cell = band.cell(row, column) else { continue }
                sum += cosines[cell] * (targetWeights[column] / norms.1 + sourceWeights[row] / norms.0)
            }
            sum -= (sourceHubs[row] + hubs.1) / 2
        }
        for column in targets { sum -= (targetHubs[column] + hubs.0) / 2 }
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

    /// The highest values seen.
    private struct Highest {
        private var values: [Float] = []

        var count: Int { values.count }

        mutating func add(_ value: Float) {
            if values.count == EmbeddingGains.neighbours {
                guard let last = values.last, value > last else { return }
                values.removeLast()
            }
            values.insert(value, at: values.firstIndex { $0 < value } ?? values.count)
        }

        func mean(of most: Int) -> Float {
            values.isEmpty ? 0 : values.prefix(most).reduce(0, +) / Float(min(most, values.count))
        }
    }
}
