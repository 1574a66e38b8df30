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
        try JSONText.write(CheckedPair(comparison), isPretty: true) + "\n"
    }
}

/// The report over a corpus as one JSON document: the pairs' reports, and what could not be checked.
public enum CorpusJSONReport {
    /// The report's text, a newline at its end.
    public static func write(_ corpus: CheckedCorpus) throws -> String {
        try JSONText.write(CorpusFile(corpus), isPretty: true) + "\n"
    }
}

/// The report as JSON Lines: a line for the comparison, then one for each finding.
public enum JSONLReport {
    private struct Head: Encodable {
        let type = "comparison"
        let schema = "dragoman-report"
        let schemaVersion = CheckedPair.schemaVersion
        let signature: String
        let summary: CheckedPair.SummaryValues
        let source: CheckedPair.VersionValues
        let target: CheckedPair.VersionValues
    }

    private struct Line: Encodable {
        let type = "finding"
        let finding: CheckedPair.FindingValues
    }

    /// The report's text, a newline after each line.
    public static func write(_ comparison: Comparison) throws -> String { try write(CheckedPair(comparison)) }

    /// The lines of every pair of a corpus.
    public static func write(_ corpus: CheckedCorpus) throws -> String { try corpus.pairs.map(write).joined() }

    private static func write(_ model: CheckedPair) throws -> String {
        var out =
            try JSONText.write(
                Head(
                    signature: model.signature, summary: model.summary, source: model.source, target: model.target))
            + "\n"
        for finding in model.findings { out += try JSONText.write(Line(finding: finding)) + "\n" }
        return out
    }
}
