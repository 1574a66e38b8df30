import ArgumentParser
import Corpus
import Formats

extension Dragoman {
    /// `dragoman accept`: a reviewer's decision about one finding.
    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accept one finding, with a reason; or the decisions that were saved from an HTML report.",
            discussion: """
                The finding is named CHECK@FILE#PLACE, such as number-mismatch@talks.ru.txt#t4.s2; or by its fingerprint.
                """)

        @Argument(help: "The finding.")
        var finding: String?

        @Option(help: "Why it is no error.")
        var reason: String?

        @Option(help: "Who says so.")
        var by: String?

        @Option(help: "A file of decisions, as the HTML report saves it.")
        var from: String?

        @Option(help: "Accept it until this day only, as 2027-01-31.")
        var until: String?

        @Option(help: "The folder.")
        var folder = "."

        @OptionGroup var project: ProjectOptions
        @OptionGroup var jobOptions: JobOptions

        func validate() throws {
            guard (finding == nil) != (from == nil) else { throw ValidationError("name a finding, or --from FILE") }
            guard from == nil || reason == nil else { throw ValidationError("the decisions in --from have reasons") }
            guard finding == nil || reason != nil else { throw ValidationError("--reason says why it is no error") }
            if let until, until.wholeMatch(of: /\d{4}-\d\d-\d\d/) == nil {
                throw ValidationError("--until takes a day such as 2027-01-31, not “\(until)”")
            }
        }

        func run() async throws {
            let project = try self.project.project(folder)
            let path = self.project.baselinePath(project) ?? FilePath.joined(project.root, "dragoman-baseline.jsonl")
            var baseline = FilePath.exists(path) ? try Baseline(reading: Input.bytes(path), path: path) : Baseline([])
            if let from {
                let decisions = try Baseline(reading: Input.bytes(from), path: from)
                let added = baseline.add(decisions, by: by, until: until)
                Output.write("\(path): \(added) decisions added, \(decisions.entries.count - added) were there\n")
            } else if let finding {
                let found = try await project.check(project.pairs(), jobs: jobOptions.jobs, isCached: true).corpus
                let matching = found.marking(baseline, day: FilePath.today).new.filter { isMeant(finding, $0) }
                guard !matching.isEmpty else {
                    throw ReadingError(path: project.root, reason: "no new finding is called “\(finding)”")
                }
                // A decision about one translation is none about the others that the same file holds.
                let languages = Set(matching.map { $0.pair.target.language }).sorted()
                guard languages.count == 1 || finding == matching[0].finding.fingerprint else {
                    throw ReadingError(
                        path: project.root,
                        reason:
                            "“\(finding)” is found in \(languages.joined(separator: ", ")): name one by its fingerprint "
                            + "(check --format json)")
                }
                for placed in matching {
                    let target = placed.pair.target.path
                    baseline.accept(placed.finding, in: target, reason: reason ?? "", by: by, until: until)
                    Output.write("accepted: \(target): \(placed.finding.check): \(placed.finding.message)\n")
                }
            }
            try writeFile(baseline.text(), to: path)
            if self.project.baselinePath(project) == nil {
                Output.complain("dragoman: name it in dragoman.toml: [check] baseline = \"dragoman-baseline.jsonl\"")
            }
        }

        private func isMeant(_ finding: String, _ placed: CheckedCorpus.Placed) -> Bool {
            let found = placed.finding
            if finding == found.fingerprint || finding == found.id { return true }
            guard let at = finding.firstIndex(of: "@"), finding[..<at] == found.check else { return false }
            // Keys of messages, which are places, may hold any sign.
            let named = finding[finding.index(after: at)...]
            return [found.target?.place, found.source?.place].compactMap { $0 }.contains { place in
                let full = "\(placed.pair.target.path)#\(place)"
                return full == named || full.hasSuffix("/" + named)
            }
        }
    }
}
