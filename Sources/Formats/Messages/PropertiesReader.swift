import Bitext

/// Reads Java's properties (java.util.Properties.load): a key and its text a line, lines that go on behind a backslash.
enum PropertiesReader {
    static func read(_ text: String) -> [MessageFile.Message] {
        var messages: [MessageFile.Message] = []
        var scanner = Scanner(Array(text.utf8))
        while let message = scanner.next() { messages.append(message) }
        return messages
    }

    private struct Scanner {
        private let bytes: [UInt8]
        private var position: Int

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        }

        private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0C }
        private static func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

        private mutating func skip(while condition: (UInt8) -> Bool) {
            while position < bytes.count, condition(bytes[position]) { position += 1 }
        }

        mutating func next() -> MessageFile.Message? {
            while position < bytes.count {
                skip { Scanner.isBlank($0) || Scanner.isEnd($0) }
                guard position < bytes.count else { return nil }
                if bytes[position] == UInt8(ascii: "#") || bytes[position] == UInt8(ascii: "!") {
                    skip { !Scanner.isEnd($0) }
                    continue
                }
                let key = text { Scanner.isBlank($0) || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
                skip(while: Scanner.isBlank)
                if position < bytes.count, bytes[position] == UInt8(ascii: "=") || bytes[position] == UInt8(ascii: ":")
                {
                    position += 1
                    skip(while: Scanner.isBlank)
                }
                return MessageFile.Message(path: [key.text], text: text { _ in false })
            }
            return nil
        }

        /// Text up to the end of the line, or a byte that ends it, escapes resolved.
        private mutating func text(until isLast: (UInt8) -> Bool) -> MappedText {
            var text = MappedText()
            var start = position
            func flush(_ bytes: ArraySlice<UInt8>) {
                text.append(Substring(decoding: bytes, as: UTF8.self), at: bytes.startIndex)
            }
            while position < bytes.count, !Scanner.isEnd(bytes[position]), !isLast(bytes[position]) {
                guard bytes[position] == UInt8(ascii: "\\") else {
                    position += 1
                    continue
                }
                flush(bytes[start..<position])
                escape(into: &text)
                start = position
            }
            flush(bytes[start..<position])
            return text
        }

        private mutating func escape(into text: inout MappedText) {
            if position + 1 < bytes.count, Scanner.isEnd(bytes[position + 1]) {
                // The line goes on in the next one.
                let isPair = bytes[position + 1] == 0x0D && position + 2 < bytes.count && bytes[position + 2] == 0x0A
                position += isPair ? 3 : 2
                return skip(while: Scanner.isBlank)
            }
            EscapedText.append(to: &text, bytes, at: &position, blanks: "ntrf")
        }
    }
}
