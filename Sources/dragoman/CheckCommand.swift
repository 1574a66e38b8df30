import ArgumentParser
import Bitext
import Corpus
import Drift
import Formats
import Reporting

extension Dragoman {
    /// `dragoman check`: compares versions, reports findings.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare two versions of a text and report what was lost, added or changed.")

        @Argument(help: "What was said: a text file, or - for standard input.")
        var source: String

        @Argument(help: "The version under test.")
        var target: String

        @OptionGroup var versions: VersionOptions
        @OptionGroup var checks: CheckOptions
        @OptionGroup var jobOptions: JobOptions

        @Option(help: "The report on standard output.")
        var format: ReportFormat = .text

        @Option(help: "Also write a report to a file, as FORMAT:FILE (repeatable).")
        var output: [ReportFile] = []

        @Option(help: "The least severity of a finding that makes the exit code 1.")
        var failOn: FailOn = .major

        @Option(help: "Report findings of this confidence and above, 0 to 1.")
        var minConfidence = 0.5

        @Option(help: "Colour: auto, always or never; auto obeys NO_COLOR.")
        var color: ColorChoice = .auto

        func validate() throws {
            guard (0...1).contains(minConfidence) else {
                throw ValidationError("--min-confidence takes a number from 0 to 1, not \(minConfidence)")
            }
        }

        func run() async throws {
            let (source, target) = try await versions.read(source, target, jobs: jobOptions.jobs)
            var options = Comparer.Options()
            options.evidence = versions.evidence
            options.only = Set(checks.only.map(\.id))
            options.skip = Set(checks.skip.map(\.id))
            options.minConfidence = minConfidence
            let comparison = Comparer(options: options).compare(source, target)
            for file in output {
                do {
                    try writeFile(file.format.write(comparison, width: 80, isColoured: false), to: file.path)
                } catch {
                    throw ReadingError(path: file.path, reason: "cannot be written: \(error)")
                }
            }
            Output.write(try format.write(comparison, width: Output.width, isColoured: color.isOn))
            for version in [source, target] where version.segments.isEmpty {
                throw ReadingError(path: version.document.path, reason: "holds no text to compare")
            }
            if failOn.isReached(by: comparison.findings) { throw ExitCode(1) }
        }
    }
}

/// The forms of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, html

    func write(_ comparison: Comparison, width: Int, isColoured: Bool) throws -> String {
        switch self {
        case .text: TextReport(width: width, isColoured: isColoured).write(comparison)
        case .json: try JSONReport.write(comparison)
        case .jsonl: try JSONLReport.write(comparison)
        case .html: try HTMLReport.write(comparison)
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

/// When findings make the exit code 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case neutral, minor, major, critical, never

    func isReached(by findings: [Finding]) -> Bool {
        guard let least = Severity(rawValue: rawValue) else { return false }
        return findings.contains { $0.severity >= least }
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
