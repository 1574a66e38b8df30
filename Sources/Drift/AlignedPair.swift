public import Bitext
public import Facts
public import Semantics

/// Two language versions of a text, read, segmented and aligned: what the checks look at.
public final class AlignedPair: Sendable {
    /// One of the versions.
    public final class Version: Sendable {
        /// The document.
        public let document: Document
        /// Its segments, in order.
        public let segments: [AnalysedSegment]

        /// Makes a version.
        public init(document: Document, segments: [AnalysedSegment]) {
            self.document = document
            self.segments = segments
        }

        /// The version with one more note for the reader.
        public func noting(_ note: String) -> Version {
            var document = document
            document.notes.append(note)
            return Version(document: document, segments: segments)
        }

        /// The document's language.
        public var language: Language { document.language }

        /// The text of some segments, a space between.
        public func text(_ segments: Range<Int>) -> String {
            self.segments[segments].map(\.segment.text).joined(separator: " ")
        }

        /// The number of words in all segments.
        public var wordCount: Int { segments.reduce(0) { $0 + $1.wordCount } }
    }

    /// What was said.
    public let source: Version
    /// The version under test.
    public let target: Version
    /// The beads of segments.
    public let ladder: Ladder
    /// The beads of turns.
    public let turns: [Bead]
    /// Segments that the ladder leaves without a counterpart, but that stand elsewhere on the other side.
    public let moves: [Bead]
    /// Target letters for a source letter, as the pair has it.
    public let lengthRatio: Double
    /// The readers of each side's facts: asked for here, once, where the pair is weighed.
    var readers: Sides<FactReaders> { known ?? AlignedPair.readers(source, target) }
    private let known: Sides<FactReaders>?
    /// Terms that the glossary wants translated in a certain way.
    public let terms: [Glossary.Term]
    /// For each bead, how its words answer to each other; `nil` for null beads and where there is no model.
    public let matches: [PairMatch?]
    /// For each bead, what speaks against its being faithful; `nil` for null beads, none where the pair is not weighed.
    public let evidence: [Evidence?]
    /// Words that the target shares with the source's language, as it uses them where the source does not.
    let ownWords: Set<Substring>
    /// Of the beads that are long enough to tell, how many there are and the share whose sides have nothing to do with
    /// each other.
    public let unrelated: (beads: Int, share: Double)

    /// Makes a pair that is aligned, not yet weighed.
    public init(
        source: Version, target: Version, ladder: Ladder, turns: [Bead], moves: [Bead] = [], lengthRatio: Double
    ) {
        self.source = source
        self.target = target
        self.ladder = ladder
        self.turns = turns
        self.moves = moves
        self.lengthRatio = lengthRatio
        known = nil
        (terms, matches, evidence, ownWords, unrelated) = ([], [], [], [], (0, 0))
    }

    private static func readers(_ source: Version, _ target: Version) -> Sides<FactReaders> {
        Sides(source: FactReaders.shared(source.language), target: FactReaders.shared(target.language))
    }

    /// A pair with some of its parts changed.
    private init(
        _ pair: AlignedPair, terms: [Glossary.Term]? = nil, matches: [PairMatch?]? = nil, evidence: [Evidence?]? = nil,
        ownWords: Set<Substring>? = nil, unrelated: (beads: Int, share: Double)? = nil
    ) {
        (source, target, ladder, turns, moves) = (pair.source, pair.target, pair.ladder, pair.turns, pair.moves)
        lengthRatio = pair.lengthRatio
        known = pair.known ?? AlignedPair.readers(pair.source, pair.target)
        self.terms = terms ?? pair.terms
        self.matches = matches ?? pair.matches
        self.evidence = evidence ?? pair.evidence
        self.ownWords = ownWords ?? pair.ownWords
        self.unrelated = unrelated ?? pair.unrelated
    }

    /// The pair with the evidence that checks go by.
    /// - Parameter matches: for each bead, how its words answer to each other; empty where there is no model.
    public func weighed(_ matches: [PairMatch?]) -> AlignedPair {
        let told = matches.compactMap { $0?.unrelatedness }
        let share = told.isEmpty ? 0 : Double(told.count { $0 > 0.5 }) / Double(told.count)
        let matched = AlignedPair(self, matches: matches, unrelated: (told.count, share))
        var evidence = ladder.beads.indices.map { ladder.beads[$0].isNull ? nil : Evidence(matched, bead: $0) }
        let left = evidence.indices.filter { evidence[$0]?.left?.words.isEmpty == false }
        guard !left.isEmpty else { return AlignedPair(matched, evidence: evidence) }
        let ownWords = TargetWords.own(AlignedPair(matched, evidence: evidence), of: left)
        let pair = AlignedPair(matched, ownWords: ownWords)
        if !ownWords.isEmpty { for bead in left { evidence[bead] = Evidence(pair, bead: bead) } }
        return AlignedPair(pair, evidence: evidence)
    }

    /// The pair with the terms that are wanted.
    public func wanting(_ terms: [Glossary.Term]) -> AlignedPair { AlignedPair(self, terms: terms) }

    /// How the words of a bead answer to each other; `nil` for null beads, and where there is no model.
    public func match(_ bead: Int) -> PairMatch? { matches.indices.contains(bead) ? matches[bead] : nil }

    /// What speaks against a bead's being faithful; `nil` for null beads, and where the pair is not weighed.
    public func evidence(_ bead: Int) -> Evidence? { evidence.indices.contains(bead) ? evidence[bead] : nil }

    /// The version on a side.
    public subscript(side: Side) -> Version { side == .source ? source : target }

    /// The pair where other evidence says that its sides are versions of one text.
    public func takenForVersions() -> AlignedPair { AlignedPair(self, unrelated: (unrelated.beads, 0)) }

    /// Whether the sides of a bead are long enough to tell, and have something to do with each other.
    func isRelated(_ bead: Int) -> Bool { match(bead)?.unrelatedness.map { $0 <= 0.5 } ?? false }

    /// Whether both versions are in one language.
    public var isSameLanguage: Bool { source.language.code == target.language.code }
}

extension AlignedPair {
    /// A span over whole segments of a side; for an empty range, the empty place before the segment it names.
    public func span(_ side: Side, segments: Range<Int>) -> Span? {
        let all = self[side].segments
        guard !all.isEmpty else { return nil }
        if segments.isEmpty {
            let isAtEnd = segments.lowerBound >= all.count
            let neighbour = all[min(segments.lowerBound, all.count - 1)].segment
            let offset = isAtEnd ? neighbour.range.end : neighbour.range.start
            return Span(
                segments: segments, range: TextRange(offset, offset), text: "", place: neighbour.place)
        }
        let first = all[segments.lowerBound].segment
        let last = all[segments.upperBound - 1].segment
        return Span(
            segments: segments, range: TextRange(first.range.start, last.range.end),
            text: self[side].text(segments), place: first.place)
    }

    /// A span over a part of a segment.
    /// - Parameter range: bytes of the segment's text.
    public func span(_ side: Side, segment index: Int, range: TextRange) -> Span? {
        guard self[side].segments.indices.contains(index) else { return nil }
        let segment = self[side].segments[index].segment
        return Span(
            segments: index..<index + 1, range: segment.documentRange(range), text: segment.written(range),
            place: segment.place, rangeInSegment: range)
    }
}
