public import Semantics
internal import Synchronization

/// Gets vectors of texts from an embedding server, those that were had before from a cache.
public final class TextEmbedder: VectorSource {
    private let server: EmbeddingServer
    private let cache: EmbeddingCache?
    /// Why the server was given up.
    private let failure = Mutex<EmbeddingError?>(nil)

    /// What the vectors are known by, for signatures.
    public var name: String { server.settings.name }

    /// Makes an embedder; nothing is sent yet.
    /// - Parameters:
    ///   - key: sent as a bearer token; never printed, never kept.
    ///   - cache: the file of vectors that were had before; `nil` to keep none.
    /// - Throws: `EmbeddingError` for settings and caches that cannot be used.
    public init(_ settings: EmbeddingSettings, key: String? = nil, cache: String?) throws(EmbeddingError) {
        server = try EmbeddingServer(settings, key: key)
        if let cache {
            self.cache = try EmbeddingCache(path: cache, name: settings.name)
        } else {
            self.cache = nil
        }
    }

    /// The vectors of some texts, in whatever order and however often they stand there; blank ones have none.
    ///
    /// Several requests are under way at once, their number bounded. A batch that the server finds too much is halved. A
    /// server that failed in spite of all tries is not asked again.
    /// - Throws: `EmbeddingError`; what had come until then is kept in the cache.
    public func vectors(of versions: [[String]]) async throws(EmbeddingError) -> TextVectors {
        var seen: Set<String> = []
        let wanted = versions.joined().filter { !$0.allSatisfy(\.isWhitespace) && seen.insert($0).inserted }
        var table = TextVectors(name: name)
        let known = try cache?.vectors(of: wanted) ?? [:]
        for text in wanted {
            guard let vector = known[text] else { continue }
            try add(vector, text, to: &table)
        }
        let missing = wanted.filter { known[$0] == nil }
        guard !missing.isEmpty else { return table }
        if let failure = failure.withLock({ $0 }) { throw failure }
        let size = max(1, server.settings.batch)
        var batches = stride(from: 0, to: missing.count, by: size).map {
            Array(missing[$0..<min($0 + size, missing.count)])
        }[...]
        let server = server
        do {
            try await withThrowingTaskGroup(of: [(text: String, vector: [Float])].self) { group in
                func startNext() {
                    guard let batch = batches.popFirst() else { return }
                    group.addTask { try await TextEmbedder.vectors(of: batch, server) }
                }
                for _ in 0..<max(1, server.settings.concurrency) { startNext() }
                while let answer = try await group.next() {
                    for (text, vector) in answer { try add(vector, text, to: &table) }
                    try cache?.keep(answer)
                    startNext()
                }
            }
        } catch {
            let error = error as? EmbeddingError ?? EmbeddingError(place: server.settings.url, reason: "given up")
            if !error.isTooMuch { failure.withLock { $0 = error } }
            throw error
        }
        return table
    }

    private static func vectors(
        of texts: [String], _ server: EmbeddingServer
    ) async throws(EmbeddingError) -> [(text: String, vector: [Float])] {
        do throws(EmbeddingError) {
            return Array(zip(texts, try await server.vectors(of: texts))).map { (text: $0.0, vector: $0.1) }
        } catch {
            guard error.isTooMuch else { throw error }
            guard texts.count > 1 else {
                let start = texts.first.map { $0.count > 60 ? $0.prefix(60) + "…" : $0[...] } ?? ""
                throw EmbeddingError(
                    place: error.place, reason: "\(error.reason); the text starts “\(start)”"
                ).tooMuch()
            }
            let half = texts.count / 2
            return try await vectors(of: Array(texts[..<half]), server)
                + vectors(of: Array(texts[half...]), server)
        }
    }

    private func add(_ vector: [Float], _ text: String, to table: inout TextVectors) throws(EmbeddingError) {
        do throws(TextVectors.Fault) { try table.add(vector, for: text) } catch {
            throw EmbeddingError(place: server.settings.url, reason: error.description)
        }
    }
}
