internal import CZlib

/// Reads files that gzip or dictzip packed.
public enum GzipFile {
    /// Why a file could not be read.
    public enum Fault: Error, Hashable, Sendable {
        /// It cannot be opened.
        case unopened
        /// It is damaged, or cannot be read.
        case unreadable
        /// It holds more than was allowed, in bytes.
        case tooLarge(Int)
    }

    /// The bytes of a file, unpacked; a file that is not packed is read as it is.
    /// - Parameter limit: the most bytes that are read.
    /// - Throws: `Fault`.
    public static func bytes(_ path: String, limit: Int) throws(Fault) -> [UInt8] {
        guard let file = unsafe gzopen(path, "rb") else { throw .unopened }
        defer { _ = unsafe gzclose(file) }
        var bytes: [UInt8] = []
        while true {
            var got: Int32 = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                got = unsafe gzread(file, buffer.baseAddress, UInt32(buffer.count))
                count = max(0, Int(got))
            }
            // The end of a file that was cut off shows in the state alone.
            var state: Int32 = 0
            _ = unsafe gzerror(file, &state)
            guard got >= 0, state == Z_OK || state == Z_STREAM_END else { throw .unreadable }
            guard !chunk.isEmpty else { return bytes }
            guard bytes.count + chunk.count <= limit else { throw .tooLarge(limit) }
            bytes += chunk
        }
    }
}
