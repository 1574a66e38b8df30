import Bitext
import Corpus
import Drift
import Formats
import Foundation
import Reporting
import TestSupport
import Testing

/// Every report over a corpus, as a golden file.
@Suite struct CorpusReportTests {
    /// Two pairs, one finding of them known, and a file that could not be read.
    private func corpus() throws -> CheckedCorpus {
        func version(_ name: String) throws -> AlignedPair.Version {
            try VersionReader().read(Project.bytes("seeds/transcripts/\(name)"), path: "talks/\(name)")
        }
        let markup = (
            try Pairs.version("It costs <b>45</b> euros | ::error:: & more today.", "en", path: "x.en.txt"),
            try Pairs.version("Es kostet heute <b>54</b> Euro | ::error:: & mehr.", "de", path: "x,y.de.txt")
        )
        var pairs = [
            CheckedPair(Comparer().compare(try version("talks.ko.txt"), try version("talks-drifted.en.txt"))),
            CheckedPair(Comparer().compare(markup.0, markup.1)),
        ]
        var baseline = Baseline([])
        baseline.accept(pairs[0].findings[1], in: "talks", reason: "left out by agreement")
        baseline.mark(&pairs, day: "2026-11-24")
        return CheckedCorpus(
            pairs: pairs, problems: [.init(ReadingError(path: "z.de.txt", line: 3, reason: "cannot be read"))])
    }

    @Test(arguments: [
        "txt", "json", "sarif", "junit.xml", "md", "github", "gitlab.json", "rdjsonl", "marot.tsv", "tsv", "csv",
        "html",
    ])
    func `each form`(name: String) throws {
        let corpus = try corpus()
        let text =
            switch name {
            case "txt": CorpusTextReport.write(corpus)
            case "json": try CorpusJSONReport.write(corpus)
            case "sarif": try SARIFReport.write(corpus)
            case "junit.xml": try JUnitReport.write(corpus)
            case "md": MarkdownReport.write(corpus)
            case "github": GitHubReport.write(corpus)
            case "gitlab.json": try GitLabReport.write(corpus)
            case "rdjsonl": try ReviewdogReport.write(corpus)
            case "marot.tsv": try MarotReport.write(corpus)
            case "tsv": TableReport.write(corpus)
            case "csv": TableReport.csv(corpus)
            default: try IndexPage.write(corpus, pages: ["1-talks.html", nil], earlier: [corpus.pairs[1]])
            }
        try Golden.expect(text, matches: "corpus.\(name)")
    }

    @Test func `known findings stay in SARIF, suppressed`() throws {
        let sarif = try SARIFReport.write(corpus())
        #expect(sarif.contains("\"justification\" : \"left out by agreement\""))
        #expect(sarif.contains("\"baselineState\" : \"unchanged\""))
    }

    @Test func `text cannot write commands of its own`() throws {
        for line in GitHubReport.write(try corpus()).split(separator: "\n") { #expect(line.hasPrefix("::")) }
    }

    @Test func `the configuration's schema in docs is current`() throws {
        let text = try JSONText.write(ConfigurationKey.schema, isPretty: true) + "\n"
        try Golden.expect(text, matches: "../../../docs/dragoman.schema.json")
    }
}
