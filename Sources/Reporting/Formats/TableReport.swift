public import Corpus

/// A table of findings, tab-separated, a head first.
public enum TableReport {
    /// The report's text.
    public static func write(_ corpus: CheckedCorpus) -> String {
        var out = "target\tline\tcolumn\tsource\tsource line\tseverity\tcheck\tcategory\tconfidence\tknown\tmessage\t"
        out += "source text\ttarget text\tfingerprint\n"
        for placed in corpus.all {
            let finding = placed.finding
            let cells: [String] = [
                placed.pair.target.path, finding.target.map { "\($0.line)" } ?? "",
                finding.target.map { "\($0.column)" } ?? "", placed.pair.source.path,
                finding.source.map { "\($0.line)" } ?? "", finding.severity, finding.check, finding.category,
                "\(finding.confidence)", finding.isNew ? "no" : "yes", finding.message, finding.source?.text ?? "",
                finding.target?.text ?? "", finding.fingerprint,
            ]
            out += cells.map { OneLine.of($0) }.joined(separator: "\t") + "\n"
        }
        return out
    }
}
