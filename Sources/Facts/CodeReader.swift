public import Bitext

/// A web address, an e-mail address or a document's symbol: what no translation changes.
public struct Code: Hashable, Sendable {
    /// What sort of code it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A web address.
        case url
        /// An e-mail address.
        case email
        /// A document's symbol, such as `S/2024/413`.
        case symbol
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
        var codes: [Code] = []
        for token in text.split(whereSeparator: { $0.isWhitespace || opening.contains($0) || isIdeograph($0) }) {
            let word = token.dropLast(while: closing.contains)
            guard word.utf8.count >= 4, let (kind, value) = read(word) else { continue }
            let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
            codes.append(
                Code(
                    kind: kind, value: value, range: TextRange(start, start + word.utf8.count), text: String(word)))
        }
        return codes
    }

    /// Whether a text has a stroke, an @ or `www.`.
    private static func mayHave(_ text: String) -> Bool {
        var letters = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "@"): return true
            case UInt8(ascii: "w"): letters += 1
            case UInt8(ascii: ".") where letters >= 3: return true
            default: letters = 0
            }
        }
        return false
    }

    private static let opening: Set<Character> = [
        "(", "[", "<", "«", "“", "„", "\"", "（", "「", "《", "，", "。", "、", "；",
    ]
    private static let closing: Set<Character> = [
        ")", "]", ">", "»", "”", "\"", ".", ",", ";", ":", "!", "?", "'", "’", "）", "」", "》", "/",
    ]

    private static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.first.map {
            (0x3040...0x9FFF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value)
        }
            ?? false
    }

    private static func read(_ word: Substring) -> (Code.Kind, String)? {
        if let host = host(word) { return (.url, host) }
        if let address = email(word) { return (.email, address) }
        return symbol(word).map { (.symbol, $0) }
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
