import ArgumentParser
import Bitext
import Corpus
import Drift
import Formats
import Semantics

/// Options of every command that reads `dragoman.toml`.
struct ProjectOptions: ParsableArguments {
    @Option(help: "The configuration; left out, dragoman.toml or .dragoman.toml in the folder or one above it.")
    var config: String?

    @Flag(help: "Read no configuration.")
    var noConfig = false

    @Option(help: "What kind of text it is: settings to start from, which the configuration's own change.")
    var preset: Preset?

    @Option(help: "Known findings; left out, what the configuration names.")
    var baseline: String?

    func validate() throws {
        guard config == nil || !noConfig else { throw ValidationError("--config and --no-config exclude each other") }
    }

    /// The project of a folder.
    /// - Throws: `ReadingError` for a configuration that cannot be read.
    func project(_ folder: String) throws(ReadingError) -> Project {
        let plain = preset.map { Configuration($0) } ?? Configuration()
        guard !noConfig else { return Project(root: folder, configuration: plain, path: nil, part: nil) }
        if let config {
            return try read(config, root: FilePath.folder(of: config), part: nil)
        }
        // Names are joined, not resolved, so that reports show paths as the user writes them.
        var root = folder
        for _ in 0..<64 {
            for name in Configuration.fileNames {
                let path = FilePath.joined(root, name)
                guard FilePath.exists(path) else { continue }
                return try read(path, root: root, part: root == folder ? nil : folder)
            }
            guard let above = FilePath.above(root) else { break }
            root = above
        }
        return Project(root: folder, configuration: plain, path: nil, part: nil)
    }

    private func read(_ path: String, root: String, part: String?) throws(ReadingError) -> Project {
        let text = String(decoding: try Input.bytes(path), as: UTF8.self)
        var configuration = try Configuration(reading: text, path: path, preset: preset)
        for glossary in configuration.glossaryFiles {
            try configuration.add(glossary: FilePath.joined(root, glossary))
        }
        for lexicon in configuration.lexiconFiles {
            try configuration.add(lexicon: FilePath.joined(root, lexicon))
        }
        // The environment's model is one run's, the configuration's is the folder's.
        if let model = configuration.model, Output.environment("DRAGOMAN_MODEL") == nil {
            let file = FilePath.joined(root, model)
            do { try EmbeddedModel.choose(file) } catch {
                throw ReadingError(path: file, reason: error.description)
            }
        }
        return Project(root: root, configuration: configuration, path: path, part: part)
    }

    /// The baseline of a project, and where it is; `nil` where none is named.
    /// - Throws: `ReadingError` for a baseline that is named and cannot be read: a missing file would pass for none known.
    func baseline(_ project: Project) throws(ReadingError) -> (baseline: Baseline, path: String)? {
        guard let path = baselinePath(project) else { return nil }
        return (try Baseline(reading: Input.bytes(path), path: path), path)
    }

    /// Where the baseline is, by option or configuration.
    func baselinePath(_ project: Project) -> String? {
        baseline ?? project.configuration.baseline.map { FilePath.joined(project.root, $0) }
    }
}

extension Configuration {
    /// Adds what a glossary's file holds.
    /// - Throws: `ReadingError` for one that cannot be read.
    mutating func add(glossary path: String) throws(ReadingError) {
        glossary.entries += try GlossaryReader.read(Input.bytes(path), path: path).entries
    }

    /// Adds what a lexicon's file holds.
    /// - Throws: `ReadingError` for one that cannot be read.
    mutating func add(lexicon path: String) throws(ReadingError) {
        lexicons = lexicons.adding(try Input.words(path))
    }
}

/// A folder with its configuration.
struct Project {
    /// What the configuration's patterns are relative to.
    let root: String
    var configuration: Configuration
    /// The configuration's file.
    let path: String?
    /// The folder below the root that was asked for; `nil` for all.
    let part: String?

    /// A path as the configuration's patterns know it.
    func name(_ path: String) -> String {
        let (root, whole) = (FilePath.resolved(root) + "/", FilePath.resolved(path))
        return whole.hasPrefix(root) ? String(whole.dropFirst(root.count)) : path
    }

    /// The pairs that were asked for.
    func pairs() throws(ReadingError) -> PairFinder.Found {
        var found = try PairFinder.pairs(in: root, configuration)
        if let part {
            let prefix = FilePath.resolved(part) + "/"
            found = found.filter { FilePath.resolved($0).hasPrefix(prefix) }
        }
        let read = { (path: String) throws(ReadingError) in try Input.bytes(path) }
        return found.translated(into: configuration.targets, read).splitting(targets: configuration.targets, read)
    }

    /// The pairs of files that hold both versions; `nil` for one file with one translation, and where the one is named.
    func pairs(of files: [String], source: Language?) -> PairFinder.Found? {
        let whole = files.map {
            FilePair(
                source: $0, sourceLanguage: source ?? .undetermined, target: $0, targetLanguage: .undetermined,
                name: name($0))
        }
        let found = PairFinder.Found(pairs: whole, problems: []).splitting(targets: configuration.targets) {
            path throws(ReadingError) in try Input.bytes(path)
        }
        return found.pairs.count > 1 || files.count > 1 ? found : nil
    }

    /// Checks pairs.
    /// - Parameters:
    ///   - found: the pairs.
    ///   - changedSince: a git revision: only pairs that differ from it, only findings in changed paragraphs.
    ///   - shard: the part of them that is checked.
    ///   - why: whether to say what each finding rests on.
    ///   - page: writes a page about each pair.
    func check(
        _ found: PairFinder.Found, jobs: Int, isCached: Bool, changedSince: String? = nil, shard: Shard? = nil,
        why: Bool = false, page: (@Sendable (Comparison, CheckedPair) -> String)? = nil
    ) async throws -> (corpus: CheckedCorpus, pages: [String?]) {
        var found = found
        guard !found.pairs.isEmpty || !found.problems.isEmpty else {
            let others = try PatternSuggestion(folder: root)?.patterns ?? ["i18n/{lang}.json"]
            let named = others.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
            throw ReadingError(
                path: root,
                reason: "holds no pair of files that fits \(configuration.pairs.joined(separator: ", ")); "
                    + "pairs = [\(named)] in dragoman.toml would name others")
        }
        var changes: [String: LineChanges]?
        if let changedSince {
            let paths = Set(found.pairs.flatMap { [$0.source, $0.target] })
            let changed = try await Git(folder: root).changes(since: changedSince) { paths.contains($0) }
            found = found.keeping { changed[$0] != nil }
            changes = changed
        }
        if let shard { found = found.share(shard) }
        let cache = isCached ? ResultCache(folder: FilePath.joined(root, ".dragoman-cache")) : nil
        let run = CorpusRun(
            configuration, cache: cache, why: why, page: page,
            beside: { path throws(ReadingError) in try Input.bytesIfPresent(path) },
            read: { path throws(ReadingError) in try Input.bytes(path) })
        let progress = Progress(total: found.pairs.count)
        let outcomes = try await run.check(found.pairs, jobs: jobs) { progress.show($0) }
        progress.clear()
        var pairs: [CheckedPair] = []
        var pages: [String?] = []
        var problems = found.problems
        for outcome in outcomes {
            switch outcome {
            case .checked(let pair, let page):
                pairs.append(pair)
                pages.append(page)
            case .failed(let error): problems.append(error)
            }
        }
        var notes: [String] = []
        if let changes, let changedSince {
            let all = pairs.reduce(0) { $0 + $1.findings.count }
            pairs = pairs.map { $0.keeping { changes[$0] } }
            let left = all - pairs.reduce(0) { $0 + $1.findings.count }
            notes.append("Only what changed since \(changedSince) is reported: \(left) findings stand elsewhere.")
        }
        var corpus = CheckedCorpus(pairs: pairs, problems: problems.map(CheckedCorpus.Problem.init))
        corpus.notes = notes
        corpus.shard = shard
        corpus.outcomes = outcomes.map { if case .checked = $0 { true } else { false } }
        return (corpus, pages)
    }
}

/// How far a run is, on a terminal only.
struct Progress {
    let total: Int

    func show(_ done: Int) {
        guard Output.isErrorTerminal, total > 1 else { return }
        let width = 30
        let filled = done * width / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        Output.complain("\r\(bar) \(done) of \(total) pairs", end: "")
    }

    func clear() {
        guard Output.isErrorTerminal, total > 1 else { return }
        Output.complain("\r\u{1B}[K", end: "")
    }
}
