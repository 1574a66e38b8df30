import ArgumentParser
import Corpus
import Formats

extension Dragoman {
    /// `dragoman baseline`: known findings.
    struct BaselineCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "baseline", abstract: "Keep a file of known findings, so that only new ones fail a build.",
            subcommands: [Write.self, Prune.self, Show.self])

        /// What its subcommands have in common.
        struct Options: ParsableArguments {
            @Argument(help: "The folder.")
            var folder = "."

            @OptionGroup var project: ProjectOptions
            @OptionGroup var jobOptions: JobOptions

            /// The project, its baseline's path, and what is found today.
            func check() async throws -> (path: String, corpus: CheckedCorpus) {
                let project = try self.project.project(folder)
                let path =
                    self.project.baselinePath(project) ?? FilePath.joined(project.root, "dragoman-baseline.jsonl")
                let corpus = try await project.check(project.pairs(), jobs: jobOptions.jobs, isCached: true).corpus
                if let first = corpus.problems.first { throw ReadingError(path: first.path, reason: first.reason) }
                return (path, corpus)
            }
        }

        /// Accepts what is found today.
        struct Write: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Write what is found today into the baseline.",
                discussion: "A baseline that exists is only made smaller; --accept-new adds new findings to it.")

            @OptionGroup var options: Options

            @Flag(help: "Also accept findings that the baseline does not hold yet.")
            var acceptNew = false

            func run() async throws {
                let (path, corpus) = try await options.check()
                if FilePath.exists(path), !acceptNew {
                    let old = try Baseline(reading: Input.bytes(path), path: path)
                    let new = corpus.marking(old, day: FilePath.today).new
                    guard new.isEmpty else {
                        Output.complain(
                            "dragoman: \(new.count) new findings are not in \(path); look at them with dragoman check, "
                                + "then accept them with --accept-new")
                        throw ExitCode(1)
                    }
                }
                let baseline = try keepingReasons(Baseline(corpus.marking(nil, day: FilePath.today).pairs), path)
                try writeFile(baseline.text(), to: path)
                let count = baseline.entries.reduce(0) { $0 + $1.count }
                Output.write("\(path): \(count) known findings\n")
            }

            /// Decisions of reviewers stay, with their reasons.
            private func keepingReasons(_ baseline: Baseline, _ path: String) throws -> Baseline {
                guard FilePath.exists(path) else { return baseline }
                return baseline.keepingReasons(of: try Baseline(reading: Input.bytes(path), path: path))
            }
        }

        /// Drops what is no longer found.
        struct Prune: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Drop entries that are no longer found.")

            @OptionGroup var options: Options

            func run() async throws {
                let (path, corpus) = try await options.check()
                let baseline = try Baseline(reading: Input.bytes(path), path: path)
                let stale = corpus.marking(baseline, day: FilePath.today).stale
                try writeFile(baseline.pruned(of: stale).text(), to: path)
                Output.write("\(path): \(stale.reduce(0) { $0 + $1.count }) dropped\n")
            }
        }

        /// Prints the entries.
        struct Show: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Print the known findings.")

            @Argument(help: "The folder.")
            var folder = "."

            @OptionGroup var project: ProjectOptions

            func run() throws {
                guard let (baseline, path) = try project.baseline(project.project(folder)) else {
                    throw ReadingError(
                        path: folder, reason: "no baseline is named: check.baseline in dragoman.toml, or --baseline")
                }
                Output.write("\(path)\n")
                for entry in baseline.entries {
                    let reason = entry.reason.map { " — \($0)" } ?? ""
                    let until = entry.until.map { " (until \($0))" } ?? ""
                    Output.write("\(entry.path): \(entry.check) ×\(entry.count): \(entry.message)\(reason)\(until)\n")
                }
            }
        }
    }
}
