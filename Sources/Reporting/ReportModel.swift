import Bitext
public import Corpus
import Drift
import Facts

/// A comparison as the JSON report has it; `docs/report.schema.json` documents every field.
///
/// Offsets are UTF-8 bytes of the file (for a file in another encoding, bytes of the file as it is on disk), lines and
/// columns count from 1, columns in code points.
public struct ReportModel: Encodable, Sendable {
    /// The version of this form; it grows by one when a field changes its meaning or goes away.
    public static let schemaVersion = 1

    let schema = "dragoman-report"
    let schemaVersion = ReportModel.schemaVersion
    let signature: String
    let summary: SummaryModel
    let source: VersionModel
    let target: VersionModel
    let findings: [FindingModel]
    let beads: [BeadModel]

    struct SummaryModel: Encodable, Sendable {
        let verdict: String
        let critical: Int
        let major: Int
        let minor: Int
        let neutral: Int
        let withheld: Int
        let penaltyPerThousandWords: Double
        let weights: String
    }

    struct VersionModel: Encodable, Sendable {
        let path: String
        let language: String
        let languageEvidence: String
        let encoding: String
        let turns: Int
        let segments: Int
        let words: Int
        let coverage: Double
        let notes: [String]
        let setAside: [RangeModel]
        let manners: [MannerModel]
    }

    struct RangeModel: Encodable, Sendable {
        let start: Int
        let end: Int
    }

    struct MannerModel: Encodable, Sendable {
        let turn: Int
        let kind: String
        let language: String?
        let text: String
    }

    struct FindingModel: Encodable, Sendable {
        let id: String
        let check: String
        let category: String
        let severity: String
        let confidence: Double
        let message: String
        let source: SpanModel?
        let target: SpanModel?
    }

    struct SpanModel: Encodable, Sendable {
        let start: Int
        let end: Int
        let line: Int
        let column: Int
        let place: String
        let segments: [Int]
        let text: String
    }

    struct BeadModel: Encodable, Sendable {
        let source: [Int]
        let target: [Int]
        let score: Double
    }

    /// Makes the model of a comparison.
    public init(_ comparison: Comparison) {
        let pair = comparison.pair
        let summary = comparison.summary
        signature = comparison.signature
        self.summary = SummaryModel(
            verdict: summary.verdict, critical: summary.counts[.critical] ?? 0, major: summary.counts[.major] ?? 0,
            minor: summary.counts[.minor] ?? 0, neutral: summary.counts[.neutral] ?? 0, withheld: comparison.withheld,
            penaltyPerThousandWords: rounded(summary.penaltyPerThousandWords), weights: summary.weights.name)
        source = ReportModel.version(pair.source, coverage: summary.coverage.source)
        target = ReportModel.version(pair.target, coverage: summary.coverage.target)
        let lines = (LineIndex(pair.source.document.text), LineIndex(pair.target.document.text))
        findings = comparison.findings.map { finding in
            FindingModel(
                id: FindingID.of(finding), check: finding.check, category: finding.category,
                severity: finding.severity.rawValue, confidence: rounded(finding.confidence), message: finding.message,
                source: finding.source.map { ReportModel.span($0, lines.0, pair.source.document) },
                target: finding.target.map { ReportModel.span($0, lines.1, pair.target.document) })
        }
        beads = pair.ladder.beads.map {
            BeadModel(source: Array($0.source), target: Array($0.target), score: rounded($0.score))
        }
    }

    private static func version(_ version: AlignedPair.Version, coverage: Double) -> VersionModel {
        let document = version.document
        return VersionModel(
            path: document.path, language: document.language.tag, languageEvidence: document.languageEvidence.rawValue,
            encoding: document.encoding, turns: document.turns.count, segments: version.segments.count,
            words: version.wordCount, coverage: rounded(coverage), notes: document.notes,
            setAside: document.furniture.map {
                let range = document.originalRange($0)
                return RangeModel(start: range.start, end: range.end)
            },
            manners: document.turns.compactMap { turn in
                turn.manner.map {
                    MannerModel(turn: turn.index, kind: $0.kind.rawValue, language: $0.language?.tag, text: $0.text)
                }
            })
    }

    private static func span(_ span: Span, _ lines: LineIndex, _ document: Document) -> SpanModel {
        let (line, column) = lines.position(span.range.start)
        let range = document.originalRange(span.range)
        return SpanModel(
            start: range.start, end: range.end, line: line, column: column, place: span.place,
            segments: Array(span.segments), text: span.text)
    }
}

/// A number with four decimals at most, so that the same result prints the same bytes everywhere.
func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

/// A name for a finding that stays the same while the texts it points at do.
enum FindingID {
    static func of(_ finding: Finding) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let parts = [
            finding.check, finding.source?.text ?? "", finding.target?.text ?? "", finding.source?.place ?? "",
        ]
        for byte in parts.joined(separator: "\u{1F}").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash & 0xFFFF_FFFF_FFFF, radix: 16)
        return String(repeating: "0", count: 12 - digits.count) + digits
    }
}
