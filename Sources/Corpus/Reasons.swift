internal import Bitext
internal import Drift
internal import Facts
internal import Semantics

/// What a finding rests on, for a reader who wants to know why: `check --why` and `explain` print it.
public struct Reasons: Codable, Sendable, Hashable {
    /// A bead near the finding.
    public struct Bead: Codable, Sendable, Hashable {
        /// How many segments of each side, as `1-2`.
        public let shape: String
        /// How likely it is right, 0 to 1.
        public let score: Double
        /// Where it starts, as `t4.s2`.
        public let place: String
    }

    /// A word that nothing on the other side answers to well.
    public struct Word: Codable, Sendable, Hashable {
        /// The word.
        public let text: String
        /// The cosine to the nearest word of the other side, −1 to 1.
        public let support: Double
        /// That word.
        public let nearest: String?
    }

    /// What is said of one side.
    public struct SideValues: Codable, Sendable, Hashable {
        /// The facts that were read in the bead, each as written with its value.
        public let facts: [String]
        /// Telling words with little support, the least supported first; at most six.
        public let unanswered: [Word]
    }

    /// The bead that the finding stands in, and those before and behind it.
    public let bead, before, behind: Bead?
    /// How alike the bead's sides are, 0 to 1; `nil` without a model, and for null beads.
    public let similarity: Double?
    /// The share of the text's other beads that are less alike, 0 to 1.
    public let lessAlike: Double?
    /// The target's letters for a letter of the source, and how many the whole text has.
    public let lengthRatio, usualLengthRatio: Double?
    /// What was read on each side.
    public let source, target: SideValues

    /// The reasons of each finding, in order.
    static func of(_ comparison: Comparison) -> [Reasons] {
        let index = BeadIndex(comparison.pair)
        return comparison.findings.map { Reasons($0, index) }
    }

    private init(_ finding: Finding, _ index: BeadIndex) {
        let pair = index.pair
        let number = index.bead(of: finding)
        bead = number.flatMap(index.values)
        before = number.flatMap { index.values($0 - 1) }
        behind = number.flatMap { index.values($0 + 1) }
        let match = number.flatMap { pair.match($0) }
        similarity = match.map { rounded($0.similarity) }
        lessAlike = match.map { rounded(index.shareBelow($0.similarity)) }
        let ladderBead = number.map { pair.ladder.beads[$0] }
        let lengths = ladderBead.map {
            (
                InformationLength.of(pair.source.text($0.source)), InformationLength.of(pair.target.text($0.target))
            )
        }
        let isMeasured = lengths.map { $0.0 > 0 && $0.1 > 0 } ?? false
        lengthRatio = isMeasured ? lengths.map { rounded($0.1 / $0.0) } : nil
        usualLengthRatio = isMeasured ? rounded(pair.lengthRatio) : nil
        func side(_ side: Side) -> SideValues {
            guard let ladderBead else { return SideValues(facts: [], unanswered: []) }
            let facts = pair[side].segments[ladderBead[side]].flatMap {
                ReadFact.all(in: $0, language: pair[side].language)
            }.map {
                "\($0.text) (\($0.kind) \($0.value)\($0.isSure ? "" : ", doubtful"))"
            }
            return SideValues(
                facts: facts, unanswered: match.map { Reasons.unanswered($0, side, pair, ladderBead) } ?? [])
        }
        source = side(.source)
        target = side(.target)
    }

    private static func unanswered(
        _ match: PairMatch, _ side: Side, _ pair: AlignedPair, _ bead: Bitext.Bead
    ) -> [Word] {
        let texts = (pair[side].text(bead[side]), pair[side.other].text(bead[side.other]))
        return match[side].filter { $0.weight >= 1.5 && $0.missing > 0 }
            .sorted { ($1.missing, $0.range.start) < ($0.missing, $1.range.start) }.prefix(6).map { unit in
                Word(
                    text: String(texts.0.slice(unit.range)), support: rounded(Double(unit.support)),
                    nearest: unit.counterpart.map { String(texts.1.slice(match[side.other][$0].range)) })
            }
    }
}

/// Finds the bead of a finding without walking the ladder for each.
private struct BeadIndex {
    let pair: AlignedPair
    private var bySegment: [Side: [Int?]] = [:]
    private let similarities: [Double]

    init(_ pair: AlignedPair) {
        self.pair = pair
        for side in Side.allCases {
            var places = [Int?](repeating: nil, count: pair[side].segments.count)
            for (number, bead) in pair.ladder.beads.enumerated() {
                for segment in bead[side].clamped(to: places.indices) { places[segment] = number }
            }
            bySegment[side] = places
        }
        similarities = pair.ladder.beads.indices.compactMap { pair.match($0)?.similarity }.sorted()
    }

    /// The bead where the finding has text, or else a place.
    func bead(of finding: Finding) -> Int? {
        let sides: [Side] = finding.source.map { $0.isPlaceOnly } ?? true ? [.target, .source] : [.source, .target]
        return sides.lazy.compactMap { side -> Int? in
            guard let places = bySegment[side], let first = finding[side]?.segments.lowerBound,
                places.indices.contains(first)
            else { return nil }
            return places[first]
        }.first
    }

    func values(_ number: Int) -> Reasons.Bead? {
        guard pair.ladder.beads.indices.contains(number) else { return nil }
        let bead = pair.ladder.beads[number]
        let first =
            bead.source.first.map { pair.source.segments[$0].segment }
            ?? bead.target.first.map { pair.target.segments[$0].segment }
        return Reasons.Bead(
            shape: "\(bead.source.count)-\(bead.target.count)", score: rounded(bead.score), place: first?.place ?? "")
    }

    /// The share of beads that are less alike.
    func shareBelow(_ similarity: Double) -> Double {
        guard similarities.count > 1 else { return 0 }
        var (low, high) = (0, similarities.count)
        while low < high {
            let middle = (low + high) / 2
            if similarities[middle] < similarity { low = middle + 1 } else { high = middle }
        }
        return Double(low) / Double(similarities.count - 1)
    }
}
