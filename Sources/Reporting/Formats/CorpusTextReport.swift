public import Corpus
internal import Drift

/// A corpus for the terminal: a line a finding, as compilers print them, then what it comes to.
public enum CorpusTextReport {
    /// The report's text.
    public static func write(_ corpus: CheckedCorpus) -> String {
        var out = ""
        for placed in corpus.new {
            let (path, span) = placed.place
            let finding = placed.finding
            let place = span.map { "\(path):\($0.line):\($0.column)" } ?? path
            let percent = Int((finding.confidence * 100).rounded())
            out +=
                "\(place): \(finding.severity) \(finding.check) (\(percent) % sure): \(OneLine.of(finding.message))\n"
            for (name, span) in [("source", finding.source), ("target", finding.target)] {
                guard let span, !span.text.isEmpty else { continue }
                out += "  \(name) │ \(OneLine.of(span.text, limit: 200))\n"
            }
        }
        for problem in corpus.problems { out += "\(problem.description): not checked\n" }
        if !out.isEmpty { out += "\n" }
        return out + CorpusCounts(corpus).sentences.joined(separator: "\n") + "\n"
    }
}

/// What a corpus comes to, in words.
struct CorpusCounts {
    let corpus: CheckedCorpus

    init(_ corpus: CheckedCorpus) { self.corpus = corpus }

    /// The number of new findings by severity, the worst first.
    var bySeverity: [(severity: String, count: Int)] {
        Severity.allCases.reversed().compactMap { severity in
            let count = corpus.new.count { $0.finding.severity == severity.rawValue }
            return count > 0 ? (severity.rawValue, count) : nil
        }
    }

    /// What targets hold and lack that was not compared, added up: 12 without a translation, not compared (3 files).
    private var uncompared: [String] {
        var sums: [Substring: (count: Int, files: Int)] = [:]
        for note in corpus.pairs.flatMap(\.target.notes) where note.hasSuffix(", not compared") {
            guard let space = note.firstIndex(of: " "), let count = Int(note[..<space]) else { continue }
            let sum = sums[note[space...]] ?? (0, 0)
            sums[note[space...]] = (sum.count + count, sum.files + 1)
        }
        return sums.sorted { $0.key < $1.key }.map { what, sum in
            "\(sum.count)\(what) (\(sum.files) file\(sum.files == 1 ? "" : "s"))."
        }
    }

    var sentences: [String] {
        let segments = corpus.pairs.reduce(0) { $0 + $1.source.segments }
        var first =
            "\(corpus.pairs.count) pair\(corpus.pairs.count == 1 ? "" : "s") checked, \(segments) sentence\(segments == 1 ? "" : "s"): "
        first +=
            bySeverity.isEmpty
            ? "nothing found" : bySeverity.map { "\($0.count) \($0.severity)" }.joined(separator: ", ")
        var sentences = [first + "."]
        let withheld = corpus.pairs.reduce(0) { $0 + $1.summary.withheld }
        if withheld > 0 { sentences.append("\(withheld) less sure not shown (min-confidence).") }
        sentences += uncompared + KnownText.sentences(corpus) + corpus.notes
        if !corpus.problems.isEmpty {
            sentences.append("\(corpus.problems.count) file\(corpus.problems.count == 1 ? "" : "s") not checked.")
        }
        return sentences
    }
}

/// Text in one line.
enum OneLine {
    static func of(_ text: String, limit: Int = .max) -> String {
        let folded = text.split(whereSeparator: { $0.isNewline || $0 == "\t" || $0 == " " }).joined(separator: " ")
        return folded.count > limit ? folded.prefix(limit - 1) + "…" : folded
    }
}
