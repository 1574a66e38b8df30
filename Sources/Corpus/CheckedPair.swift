internal import Bitext
public import Drift
internal import Facts
public import Formats

/// What came of checking a pair, as plain values: the JSON report's form, what the cache keeps, and what every report over
/// a corpus is made from. `docs/report.schema.json` documents every field.
///
/// Offsets are UTF-8 bytes of the file (for a file in another encoding, bytes of the file as it is on disk), lines and
/// columns count from 1, columns in code points.
public struct CheckedPair: Codable, Sendable {
    /// The version of this form; it grows by one when a field changes its meaning or goes away.
    public static let schemaVersion = 1

    /// `dragoman-report`.
    public let schema: String
    /// `schemaVersion` of the program that made it.
    public let schemaVersion: Int
    /// Everything that is needed to get the same figures again.
    public let signature: String
    /// What the findings come to.
    public let summary: SummaryValues
    /// What was said.
    public let source: VersionValues
    /// The version under test.
    public let target: VersionValues
    /// The version between, where one was given.
    public let relay: VersionValues?
    /// The findings, in the order of the text, those that are known already included.
    public internal(set) var findings: [FindingValues]
    /// Reviewers' decisions that stand beside the text; left out where there are none.
    public private(set) var decisions: [Decision]?
    /// The ladder.
    public let beads: [BeadValues]

    /// What the findings come to.
    public struct SummaryValues: Codable, Sendable {
        /// The verdict in words.
        public let verdict: String
        /// Counts by severity.
        public let critical, major, minor, neutral: Int
        /// Findings that were not sure enough to report.
        public let withheld: Int
        /// MQM points for 1,000 words.
        public let penaltyPerThousandWords: Double
        /// The weights' name.
        public let weights: String
    }

    /// One of the versions.
    public struct VersionValues: Codable, Sendable {
        /// The file, as it was named.
        public let path: String
        /// Its language's tag, and how that is known.
        public let language, languageEvidence: String
        /// How the file is encoded.
        public let encoding: String
        /// What it holds.
        public let turns, segments, words: Int
        /// The share of its words with a counterpart, 0 to 1.
        public let coverage: Double
        /// What a reader should know about how it was read.
        public let notes: [String]
        /// Page furniture that was not compared.
        public let setAside: [RangeValues]
        /// Turns marked as retranslated, interpreted or spoken in another language.
        public let manners: [MannerValues]
    }

    /// A stretch in bytes.
    public struct RangeValues: Codable, Sendable {
        /// Its bounds.
        public let start, end: Int
    }

    /// How a turn was said.
    public struct MannerValues: Codable, Sendable {
        /// The turn's number.
        public let turn: Int
        /// The kind of mark, and the mark itself.
        public let kind, text: String
        /// The language it names.
        public let language: String?
    }

    /// A finding.
    public struct FindingValues: Codable, Sendable {
        /// A name that stays while the texts it points at do.
        public let id: String
        /// The check, its MQM category and the severity.
        public let check, category, severity: String
        /// How likely a careful reader would agree, 0 to 1.
        public let confidence: Double
        /// What is wrong.
        public let message: String
        /// The key of a baseline: the check and the texts of the segments, wherever they stand.
        public let fingerprint: String
        /// Where, on each side.
        public let source, target: SpanValues?
        /// With a relay: the leg that it comes from, and what stands there.
        public let leg: String?
        /// With a relay: its text at that place.
        public let relay: SpanValues?
        /// Whether a baseline or a decision beside the text holds it.
        public internal(set) var known: Bool?
        /// Why it is known, where a reviewer said so.
        public internal(set) var reason: String?
        /// Where the decision stands, as `talks.ru.html:12`, where it stands beside the text.
        public internal(set) var decidedIn: String?
        /// What it rests on, where that was asked for.
        public internal(set) var why: Reasons?

        /// Whether it is new: in no baseline.
        public var isNew: Bool { known != true }
    }

    /// A short hash of both files' paths; of a file that holds both, and may hold others, of its target's language too.
    public var pathKey: String {
        let name = source.path == target.path ? "\(target.path)\u{1F}\(target.language)" : target.path
        return ByteHash.digits(source.path + "\u{1F}" + name, count: 8)
    }

    /// Makes all findings new ones.
    mutating func forgetKnown() {
        for index in findings.indices {
            findings[index].known = nil
            findings[index].reason = nil
            findings[index].decidedIn = nil
        }
    }

    /// A stretch of a version.
    public struct SpanValues: Codable, Sendable {
        /// Bytes of the file.
        public let start, end: Int
        /// Where it starts and ends.
        public let line, column, endLine, endColumn: Int
        /// The same columns in bytes.
        public let byteColumn, endByteColumn: Int
        /// The place as a reader can name it.
        public let place: String
        /// The segments it touches.
        public let segments: [Int]
        /// Its text.
        public let text: String
        /// What stands before and behind it in its sentence, at most 500 characters each.
        public let before, after: String
        /// The lines of the paragraphs that it touches.
        public let firstParagraphLine, lastParagraphLine: Int
    }

    /// A bead.
    public struct BeadValues: Codable, Sendable {
        /// Numbers of segments.
        public let source, target: [Int]
        /// How likely it is right, 0 to 1.
        public let score: Double
    }

    /// Makes the values of a comparison.
    public init(_ comparison: Comparison) {
        let pair = comparison.pair
        let summary = comparison.summary
        schema = "dragoman-report"
        schemaVersion = CheckedPair.schemaVersion
        signature = comparison.signature
        self.summary = SummaryValues(
            verdict: summary.verdict, critical: summary.counts[.critical] ?? 0, major: summary.counts[.major] ?? 0,
            minor: summary.counts[.minor] ?? 0, neutral: summary.counts[.neutral] ?? 0, withheld: comparison.withheld,
            penaltyPerThousandWords: rounded(summary.penaltyPerThousandWords), weights: summary.weights.name)
        source = CheckedPair.version(pair.source, coverage: summary.coverage.source)
        target = CheckedPair.version(pair.target, coverage: summary.coverage.target)
        relay = comparison.relay.map { CheckedPair.version($0.version, coverage: 1) }
        let lines = (LineIndex(pair.source.document.text), LineIndex(pair.target.document.text))
        let between = comparison.relay.map { ($0, LineIndex($0.version.document.text)) }
        findings = comparison.findings.enumerated().map { number, finding in
            FindingValues(
                id: FindingID.of(finding), check: finding.check, category: finding.category,
                severity: finding.severity.rawValue, confidence: rounded(finding.confidence), message: finding.message,
                fingerprint: FindingID.fingerprint(finding, in: pair),
                source: finding.source.map { CheckedPair.span($0, lines.0, pair.source) },
                target: finding.target.map { CheckedPair.span($0, lines.1, pair.target) },
                leg: between.map { $0.0.legs[number].rawValue },
                relay: between.flatMap { relay, lines in
                    relay.span(number).map { CheckedPair.span($0, lines, relay.version) }
                }, known: nil, reason: nil, decidedIn: nil, why: nil)
        }
        beads = pair.ladder.beads.map {
            BeadValues(source: Array($0.source), target: Array($0.target), score: rounded($0.score))
        }
    }

    /// Makes the values of a comparison, with the decisions that stand beside the text.
    /// - Parameters:
    ///   - beside: the file of decisions next to the target, where there is one.
    ///   - why: whether to say what each finding rests on.
    /// - Throws: `ReadingError` for a comment or a line that is addressed to this program and is no decision.
    public init(
        _ comparison: Comparison, beside: (path: String, bytes: [UInt8])?, why: Bool = false
    ) throws(ReadingError) {
        self.init(comparison)
        if why {
            for (number, reasons) in Reasons.of(comparison).enumerated() { findings[number].why = reasons }
        }
        let found = zip(comparison.findings, findings).map { ($0, $1.id) }
        let pair = comparison.pair
        var decisions = try Decision.inline(pair.target, .target, found)
        if pair.source.document.path != pair.target.document.path {
            decisions += try Decision.inline(pair.source, .source, found)
        }
        if let beside { decisions += try Decision.beside(beside.bytes, path: beside.path, findings) }
        if !decisions.isEmpty { self.decisions = decisions }
    }

    private static func version(_ version: AlignedPair.Version, coverage: Double) -> VersionValues {
        let document = version.document
        return VersionValues(
            path: document.path, language: document.language.tag, languageEvidence: document.languageEvidence.rawValue,
            encoding: document.encoding, turns: document.turns.count, segments: version.segments.count,
            words: version.wordCount, coverage: rounded(coverage), notes: document.notes,
            setAside: document.furniture.map {
                let range = document.originalRange($0)
                return RangeValues(start: range.start, end: range.end)
            },
            manners: document.turns.compactMap { turn in
                turn.manner.map {
                    MannerValues(turn: turn.index, kind: $0.kind.rawValue, text: $0.text, language: $0.language?.tag)
                }
            })
    }

    private static func span(_ span: Span, _ lines: LineIndex, _ version: AlignedPair.Version) -> SpanValues {
        let document = version.document
        let segments = span.segments.clamped(to: version.segments.indices)
        // A place stands between two segments: both are looked at.
        let touched =
            span.isPlaceOnly
            ? max(0, span.segments.lowerBound - 1)..<min(version.segments.count, span.segments.lowerBound + 1)
            : segments
        let paragraphs = paragraphs(touched, of: version)
        let whole = segments.first.map { version.segments[$0].segment.text } ?? ""
        let within = span.rangeInSegment ?? TextRange(0, whole.utf8.count)
        let (line, column) = lines.position(span.range.start)
        let (endLine, endColumn) = lines.position(span.range.end)
        let range = document.originalRange(span.range)
        return SpanValues(
            start: range.start, end: range.end, line: line, column: column, endLine: endLine, endColumn: endColumn,
            byteColumn: lines.byteColumn(span.range.start), endByteColumn: lines.byteColumn(span.range.end),
            place: span.place, segments: Array(span.segments), text: span.text,
            before: String(whole.slice(TextRange(0, within.start)).suffix(500)),
            after: String(whole.slice(TextRange(within.end, whole.utf8.count)).prefix(500)),
            firstParagraphLine: lines.line(min(paragraphs?.start ?? .max, span.range.start)),
            lastParagraphLine: lines.line(max(paragraphs?.end ?? 0, span.range.end)))
    }

    /// From the first of some segments' paragraphs to the end of the last. Found by halving: a text may be one paragraph.
    private static func paragraphs(_ touched: Range<Int>, of version: AlignedPair.Version) -> TextRange? {
        func segment(_ index: Int) -> Segment { version.segments[index].segment }
        /// The first segment whose paragraph has a number, or a higher one.
        func start(of paragraph: Int) -> Int {
            var (low, high) = (0, version.segments.count)
            while low < high {
                let middle = (low + high) / 2
                if segment(middle).paragraph < paragraph { low = middle + 1 } else { high = middle }
            }
            return low
        }
        guard let first = touched.first, let last = touched.last else { return nil }
        return TextRange(
            segment(start(of: segment(first).paragraph)).range.start,
            segment(start(of: segment(last).paragraph + 1) - 1).range.end)
    }
}

/// A number with four decimals at most, so that the same result prints the same bytes everywhere.
func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

/// Names of findings.
public enum FindingID {
    /// A name that stays the same while the texts that a finding points at do.
    public static func of(_ finding: Finding) -> String {
        ByteHash.digits(
            [finding.check, finding.source?.text ?? "", finding.target?.text ?? "", finding.source?.place ?? ""]
                .joined(separator: "\u{1F}"), count: 12)
    }

    /// A key for baselines: the check and the whole segments on both sides, white space folded; not where they stand.
    public static func fingerprint(_ finding: Finding, in pair: AlignedPair) -> String {
        func text(_ side: Side) -> String {
            let segments = finding[side]?.segments ?? 0..<0
            let clamped = segments.clamped(to: pair[side].segments.indices)
            return pair[side].text(clamped).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let spans = [finding.source?.text ?? "", finding.target?.text ?? ""]
        let key = ([finding.check, text(.source), text(.target)] + spans).joined(separator: "\u{1F}")
        return "v1-" + ByteHash.digits(key, count: 16) + ByteHash.digits("\u{1F}" + key, count: 16)
    }
}

extension ByteHash {
    /// The last hexadecimal digits of a text's hash.
    static func digits(_ text: String, count: Int) -> String {
        let digits = String(of(text.utf8), radix: 16)
        return String((String(repeating: "0", count: 16) + digits).suffix(count))
    }
}
