import ArgumentParser
import Corpus
import Formats
import Reporting

extension Dragoman {
    /// `dragoman merge`: the parts of a corpus that was checked in several.
    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Join the reports of check --shard K/N into the report of one run.",
            discussion: """
                Each part is written by dragoman check --shard K/N --output json:FILE. The reports do not hold the \
                texts: for an HTML site, let each part write its pages with --output html:FOLDER, bring them into one \
                folder, and name that folder here; the index is written anew over all parts. A baseline is applied \
                here, to all parts together.
                """)

        @Argument(help: "The parts' reports, in any order.")
        var files: [String]

        @OptionGroup var project: ProjectOptions
        @OptionGroup var reports: ReportOptions
        @OptionGroup var gate: GateOptions

        func run() throws {
            let project = try self.project.project(".")
            let known = try self.project.baseline(project)
            let parts = try files.map { ($0, try CorpusFile(reading: Input.bytes($0), path: $0)) }
            let merged = try CorpusFile.merged(parts)
            let corpus = merged.marking(known?.baseline, day: FilePath.today, isWhole: merged.notes.isEmpty)
            try reports.write(corpus, pages: corpus.pairs.map { _ in nil }) { format, _ in try format.write(corpus) }
            for problem in corpus.problems { Output.complain("dragoman: \(problem.description)") }
            try gate.finish(corpus, project.configuration)
        }
    }
}
