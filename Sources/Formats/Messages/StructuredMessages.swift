import Bitext
internal import ICU
internal import YAML

/// Reads the texts of JSON and YAML, each under the names that lead to it.
///
/// Numbers and truth values are no messages. What ARB keeps of a message (“@…”) is left out, and so are the descriptions and
/// placeholders beside the messages of browser extensions. YAML whose one outermost name is a language, as Ruby on Rails
/// has it, is in that language.
enum StructuredMessages {
    static func read(
        _ text: String, isJSON: Bool, path: String
    ) throws(ReadingError) -> (messages: [MessageFile.Message], language: String?) {
        let whole = isJSON ? withoutSurrogates(text) : MappedText(text, at: 0)
        var walk = Walk(whole, isJSON: isJSON)
        do {
            try YAMLParser.parse(whole.text) { walk.handle($0) }
        } catch {
            let kind = isJSON ? "JSON" : "YAML"
            throw ReadingError(
                path: path, line: error.line, reason: "\(kind) that is not well formed: \(error.message)")
        }
        var messages = walk.messages
        var language = walk.language
        if isJSON {
            let names = Set(messages.filter { $0.path.count == 2 && $0.path[1] == "message" }.map(\.path[0]))
            if !names.isEmpty, names == walk.outermost {
                messages = messages.filter { $0.path.count == 2 && $0.path[1] == "message" }
            }
        } else if walk.outermost.count == 1, let name = walk.outermost.first, let tag = MessageFile.tag(name[...]) {
            language = tag
            messages = messages.map { MessageFile.Message(path: Array($0.path.dropFirst()), text: $0.text) }
        }
        return (messages, language)
    }

    /// Keeps the names that lead to where the parser is.
    private struct Walk {
        private enum Level {
            case mapping(key: String?)
            case sequence(index: Int)
        }

        var messages: [MessageFile.Message] = []
        var language: String?
        var outermost: Set<String> = []
        private var levels: [Level] = []
        private let whole: MappedText
        private let bytes: [UInt8]
        private let isJSON: Bool

        init(_ whole: MappedText, isJSON: Bool) {
            self.whole = whole
            bytes = Array(whole.text.utf8)
            self.isJSON = isJSON
        }

        mutating func handle(_ event: YAMLEvent) {
            switch event {
            case .mappingStart:
                name("?")
                levels.append(.mapping(key: nil))
            case .sequenceStart:
                name("?")
                levels.append(.sequence(index: 0))
            case .mappingEnd, .sequenceEnd:
                levels.removeLast()
                advance()
            case .alias:
                if !name("*") { advance() }
            case .scalar(let value, let isText, let place):
                if name(value) { return }
                add(value, isText: isText, place)
                advance()
            }
        }

        /// Takes what comes for a key, where one is due.
        @discardableResult
        private mutating func name(_ key: String) -> Bool {
            guard case .mapping(nil)? = levels.last else { return false }
            levels[levels.count - 1] = .mapping(key: key)
            if levels.count == 1, !(isJSON && key.hasPrefix("@")) { outermost.insert(key) }
            return true
        }

        /// Goes on behind a value.
        private mutating func advance() {
            switch levels.last {
            case .mapping: levels[levels.count - 1] = .mapping(key: nil)
            case .sequence(let index): levels[levels.count - 1] = .sequence(index: index + 1)
            case nil: break
            }
        }

        private mutating func add(_ value: String, isText: Bool, _ place: Range<Int>) {
            guard !levels.isEmpty, isText || !isJSON && !StructuredMessages.isPlainValue(value) else { return }
            let path = levels.map { level in
                switch level {
                case .mapping(let key): key ?? "?"
                case .sequence(let index): String(index)
                }
            }
            if isJSON, path == ["@@locale"] { language = MessageFile.tag(value[...]) }
            if isJSON, path.contains(where: { $0.hasPrefix("@") }) { return }
            let text = EscapedText.text(value, in: bytes, place).mapped(through: whole)
            messages.append(MessageFile.Message(path: path, text: text))
        }
    }

    /// Whether YAML takes a value without quotation marks for a number, a truth value or nothing.
    private static func isPlainValue(_ value: String) -> Bool {
        ["", "~", "null", "true", "false", "yes", "no", "on", "off"].contains(value.lowercased())
            || value.contains(where: \.isNumber) && Double(value) != nil
    }

    /// JSON may write a character as two halves of UTF-16 (\ud83d\ude00), which YAML does not know.
    private static func withoutSurrogates(_ text: String) -> MappedText {
        let bytes = Array(text.utf8)
        var edits: [(range: TextRange, text: String)] = []
        var place = 0
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "\\") else {
                place += 1
                continue
            }
            if let (character, length) = EscapedText.character(in: bytes, at: place), length > 6 {
                edits.append((TextRange(place, place + length), character))
                place += length
            } else {
                place += 2
            }
        }
        return MappedText(text, at: 0).replacing(edits)
    }
}
