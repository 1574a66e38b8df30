import Bitext
internal import XML

/// Reads Apple's .stringsdict files, property lists that hold the forms of messages by number or width: a form each under its
/// key, the name of its number, and what it is for (`files.files.one`).
///
/// https://developer.apple.com/library/archive/documentation/MacOSX/Conceptual/BPInternational/StringsdictFileFormat/StringsdictFileFormat.html
enum StringsDictReader {
    /// - Throws: `ReadingError` where the XML is not well formed.
    static func read(_ text: String, path: String) throws(ReadingError) -> [MessageFile.Message] {
        var state = State(bytes: Array(text.utf8))
        try MarkupParser.xml(text, path: path) { state.handle($0) }
        return state.messages
    }

    private struct State {
        let bytes: [UInt8]
        private(set) var messages: [MessageFile.Message] = []
        /// The last key of each dictionary that is open.
        private var keys: [String] = []
        private var key: String?
        private var current: MarkedUpText?

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func handle(_ event: MarkupEvent) {
            switch event {
            case .start("dict", _): keys.append("")
            case .end("dict"): if !keys.isEmpty { keys.removeLast() }
            case .start("key", _): key = ""
            case .end("key"):
                if let key, !keys.isEmpty { keys[keys.count - 1] = key }
                key = nil
            case .start("string", _): current = MarkedUpText(bytes: bytes)
            case .end("string"): take()
            case .text(let text, let end):
                key? += text
                current?.add(text, end: end)
            default: break
            }
        }

        /// Keeps a form; what the system's own keys name is none, but for the whole that forms stand in.
        private mutating func take() {
            guard let words = current?.words, let last = keys.last else { return }
            current = nil
            var path = keys
            if last.hasPrefix("NSString") {
                guard last == "NSStringLocalizedFormatKey", !StringsDictReader.isOneForm(words.text) else { return }
                path.removeLast()
            }
            messages.append(MessageFile.Message(path: path, text: words))
        }
    }

    /// Whether a whole is nothing but one form: %#@files@.
    private static func isOneForm(_ text: String) -> Bool {
        text.hasPrefix("%#@") && text.hasSuffix("@") && text.dropFirst(3).dropLast().allSatisfy { $0 != "@" }
    }
}
