import ArgumentParser
import Corpus
import Drift
import Formats
import Reporting

extension Dragoman {
    /// `dragoman checks`: what is checked.
    struct Checks: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List what is checked.")

        func run() {
            let widest = Registry.checks.map(\.description.id.count).max() ?? 0
            for check in Registry.checks.map(\.description) {
                let id = check.id + String(repeating: " ", count: widest - check.id.count)
                let severity = check.severity.rawValue
                let padding = String(repeating: " ", count: 8 - severity.count)
                Output.write("\(id)  \(severity)\(padding)  \(check.summary)\n")
            }
            Output.write("\n“dragoman explain CHECK” says more.\n")
        }
    }

    /// `dragoman explain`: why a check exists and how it decides, or what a finding of a report rests on.
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Explain a check, or a finding of a JSON report.",
            discussion: """
                dragoman explain CHECK says what a check looks for. dragoman explain FINDING REPORT prints a finding of a \
                JSON report (dragoman check --why --output json:REPORT), by its id or the start of it, with its check.
                """)

        @Argument(help: "The check's name, as “dragoman checks” lists it; or a finding's id.")
        var name: String

        @Argument(help: "The JSON report that holds the finding.")
        var report: String?

        func run() throws {
            guard let report else {
                guard let check = CheckName(argument: name) else {
                    throw ValidationError(
                        "“\(name)” is no check: \(CheckName.allValueStrings.joined(separator: ", ")). A finding’s id goes with its report: explain FINDING REPORT"
                    )
                }
                return try printPage(check.id)
            }
            let corpus = try CheckedCorpus(reading: Input.bytes(report), path: report)
            let found = corpus.all.filter { $0.finding.id.hasPrefix(name) || $0.finding.fingerprint == name }
            guard !found.isEmpty, !name.isEmpty else {
                throw ReadingError(path: report, reason: "holds no finding “\(name)”")
            }
            for placed in found { Output.write(FindingText.write(placed, width: Output.width) + "\n") }
            for check in Set(found.map(\.finding.check)).sorted() { try printPage(check) }
        }

        private func printPage(_ check: String) throws {
            guard let description = Registry.check(check)?.description else { return }
            Output.write(CheckPage(description).text)
        }
    }
}
