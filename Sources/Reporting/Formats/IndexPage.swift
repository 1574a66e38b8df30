public import Corpus
internal import Mustache

/// The first page of a corpus's HTML report: the pairs, those with most findings first.
public enum IndexPage {
    /// The page.
    /// - Parameter pages: for each pair, the name of its own page; `nil` where it has none.
    /// - Throws: an error of the template, which is part of the program.
    public static func write(_ corpus: CheckedCorpus, pages: [String?]) throws -> String {
        let template = try MustacheTemplate(string: String(decoding: PackageResources.index_mustache, as: UTF8.self))
        let rows = zip(corpus.pairs, pages).map { pair, page -> (weight: Int, row: [String: Any]) in
            func count(_ severity: String) -> Int { pair.findings.count { $0.isNew && $0.severity == severity } }
            let counts = ["critical", "major", "minor"].map(count)
            let coverage = [pair.source.coverage, pair.target.coverage].map { "\(Int(($0 * 100).rounded())) %" }
            var row: [String: Any] = [
                "path": pair.target.path, "languages": "\(pair.source.language) → \(pair.target.language)",
                "critical": "\(counts[0])", "major": "\(counts[1])", "minor": "\(counts[2])",
                "known": "\(pair.findings.count { !$0.isNew })", "coverage": coverage.joined(separator: " / "),
            ]
            if let page { row["page"] = page }
            return (counts[0] * 25 + counts[1] * 5 + counts[2], row)
        }
        let sorted = rows.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        return template.render(
            [
                "css": String(decoding: PackageResources.report_css, as: UTF8.self), "count": "\(corpus.pairs.count)",
                "sentences": CorpusCounts(corpus).sentences, "pairs": sorted.map(\.element.row),
                "hasProblems": !corpus.problems.isEmpty, "problems": corpus.problems.map(\.description),
            ] as [String: Any])
    }
}
