public import Bitext

/// A web address, an e-mail address, a document's symbol, or what programs know by its letters: what no translation changes.
public struct Code: Hashable, Sendable {
    /// What sort of code it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A web address.
        case url
        /// An e-mail address.
        case email
        /// A document's symbol, such as `S/2024/413`.
        case symbol
        /// A number of three parts or more that is no date: a section (6.5.1), a release, an address (192.168.0.1).
        case dotted
        /// An option of a command: `--verbose`, `-v`.
        case option
        /// The path of a file: `/etc/hosts`.
        case path
        /// A function of a program, with its brackets: `open_file()`.
        case function

        /// Whether only texts about programs hold it, and others what looks like it.
        public var isTechnical: Bool {
            switch self {
            case .url, .email, .symbol, .dotted: false
            case .option, .path, .function: true
            }
        }
    }

    /// What sort of code it is.
    public let kind: Kind
    /// What is compared: of a web address the host without its language, of the others the whole.
    public let value: String
    /// Where, in UTF-8 bytes of the text that was read.
    public let range: TextRange
    /// What is written.
    public let text: String
}

/// Reads the codes of a text.
public enum CodeReader {
    /// The codes of a text, in order.
    public static func codes(in text: String) -> [Code] {
        guard mayHave(text) else { return [] }
        var codes = functions(in: text)
        let functions = codes.count
        for token in text.split(whereSeparator: divides) {
            let word = token.drop(while: leading.contains).dropLast(while: closing.contains)
            guard word.utf8.count >= 2, let (word, kind, value) = read(word) else { continue }
            let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
            codes.append(
                Code(
                    kind: kind, value: value, range: TextRange(start, start + word.utf8.count), text: String(word)))
        }
        return functions > 0 ? codes.sorted { $0.range < $1.range } : codes
    }

    /// Names of ASCII letters with two brackets behind that hold nothing.
    private static func functions(in text: String) -> [Code] {
        text.ranges(of: "()").compactMap { brackets in
            let before = text[..<brackets.lowerBound]
            let name = before.suffix { $0.isASCII && ($0.isLetter || $0.isNumber || "_.:".contains($0)) }
            guard name.utf8.count > 1, let first = name.first, first.isLetter || first == "_",
                before[..<name.startIndex].last?.isCased != true
            else { return nil }
            let start = text.utf8.distance(from: text.startIndex, to: name.startIndex)
            return Code(
                kind: .function, value: String(name), range: TextRange(start, start + name.utf8.count + 2),
                text: "\(name)()")
        }
    }

    /// Whether a text has a stroke, an @, a hyphen before a letter, `()`, `www.` or a stop behind a number with one.
    private static func mayHave(_ text: String) -> Bool {
        var letters = 0
        var stops = 0
        var (before, last): (UInt8, UInt8) = (0x20, 0x20)
        for byte in text.utf8 {
            defer { (before, last) = (last, byte) }
            // A hyphen that begins a word.
            if last == UInt8(ascii: "-"), before < 0x30 || before >= 0x80, byte > 0x2C, byte < 0x80 { return true }
            if byte == UInt8(ascii: "."), (0x30...0x39).contains(last) {
                stops += 1
                if stops > 1 { return true }
            } else if !(0x30...0x39).contains(byte) {
                stops = 0
            }
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "@"): return true
            case UInt8(ascii: ")") where last == UInt8(ascii: "("): return true
            case UInt8(ascii: "w"): letters += 1
            case UInt8(ascii: ".") where letters >= 3: return true
            default: letters = 0
            }
        }
        return false
    }

    private static func divides(_ character: Character) -> Bool {
        character.isWhitespace || opening.contains(character) || isIdeograph(character)
    }

    private static let opening: Set<Character> = [
        "(", "[", "<", "«", "“", "„", "\"", "（", "「", "《", "，", "。", "、", "；", "|",
    ]
    /// What stands before a word where it does not divide others, as an apostrophe does not.
    private static let leading: Set<Character> = ["'", "‘", "‚", "’", "`", "»", "›", "{"]
    private static let closing: Set<Character> = [
        ")", "]", ">", "»", "”", "\"", ".", ",", ";", ":", "!", "?", "'", "’", "）", "」", "》", "/",
    ]

    private static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.first.map {
            (0x3040...0x9FFF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value)
        }
            ?? false
    }

    private static func read(_ word: Substring) -> (word: Substring, kind: Code.Kind, value: String)? {
        if let option = option(word) { return (option, .option, String(option)) }
        guard word.utf8.count >= 4 else { return nil }
        if let host = host(word) { return (word, .url, host) }
        if let address = email(word) { return (word, .email, address) }
        if isPath(word) { return (word, .path, String(word)) }
        if let length = DottedNumber.length(word) {
            let dotted = word.prefix(length)
            return (dotted, .dotted, String(dotted))
        }
        return symbol(word).map { (word, .symbol, $0) }
    }

    /// Two hyphens and a word in small letters, or one and a letter; what stands behind = is its value.
    private static func option(_ word: Substring) -> Substring? {
        guard word.hasPrefix("-") else { return nil }
        let rest = word.dropFirst(word.hasPrefix("--") ? 2 : 1)
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        let next = rest[name.endIndex...].first
        guard let first = name.first, first.isLetter, name.last != "-", next.map({ "=[,|".contains($0) }) ?? true,
            word.hasPrefix("--") ? name.count > 1 && first.isLowercase : name.count == 1
        else { return nil }
        return word[..<name.endIndex]
    }

    /// Two names or more, each behind a stroke.
    private static func isPath(_ word: Substring) -> Bool {
        let path = word.hasPrefix("~") ? word.dropFirst() : word
        guard path.first == "/" else { return false }
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        return (2...20).contains(parts.count)
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-+".contains($0)) }
            }
    }

    /// The last two labels of a web address's host: en.wikipedia.org and de.wikipedia.org are one.
    private static func host(_ word: Substring) -> String? {
        let lower = word.lowercased()
        var rest = Substring(lower)
        if let scheme = ["https://", "http://", "ftp://"].first(where: lower.hasPrefix) {
            rest = rest.dropFirst(scheme.count)
        } else if !lower.hasPrefix("www.") {
            return nil
        }
        let labels = rest.prefix { !"/:?#".contains($0) }.split(separator: ".").filter { $0 != "www" }
        guard labels.count >= 2 else { return nil }
        return labels.suffix(2).joined(separator: ".")
    }

    private static func email(_ word: Substring) -> String? {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts.first, let host = parts.last, !name.isEmpty, host.contains("."),
            word.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "@.-_+%".contains($0)) })
        else { return nil }
        return word.lowercased()
    }

    /// Capitals first and a number last, with strokes between.
    private static func symbol(_ word: Substring) -> String? {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...6).contains(parts.count), let first = parts.first, let last = parts.last,
            (1...5).contains(first.count),
            first.allSatisfy({ $0.isASCII && $0.isUppercase }),
            parts.allSatisfy({
                !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) }
            }),
            last.suffix(1).allSatisfy(\.isNumber), last.allSatisfy(\.isNumber) || last.contains(".")
        else { return nil }
        return String(word)
    }
}
