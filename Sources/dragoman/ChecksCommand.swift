import ArgumentParser
import Drift
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

    /// `dragoman explain`: why a check exists and how it decides.
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Explain a check.")

        @Argument(help: "The check's name, as “dragoman checks” lists it.")
        var check: CheckName

        func run() {
            guard let description = Registry.check(check.id)?.description else { return }
            Output.write(CheckPage(description).text)
        }
    }
}
