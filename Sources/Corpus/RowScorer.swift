public import Bitext
public import Drift
internal import Facts
public import Formats
internal import ICU
internal import Semantics

/// Scores single pairs of texts, one after the other; each is taken as one bead.
///
/// It keeps readers for the languages it has seen, so it is not `Sendable`: make one for each task.
public final class RowScorer {
    /// What a row comes to.
    public struct Result: Sendable {
        /// How likely the pair holds an error, 0 to 1.
        public let score: Double
        /// How alike the pair is, 0 to 1: the cosine of its texts where they have vectors, else the mean support of its
        /// words; without a model, the agreement of lengths and numbers.
        public let similarity: Double
        /// What was found; offsets are bytes of the row's own texts.
        public let findings: [Finding]
        /// The figures behind the score; `nil` for a row with an empty side.
        public let evidence: Evidence?
    }

    private let engine: DriftEngine
    private let lexicons: LexiconShelf
    private let plainMatcher = EmbeddedModel.vocabulary.map { PairMatcher($0) }
    /// By languages' codes, the matchers that know lexicons.
    private var matchers: [[String]: PairMatcher] = [:]
    private var readers: [Language: (analyser: SegmentAnalyser, mender: LetterMender)] = [:]

    /// Makes a scorer.
    public init(only: Set<String> = [], skip: Set<String> = [], lexicons: LexiconShelf = LexiconShelf()) {
        engine = DriftEngine(only: only, skip: skip)
        self.lexicons = lexicons
    }

    /// Scores a row.
    /// - Parameter likeness: how alike the texts are by another model than the embedded one.
    /// - Throws: `ReadingError` where a language cannot be segmented.
    public func score(
        source: String, target: String, sourceLanguage: Language, targetLanguage: Language,
        likeness: EmbeddedLikeness.Pair? = nil
    ) throws(ReadingError) -> Result {
        let versions = (
            try version(source, sourceLanguage, name: "source"), try version(target, targetLanguage, name: "target")
        )
        let pair = AlignedPair(
            source: versions.0, target: versions.1,
            ladder: Ladder(beads: [Bead(source: 0..<1, target: 0..<1, score: 1)]), turns: [],
            lengthRatio: LanguageNorms.lengthRatio(source: sourceLanguage, target: targetLanguage)
        ).weighed([
            matcher(sourceLanguage, targetLanguage)?.match(
                versions.0.segments[0].segment.text, versions.1.segments[0].segment.text)
        ])
        let findings = engine.findings(in: pair)
        return Result(
            score: engine.score(findings, of: pair, shiftedBy: likeness?.logOdds ?? 0),
            similarity: likeness?.cosine ?? pair.match(0)?.similarity ?? RowSimilarity.of(pair),
            findings: findings, evidence: pair.evidence(0))
    }

    private func matcher(_ source: Language, _ target: Language) -> PairMatcher? {
        guard let vocabulary = EmbeddedModel.vocabulary, let lexical = lexicons.support(source, target) else {
            return plainMatcher
        }
        let key = [source.code, target.code]
        if let known = matchers[key] { return known }
        let made = PairMatcher(vocabulary, lexical: lexical)
        matchers[key] = made
        return made
    }

    private func version(_ text: String, _ language: Language, name: String) throws(ReadingError) -> AlignedPair.Version
    {
        let language = Scripts.written(language, in: text)
        let readers = try readers(language)
        let content = readers.mender.mend(MappedText(text, at: 0)).content
        let turn = Turn(
            index: 0, speaker: nil, manner: nil, paragraphs: [Paragraph(content: content, isSegment: true)],
            range: TextRange(0, text.utf8.count))
        let document = Document(
            path: name, language: language, languageEvidence: .option, direction: .leftToRight, encoding: "UTF-8",
            text: text, turns: [turn])
        let segment = Segment(
            index: 0, turn: 0, indexInTurn: 0, paragraph: 0, kind: .prose, of: content,
            rangeInParagraph: TextRange(0, content.text.utf8.count))
        return AlignedPair.Version(document: document, segments: [readers.analyser.analyse(segment)])
    }

    private func readers(
        _ language: Language
    ) throws(ReadingError) -> (analyser: SegmentAnalyser, mender: LetterMender) {
        if let known = readers[language] { return known }
        do {
            let made = (analyser: try SegmentAnalyser(language: language), mender: LetterMender(language))
            readers[language] = made
            return made
        } catch {
            throw ReadingError(path: "row", reason: error.description)
        }
    }
}

/// How alike a single pair is, by length and numbers alone.
enum RowSimilarity {
    static func of(_ pair: AlignedPair) -> Double {
        guard let source = pair.source.segments.first, let target = pair.target.segments.first else { return 0 }
        let lengths = (InformationLength.of(source.segment.text), InformationLength.of(target.segment.text))
        let byLength = 1 - LengthModel(ratio: 1).cost(lengths.0, lengths.1) / LengthModel.most
        let numbers = (Set(source.facts.map(\.value)), Set(target.facts.map(\.value)))
        let union = numbers.0.union(numbers.1)
        guard !union.isEmpty else { return byLength }
        let byNumbers = Double(numbers.0.intersection(numbers.1).count) / Double(union.count)
        return (byLength + byNumbers) / 2
    }
}
