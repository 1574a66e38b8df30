public import Aligning
public import Bitext
public import Drift
public import Embeddings
internal import Facts
public import Formats
internal import ICU
internal import Semantics

/// The main job: two versions of a text are aligned and compared.
public struct Comparer: Sendable {
    /// What a comparison does and keeps.
    public struct Options: Sendable {
        /// Which evidence the aligner uses.
        public var evidence: Aligner.Evidence = .blend
        /// Names of checks to run; all where empty.
        public var only: Set<String> = []
        /// Names of checks to leave out.
        public var skip: Set<String> = []
        /// Findings below this confidence are counted, not reported; 0 to 1.
        public var minConfidence = 0.5
        /// Another least confidence for some checks, by name.
        public var confidence: [String: Double] = [:]
        /// How far turns bound the beads of segments.
        public var turns: Aligner.Turns = .strict
        /// What the ladder must keep, in order.
        public var fixed: [Aligner.FixedPoint] = []
        /// Terms and their translations.
        public var glossary = Glossary()
        /// Dictionaries, and what was learnt from bitexts: which words answer to which.
        public var lexicons = LexiconShelf()
        /// Where vectors of the segments come from, besides the embedded model's; `nil` for none.
        public var embeddings: (any VectorSource)?

        /// The defaults.
        public init() {}
    }

    /// What it does and keeps.
    public let options: Options
    /// The segments' vectors, once they are there.
    private var vectors: TextVectors?

    /// Makes a comparer.
    public init(options: Options = Options()) { self.options = options }

    /// The comparer with the vectors of some versions, where the options name a place that has them and the aligner goes by
    /// more than length.
    /// - Throws: `ReadingError` that names the target where they cannot be had.
    public func embedding(
        _ source: AlignedPair.Version, _ target: AlignedPair.Version, relay: AlignedPair.Version? = nil
    ) async throws(ReadingError) -> Comparer {
        guard options.evidence == .blend, let embeddings = options.embeddings else { return self }
        let versions = [source, target] + (relay.map { [$0] } ?? [])
        var copy = self
        do throws(EmbeddingError) {
            copy.vectors = try await embeddings.vectors(of: versions.map { $0.segments.map(\.segment.text) })
        } catch {
            throw ReadingError(path: target.document.path, reason: error.description)
        }
        return copy
    }

    /// Compares two versions.
    public func compare(_ source: AlignedPair.Version, _ target: AlignedPair.Version) -> Comparison {
        compare(align(source, target))
    }

    /// Compares versions whose segments answer to each other one by one, as those of a bilingual file do.
    public func compare(units versions: (source: AlignedPair.Version, target: AlignedPair.Version)) -> Comparison {
        compare(units(versions.source, versions.target))
    }

    /// A pair whose segments answer to each other one by one.
    private func units(_ source: AlignedPair.Version, _ target: AlignedPair.Version) -> AlignedPair {
        let versions = (source: source, target: target)
        let count = min(versions.source.segments.count, versions.target.segments.count)
        let ladder = Ladder(beads: (0..<count).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 1) })
        func length(_ version: AlignedPair.Version) -> Double {
            version.segments.reduce(0) { $0 + InformationLength.of($1.segment.text) }
        }
        let lengths = (length(versions.source), length(versions.target))
        let isLong = lengths.0 > 200 && lengths.1 > 200
        let ratio =
            isLong
            ? lengths.1 / lengths.0
            : LanguageNorms.lengthRatio(source: versions.source.language, target: versions.target.language)
        return AlignedPair(
            source: versions.source, target: versions.target, ladder: ladder,
            turns: [Bead(source: 0..<1, target: 0..<1, score: 1)], lengthRatio: ratio)
    }

    private func compare(_ aligned: AlignedPair) -> Comparison {
        var pair = aligned.weighed(matches(aligned.ladder, aligned.source, aligned.target))
        if pair.isUnrelated, let vocabulary = EmbeddedModel.vocabulary,
            BeadContrast.tells(pair, matcher: matcher(vocabulary, pair.source, pair.target))
        {
            pair = pair.takenForVersions()
        }
        pair = pair.wanting(options.glossary.terms(source: pair.source.language, target: pair.target.language))
        let all = DriftEngine(only: options.only, skip: options.skip).findings(in: pair)
        let reported = all.filter { $0.confidence >= options.confidence[$0.check] ?? options.minConfidence }
        return Comparison(
            pair: pair, findings: reported, withheld: all.count - reported.count,
            summary: Summary(reported, of: pair), signature: signature())
    }

    /// Aligns two versions without looking for findings: messages of a program by their keys.
    public func align(_ source: AlignedPair.Version, _ target: AlignedPair.Version) -> AlignedPair {
        if let keys = source.document.keys, keys == target.document.keys, keys.count == source.segments.count,
            keys.count == target.segments.count
        {
            return units(source, target)
        }
        let result = Aligner(
            evidence: options.evidence, turns: options.turns, vectors: vectors,
            lexical: options.lexicons.support(source.language, target.language)
        ).align(
            .init(segments: source.segments, turns: source.document.turns, language: source.language),
            .init(segments: target.segments, turns: target.document.turns, language: target.language),
            fixed: options.fixed)
        var noted = noting(target, against: source)
        if MoveFinder.areTooMany(result.ladder) {
            noted = noted.noting("too many sentences without a counterpart: moved ones were not looked for")
        }
        return AlignedPair(
            source: noting(source, against: target), target: noted, ladder: result.ladder,
            turns: result.turns, moves: moves(result.ladder, source, target), lengthRatio: result.lengthRatio)
    }

    /// A version whose report says that speakers could not be compared, where only the other version names any.
    private func noting(_ version: AlignedPair.Version, against other: AlignedPair.Version) -> AlignedPair.Version {
        func hasSpeakers(_ version: AlignedPair.Version) -> Bool {
            version.document.turns.contains { $0.speaker != nil }
        }
        guard hasSpeakers(other), !hasSpeakers(version) else { return version }
        return version.noting("no speaker’s label was recognised: speakers were not compared")
    }

    /// What stands elsewhere on the other side, where there is a model.
    private func moves(_ ladder: Ladder, _ source: AlignedPair.Version, _ target: AlignedPair.Version) -> [Bead] {
        guard options.evidence == .blend, let vocabulary = EmbeddedModel.vocabulary else { return [] }
        return MoveFinder(
            matcher(vocabulary, source, target), isSameLanguage: source.language.code == target.language.code
        ).moves(
            ladder, source: source.segments.map(\.segment.text), target: target.segments.map(\.segment.text))
    }

    private func matcher(
        _ vocabulary: PieceVocabulary, _ source: AlignedPair.Version, _ target: AlignedPair.Version
    ) -> PairMatcher {
        PairMatcher(vocabulary, lexical: options.lexicons.support(source.language, target.language))
    }

    /// How the words of each bead answer to each other, where there is a model.
    private func matches(
        _ ladder: Ladder, _ source: AlignedPair.Version, _ target: AlignedPair.Version
    ) -> [PairMatch?] {
        guard options.evidence == .blend, let vocabulary = EmbeddedModel.vocabulary else { return [] }
        let matcher = matcher(vocabulary, source, target)
        return ladder.beads.map { bead in
            guard !bead.isNull else { return nil }
            return matcher.match(source.text(bead.source), target.text(bead.target))
        }
    }

    /// Everything that is needed to get the same figures again.
    public func signature() -> String {
        var parts = [
            "dragoman:\(Version.number)", "icu:\(ICUVersion.icu)", "cldr:\(ICUVersion.cldr)",
            "model:\(EmbeddedModel.name)",
            "evidence:\(options.evidence.rawValue)", "weights:\(PenaltyWeights.mqmCore.name)",
            "min-confidence:\(options.minConfidence)",
        ]
        if options.evidence == .blend, let embeddings = options.embeddings {
            parts.append("embeddings:\(embeddings.name)")
        }
        if !options.confidence.isEmpty {
            let list = options.confidence.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            parts.append("confidence:" + list.joined(separator: ","))
        }
        if options.turns != .strict { parts.append("turns:\(options.turns.rawValue)") }
        if !options.fixed.isEmpty {
            let text = options.fixed.map { "\($0.source) \($0.target) \($0.isBead)" }.joined(separator: "\n")
            parts.append("anchors:\(ByteHash.digits(text, count: 8))")
        }
        if let fingerprint = options.lexicons.fingerprint { parts.append("lexicon:\(fingerprint)") }
        if !options.glossary.entries.isEmpty { parts.append("glossary:\(options.glossary.fingerprint)") }
        if !options.only.isEmpty { parts.append("only:" + options.only.sorted().joined(separator: ",")) }
        if !options.skip.isEmpty { parts.append("skip:" + options.skip.sorted().joined(separator: ",")) }
        return parts.joined(separator: " ")
    }
}

/// What a comparison found.
public struct Comparison: Sendable {
    /// The aligned versions.
    public let pair: AlignedPair
    /// The findings, in the order of the text.
    public let findings: [Finding]
    /// The number of findings that were not sure enough to report.
    public let withheld: Int
    /// What the findings come to.
    public let summary: Summary
    /// Everything that is needed to get the same figures again.
    public private(set) var signature: String
    /// The version between, where one was given.
    public private(set) var relay: RelayView?

    init(pair: AlignedPair, findings: [Finding], withheld: Int, summary: Summary, signature: String) {
        self.pair = pair
        self.findings = findings
        self.withheld = withheld
        self.summary = summary
        self.signature = signature
    }

    /// The same comparison with some of its findings, the summary made anew.
    /// - Parameter isKept: asked for each finding by its number.
    public func keeping(_ isKept: (Int) -> Bool) -> Comparison {
        let numbers = findings.indices.filter(isKept)
        let kept = numbers.map { findings[$0] }
        var copy = Comparison(
            pair: pair, findings: kept, withheld: withheld, summary: Summary(kept, of: pair), signature: signature)
        copy.relay = relay?.keeping(numbers)
        return copy
    }

    /// The same comparison with the relay's language in its signature.
    func signed(relay: Language) -> Comparison {
        var copy = self
        copy.signature += " relay:\(relay)"
        return copy
    }

    /// The same comparison with what the version between says.
    func seen(through relay: RelayView) -> Comparison {
        var copy = self
        copy.relay = relay
        return copy
    }
}

extension Glossary {
    /// A short hash of all that stands in it, for the signature.
    var fingerprint: String {
        func list(_ terms: [String: [String]]) -> String {
            terms.keys.sorted().map { "\($0)=\((terms[$0] ?? []).joined(separator: "|"))" }.joined(separator: "\t")
        }
        let text = entries.map { "\(list($0.terms))\t!\(list($0.forbidden))" }.joined(separator: "\n")
        return ByteHash.digits(text, count: 8)
    }
}
