public import Corpus

/// A table of findings, a head first: separated by tabs, or by commas as RFC 4180 has it.
public enum TableReport {
    /// Columns of the table.
    private static let head = [
        "target", "line", "column", "source", "source line", "severity", "check", "category", "confidence", "known",
        "message", "source text", "target text", "fingerprint",
    ]

    /// The table with tabs.
    public static func write(_ corpus: CheckedCorpus) -> String {
        rows(corpus).map { $0.joined(separator: "\t") + "\n" }.joined()
    }

    /// The table with commas. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    public static func csv(_ corpus: CheckedCorpus) -> String {
        rows(corpus).map { row in
            row.map { cell in
                let safe = cell.first.map { "=+-@".contains($0) } ?? false ? "'" + cell : cell
                let isQuoted = safe.contains { $0 == "," || $0 == "\"" }
                return isQuoted ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
            }.joined(separator: ",") + "\r\n"
        }.joined()
    }

    private static func rows(_ corpus: CheckedCorpus) -> [[String]] {
        var rows = [head]
        for placed in corpus.all {
            let finding = placed.finding
            let cells: [String] = [
                placed.pair.target.path, finding.target.map { "\($0.line)" } ?? "",
                finding.target.map { "\($0.column)" } ?? "", placed.pair.source.path,
                finding.source.map { "\($0.line)" } ?? "", finding.severity, finding.check, finding.category,
                "\(finding.confidence)", finding.isNew ? "no" : "yes", finding.message, finding.source?.text ?? "",
                finding.target?.text ?? "", finding.fingerprint,
            ]
            rows.append(cells.map { OneLine.of($0) })
        }
        return rows
    }
}
