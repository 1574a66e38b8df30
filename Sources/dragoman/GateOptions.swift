import ArgumentParser
import Corpus
import Drift

/// What makes the exit code 1.
struct GateOptions: ParsableArguments {
    @Option(help: "The least severity of a finding that makes the exit code 1; major if nothing else is set.")
    var failOn: FailOn?

    @Option(help: "Exit with 1 only where more new findings than this are at or above --fail-on.")
    var maxFindings = 0

    @Flag(help: "Exit with 0 even where there are findings.")
    var exitZero = false

    @Flag(help: "Also fail where the baseline, or a decision beside a text, accepts what is no longer found.")
    var strictBaseline = false

    func validate() throws {
        guard maxFindings >= 0 else { throw ValidationError("--max-findings takes a number from 0 up") }
    }

    /// Ends with the exit code that a corpus asks for.
    func finish(_ corpus: CheckedCorpus, _ configuration: Configuration) throws {
        if !corpus.problems.isEmpty { throw ExitCode(2) }
        if exitZero { return }
        if strictBaseline, !corpus.stale.isEmpty {
            Output.complain("dragoman: the baseline holds findings that are no longer found: dragoman baseline prune")
            throw ExitCode(1)
        }
        if strictBaseline, let first = corpus.unneeded.first {
            Output.complain("dragoman: \(first.path):\(first.line): this decision accepts nothing that is found")
            throw ExitCode(1)
        }
        let failOn = self.failOn.map(\.severity) ?? configuration.failOn
        guard let least = failOn else { return }
        let serious = corpus.new.count { placed in
            Severity(rawValue: placed.finding.severity).map { $0 >= least } ?? false
        }
        if serious > maxFindings { throw ExitCode(1) }
    }
}

/// When findings make the exit code 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case neutral, minor, major, critical, never

    /// The least severity; `nil` for never.
    var severity: Severity? { Severity(rawValue: rawValue) }
}
