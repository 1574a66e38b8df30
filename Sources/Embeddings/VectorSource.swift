public import Semantics

/// Something that has vectors of texts: a server, or files that were made before.
public protocol VectorSource: Sendable {
    /// What the vectors are known by, for signatures; no spaces.
    var name: String { get }

    /// The vectors of the texts of some versions; blank texts need none.
    /// - Parameter versions: the segments of each version: the source's, the target's, others.
    /// - Throws: `EmbeddingError` where they cannot be had.
    func vectors(of versions: [[String]]) async throws(EmbeddingError) -> TextVectors
}
