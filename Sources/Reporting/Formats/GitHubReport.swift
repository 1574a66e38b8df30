public import Corpus

/// Annotations of GitHub's workflow runs: at most ten errors and ten warnings, the worst first, as GitHub shows no more.
public enum GitHubReport {
    /// The lines for standard output.
    public static func write(_ corpus: CheckedCorpus) -> String {
        var lines: [String] = []
        let levels = [("error", ["critical", "major"]), ("warning", ["minor"]), ("notice", ["neutral"])]
        for (level, severities) in levels {
            let found = corpus.new.filter { severities.contains($0.finding.severity) }
                .sorted { $0.finding.confidence > $1.finding.confidence }
            for placed in found.prefix(limit) {
                let (path, span) = placed.place
                var parts = ["file=\(property(path))"]
                if let span {
                    parts.append("line=\(span.line),endLine=\(span.endLine),col=\(span.column)")
                }
                parts.append("title=\(property(placed.finding.check))")
                lines.append("::\(level) \(parts.joined(separator: ","))::\(data(placed.finding.message))")
            }
            if found.count > limit {
                lines.append("::notice title=dragoman::\(found.count - limit) more findings of this kind are not shown")
            }
        }
        for problem in corpus.problems.prefix(limit) {
            lines.append("::error file=\(property(problem.path)),title=not checked::\(data(problem.reason))")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static let limit = 10

    /// Text behind the second `::`; a line break would end the command and let the text write others.
    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
