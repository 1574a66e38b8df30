internal import Foundation
internal import GRDB

/// Vectors that were had before, in an SQLite file that several runs may use at once.
struct EmbeddingCache: Sendable {
    private let queue: DatabaseQueue
    private let path: String
    private let model: Int64

    /// Opens the file, or makes it.
    /// - Parameter name: what the vectors are known by; see `EmbeddingSettings.name`.
    /// - Throws: `EmbeddingError` for a file that is no such cache, or cannot be written.
    init(path: String, name: String) throws(EmbeddingError) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            var configuration = GRDB.Configuration()
            configuration.busyMode = .timeout(EmbeddingCache.patience)
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try EmbeddingCache.keepLog(queue)
            model = try queue.write { database in
                try database.execute(
                    sql: """
                        CREATE TABLE IF NOT EXISTS model (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
                        CREATE TABLE IF NOT EXISTS embedding (
                            model INTEGER NOT NULL REFERENCES model, text TEXT NOT NULL, vector BLOB NOT NULL,
                            PRIMARY KEY (model, text)) WITHOUT ROWID;
                        """)
                try database.execute(sql: "INSERT OR IGNORE INTO model (name) VALUES (?)", arguments: [name])
                return try Int64.fetchOne(database, sql: "SELECT id FROM model WHERE name = ?", arguments: [name]) ?? 0
            }
        } catch {
            throw EmbeddingError(
                place: path, reason: "cannot be used as a cache of embeddings: \(EmbeddingCache.words(error))")
        }
    }

    /// Seconds to wait for other runs.
    private static let patience: TimeInterval = 60

    /// Makes the file keep its changes in a log, so that runs need not wait for each other. While another run does the same
    /// SQLite says at once that the file is locked, whatever the patience (sqlite.org/wal.html, section 9): asked again.
    private static func keepLog(_ queue: DatabaseQueue) throws {
        let end = Date(timeIntervalSinceNow: patience)
        while true {
            do {
                return try queue.writeWithoutTransaction { database in
                    try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
                }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date() < end {
                Thread.sleep(forTimeInterval: .random(in: 0.01...0.1))
            }
        }
    }

    /// The vectors of those texts that have one.
    func vectors(of texts: [String]) throws(EmbeddingError) -> [String: [Float]] {
        do {
            return try queue.read { database in
                let statement = try database.cachedStatement(
                    sql: "SELECT vector FROM embedding WHERE model = ? AND text = ?")
                var found: [String: [Float]] = [:]
                for text in texts {
                    guard let data = try Data.fetchOne(statement, arguments: [model, text]), data.count % 4 == 0 else {
                        continue
                    }
                    found[text] = EmbeddingCache.floats(data)
                }
                return found
            }
        } catch { throw failure(error) }
    }

    /// Keeps vectors.
    func keep(_ vectors: [(text: String, vector: [Float])]) throws(EmbeddingError) {
        do {
            try queue.write { database in
                let statement = try database.cachedStatement(
                    sql: "INSERT OR REPLACE INTO embedding (model, text, vector) VALUES (?, ?, ?)")
                for (text, vector) in vectors {
                    try statement.execute(arguments: [model, text, EmbeddingCache.data(vector)])
                }
            }
        } catch { throw failure(error) }
    }

    private func failure(_ error: any Error) -> EmbeddingError {
        EmbeddingError(place: path, reason: "the cache of embeddings fails: \(EmbeddingCache.words(error))")
    }

    private static func words(_ error: any Error) -> String {
        (error as? DatabaseError)?.message ?? error.localizedDescription
    }

    /// Little-endian single precision, whatever the machine.
    private static func data(_ vector: [Float]) -> Data {
        var data = Data(capacity: vector.count * 4)
        for value in vector {
            let bits = value.bitPattern
            for shift in [0, 8, 16, 24] as [UInt32] { data.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        }
        return data
    }

    private static func floats(_ data: Data) -> [Float] {
        let bytes = [UInt8](data)
        return stride(from: 0, to: bytes.count, by: 4).map { start in
            Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) })
        }
    }
}
