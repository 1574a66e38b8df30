public import Corpus
internal import Mustache

/// The first page of a corpus's HTML report: the pairs, those with most findings first.
public enum IndexPage {
    /// The page.
    /// - Parameters:
    ///   - pages: for each pair, the name of its own page; `nil` where it has none.
    ///   - earlier: the pairs of an earlier report, for what has changed since; `nil` for none.
    /// - Throws: an error of the template, which is part of the program.
    public static func write(_ corpus: CheckedCorpus, pages: [String?], earlier: [CheckedPair]? = nil) throws -> String
    {
        let before = earlier.map { pairs in
            Dictionary(pairs.map { ($0.pathKey, newCount($0)) }, uniquingKeysWith: { $1 })
        }
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
            if let before {
                row["change"] = before[pair.pathKey].map { signed(newCount(pair) - $0) } ?? "first time"
            }
            return (counts[0] * 25 + counts[1] * 5 + counts[2], row)
        }
        let sorted = rows.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        return template.render(
            [
                "css": String(decoding: PackageResources.report_css, as: UTF8.self), "count": "\(corpus.pairs.count)",
                "sentences": CorpusCounts(corpus).sentences + trend(corpus, earlier),
                "pairs": sorted.map(\.element.row), "isCompared": earlier != nil, "matrix": matrix(corpus),
                "hasProblems": !corpus.problems.isEmpty, "problems": corpus.problems.map(\.description),
            ] as [String: Any])
    }

    /// The name of a pair's own page, the same in every run and every part of a corpus.
    public static func pageName(_ pair: CheckedPair) -> String {
        let base = pair.target.path.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" }
        return "\(String(base.suffix(80)))-\(pair.pathKey).html"
    }

    private static func newCount(_ pair: CheckedPair) -> Int { pair.findings.count(where: \.isNew) }

    private static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

    private static func trend(_ corpus: CheckedCorpus, _ earlier: [CheckedPair]?) -> [String] {
        guard let earlier else { return [] }
        let (before, now) = (earlier.reduce(0) { $0 + newCount($1) }, corpus.new.count)
        return [
            "\(signed(now - before)) since the earlier report, which had \(before) findings in \(earlier.count) pairs."
        ]
    }

    /// How often each check found something in each pair of languages.
    private static func matrix(_ corpus: CheckedCorpus) -> [String: Any] {
        var counts: [String: [String: Int]] = [:]
        for placed in corpus.new {
            let languages = "\(placed.pair.source.language) → \(placed.pair.target.language)"
            counts[placed.finding.check, default: [:]][languages, default: 0] += 1
        }
        let languages = Set(counts.values.flatMap(\.keys)).sorted()
        return [
            "isShown": !counts.isEmpty, "languages": languages,
            "rows": counts.sorted { $0.key < $1.key }.map { check, byLanguages -> [String: Any] in
                ["check": check, "counts": languages.map { byLanguages[$0].map(String.init) ?? "·" }]
            },
        ]
    }
}
