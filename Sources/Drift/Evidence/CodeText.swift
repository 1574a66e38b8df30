internal import Bitext
internal import Facts

extension Code {
    /// Whether a text has a code, and not only a longer one that begins with it. Behind a hyphen may stand a word of the
    /// language (Swedish -t-flaggor), but other options begin with --no.
    static func isHeld(_ code: String, by text: String) -> Bool {
        text.ranges(of: code).contains { place in
            guard let next = text[place.upperBound...].first else { return true }
            if next == "-" { return mayBeCompounded(code) }
            return next != "_" && !(next.isASCII && (next.isLetter || next.isNumber))
        }
    }

    /// Whether a text has a number of several parts, whatever stands between them, and not only a longer one.
    static func isDottedHeld(_ code: String, by text: String) -> Bool {
        ["-", "–", " ", "/", "·", ":", "."].contains { mark in
            let written = code.replacing(".", with: mark)
            return text.ranges(of: written).contains { place in
                let (before, behind) = (text[..<place.lowerBound], text[place.upperBound...])
                return before.last?.isNumber != true && behind.first?.isNumber != true
                    && !(behind.hasPrefix(mark) && behind.dropFirst().first?.isNumber == true)
                    && !(before.hasSuffix(mark) && before.dropLast().last?.isNumber == true)
            }
        }
    }

    /// Whether a word of the language may be joined to a code by a hyphen.
    static func mayBeCompounded(_ code: String) -> Bool { code.utf8.count > 4 || !code.hasPrefix("--") }
}

/// The path of a file as a translation may write it: broken by white space where a line of print ends, joined to a word of
/// the language (/etc/hosts-Datei), or with the names that stand in capitals for others in its own words
/// (/home/NAME/notes, /home/名前/notes).
struct FilePath {
    /// The path without a word that is joined to it.
    private let parts: [Substring]
    private let whole: String

    init(_ path: String) {
        whole = path
        let hyphen = path.lastIndex(of: "-").map { path[$0...] }
        let isJoined =
            hyphen.map { $0.dropFirst().first?.isUppercase == true && $0.dropFirst(2).first?.isLowercase == true }
            ?? false
        let head = isJoined ? path[..<(hyphen?.startIndex ?? path.endIndex)] : path[...]
        parts = head.dropLast(while: { $0 == "/" }).split(separator: "/", omittingEmptySubsequences: false)
    }

    /// The path with a * for each name that stands for others.
    var pattern: String { parts.map { FilePath.isVariable($0) ? "*" : $0 }.joined(separator: "/") }

    /// Whether a text that was joined holds the path.
    func isHeld(by text: String) -> Bool {
        if Code.isHeld(whole.lowercased(), by: text) { return true }
        let pieces = pattern.lowercased().split(separator: "*")
        guard pieces.count == 1, let piece = pieces.first, pattern.last != "*" else {
            return !pieces.isEmpty && pieces.allSatisfy { $0.utf8.count > 1 && text.contains($0) }
        }
        return Code.isHeld(String(piece), by: text)
    }

    /// A text in lower case without white space beside its strokes.
    static func joined(_ text: String) -> String {
        text.lowercased().split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.trimmed(of: \.isWhitespace) }.joined(separator: "/")
    }

    private static func isVariable(_ part: Substring) -> Bool {
        part.utf8.count > 2 && part.allSatisfy { $0.isUppercase || $0 == "_" } && !names.contains(part)
    }

    /// Names in capitals that files do have.
    private static let names: Set<Substring> = [
        "README", "COPYING", "LICENSE", "LICENCE", "INSTALL", "NEWS", "TODO", "AUTHORS", "CHANGES", "VERSION", "HEAD",
        "FAQ", "THANKS",
    ]
}
