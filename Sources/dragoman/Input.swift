import Bitext
import Formats
import Gzip

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reading files and standard input.
enum Input {
    /// The largest file that is read, in bytes.
    static let largest = 1 << 30

    /// The bytes of a file; `-` is standard input.
    /// - Throws: `ReadingError` with the system's reason.
    static func bytes(_ path: String) throws(ReadingError) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY)
        guard descriptor >= 0 else { throw ReadingError(path: path, reason: reason(errno)) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        while true {
            guard let chunk = try chunk(descriptor, path: path) else { return bytes }
            bytes += chunk
            guard bytes.count <= largest else {
                throw ReadingError(path: path, reason: "larger than \(largest >> 20) MiB; split it")
            }
        }
    }

    /// What can be read at once, up to 256 KiB; `nil` at the end.
    static func chunk(_ descriptor: Int32, path: String) throws(ReadingError) -> [UInt8]? {
        while true {
            var failure: Int32 = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                let got = unsafe read(descriptor, buffer.baseAddress, buffer.count)
                failure = got < 0 ? errno : 0
                count = max(0, got)
            }
            if failure == EINTR { continue }
            guard failure == 0 else { throw ReadingError(path: path, reason: reason(failure)) }
            return chunk.isEmpty ? nil : chunk
        }
    }

    /// A list of words; a dictionary's index is read with the articles beside it.
    /// - Throws: `ReadingError` for files that cannot be read, or hold none.
    static func words(_ path: String) throws(ReadingError) -> WordList {
        let bytes = try bytes(path)
        guard path.hasSuffix(".index") else { return try LexiconFile.read(bytes, path: path) }
        let name = path.dropLast(".index".count)
        let articles = ["\(name).dict.dz", "\(name).dict"]
        guard let found = articles.first(where: FilePath.exists) else {
            throw ReadingError(path: path, reason: "there is neither \(articles[0]) nor \(articles[1]) beside it")
        }
        return .lexicon(try DictdReader.read(bytes, articles: unpacked(found), path: path))
    }

    /// The bytes of a file that may be packed.
    private static func unpacked(_ path: String) throws(ReadingError) -> [UInt8] {
        do throws(GzipFile.Fault) {
            return try GzipFile.bytes(path, limit: largest)
        } catch {
            let reason =
                switch error {
                case .unopened: "cannot be opened"
                case .unreadable: "cannot be unpacked: it is damaged or cut off"
                case .tooLarge(let limit): "holds more than \(limit >> 20) MiB"
                }
            throw ReadingError(path: path, reason: reason)
        }
    }

    static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "no such file"
        case EACCES: "permission denied"
        case EISDIR: "this is a folder, not a file"
        default: unsafe String(cString: strerror(code))
        }
    }
}

extension Input {
    /// A file's bytes; `nil` where there is none of that name.
    static func bytesIfPresent(_ path: String) throws(ReadingError) -> [UInt8]? {
        FilePath.exists(path) ? try bytes(path) : nil
    }
}

/// A file that is read piece by piece.
final class ByteSource {
    private let descriptor: Int32
    private let path: String

    init(_ path: String) throws(ReadingError) {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY)
        guard descriptor >= 0 else { throw ReadingError(path: path, reason: Input.reason(errno)) }
    }

    /// The next bytes; `nil` at the end.
    func next() throws(ReadingError) -> [UInt8]? { try Input.chunk(descriptor, path: path) }

    func close() {
        #if canImport(Glibc)
            if descriptor != STDIN_FILENO { _ = Glibc.close(descriptor) }
        #elseif canImport(Musl)
            if descriptor != STDIN_FILENO { _ = Musl.close(descriptor) }
        #else
            if descriptor != STDIN_FILENO { _ = Darwin.close(descriptor) }
        #endif
    }
}

/// Lines of standard input, as many at a time as have arrived.
struct LineStream {
    private var rest: [UInt8] = []
    private var isAtEnd = false
    private var number = 0
    private let keepsBlankLines: Bool

    init(keepsBlankLines: Bool = false) { self.keepsBlankLines = keepsBlankLines }

    /// A line and its number, from 1.
    struct Line: Sendable {
        let number: Int
        let bytes: [UInt8]
    }

    /// The lines that have arrived, at least one; `nil` at the end. Blank lines are left out unless they are kept.
    mutating func next() throws(ReadingError) -> [Line]? {
        while !isAtEnd {
            guard let chunk = try Input.chunk(STDIN_FILENO, path: "-") else {
                isAtEnd = true
                break
            }
            let searched = rest.count
            rest += chunk
            guard let last = rest[searched...].lastIndex(of: 0x0A) else { continue }
            let lines = take(rest[...last])
            rest = Array(rest[(last + 1)...])
            if !lines.isEmpty { return lines }
        }
        let lines = take(rest[...])
        rest = []
        return lines.isEmpty ? nil : lines
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) -> [Line] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.compactMap { line in
            number += 1
            let isBlank = !keepsBlankLines && line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            return isBlank ? nil : Line(number: number, bytes: Array(line))
        }
    }
}
