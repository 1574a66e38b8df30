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
            func check() async throws -> (path: String, pairs: [CheckedPair]) {
                let project = try self.project.project(folder)
                let path =
                    self.project.baselinePath(project) ?? FilePath.joined(project.root, "dragoman-baseline.jsonl")
                let (pairs, _, problems) = try await project.check(jobs: jobOptions.jobs, isCached: true)
                if let first = problems.first { throw first }
                return (path, pairs)
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
                let (path, pairs) = try await options.check()
                if FilePath.exists(path), !acceptNew {
                    var marked = pairs
                    let old = try Baseline(reading: Input.bytes(path), path: path)
                    old.mark(&marked, day: FilePath.today)
                    let new = CheckedCorpus(pairs: marked).new
                    guard new.isEmpty else {
                        Output.complain(
                            "dragoman: \(new.count) new findings are not in \(path); look at them with dragoman check, "
                                + "then accept them with --accept-new")
                        throw ExitCode(1)
                    }
                }
                let baseline = try keepingReasons(Baseline(pairs), path)
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
                var (path, pairs) = try await options.check()
                let baseline = try Baseline(reading: Input.bytes(path), path: path)
                let stale = baseline.mark(&pairs, day: FilePath.today)
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

    /// `dragoman accept`: a reviewer's decision about one finding.
    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accept one finding, with a reason.",
            discussion:
                "The finding is named CHECK@FILE#PLACE, such as number-mismatch@talks.ru.txt#t4.s2; or by its fingerprint."
        )

        @Argument(help: "The finding.")
        var finding: String

        @Option(help: "Why it is no error.")
        var reason: String

        @Option(help: "Accept it until this day only, as 2027-01-31.")
        var until: String?

        @Option(help: "The folder.")
        var folder = "."

        @OptionGroup var project: ProjectOptions
        @OptionGroup var jobOptions: JobOptions

        func validate() throws {
            if let until, until.wholeMatch(of: /\d{4}-\d\d-\d\d/) == nil {
                throw ValidationError("--until takes a day such as 2027-01-31, not “\(until)”")
            }
        }

        func run() async throws {
            let project = try self.project.project(folder)
            let path = self.project.baselinePath(project) ?? FilePath.joined(project.root, "dragoman-baseline.jsonl")
            var (pairs, _, _) = try await project.check(jobs: jobOptions.jobs, isCached: true)
            var baseline = FilePath.exists(path) ? try Baseline(reading: Input.bytes(path), path: path) : Baseline([])
            baseline.mark(&pairs, day: FilePath.today)
            let matching = CheckedCorpus(pairs: pairs).new.filter(isMeant)
            guard !matching.isEmpty else {
                throw ReadingError(path: project.root, reason: "no new finding is called “\(finding)”")
            }
            for placed in matching {
                baseline.accept(placed.finding, in: placed.pair.target.path, reason: reason, until: until)
                Output.write(
                    "accepted: \(placed.pair.target.path): \(placed.finding.check): \(placed.finding.message)\n")
            }
            try writeFile(baseline.text(), to: path)
            if self.project.baselinePath(project) == nil {
                Output.complain("dragoman: name it in dragoman.toml: [check] baseline = \"dragoman-baseline.jsonl\"")
            }
        }

        private func isMeant(_ placed: CheckedCorpus.Placed) -> Bool {
            let found = placed.finding
            if finding == found.fingerprint || finding == found.id { return true }
            guard let at = finding.firstIndex(of: "@"), let hash = finding.lastIndex(of: "#"), at < hash else {
                return false
            }
            let check = finding[..<at]
            let file = finding[finding.index(after: at)..<hash]
            let place = finding[finding.index(after: hash)...]
            let path = placed.pair.target.path
            return check == found.check && (path == file || path.hasSuffix("/" + file))
                && (found.target?.place == String(place) || found.source?.place == String(place))
        }
    }
}
