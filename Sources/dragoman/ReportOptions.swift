import ArgumentParser
import Corpus
import Formats
import Reporting

/// Which reports are written, and where.
struct ReportOptions: ParsableArguments {
    @Option(help: "The report on standard output.")
    var format: ReportFormat = .text

    @Option(
        help:
            "Also write a report to a file, as FORMAT:FILE (repeatable); for a folder's html, FILE is a folder of pages."
    )
    var output: [ReportFile] = []

    @Option(help: "An earlier JSON report of the folder: the HTML index then says what has changed since.")
    var compareWith: String?

    @Option(help: "Colour: auto, always or never; auto obeys NO_COLOR.")
    var color: ColorChoice = .auto

    func validate() throws {
        guard compareWith == nil || makesPages else {
            throw ValidationError("--compare-with goes with --output html:FOLDER")
        }
    }

    /// Whether pages about single pairs are asked for.
    var makesPages: Bool { output.contains { $0.format == .html } }

    /// Writes the reports.
    /// - Parameters:
    ///   - pages: for a corpus, the page of each pair.
    ///   - text: a report's text, for a file or for standard output: a terminal's width and colours are not for files.
    func write(
        _ corpus: CheckedCorpus, pages: [String?]? = nil,
        text: (_ format: ReportFormat, _ isForFile: Bool) throws -> String
    ) throws {
        let earlier = try compareWith.map { try CorpusFile(reading: Input.bytes($0), path: $0).documents }
        for file in output {
            do {
                if file.format == .html, let pages {
                    try writeSite(corpus, pages, earlier, to: file.path)
                } else {
                    try writeFile(text(file.format, true), to: file.path)
                }
            } catch {
                throw ReadingError(path: file.path, reason: "cannot be written: \(plainReason(error))")
            }
        }
        Output.write(try text(format, false))
        if format == .github, let path = Output.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty {
            do {
                try appendFile(MarkdownReport.write(corpus), to: path)
            } catch {
                throw ReadingError(path: path, reason: "cannot be written: \(plainReason(error))")
            }
        }
    }

    /// An index and a page for each pair that has new findings; of pairs without a text for their page, the page that is
    /// there already: the parts of a corpus write their pages into one folder, and the index is written last.
    private func writeSite(
        _ corpus: CheckedCorpus, _ pages: [String?], _ earlier: [CheckedPair]?, to folder: String
    ) throws {
        try makeFolder(folder)
        var names: [String?] = []
        for (number, pair) in corpus.pairs.enumerated() {
            let name = IndexPage.pageName(pair)
            let path = FilePath.joined(folder, name)
            let page = pages.indices.contains(number) ? pages[number] : nil
            guard pair.findings.contains(where: \.isNew), page != nil || FilePath.exists(path) else {
                names.append(nil)
                continue
            }
            if let page { try writeFile(page, to: path) }
            names.append(name)
        }
        try writeFile(
            try IndexPage.write(corpus, pages: names, earlier: earlier), to: FilePath.joined(folder, "index.html"))
    }
}

/// The forms of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, html, sarif, junit, markdown, github, gitlab, rdjsonl, marot, tsv, csv

    /// The report over a corpus.
    func write(_ corpus: CheckedCorpus) throws -> String {
        switch self {
        case .text: CorpusTextReport.write(corpus)
        case .json: try CorpusJSONReport.write(corpus)
        case .jsonl: try JSONLReport.write(corpus)
        case .html: try IndexPage.write(corpus, pages: corpus.pairs.map { _ in nil })
        case .sarif: try SARIFReport.write(corpus)
        case .junit: try JUnitReport.write(corpus)
        case .markdown: MarkdownReport.write(corpus)
        case .github: GitHubReport.write(corpus)
        case .gitlab: try GitLabReport.write(corpus)
        case .rdjsonl: try ReviewdogReport.write(corpus)
        case .marot: try MarotReport.write(corpus)
        case .tsv: TableReport.write(corpus)
        case .csv: TableReport.csv(corpus)
        }
    }
}

/// `html:report.html`: a form of report and the file that it goes to.
struct ReportFile: ExpressibleByArgument {
    let format: ReportFormat
    let path: String

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let format = ReportFormat(rawValue: String(parts[0])) else { return nil }
        self.format = format
        path = String(parts[1])
    }
}

/// Whether to colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    var isOn: Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: Output.isTerminal && (Output.environment("NO_COLOR") ?? "").isEmpty
        }
    }
}
