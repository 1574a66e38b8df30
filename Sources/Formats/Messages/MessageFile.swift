import Bitext

/// A file with the messages of a program in one language, each under its key, as programs keep them that have a file for each
/// language.
struct MessageFile {
    /// A text under its key.
    struct Message {
        /// Names from the outermost to the innermost.
        let path: [String]
        let text: MappedText
    }

    /// A format of such files.
    enum Kind: String {
        case json = "JSON"
        case yaml = "YAML"
        case android = "Android resources"
        case resx = "RESX"
        case properties = "Java properties"
        case strings = "Apple strings"
        case stringsDict = "Apple stringsdict"
        case fluent = "Fluent"
    }

    let kind: Kind
    /// The language that the file says it is in.
    let language: String?
    let messages: [Message]
    /// What was left out, for the reader: `2 not to be translated, not compared`.
    let notes: [String]

    /// What a reader of one of the formats gives.
    struct Found {
        var messages: [Message]
        var language: String?
        /// How many messages are marked as not to be translated.
        var untranslatable = 0
        /// How many values stand elsewhere in the file.
        var aliases = 0
    }

    /// The format of a file; `nil` where it is none of these.
    static func kind(of path: String, _ text: String) -> Kind? {
        let name = path.lowercased()
        if name.hasSuffix(".json") || name.hasSuffix(".arb") { return .json }
        if name.hasSuffix(".yml") || name.hasSuffix(".yaml") { return .yaml }
        if name.hasSuffix(".properties") { return .properties }
        if name.hasSuffix(".strings") { return .strings }
        if name.hasSuffix(".stringsdict") { return .stringsDict }
        if name.hasSuffix(".ftl") { return .fluent }
        if name.hasSuffix(".resx") || name.hasSuffix(".resw") { return .resx }
        if name.hasSuffix(".xml"), text.prefix(4096).contains("<resources") { return .android }
        return nil
    }

    /// Reads a file.
    /// - Throws: `ReadingError` for what is not well formed, or holds no message.
    init(_ text: String, _ kind: Kind, path: String) throws(ReadingError) {
        self.kind = kind
        let found: Found
        switch kind {
        case .json, .yaml: found = try StructuredMessages.read(text, isJSON: kind == .json, path: path)
        case .android, .resx: found = try MarkupMessages.read(text, path: path)
        case .properties: found = Found(messages: PropertiesReader.read(text))
        case .strings: found = Found(messages: try StringsReader.read(text, path: path))
        case .stringsDict: found = Found(messages: try StringsDictReader.read(text, path: path))
        case .fluent: found = try FluentReader.read(text, path: path)
        }
        language = found.language
        notes = [(found.untranslatable, "not to be translated"), (found.aliases, "by alias")].filter { $0.0 > 0 }.map {
            "\($0.0) \($0.1), not compared"
        }
        // What is said twice of a key is said by the last.
        var last: [[String]: Int] = [:]
        for (number, message) in found.messages.enumerated() { last[message.path] = number }
        messages = found.messages.enumerated().filter { number, message in
            last[message.path] == number && message.text.text.contains { !$0.isWhitespace }
        }.map { Message(path: $1.path, text: MessageFile.withoutDoubledApostrophes(MessageForms.general($1.text))) }
        guard !messages.isEmpty else {
            throw ReadingError(path: path, reason: "holds no message (read as \(kind.rawValue))")
        }
    }

    /// The turn that the messages make: a paragraph each.
    func turn(_ length: Int) -> Turn {
        Turn(
            index: 0, speaker: nil, manner: nil,
            paragraphs: messages.map {
                Paragraph(content: $0.text, isSegment: true, key: $0.path.joined(separator: "."))
            }, range: TextRange(0, length))
    }

    /// In Java's and ICU's messages two apostrophes stand for one: l''heure.
    private static func withoutDoubledApostrophes(_ text: MappedText) -> MappedText {
        guard text.text.contains("''") else { return text }
        let bytes = Array(text.text.utf8)
        func isLetter(_ place: Int) -> Bool {
            bytes.indices.contains(place) && (bytes[place] >= 0x80 || (0x61...0x7A).contains(bytes[place] | 0x20))
        }
        let places = bytes.indices.dropLast().filter { place in
            bytes[place] == UInt8(ascii: "'") && bytes[place + 1] == UInt8(ascii: "'") && isLetter(place - 1)
                && isLetter(place + 2)
        }
        return text.replacing(places.map { (TextRange($0, $0 + 2), "'") })
    }
}
