/// Why a file could not be read.
public struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's path.
    public let path: String
    /// Where in the file, in bytes; `nil` when the whole file is meant.
    public let offset: Int?
    /// The line, from 1; `nil` when it is not known.
    public let line: Int?
    /// The reason in words.
    public let reason: String

    /// Makes an error.
    public init(path: String, offset: Int? = nil, line: Int? = nil, reason: String) {
        self.path = path
        self.offset = offset
        self.line = line
        self.reason = reason
    }

    /// `talks.txt:3: byte 120: reason`.
    public var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return offset.map { "\(place): byte \($0): \(reason)" } ?? "\(place): \(reason)"
    }
}
