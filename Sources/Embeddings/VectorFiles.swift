public import Semantics

/// Vectors that were made before, a file for each version.
public struct VectorFiles: VectorSource {
    /// A version's vectors.
    public struct Version: Sendable {
        /// The file's path, for errors.
        public let path: String
        /// What it holds: an `.npy` table, or bare single-precision values.
        public let bytes: [UInt8]
        /// The texts that the vectors are of, one a line, with the path of their file: Vecalign's overlaps. `nil` where the
        /// vectors are of the segments, in order.
        public let overlaps: (path: String, text: String)?

        /// Makes a version's.
        public init(path: String, bytes: [UInt8], overlaps: (path: String, text: String)?) {
            self.path = path
            self.bytes = bytes
            self.overlaps = overlaps
        }
    }

    private let versions: [Version]

    /// Makes a source of vectors.
    /// - Parameter versions: in the order in which ``vectors(of:)`` is asked.
    public init(_ versions: [Version]) { self.versions = versions }

    /// The number of bytes and a hash of them, for each file.
    public var name: String {
        "files-"
            + versions.map { version in
                let hash = version.bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
                    ($0 ^ UInt64($1)) &* 0x100_0000_01B3
                }
                return "\(version.bytes.count)-\(String(hash & 0xFFFF_FFFF, radix: 16))"
            }.joined(separator: "-")
    }

    /// The vectors of the segments.
    /// - Throws: `EmbeddingError` where a file does not fit its version: another number of vectors than segments, or a
    ///   segment that is not among the overlaps.
    public func vectors(of texts: [[String]]) throws(EmbeddingError) -> TextVectors {
        var table = TextVectors(name: name)
        for (version, texts) in zip(versions, texts) {
            if let overlaps = version.overlaps {
                try add(texts, version, overlaps, to: &table)
            } else {
                let matrix = try VectorMatrix(version.bytes, path: version.path, rows: texts.count)
                for (row, text) in texts.enumerated() where !text.allSatisfy(\.isWhitespace) {
                    try add(matrix[row], row, text, version, to: &table)
                }
            }
        }
        return table
    }

    private func add(
        _ texts: [String], _ version: Version, _ overlaps: (path: String, text: String), to table: inout TextVectors
    ) throws(EmbeddingError) {
        var lines = overlaps.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if lines.last?.isEmpty == true { lines.removeLast() }
        let matrix = try VectorMatrix(version.bytes, path: version.path, rows: lines.count)
        var rows: [String: Int] = [:]
        for (row, line) in lines.enumerated() where rows[VectorFiles.folded(line)] == nil {
            rows[VectorFiles.folded(line)] = row
        }
        for (number, text) in texts.enumerated() where !text.allSatisfy(\.isWhitespace) {
            guard let row = rows[VectorFiles.folded(text)] else {
                throw EmbeddingError(
                    place: overlaps.path, reason: "has no line like segment \(number): “\(text.prefix(60))”")
            }
            try add(matrix[row], row, text, version, to: &table)
        }
    }

    private func add(
        _ vector: [Float], _ row: Int, _ text: String, _ version: Version, to table: inout TextVectors
    ) throws(EmbeddingError) {
        do throws(TextVectors.Fault) { try table.add(vector, for: text) } catch {
            throw EmbeddingError(place: version.path, reason: "row \(row): \(error.description)")
        }
    }

    /// A text as Vecalign's overlaps have it: white space at the ends left out, the rest one space.
    private static func folded(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
