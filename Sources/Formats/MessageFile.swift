import Bitext
internal import ICU

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
    }

    let kind: Kind
    /// The language that the file says it is in, or that its name or folder has.
    let language: (tag: String, evidence: LanguageEvidence)?
    let messages: [Message]

    /// The format of a file; `nil` where it is none of these.
    static func kind(of path: String, _ text: String) -> Kind? {
        let name = path.lowercased()
        if name.hasSuffix(".json") || name.hasSuffix(".arb") { return .json }
        if name.hasSuffix(".yml") || name.hasSuffix(".yaml") { return .yaml }
        if name.hasSuffix(".properties") { return .properties }
        if name.hasSuffix(".resx") || name.hasSuffix(".resw") { return .resx }
        if name.hasSuffix(".xml"), text.prefix(4096).contains("<resources") { return .android }
        return nil
    }

    /// Reads a file.
    /// - Throws: `ReadingError` for what is not well formed, or holds no message.
    init(_ text: String, _ kind: Kind, path: String) throws(ReadingError) {
        self.kind = kind
        let found: (messages: [Message], language: String?)
        switch kind {
        case .json, .yaml: found = try StructuredMessages.read(text, isJSON: kind == .json, path: path)
        case .android, .resx: found = (try MarkupMessages.read(text, path: path), nil)
        case .properties: found = (PropertiesReader.read(text), nil)
        }
        language =
            found.language.map { ($0, .markup) }
            ?? (DocumentReader.languageInName(path)?.tag ?? MessageFile.language(inPath: path)).map { ($0, .fileName) }
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

    // MARK: Languages

    /// The language that such a file's name ends with or is, or its folder's: `app_de.arb`, `de.json`,
    /// `values-pt-rBR/strings.xml`.
    static func language(inPath path: String) -> String? {
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return nil }
        let stem = name.prefix { $0 != "." }
        let endings = stem.indices.filter { stem[$0] == "_" || stem[$0] == "-" }.map { stem[stem.index(after: $0)...] }
        var candidates = [stem] + endings
        if let folder = parts.dropLast().last {
            candidates.append(
                folder.hasPrefix("values-")
                    ? folder.dropFirst(7) : folder.hasSuffix(".lproj") ? folder.dropLast(6) : folder)
        }
        return candidates.lazy.compactMap(tag).first
    }

    /// A tag such as `pt-BR` for a text such as `pt_BR` or `pt-rBR`.
    static func tag(_ text: Substring) -> String? {
        var subtags = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }.map(String.init)
        guard let code = subtags.first, (2...3).contains(code.count), (1...3).contains(subtags.count),
            code.allSatisfy({ $0.isASCII && $0.isLowercase }),
            LocaleData.isKnownLanguage(Language(canonical: code).code)
        else { return nil }
        for index in subtags.indices.dropFirst() {
            if subtags[index].count == 3, subtags[index].hasPrefix("r") { subtags[index].removeFirst() }
            let isScript = subtags[index].count == 4 && subtags[index].allSatisfy(\.isLetter)
            guard isScript || subtags[index].count == 2 && subtags[index].allSatisfy(\.isUppercase) else { return nil }
        }
        return subtags.joined(separator: "-")
    }
}
