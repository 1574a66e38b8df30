internal import Formats
internal import TOMLKit

extension Configuration {
    /// The table `[embeddings]`: the server that is asked for vectors of sentences. What is left out is `nil`.
    public struct Embeddings: Sendable, Hashable {
        /// The address and the model's name; both or none.
        public var url, model: String?
        /// What stands before each text.
        public var prefix: String?
        /// A file that holds the key, relative to the configuration.
        public var keyFile: String?
        /// Where vectors are kept, relative to the configuration; `none` for nowhere.
        public var cache: String?
        /// How many texts go into a request, and how many requests are under way at once.
        public var batch, jobs: Int?
        /// How long a request may take, in seconds.
        public var timeout: Int?

        /// Names no server.
        public init() {}

        init(_ table: TOMLTable, _ reader: TableReader) throws(ReadingError) {
            guard let own = try reader.table(table, "embeddings") else { return }
            try reader.expect(own, ConfigurationKey.embeddings.map(\.name), in: "embeddings")
            url = try reader.string(own, "url")
            model = try reader.string(own, "model")
            prefix = try reader.string(own, "prefix")
            keyFile = try reader.string(own, "key-file")
            cache = try reader.string(own, "cache")
            batch = try reader.count(own, "batch")
            jobs = try reader.count(own, "jobs")
            timeout = try reader.count(own, "timeout")
            guard (url == nil) == (model == nil) else {
                throw reader.error("embeddings", "[embeddings] needs both url and model")
            }
        }

        /// The table as TOML; `nil` where nothing is named.
        var table: TOMLTable? {
            guard self != Embeddings() else { return nil }
            let table = TOMLTable()
            let texts = [
                ("url", url), ("model", model), ("prefix", prefix), ("key-file", keyFile), ("cache", cache),
            ]
            for (key, value) in texts {
                if let value { table[key] = value }
            }
            for (key, value) in [("batch", batch), ("jobs", jobs), ("timeout", timeout)] {
                if let value { table[key] = value }
            }
            return table
        }
    }
}
