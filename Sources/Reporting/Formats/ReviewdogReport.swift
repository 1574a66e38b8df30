public import Corpus

/// Reviewdog's `rdjsonl`: a diagnostic a line, columns in bytes.
public enum ReviewdogReport {
    private struct Diagnostic: Encodable {
        let message: String
        let location: Location
        let severity: String
        let source: Source
        let code: Code

        struct Location: Encodable {
            let path: String
            let range: Range?
        }

        struct Range: Encodable {
            let start: Position
            let end: Position
        }

        struct Position: Encodable {
            let line: Int
            let column: Int
        }

        struct Source: Encodable { let name: String }
        struct Code: Encodable { let value: String }
    }

    /// The report's text.
    public static func write(_ corpus: CheckedCorpus) throws -> String {
        try corpus.new.map { placed in
            let (path, span) = placed.place
            let severities = ["critical": "ERROR", "major": "ERROR", "minor": "WARNING"]
            return try JSONText.write(
                Diagnostic(
                    message: placed.finding.message,
                    location: Diagnostic.Location(
                        path: path,
                        range: span.map {
                            Diagnostic.Range(
                                start: .init(line: $0.line, column: $0.byteColumn),
                                end: .init(line: $0.endLine, column: $0.endByteColumn))
                        }),
                    severity: severities[placed.finding.severity] ?? "INFO",
                    source: .init(name: "dragoman"), code: .init(value: placed.finding.check))) + "\n"
        }.joined()
    }
}
