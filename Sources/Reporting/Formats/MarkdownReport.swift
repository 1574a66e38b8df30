public import Corpus

/// Markdown for the comment of a pull request or the summary of a run.
public enum MarkdownReport {
    /// The report's text.
    public static func write(_ corpus: CheckedCorpus) -> String {
        var out = "### dragoman\n\n" + CorpusCounts(corpus).sentences.map(text).joined(separator: " ") + "\n"
        let new = corpus.new
        if !new.isEmpty {
            out += "\n| where | severity | check | what | sure |\n| --- | --- | --- | --- | --- |\n"
            for placed in new.prefix(limit) {
                let (path, span) = placed.place
                let place = span.map { "\(path):\($0.line)" } ?? path
                out += "| \(text(place)) | \(placed.finding.severity) | \(placed.finding.check) | "
                out += "\(text(placed.finding.message)) | \(Int((placed.finding.confidence * 100).rounded())) % |\n"
            }
            if new.count > limit { out += "\n\(new.count - limit) more are not shown.\n" }
        }
        for problem in corpus.problems { out += "\n- not checked: \(text(problem.description))\n" }
        return out
    }

    private static let limit = 100

    /// Text that Markdown and a table's cells leave as it is.
    private static func text(_ text: String) -> String {
        var out = ""
        for character in OneLine.of(text, limit: 300) {
            if "\\`*_{}[]<>|#&".contains(character) { out.append("\\") }
            out.append(character)
        }
        return out
    }
}
