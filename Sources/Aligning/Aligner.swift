public import Bitext
public import Facts
public import Semantics

/// Aligns two lists of segments: finds the ladder of beads that explains both best.
///
/// Turns are aligned first, and the beads of turns bound those of segments. In both, a bead's cost joins length
/// (`LengthModel`), shared numbers, codes and look-alike words (`TermEvidence`) and how common its shape is; dynamic
/// programming finds the cheapest path inside a band around the anchors. A first pass learns the bitext's own length
/// ratio and share of common terms, a second uses them. Last, the words of neighbouring beads are linked one to one, and
/// segments stand where they have most links (`BorderMover`), or alone where they have hardly any (`BeadTrimmer`).
public struct Aligner: Sendable {
    /// Which evidence is used.
    public enum Evidence: String, Sendable, CaseIterable {
        /// All there is.
        case blend
        /// Length alone, as a baseline.
        case length
    }

    /// Which evidence is used.
    public let evidence: Evidence

    /// How far turns bound the beads of segments.
    public let turns: Turns

    /// Vectors of the segments by another model than the embedded one, used besides it.
    public let vectors: TextVectors?

    /// Which words answer to which, besides what the vectors say.
    public let lexical: LexicalSupport?

    /// Makes an aligner.
    public init(
        evidence: Evidence = .blend, turns: Turns = .strict, vectors: TextVectors? = nil,
        lexical: LexicalSupport? = nil
    ) {
        self.lexical = lexical
        self.evidence = evidence
        self.turns = turns
        self.vectors = vectors
    }

    /// One side of a bitext.
    public struct Input: Sendable {
        let segments: [AnalysedSegment]
        let turns: [Turn]
        let language: Language

        /// Makes an input.
        public init(segments: [AnalysedSegment], turns: [Turn], language: Language) {
            self.segments = segments
            self.turns = turns
            self.language = language
        }
    }

    /// What an alignment finds.
    public struct Result: Sendable {
        /// The beads of segments.
        public let ladder: Ladder
        /// The beads of turns, by turn number.
        public let turns: [Bead]
        /// Target letters for a source letter, as the bitext has it.
        public let lengthRatio: Double
    }

    /// Aligns two sides.
    /// - Parameter fixed: what the ladder must keep, in order, each behind the last.
    public func align(_ source: Input, _ target: Input, fixed: [FixedPoint] = []) -> Result {
        let isSameLanguage = source.language.code == target.language.code
        let reader = TermReader(isSameLanguage: isSameLanguage)
        let sourceTerms = terms(of: source, reader)
        let targetTerms = terms(of: target, reader)
        let turnBeads = TurnAligner(reader: reader).align(source, target, terms: (sourceTerms, targetTerms))
        let lengths = (
            source.segments.map { InformationLength.of($0.segment.text) },
            target.segments.map { InformationLength.of($0.segment.text) }
        )
        let evidence = TermEvidence(source: sourceTerms, target: targetTerms)
        let free = FreeStretches(
            fixed, within: bounds(turnBeads, source, target),
            counts: (source.segments.count, target.segments.count))
        let stretches = free.stretches

        var ratio = Aligner.overallRatio(lengths.0, lengths.1)
        var expectedShare = 0.0
        var paths: [[Bead]] = []
        var shares: [Double] = []
        var pairs = (source: 0.0, target: 0.0)
        for (sources, targets) in stretches {
            let band = Band.first(sources, targets, self.evidence == .blend ? evidence : nil)
            let search = search(sources, targets, lengths, evidence, ratio: ratio, expectedShare: 0, band: band)
            let found = search.run()
            for bead in found where bead.source.count == 1 && bead.target.count == 1 {
                if let share = search.share(bead.source, bead.target) { shares.append(share) }
                pairs.source += search.source.lengths[bead.source.lowerBound]
                pairs.target += search.target.lengths[bead.target.lowerBound]
            }
            paths.append(found)
        }
        if pairs.source > 200, pairs.target > 200 { ratio = pairs.target / pairs.source }
        shares.sort()
        expectedShare = shares.isEmpty ? 0 : shares[shares.count / 2]

        let texts = (source.segments.map(\.segment.text), target.segments.map(\.segment.text))
        let vocabulary = self.evidence == .blend ? EmbeddedModel.vocabulary : nil
        let words = vocabulary.map {
            VectorEvidence($0, source: texts.0, target: texts.1, lexical: lexical)
        }
        let embedded = (self.evidence == .blend ? vectors : nil).map {
            (SegmentVectors($0, texts: texts.0, isCentred: true), SegmentVectors($0, texts: texts.1, isCentred: true))
        }
        let pooled = words?.pooled()
        let searches = zip(stretches, paths).map { stretch, path in
            search(
                stretch.0, stretch.1, lengths, evidence, ratio: ratio, expectedShare: expectedShare,
                band: .along(path, stretch.0, stretch.1, pooled))
        }
        let gains = zip(searches, stretches).map { search, stretch in
            embedded.map {
                EmbeddingGains(
                    $0.0, $0.1, sources: stretch.0, targets: stretch.1, band: search.band, lengths: lengths)
            }
        }
        let hasVectors = words != nil || embedded != nil
        let found =
            hasVectors
            ? vectorBeads(searches, stretches, words, gains, isSameLanguage: isSameLanguage) : searches.map(termBeads)
        let parts = zip(found, stretches).map { beads, stretch in beads.map { $0.shifted(stretch.0, stretch.1) } }
        let links = vocabulary.map {
            BeadLinks(
                PairMatcher($0, lexical: lexical), texts: Sides(source: texts.0, target: texts.1),
                lengths: Sides(source: lengths.0, target: lengths.1), model: LengthModel(ratio: ratio))
        }
        var beads = links.map { mended(parts, $0) } ?? parts.flatMap(\.self)
        if !free.beads.isEmpty {
            beads = (beads + free.beads).sorted {
                ($0.source.lowerBound, $0.target.lowerBound, $0.source.upperBound, $0.target.upperBound)
                    < ($1.source.lowerBound, $1.target.lowerBound, $1.source.upperBound, $1.target.upperBound)
            }
        }
        return Result(ladder: Ladder(beads: beads), turns: turnBeads, lengthRatio: ratio)
    }

    /// The beads of all stretches, their borders and shapes as their words' links have them. No border leaves its stretch.
    private func mended(_ stretches: [[Bead]], _ links: BeadLinks) -> [Bead] {
        BeadTrimmer(links).trimmed(stretches.flatMap(BorderMover(links).moved))
    }

    /// The beads by length and terms alone.
    private func termBeads(_ search: BeadSearch) -> [Bead] {
        let scorer = BeadScorer(shapes: search.shapes, nullCost: search.nullCost) { search.cost($0, $1, shape: $2) }
        return scorer.scored(search.run())
    }

    /// The beads by the words' vectors, for each stretch: once with the general frequencies of shapes, and again with
    /// those of this bitext, which a literal translation and a free one differ by most.
    private func vectorBeads(
        _ searches: [BeadSearch], _ stretches: [(Range<Int>, Range<Int>)], _ words: VectorEvidence?,
        _ embedded: [EmbeddingGains?], isSameLanguage: Bool
    ) -> [[Bead]] {
        var seconds = searches.indices.map { number in
            let (search, stretch) = (searches[number], stretches[number])
            return VectorSearch(
                base: search,
                gains: words.map {
                    VectorSearch.gains($0, search.band, sources: stretch.0, targets: stretch.1)
                },
                embedded: embedded[number])
        }
        let firsts = seconds.map { $0.run(.general) }
        let prior = BeadPrior(firsts.flatMap(\.self))
        if isSameLanguage { fitLengths(&seconds, firsts) }
        return seconds.map { second in
            let scorer = BeadScorer(shapes: prior.shapes, nullCost: prior.nullCost) { second.cost($0, $1, shape: $2) }
            return scorer.scored(second.run(prior))
        }
    }

    /// Takes the variance of lengths from the single pairs of the first ladders: within a language, versions differ far less
    /// than translations do, and some hardly at all.
    private func fitLengths(_ searches: inout [VectorSearch], _ ladders: [[Bead]]) {
        let pairs = zip(ladders, searches).flatMap { beads, search in
            beads.filter { $0.source.count == 1 && $0.target.count == 1 }.map {
                (
                    source: search.base.source.lengths[$0.source.lowerBound],
                    target: search.base.target.lengths[$0.target.lowerBound]
                )
            }
        }
        for number in searches.indices {
            searches[number].base.lengthModel = searches[number].base.lengthModel.fitted(pairs)
        }
    }

    private func search(
        _ sources: Range<Int>, _ targets: Range<Int>, _ lengths: ([Double], [Double]), _ evidence: TermEvidence,
        ratio: Double, expectedShare: Double, band: Band
    ) -> BeadSearch {
        let usesTerms = self.evidence == .blend
        var overlap = [Float](repeating: 0, count: band.count)
        if usesTerms {
            for row in 0..<sources.count {
                let columns = band.columns(row, of: targets.count)
                guard !columns.isEmpty else { continue }
                var cells = [Float](repeating: 0, count: columns.count)
                evidence.addOverlap(
                    source: row + sources.lowerBound,
                    targets: columns.lowerBound + targets.lowerBound..<columns.upperBound + targets.lowerBound,
                    to: &cells)
                for (index, value) in cells.enumerated() { overlap[band.starts[row] + index] = value }
            }
        }
        return BeadSearch(
            source: .init(lengths: Array(lengths.0[sources]), totals: Array(evidence.sourceTotals[sources])),
            target: .init(lengths: Array(lengths.1[targets]), totals: Array(evidence.targetTotals[targets])),
            band: band, lengthModel: LengthModel(ratio: ratio), overlap: overlap,
            expectedShare: usesTerms ? expectedShare : 0, shapes: BeadSearch.shapes, nullCost: Aligner.nullCost)
    }

    /// What a segment without a counterpart costs, in nats: Gale and Church's frequency of 1-0 beads.
    static let nullCost = 4.6

    private func terms(of input: Input, _ reader: TermReader) -> [[Term]] {
        input.segments.map { segment in
            reader.terms(
                segment.segment.text, tokens: segment.tokens,
                numbers: segment.facts.flatMap { $0.readings.map(\.description) })
        }
    }

    /// The lengths' ratio, drawn towards 1 in short texts and kept within what languages differ by, so that a side
    /// that stops early does not bend it.
    private static func overallRatio(_ source: [Double], _ target: [Double]) -> Double {
        let sum = (source: source.reduce(0, +), target: target.reduce(0, +))
        guard sum.source > 0, sum.target > 0 else { return 1 }
        return min(1.5, max(0.67, (sum.target + 400) / (sum.source + 400)))
    }

    /// The stretches that turns bound, as far as they are to.
    private func bounds(_ turnBeads: [Bead], _ source: Input, _ target: Input) -> [(Range<Int>, Range<Int>)] {
        let all = Aligner.stretches(turnBeads, source, target)
        guard turns != .strict, let first = all.first, let last = all.last else { return all }
        var bounds: [(Range<Int>, Range<Int>)] = []
        var start = (first.0.lowerBound, first.1.lowerBound)
        if turns == .soft {
            for (number, stretch) in all.enumerated() where number > 0 {
                let bead = turnBeads.indices.contains(number) ? turnBeads[number] : nil
                let isSure = bead.map { $0.source.count == 1 && $0.target.count == 1 && $0.score >= 0.9 } ?? false
                guard isSure else { continue }
                bounds.append((start.0..<stretch.0.lowerBound, start.1..<stretch.1.lowerBound))
                start = (stretch.0.lowerBound, stretch.1.lowerBound)
            }
        }
        bounds.append((start.0..<last.0.upperBound, start.1..<last.1.upperBound))
        return bounds
    }

    /// The stretches of segments that the beads of turns hold, those without a counterpart joined to what they stand
    /// beside, so that each segment is in one stretch.
    private static func stretches(
        _ turnBeads: [Bead], _ source: Input, _ target: Input
    ) -> [(Range<Int>, Range<Int>)] {
        let sourceTurns = source.segments.map(\.segment.turn)
        let targetTurns = target.segments.map(\.segment.turn)
        func segments(_ turns: Range<Int>, _ all: [Int], from start: Int) -> Range<Int> {
            var end = start
            while end < all.count, all[end] < turns.upperBound { end += 1 }
            return start..<end
        }
        var stretches: [(Range<Int>, Range<Int>)] = []
        var sourceStart = 0
        var targetStart = 0
        for bead in turnBeads {
            let sources = segments(bead.source, sourceTurns, from: sourceStart)
            let targets = segments(bead.target, targetTurns, from: targetStart)
            stretches.append((sources, targets))
            sourceStart = sources.upperBound
            targetStart = targets.upperBound
        }
        if sourceStart < sourceTurns.count || targetStart < targetTurns.count {
            stretches.append((sourceStart..<sourceTurns.count, targetStart..<targetTurns.count))
        }
        return stretches
    }
}

extension Bead {
    /// The bead with its numbers counted from the start of the document instead of the stretch.
    fileprivate func shifted(_ sources: Range<Int>, _ targets: Range<Int>) -> Bead {
        Bead(
            source: source.lowerBound + sources.lowerBound..<source.upperBound + sources.lowerBound,
            target: target.lowerBound + targets.lowerBound..<target.upperBound + targets.lowerBound, score: score)
    }
}
