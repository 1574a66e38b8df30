import Aligning
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
            abstract:
                "Compare two versions of a text, or all pairs of a folder, and report what was lost, added or changed.",
            discussion: """
                dragoman check SOURCE TARGET compares two files. dragoman check FILE... compares what each of the files \
                holds with its translation beside it: PO, XLIFF, TMX, TS, .xcstrings, tables (TSV, CSV, XLSX). dragoman \
                check [DIR] checks the pairs that dragoman.toml in the folder describes; without one, such files but \
                tables and TS, and texts such as talks.en.txt and talks.ru.txt, with --source-lang.
                """)

        @Argument(
            help: "What was said: a text file, or - for standard input; or a folder, or a file with both versions.")
        var source: String = "."

        @Argument(help: ArgumentHelp("The version under test; or more files with both versions.", valueName: "target"))
        var others: [String] = []

        /// The version under test; `nil` where the source is a folder, or files hold both versions.
        private var target: String? { areFilesWithBoth ? nil : others.first }

        private var areFilesWithBoth: Bool {
            !others.isEmpty && BilingualText.isName(source) && others.allSatisfy(BilingualText.isName)
        }

        @Option(
            help: "The version through which the text reached the target: findings then name the leg they come from.")
        var relay: String?

        @Option(help: "The relay's language; in a folder, the versions in it are the relays.")
        var relayLang: Language?

        @OptionGroup var versions: VersionOptions
        @OptionGroup var anchors: AnchorOptions
        @OptionGroup var checks: CheckOptions
        @OptionGroup var jobOptions: JobOptions
        @OptionGroup var project: ProjectOptions
        @OptionGroup var reports: ReportOptions

        @OptionGroup var gate: GateOptions
        @OptionGroup var embedding: EmbeddingOptions
        @OptionGroup var vectorFiles: VectorFileOptions

        @Option(help: "Report findings of this confidence and above, 0 to 1; 0.5 if nothing else is set.")
        var minConfidence: Double?

        @Flag(help: "Say of each finding what it rests on: facts, links, similarity, neighbours (text and JSON).")
        var why = false

        @Flag(help: "Check everything anew, keep nothing (folders only).")
        var noCache = false

        @Flag(help: "Print the pairs that would be checked, and stop (folders only).")
        var listFiles = false

        @Flag(help: "Print the configuration in force, as TOML, and stop.")
        var dumpConfig = false

        @Option(
            help: ArgumentHelp(
                "Check the pairs that differ from this git revision, and report what is in changed paragraphs (folders only).",
                valueName: "revision"))
        var changedSince: String?

        @Option(help: "Check one of several parts, as 2/3; dragoman merge joins their JSON reports (folders only).")
        var shard: Shard?

        func validate() throws {
            guard others.count < 2 || areFilesWithBoth else {
                let text = ([source] + others).first { !BilingualText.isName($0) } ?? source
                throw ValidationError("of more than two files each must hold both versions, and “\(text)” is a text")
            }
            if let minConfidence, !(0...1).contains(minConfidence) {
                throw ValidationError("--min-confidence takes a number from 0 to 1, not \(minConfidence)")
            }
            guard relay == nil || target != nil else {
                throw ValidationError("--relay goes with two files, SOURCE and TARGET")
            }
            guard target != nil || (anchors.anchors == nil && anchors.turns == .strict) else {
                throw ValidationError("--anchors and --turns go with two files, SOURCE and TARGET")
            }
            guard target != nil || vectorFiles.sourceVectors == nil else {
                throw ValidationError("--source-vectors and --target-vectors go with two files, SOURCE and TARGET")
            }
            guard vectorFiles.sourceVectors == nil || relay == nil else {
                throw ValidationError("--source-vectors does not go with --relay")
            }
            guard target == nil || (changedSince == nil && shard == nil && !listFiles && reports.compareWith == nil)
            else {
                throw ValidationError("--changed-since, --shard, --list-files and --compare-with go with a folder")
            }
        }

        func run() async throws {
            if dumpConfig {
                let project = try configured(self.project.project(target == nil ? source : "."))
                Output.write(project.configuration.toml)
            } else if let target {
                try await checkPair(target)
            } else if FilePath.isFolder(source) {
                let project = try configured(self.project.project(source))
                try await checkPairs(project.pairs(), of: project)
            } else if let (found, project) = try severalPairs() {
                try await checkPairs(found, of: project)
            } else if let text = try bilingual() {
                try checkUnits(text)
            } else if FilePath.exists(source) {
                throw ValidationError("“\(source)” is a file: name the version to compare it with, or a folder")
            } else {
                throw ReadingError(path: source, reason: "no such file or folder")
            }
        }

        /// Two files.
        private func checkPair(_ target: String) async throws {
            let project = try configured(self.project.project("."))
            let (source, target) = try await versions.read(source, target, jobs: jobOptions.jobs)
            var options = comparer(project, source.document, target.document).options
            try anchors.set(&options, source, target)
            let comparer = Comparer(options: options)
            if let relay {
                let between = try versions.readRelay(relay, language: relayLang)
                try report(
                    try await comparer.embedding(source, target, relay: between).compare(
                        source, target, relay: between),
                    project)
            } else {
                try report(try await comparer.embedding(source, target).compare(source, target), project)
            }
        }

        /// The pairs of files that hold both versions; `nil` for one file with one translation, which has a report of its own.
        private func severalPairs() throws -> (PairFinder.Found, Project)? {
            guard source != "-", FilePath.exists(source) || areFilesWithBoth else { return nil }
            let project = try configured(self.project.project("."))
            return project.pairs(of: [source] + others, source: versions.sourceLang).map { ($0, project) }
        }

        /// The file named alone, where it holds both versions.
        private func bilingual() throws -> BilingualText? {
            guard source == "-" || FilePath.exists(source) else { return nil }
            return try BilingualText(
                Input.bytes(source), path: source, source: versions.sourceLang, target: versions.targetLang)
        }

        /// A file that holds both versions.
        private func checkUnits(_ text: BilingualText) throws {
            guard changedSince == nil, shard == nil, !listFiles, reports.compareWith == nil else {
                throw ValidationError("--changed-since, --shard, --list-files and --compare-with go with a folder")
            }
            let project = try configured(self.project.project("."))
            let pair = try VersionReader().versions(of: text, path: source)
            try report(comparer(project, pair.source.document, pair.target.document).compare(units: pair), project)
        }

        private func comparer(_ project: Project, _ source: Document, _ target: Document) -> Comparer {
            var options = project.configuration.options(
                for: project.name(target.path), source: source.language, target: target.language)
            options.evidence = versions.evidence
            return Comparer(options: options)
        }

        /// Reports on one comparison.
        private func report(_ comparison: Comparison, _ project: Project) throws {
            let known = try self.project.baseline(project)
            let (source, target) = (comparison.pair.source, comparison.pair.target)
            let decisions = target.document.path + Decision.fileSuffix
            let beside = try Input.bytesIfPresent(decisions).map { (decisions, $0) }
            let checked = try CheckedPair(comparison, beside: beside, why: why)
            let marked = CheckedCorpus(pairs: [checked]).marking(known?.baseline, day: FilePath.today)
            // A baseline of a corpus holds other pairs' findings: only this pair's can be stale.
            let corpus = marked.keepingStale { $0 == target.document.path }
            let new = comparison.keeping { corpus.pairs[0].findings[$0].isNew }
            try reports.write(corpus) { format, isForFile in
                switch format {
                case .text:
                    TextReport(
                        width: isForFile ? 80 : Output.width, isColoured: !isForFile && reports.color.isOn
                    ).write(new, reasons: corpus.pairs[0].findings.filter(\.isNew).map(\.why))
                        + KnownText.write(corpus)
                case .html: try HTMLReport.write(new)
                case .json: try JSONText.write(corpus.pairs[0], isPretty: true) + "\n"
                default: try format.write(corpus)
                }
            }
            for version in [source, target] + (comparison.relay.map { [$0.version] } ?? [])
            where version.segments.isEmpty {
                throw ReadingError(path: version.document.path, reason: "holds no text to compare")
            }
            try gate.finish(corpus, project.configuration)
        }

        /// The pairs of a folder, or of a file with several translations.
        private func checkPairs(_ found: PairFinder.Found, of project: Project) async throws {
            if listFiles {
                for pair in found.pairs {
                    let language = pair.isBilingual ? pair.targetLanguage.known.map { "\t\($0)" } : nil
                    Output.write("\(pair.source)\t\(pair.target)\(language ?? "")\n")
                }
                for problem in found.problems { Output.complain("dragoman: \(problem)") }
                if !found.problems.isEmpty { throw ExitCode(2) }
                return
            }
            let known = try self.project.baseline(project)
            let write: @Sendable (Comparison, CheckedPair) -> String = { comparison, checked in
                let marked = CheckedCorpus(pairs: [checked]).marking(known?.baseline, day: FilePath.today).pairs[0]
                return (try? HTMLReport.write(comparison.keeping { marked.findings[$0].isNew })) ?? ""
            }
            // Of files nothing is kept, and only their own known findings can be stale.
            let isFolder = FilePath.isFolder(source)
            let run = try await project.check(
                found, jobs: jobOptions.jobs, isCached: isFolder && !noCache, changedSince: changedSince, shard: shard,
                why: why, page: reports.makesPages ? write : nil)
            let isWhole = project.part == nil && shard == nil && changedSince == nil
            let corpus = run.corpus.marking(known?.baseline, day: FilePath.today, isWhole: isWhole)
                .keepingStale { isFolder || $0 == source || others.contains($0) }
            try reports.write(corpus, pages: run.pages) { format, _ in try format.write(corpus) }
            for problem in corpus.problems { Output.complain("dragoman: \(problem.description)") }
            try gate.finish(corpus, project.configuration)
        }

        /// The project with what the command line says in place of what the file says.
        private func configured(_ project: Project) throws(ReadingError) -> Project {
            var project = project
            for path in checks.glossary {
                project.configuration.glossaryFiles.append(path)
                try project.configuration.add(glossary: path)
            }
            for path in checks.lexicons.paths {
                project.configuration.lexiconFiles.append(path)
                try project.configuration.add(lexicon: path)
            }
            project.configuration.vectors = try vectorFiles.source(
                or: embedding, project.configuration.embeddings, root: project.root)
            if let language = versions.sourceLang { project.configuration.source = language }
            if let language = versions.targetLang { project.configuration.targets = [language] }
            if !checks.only.isEmpty { project.configuration.only = Set(checks.only.map(\.id)) }
            project.configuration.skip.formUnion(checks.skip.map(\.id))
            if let language = relayLang, relay == nil { project.configuration.relay = language }
            if let minConfidence {
                project.configuration.minConfidence = minConfidence
                project.configuration.confidence = [:]
                for index in project.configuration.overrides.indices {
                    project.configuration.overrides[index].minConfidence = nil
                    project.configuration.overrides[index].confidence = [:]
                }
            }
            if let failOn = gate.failOn { project.configuration.failOn = failOn.severity }
            return project
        }
    }
}
