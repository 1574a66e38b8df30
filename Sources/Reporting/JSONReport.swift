public import Corpus

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Writes values as JSON: keys sorted, so that the same value gives the same bytes.
public enum JSONText {
    /// A value as JSON.
    /// - Parameter isPretty: over several lines, for people; else in one line.
    /// - Throws: `EncodingError` for numbers that JSON cannot hold.
    public static func write(_ value: some Encodable, isPretty: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// The report as one JSON document; see `docs/report.schema.json`.
public enum JSONReport {
    /// The report's text, a newline at its end.
    public static func write(_ comparison: Comparison) throws -> String {
        try JSONText.write(ReportModel(comparison), isPretty: true) + "\n"
    }
}

/// The report as JSON Lines: a line for the comparison, then one for each finding.
public enum JSONLReport {
    private struct Head: Encodable {
        let type = "comparison"
        let schema = "dragoman-report"
        let schemaVersion = ReportModel.schemaVersion
        let signature: String
        let summary: ReportModel.SummaryModel
        let source: ReportModel.VersionModel
        let target: ReportModel.VersionModel
    }

    private struct Line: Encodable {
        let type = "finding"
        let finding: ReportModel.FindingModel
    }

    /// The report's text, a newline after each line.
    public static func write(_ comparison: Comparison) throws -> String {
        let model = ReportModel(comparison)
        var out =
            try JSONText.write(
                Head(
                    signature: model.signature, summary: model.summary, source: model.source, target: model.target))
            + "\n"
        for finding in model.findings { out += try JSONText.write(Line(finding: finding)) + "\n" }
        return out
    }
}
