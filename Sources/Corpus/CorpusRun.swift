internal import Bitext
internal import Drift
public import Formats

/// Checks the pairs of a corpus, one after the other or several at once; the results keep the pairs' order.
public struct CorpusRun: Sendable {
    /// What came of a pair.
    public enum Outcome: Sendable {
        /// It was checked; with a page, where pages are made.
        case checked(CheckedPair, page: String?)
        /// It could not be.
        case failed(ReadingError)
    }

    private let configuration: Configuration
    private let cache: ResultCache?
    private let why: Bool
    private let page: (@Sendable (Comparison, CheckedPair) -> String)?
    private let beside: @Sendable (String) throws(ReadingError) -> [UInt8]?
    private let read: @Sendable (String) throws(ReadingError) -> [UInt8]

    /// Makes a run.
    /// - Parameters:
    ///   - cache: where results are kept; `nil` to keep none.
    ///   - why: whether to say what each finding rests on.
    ///   - page: writes a page about a pair; such pairs are always checked anew.
    ///   - beside: reads a file of decisions next to a target; `nil` where there is none.
    ///   - read: reads a file.
    public init(
        _ configuration: Configuration, cache: ResultCache?, why: Bool = false,
        page: (@Sendable (Comparison, CheckedPair) -> String)? = nil,
        beside: @escaping @Sendable (String) throws(ReadingError) -> [UInt8]? = { _ in nil },
        read: @escaping @Sendable (String) throws(ReadingError) -> [UInt8]
    ) {
        self.configuration = configuration
        self.cache = cache
        self.why = why
        self.page = page
        self.beside = beside
        self.read = read
    }

    /// Checks pairs.
    /// - Parameter progress: told how many pairs are done.
    public func check(
        _ pairs: [FilePair], jobs: Int, progress: (Int) -> Void
    ) async throws -> [Outcome] {
        var iterator = pairs.makeIterator()
        var outcomes: [Outcome] = []
        try await OrderedPipeline.run(
            jobs: jobs, next: { iterator.next() }, work: { await outcome($0) },
            write: { (outcome: Outcome) in
                outcomes.append(outcome)
                progress(outcomes.count)
            })
        return outcomes
    }

    private func outcome(_ pair: FilePair) async -> Outcome {
        do throws(ReadingError) {
            let source = try read(pair.source)
            let target = pair.isBilingual ? source : try read(pair.target)
            let decisions = pair.target + Decision.fileSuffix
            let decided = try beside(decisions)
            let comparer = Comparer(options: configuration.options(for: pair))
            let relay = try pair.relay.map { path throws(ReadingError) in try read(path) }
            let files = [source, target, decided ?? [], relay ?? []]
            // The languages of a bilingual file stand in it, and settings may depend on them.
            let settings = comparer.signature() + (pair.isBilingual ? configuration.toml : "") + (why ? " why" : "")
            let key = cache.map { $0.key(pair, files, signature: settings) }
            if page == nil, let key, let kept = cache?.result(key) { return .checked(kept, page: nil) }
            let comparison = try await compare(pair, (source, target, relay), comparer)
            let checked = try CheckedPair(comparison, beside: decided.map { (decisions, $0) }, why: why)
            if let key { cache?.keep(checked, key) }
            return .checked(checked, page: page?(comparison, checked))
        } catch {
            return .failed(error)
        }
    }

    private func compare(
        _ pair: FilePair, _ files: (source: [UInt8], target: [UInt8], relay: [UInt8]?), _ comparer: Comparer
    )
        async throws(ReadingError) -> Comparison
    {
        let reader = VersionReader()
        if pair.isBilingual {
            let versions = try reader.versions(of: pair, files.source)
            let options = configuration.options(
                for: pair.name, source: versions.source.document.language, target: versions.target.document.language)
            return Comparer(options: options).compare(units: versions)
        }
        let versions = try reader.versions(
            reader.document(files.source, path: pair.source, language: pair.sourceLanguage),
            reader.document(files.target, path: pair.target, language: pair.targetLanguage))
        for version in [versions.0, versions.1] where version.segments.isEmpty {
            throw ReadingError(path: version.document.path, reason: "holds no text to compare")
        }
        guard let path = pair.relay, let bytes = files.relay else {
            return try await comparer.embedding(versions.0, versions.1).compare(versions.0, versions.1)
        }
        let between = try reader.relay(bytes, path: path, language: configuration.relay)
        guard !between.segments.isEmpty else { throw ReadingError(path: path, reason: "holds no text to compare") }
        return try await comparer.embedding(versions.0, versions.1, relay: between).compare(
            versions.0, versions.1, relay: between)
    }
}
