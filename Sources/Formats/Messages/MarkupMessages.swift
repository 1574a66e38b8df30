import Bitext
internal import XML

/// Reads the messages of Android's resources (string, plurals, string-array) and of .NET's RESX (data).
enum MarkupMessages {
    static func read(_ text: String, path: String) throws(ReadingError) -> MessageFile.Found {
        var state = State(bytes: Array(text.utf8))
        try MarkupParser.xml(text, path: path) { state.handle($0) }
        return MessageFile.Found(messages: state.messages, untranslatable: state.untranslatable)
    }

    private struct State {
        let bytes: [UInt8]
        private(set) var messages: [MessageFile.Message] = []
        private(set) var untranslatable = 0
        /// The names that lead to the message, and how many its list has had.
        private var path: [String] = []
        private var count = 0
        private var current: MarkedUpText?
        /// How many elements are open from one on that is left out.
        private var skipped = 0
        private var isAndroid = false

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func handle(_ event: MarkupEvent) {
            switch event {
            case .start(let name, let attributes):
                if skipped > 0 || isAside(name, attributes) {
                    if skipped == 0, attributes["translatable"] == "false" { untranslatable += 1 }
                    skipped += 1
                } else {
                    start(name, attributes)
                }
            case .end(let name):
                if skipped > 0 { skipped -= 1 } else { end(name) }
            case .text(let text, let end):
                if skipped == 0 { current?.add(text, end: end) }
            case .comment: break
            }
        }

        /// What is not translated, and what is no text: RESX names the type of everything else.
        private func isAside(_ name: String, _ attributes: [String: String]) -> Bool {
            attributes["translatable"] == "false" || name == "comment" || name == "resheader"
                || name == "data" && (attributes["type"] != nil || attributes["mimetype"] != nil)
        }

        private mutating func start(_ name: String, _ attributes: [String: String]) {
            switch name {
            case "resources": isAndroid = true
            case "string", "plurals", "string-array", "data":
                path = [attributes["name"] ?? ""]
                count = 0
                if name == "string" { current = MarkedUpText(bytes: bytes) }
            case "item" where !path.isEmpty:
                path = [path[0], attributes["quantity"] ?? String(count)]
                count += 1
                current = MarkedUpText(bytes: bytes)
            case "value" where !path.isEmpty: current = MarkedUpText(bytes: bytes, keepsEdges: true)
            default: break
            }
        }

        private mutating func end(_ name: String) {
            switch name {
            case "string", "item", "value":
                guard let words = current?.whole else { return }
                messages.append(
                    MessageFile.Message(path: path, text: isAndroid ? MarkupMessages.unescaped(words) : words))
                current = nil
            case "plurals", "string-array", "data": path = []
            default: break
            }
        }
    }

    /// A text of Android's without backslashes and the quotation marks that keep its white space.
    static func unescaped(_ words: MappedText) -> MappedText {
        var edits: [(range: TextRange, text: String)] = []
        let bytes = Array(words.text.utf8)
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\"") {
                edits.append((TextRange(place, place + 1), ""))
            } else if bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count {
                let next = bytes[place + 1]
                if let (character, length) = EscapedText.character(in: bytes, at: place) {
                    edits.append((TextRange(place, place + length), character))
                    place += length - 1
                } else if next == UInt8(ascii: "n") || next == UInt8(ascii: "t") {
                    edits.append((TextRange(place, place + 2), " "))
                    place += 1
                } else {
                    edits.append((TextRange(place, place + 1), ""))
                    place += 1
                }
            }
            place += 1
        }
        return words.replacing(edits)
    }
}
