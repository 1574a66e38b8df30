import Bitext

/// Reads Apple's .strings files: "key" = "text"; with comments of C.
///
/// https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/LoadingResources/Strings/Strings.html
struct StringsReader {
    private let bytes: [UInt8]
    private var position = 0

    /// - Throws: `ReadingError` where the form is another.
    static func read(_ text: String, path: String) throws(ReadingError) -> [MessageFile.Message] {
        var reader = StringsReader(bytes: Array(text.utf8))
        var messages: [MessageFile.Message] = []
        while let message = try reader.next(path) { messages.append(message) }
        return messages
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private mutating func next(_ path: String) throws(ReadingError) -> MessageFile.Message? {
        skipSpace()
        guard position < bytes.count else { return nil }
        let key = try string(path)
        skipSpace()
        // A key alone stands for itself.
        let text = take("=") ? try string(path) : key
        skipSpace()
        guard take(";") else { throw failure(path, "a semicolon must follow a text") }
        return MessageFile.Message(path: [key.text], text: text)
    }

    private func failure(_ path: String, _ reason: String) -> ReadingError {
        let line = 1 + bytes.prefix(position).count { $0 == 0x0A }
        return ReadingError(path: path, offset: position, line: line, reason: reason)
    }

    private mutating func take(_ mark: Character) -> Bool {
        guard position < bytes.count, bytes[position] == mark.asciiValue else { return false }
        position += 1
        return true
    }

    /// Skips white space and comments.
    private mutating func skipSpace() {
        while position < bytes.count {
            let isComment = bytes[position] == UInt8(ascii: "/") && position + 1 < bytes.count
            if isComment, bytes[position + 1] == UInt8(ascii: "/") {
                position = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
            } else if isComment, bytes[position + 1] == UInt8(ascii: "*") {
                position += 2
                while position < bytes.count,
                    !(bytes[position] == UInt8(ascii: "/") && bytes[position - 1] == UInt8(ascii: "*"))
                {
                    position += 1
                }
                position = min(position + 1, bytes.count)
            } else if bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) {
                position += 1
            } else {
                return
            }
        }
    }

    /// A text in quotation marks, or a word.
    private mutating func string(_ path: String) throws(ReadingError) -> MappedText {
        skipSpace()
        var text = MappedText()
        guard take("\"") else {
            let start = position
            while position < bytes.count, isName(bytes[position]) { position += 1 }
            guard position > start else { throw failure(path, "a text must stand in quotation marks") }
            text.append(Substring(decoding: bytes[start..<position], as: UTF8.self), at: start)
            return text
        }
        var start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            text.append(Substring(decoding: bytes[start..<position], as: UTF8.self), at: start)
            EscapedText.append(to: &text, bytes, at: &position, letter: "U", blanks: "ntr")
            start = position
        }
        text.append(Substring(decoding: bytes[start..<position], as: UTF8.self), at: start)
        guard take("\"") else { throw failure(path, "a text lacks its last quotation mark") }
        return text
    }

    private func isName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            || "_-.$/:".utf8.contains(byte)
    }
}
