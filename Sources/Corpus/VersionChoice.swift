internal import Bitext
public import Drift
public import Formats

/// Two versions of a translation, stretch by stretch, with how far they differ and, where the source is there, which of them
/// is closer to it.
public struct VersionChoice: Sendable {
    /// Which version is closer to the source.
    public enum Closer: String, Sendable, CaseIterable {
        /// The old one.
        case old
        /// The new one.
        case new
        /// Neither, as far as can be told.
        case level
        /// The versions are the same.
        case same
    }

    /// What one version's stretch comes to beside the source's.
    public struct Judgement: Sendable {
        /// How likely it holds an error, 0 to 1.
        public let errorProbability: Double
        /// How alike it is to the source, 0 to 1.
        public let similarity: Double
        /// What was found in it, as sure as the comparer's options ask for.
        public let findings: [Finding]
    }

    /// Segments that belong together.
    public struct Stretch: Sendable {
        /// The segments of the source, by number; `nil` without a source.
        public let source: Range<Int>?
        /// The segments of the old version.
        public let old: Range<Int>
        /// The segments of the new version.
        public let new: Range<Int>
        /// How the old and the new version stand to the source; `nil` without one, and where both are the same.
        public let judgements: (old: Judgement, new: Judgement)?
        /// Which is closer; `nil` without a source where they differ.
        public let closer: Closer?
        /// The character n-grams that the new version has in common with the old.
        public let characters: CharacterFScore
        /// The edits from the new version to the old.
        public let edits: TranslationEditRate
    }

    /// The versions.
    public let old, new: AlignedPair.Version
    /// The source; `nil` where only the versions are compared.
    public let source: AlignedPair.Version?
    /// The stretches, in the order of the source, or of the old version.
    public let stretches: [Stretch]

    /// The chrF of the whole.
    public var characters: CharacterFScore {
        stretches.reduce(into: CharacterFScore()) { $0.add($1.characters) }
    }

    /// The TER of the whole.
    public var edits: TranslationEditRate { stretches.reduce(into: TranslationEditRate()) { $0.add($1.edits) } }

    /// How many stretches a verdict holds of.
    public func count(_ closer: Closer) -> Int { stretches.count { $0.closer == closer } }

    /// Compares two versions.
    /// - Throws: `ReadingError` where a language cannot be segmented.
    public init(
        old: AlignedPair.Version, new: AlignedPair.Version, source: AlignedPair.Version?, comparer: Comparer
    ) throws(ReadingError) {
        self.old = old
        self.new = new
        self.source = source
        guard let source else {
            stretches = comparer.align(old, new).ladder.beads.map { bead in
                let texts = (old.text(bead.source), new.text(bead.target))
                return Stretch(
                    source: nil, old: bead.source, new: bead.target, judgements: nil,
                    closer: texts.0 == texts.1 ? .same : nil,
                    characters: CharacterFScore(version: texts.1, reference: texts.0),
                    edits: TranslationEditRate(version: texts.1, reference: texts.0))
            }
            return
        }
        let scorer = RowScorer(
            only: comparer.options.only, skip: comparer.options.skip, lexicons: comparer.options.lexicons)
        let least = comparer.options.minConfidence
        var stretches: [Stretch] = []
        for (segments, here, there) in VersionChoice.joined(
            comparer.align(source, old).ladder, comparer.align(source, new).ladder)
        {
            let texts = (old.text(here), new.text(there))
            var judgements: (old: Judgement, new: Judgement)?
            if texts.0 != texts.1 {
                let text = source.text(segments)
                judgements = (
                    try VersionChoice.judge(text, texts.0, source.language, old.language, scorer, least),
                    try VersionChoice.judge(text, texts.1, source.language, new.language, scorer, least)
                )
            }
            stretches.append(
                Stretch(
                    source: segments, old: here, new: there, judgements: judgements,
                    closer: judgements.map(VersionChoice.closer) ?? .same,
                    characters: CharacterFScore(version: texts.1, reference: texts.0),
                    edits: TranslationEditRate(version: texts.1, reference: texts.0)))
        }
        self.stretches = stretches
    }

    private static func judge(
        _ source: String, _ target: String, _ sourceLanguage: Language, _ targetLanguage: Language, _ scorer: RowScorer,
        _ least: Double
    ) throws(ReadingError) -> Judgement {
        // What one side lacks altogether is lost, or added.
        guard !source.isEmpty, !target.isEmpty else {
            return Judgement(errorProbability: source.isEmpty == target.isEmpty ? 0 : 1, similarity: 0, findings: [])
        }
        let result = try scorer.score(
            source: source, target: target, sourceLanguage: sourceLanguage, targetLanguage: targetLanguage)
        return Judgement(
            errorProbability: result.score, similarity: result.similarity,
            findings: result.findings.filter { $0.confidence >= least })
    }

    /// Differences below these are taken for chance; set by hand.
    private static let leastDifference = (probability: 0.05, similarity: 0.02)

    private static func closer(_ judgements: (old: Judgement, new: Judgement)) -> Closer {
        let difference = judgements.old.errorProbability - judgements.new.errorProbability
        if abs(difference) >= leastDifference.probability { return difference > 0 ? .new : .old }
        let gain = judgements.new.similarity - judgements.old.similarity
        return abs(gain) >= leastDifference.similarity ? (gain > 0 ? .new : .old) : .level
    }

    /// The smallest stretches of a source at whose ends beads of both ladders end, with what answers to them; segments that
    /// only one version has belong to the stretch before them.
    static func joined(_ some: Ladder, _ other: Ladder) -> [(source: Range<Int>, some: Range<Int>, other: Range<Int>)] {
        func ends(_ ladder: Ladder) -> [Int: Int] {
            var ends: [Int: Int] = [:]
            var reached = (source: 0, target: 0)
            for bead in ladder.beads {
                reached = (
                    max(reached.source, bead.source.upperBound), max(reached.target, bead.target.upperBound)
                )
                ends[reached.source] = reached.target
            }
            return ends
        }
        let (here, there) = (ends(some), ends(other))
        var start = (source: 0, some: 0, other: 0)
        var stretches: [(source: Range<Int>, some: Range<Int>, other: Range<Int>)] = []
        for end in Set(here.keys).intersection(there.keys).union([0]).sorted() {
            let reached = (source: end, some: here[end] ?? start.some, other: there[end] ?? start.other)
            if reached != start {
                stretches.append(
                    (
                        start.source..<reached.source, start.some..<reached.some, start.other..<reached.other
                    ))
            }
            start = reached
        }
        return stretches
    }
}
