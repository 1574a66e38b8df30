import Bitext

/// Reads Fluent (Project Fluent Syntax Guide 1.0, https://projectfluent.org): messages, terms and their attributes.
///
/// Of a choice the default variant is read. Variables and terms are placeholders, functions the variable that they format, and
/// messages of the same file what they say. Attributes that hold keys and styles are left out.
struct FluentReader {
    private let bytes: [UInt8]
    private let path: String
    private var position: Int
    private var found = MessageFile.Found(messages: [])

    /// Attributes that say no words.
    private static let unspoken: Set<String> = ["accesskey", "commandkey", "key", "keycode", "style"]
    /// Longer messages, in bytes, are no labels that others name; a file cannot grow without bounds.
    private static let longestLabel = 500
    /// How deep choices may stand in each other.
    private static let deepest = 20

    /// - Throws: `ReadingError` where the form is another.
    static func read(_ text: String, path: String) throws(ReadingError) -> MessageFile.Found {
        var reader = FluentReader(Array(text.utf8), path)
        while let byte = reader.byte {
            switch byte {
            case UInt8(ascii: "#"): reader.skip { $0 != UInt8(ascii: "\n") }
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "): reader.position += 1
            default: try reader.entry()
            }
        }
        reader.resolve()
        return reader.found
    }

    private init(_ bytes: [UInt8], _ path: String) {
        self.bytes = bytes
        self.path = path
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skip(while condition: (UInt8) -> Bool) {
        while let byte, condition(byte) { position += 1 }
    }

    private mutating func skipSpaces() { skip { $0 == UInt8(ascii: " ") } }
    private mutating func skipBlanks() { skip { " \n\r".utf8.contains($0) } }

    private mutating func take(_ mark: String) -> Bool {
        guard bytes[position...].starts(with: mark.utf8) else { return false }
        position += mark.utf8.count
        return true
    }

    private mutating func expect(_ mark: String, _ reason: String) throws(ReadingError) {
        guard take(mark) else { throw failure(reason) }
    }

    private func failure(_ reason: String) -> ReadingError {
        let line = 1 + bytes.prefix(position).count { $0 == UInt8(ascii: "\n") }
        return ReadingError(path: path, offset: position, line: line, reason: reason)
    }

    /// A message or term with its attributes.
    private mutating func entry() throws(ReadingError) {
        let name = (take("-") ? "-" : "") + (try identifier())
        skipSpaces()
        try expect("=", "an equals sign must follow the name of a message")
        found.messages.append(MessageFile.Message(path: [name], text: try pattern()))
        while isAttribute {
            skipBlanks()
            position += 1
            let attribute = try identifier()
            skipSpaces()
            try expect("=", "an equals sign must follow the name of an attribute")
            let text = try pattern()
            if FluentReader.unspoken.contains(attribute) {
                found.untranslatable += 1
            } else {
                found.messages.append(MessageFile.Message(path: [name, attribute], text: text))
            }
        }
    }

    /// Puts what messages say that refer to none in the place of what refers to them.
    private mutating func resolve() {
        var plain: [String: String] = [:]
        for message in found.messages {
            let key = message.path.joined(separator: ".")
            let text = message.text.text
            if !key.hasPrefix("-"), text.utf8.count <= FluentReader.longestLabel, !text.utf8.contains(UInt8(ascii: "{"))
            {
                plain[key] = text
            }
        }
        for (index, message) in found.messages.enumerated() {
            let text = message.text.text
            var edits: [(range: TextRange, text: String)] = []
            var start = 0
            for part in text.split(separator: "}", omittingEmptySubsequences: false).dropLast() {
                let end = start + part.utf8.count + 1
                if let brace = part.lastIndex(of: "{"),
                    let said = plain[String(part[part.index(after: brace)...].trimmed(of: { $0 == " " }))]
                {
                    let length = part[brace...].utf8.count + 1
                    edits.append((TextRange(end - length, end), said))
                }
                start = end
            }
            guard !edits.isEmpty else { continue }
            found.messages[index] = MessageFile.Message(path: message.path, text: message.text.replacing(edits))
        }
    }

    /// Whether the next line that is not blank has an attribute.
    private var isAttribute: Bool {
        var ahead = self
        ahead.skipBlanks()
        return ahead.byte == UInt8(ascii: ".") && ahead.position > 0 && bytes[ahead.position - 1] == UInt8(ascii: " ")
    }

    private mutating func identifier() throws(ReadingError) -> String {
        let start = position
        skip { byte in
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            let isRest = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_".utf8.contains(byte)
            return isLetter || isRest
        }
        guard position > start else { throw failure("here a name must stand, of letters, digits, - and _") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func pattern() throws(ReadingError) -> MappedText {
        var text = MappedText()
        try pattern(into: &text, depth: 0)
        return text
    }

    /// Reads a text, which goes on in lines that are indented, and the placeables in it; stops before what is none of it.
    private mutating func pattern(into text: inout MappedText, depth: Int) throws(ReadingError) {
        skipSpaces()
        let begin = text.text.utf8.count
        // Spaces at the end are no part of the text, but what a placeable says is.
        var kept = begin
        while let byte, byte != UInt8(ascii: "}") {
            switch byte {
            case UInt8(ascii: "{"):
                try placeable(into: &text, depth: depth)
                kept = text.text.utf8.count
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                let end = position
                guard nextLine() else {
                    position = end
                    return FluentReader.trim(&text, to: kept)
                }
                if text.text.utf8.count > begin { text.appendJoint(" ") }
            default:
                let start = position
                skip { !"{}\n\r".utf8.contains($0) }
                text.append(Substring(decoding: bytes[start..<position], as: UTF8.self), at: start)
            }
        }
        FluentReader.trim(&text, to: kept)
    }

    /// Takes the spaces from a text's end, at most to a length in bytes.
    private static func trim(_ text: inout MappedText, to kept: Int) {
        let spaces = text.text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
        text.removeLast(min(spaces, text.text.utf8.count - kept))
    }

    /// Goes to the next line that is not blank; whether it goes on with the text.
    private mutating func nextLine() -> Bool {
        var indent = 0
        while let byte {
            switch byte {
            case UInt8(ascii: " "): indent += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): indent = 0
            case UInt8(ascii: "{"): return true
            default: return indent > 0 && !"[*.}".utf8.contains(byte)
            }
            position += 1
        }
        return false
    }

    private mutating func placeable(into text: inout MappedText, depth: Int) throws(ReadingError) {
        let start = position
        guard depth < FluentReader.deepest else { throw failure("choices stand in each other too deep") }
        position += 1
        skipBlanks()
        if byte == UInt8(ascii: "\"") {
            try literal(into: &text)
            skipBlanks()
        } else {
            let called = try reference()
            skipBlanks()
            if take("->") { return try choice(into: &text, depth: depth) }
            guard byte == UInt8(ascii: "}") else { throw failure("a brace is not closed") }
            let whole = String(decoding: bytes[start...position], as: UTF8.self)
            if let called {
                text.append("{\(called)}", for: whole.utf8.count, at: start)
            } else {
                text.append(whole[...], at: start)
            }
        }
        try expect("}", "a brace is not closed")
    }

    /// What stands between quotation marks, escapes resolved.
    private mutating func literal(into text: inout MappedText) throws(ReadingError) {
        position += 1
        while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\n") {
            let start = position
            if byte == UInt8(ascii: "\\") {
                EscapedText.append(to: &text, bytes, at: &position, blanks: "")
            } else {
                skip { !"\"\\\n".utf8.contains($0) }
                text.append(Substring(decoding: bytes[start..<position], as: UTF8.self), at: start)
            }
        }
        try expect("\"", "a quotation mark is not closed")
    }

    /// Reads what a placeable names: a variable, message, term, number or function.
    /// - Returns: of a function the first variable that it takes, of a term with arguments the term; `nil` where no arguments
    ///   stand behind the name.
    private mutating func reference() throws(ReadingError) -> String? {
        let start = position
        if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "-") { position += 1 }
        _ = try identifier()
        if take(".") { _ = try identifier() }
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        skipBlanks()
        guard take("(") else { return nil }
        var variable: String?
        while let byte, byte != UInt8(ascii: ")") {
            switch byte {
            case UInt8(ascii: "\""):
                var ignored = MappedText()
                try literal(into: &ignored)
            case UInt8(ascii: "$"):
                position += 1
                let argument = try identifier()
                variable = variable ?? "$\(argument)"
            default: position += 1
            }
        }
        try expect(")", "a bracket is not closed")
        return variable ?? name
    }

    /// Reads the variants of a choice up to its end; the default one is added to the text.
    private mutating func choice(into text: inout MappedText, depth: Int) throws(ReadingError) {
        var hasDefault = false
        while true {
            skipBlanks()
            if take("}") {
                guard hasDefault else { throw failure("a choice has no default variant, as *[other]") }
                return
            }
            let isDefault = take("*")
            try expect("[", "here a variant must stand, as [one] or *[other]")
            skip { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "\n") }
            try expect("]", "a bracket is not closed")
            var other = MappedText()
            if isDefault {
                hasDefault = true
                try pattern(into: &text, depth: depth + 1)
            } else {
                try pattern(into: &other, depth: depth + 1)
            }
        }
    }
}
