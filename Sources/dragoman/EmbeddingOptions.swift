import ArgumentParser
import Corpus
import Embeddings
import Formats

/// Options of every command that can ask an embedding server.
struct EmbeddingOptions: ParsableArguments {
    @Option(
        name: .customLong("embeddings"),
        help: ArgumentHelp(
            "Ask this server for vectors of sentences too, such as http://localhost:11434/v1; texts are sent there.",
            valueName: "url"))
    var url: String?

    @Option(name: .customLong("embedding-model"), help: "The model's name, as the server knows it.")
    var model: String?

    @Option(
        name: .customLong("embedding-prefix"),
        help: "What stands before each text; the E5 models want “query: ”.")
    var prefix: String?

    @Option(
        name: .customLong("embedding-key-file"),
        help: ArgumentHelp(
            "A file that holds the server's key; left out, DRAGOMAN_EMBEDDING_KEY, where it is set.",
            valueName: "file"))
    var keyFile: String?

    @Option(
        name: .customLong("embedding-cache"),
        help: ArgumentHelp(
            "Where vectors are kept; left out, dragoman/embeddings.sqlite in the user's cache folder; none for nowhere.",
            valueName: "file"))
    var cache: String?

    @Option(name: .customLong("embedding-batch"), help: "How many texts go into a request.")
    var batch: Int?

    @Option(name: .customLong("embedding-jobs"), help: "How many requests are under way at once.")
    var jobs: Int?

    func validate() throws {
        guard batch ?? 1 >= 1, jobs ?? 1 >= 1 else {
            throw ValidationError("--embedding-batch and --embedding-jobs take a number from 1 up")
        }
    }

    /// The server that is asked, by option or configuration; `nil` where none is named.
    /// - Throws: `ReadingError` for a server that lacks its model, a key that cannot be read, and what `TextEmbedder` throws.
    func source(
        _ configured: Configuration.Embeddings = Configuration.Embeddings(), root: String = "."
    ) throws(ReadingError) -> (any VectorSource)? {
        guard let url = url ?? configured.url else {
            guard model == nil, prefix == nil, keyFile == nil, cache == nil, batch == nil, jobs == nil else {
                throw ReadingError(path: "--embeddings", reason: "is missing: the other options are about that server")
            }
            return nil
        }
        guard let model = model ?? configured.model else {
            throw ReadingError(path: url, reason: "which model? name it with --embedding-model")
        }
        var settings = EmbeddingSettings(url: url, model: model)
        settings.prefix = prefix ?? configured.prefix ?? settings.prefix
        settings.batch = batch ?? configured.batch ?? settings.batch
        settings.concurrency = jobs ?? configured.jobs ?? settings.concurrency
        settings.timeout = configured.timeout.map(Double.init) ?? settings.timeout
        let cache = cache ?? configured.cache.map { $0 == "none" ? $0 : FilePath.joined(root, $0) }
        let file = keyFile ?? configured.keyFile.map { FilePath.joined(root, $0) }
        let key = try key(file)
        do throws(EmbeddingError) {
            return try TextEmbedder(
                settings, key: key, cache: cache == "none" ? nil : cache ?? EmbeddingOptions.usualCache)
        } catch {
            throw ReadingError(path: error.place, reason: error.reason)
        }
    }

    private func key(_ file: String?) throws(ReadingError) -> String? {
        guard let file else { return Output.environment("DRAGOMAN_EMBEDDING_KEY").flatMap { $0.isEmpty ? nil : $0 } }
        let text = String(decoding: try Input.bytes(file), as: UTF8.self)
        guard let line = text.split(whereSeparator: \.isNewline).first.map({ $0.filter { !$0.isWhitespace } }),
            !line.isEmpty
        else { throw ReadingError(path: file, reason: "holds no key") }
        return line
    }

    private static var usualCache: String? {
        let folder =
            Output.environment("XDG_CACHE_HOME").flatMap { $0.isEmpty ? nil : $0 }
            ?? Output.environment("HOME").map { FilePath.joined($0, ".cache") }
        return folder.map { FilePath.joined($0, "dragoman/embeddings.sqlite") }
    }
}

/// Options of every command that takes vectors which were made before.
struct VectorFileOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Vectors of the source's segments, one a segment: .npy, or bare single precision.", valueName: "file"))
    var sourceVectors: String?

    @Option(help: ArgumentHelp("Vectors of the target's segments.", valueName: "file"))
    var targetVectors: String?

    @Option(
        help: ArgumentHelp(
            "The texts that the source's vectors are of, one a line, as Vecalign's overlaps.", valueName: "file"))
    var sourceOverlaps: String?

    @Option(help: ArgumentHelp("The texts that the target's vectors are of.", valueName: "file"))
    var targetOverlaps: String?

    func validate() throws {
        guard (sourceVectors == nil) == (targetVectors == nil) else {
            throw ValidationError("--source-vectors and --target-vectors go together")
        }
        guard sourceVectors != nil || (sourceOverlaps == nil && targetOverlaps == nil) else {
            throw ValidationError(
                "--source-overlaps and --target-overlaps go with --source-vectors and --target-vectors")
        }
    }

    /// The vectors that were made before, else the server by option or configuration; `nil` where neither is named.
    func source(
        or embedding: EmbeddingOptions, _ configured: Configuration.Embeddings = Configuration.Embeddings(),
        root: String = "."
    ) throws(ReadingError) -> (any VectorSource)? {
        guard let sourceVectors, let targetVectors else { return try embedding.source(configured, root: root) }
        guard embedding.url == nil else {
            throw ReadingError(path: sourceVectors, reason: "goes in place of --embeddings, not with it")
        }
        return VectorFiles([
            try version(sourceVectors, overlaps: sourceOverlaps), try version(targetVectors, overlaps: targetOverlaps),
        ])
    }

    private func version(_ path: String, overlaps: String?) throws(ReadingError) -> VectorFiles.Version {
        let lines = try overlaps.map { path throws(ReadingError) in
            (path: path, text: try EncodedText(Input.bytes(path), path: path).text)
        }
        return VectorFiles.Version(path: path, bytes: try Input.bytes(path), overlaps: lines)
    }
}
