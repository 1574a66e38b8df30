import ArgumentParser
internal import Bitext
import Corpus

/// The program: parse, do, print, exit.
@main
struct Main {
    static func main() async {
        Output.ignoreClosedPipes()
        do {
            var command = try Dragoman.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Output.finish(code: 0)
        } catch let code as ExitCode {
            Output.finish(code: code.rawValue)
        } catch {
            let isHelp = Dragoman.exitCode(for: error).isSuccess
            let message = Dragoman.fullMessage(for: error)
            if isHelp {
                Output.write(message + "\n")
            } else {
                Output.complain(message)
            }
            Output.finish(code: isHelp ? 0 : 2)
        }
    }
}

/// The command and its subcommands.
struct Dragoman: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dragoman",
        abstract: "Compares language versions of a text and reports what was lost, added or changed.",
        discussion: """
            Exit codes: 0 clean, 1 findings at or above --fail-on, 2 the work could not be done.
            """,
        version: Version.number,
        subcommands: [
            Check.self, Compare.self, Align.self, Segment.self, Score.self, Facts.self, Identify.self, Eval.self,
            Similar.self,
            BaselineCommand.self,
            Accept.self,
            Merge.self,
            Init.self, Checks.self,
            Explain.self, Model.self, LexiconCommand.self,
        ])
}
