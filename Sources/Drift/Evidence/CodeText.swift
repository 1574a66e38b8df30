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

    /// The numbers of several parts that a text has, whatever one mark stands between them: 6-5-1 is 6.5.1.
    static func dottedNumbers(in text: String) -> Set<String> {
        let characters = Array(text)
        var found: Set<String> = []
        for mark in dividers {
            var run: [Character] = []
            for (index, character) in characters.enumerated() {
                let isDigit = character.isASCII && character.isNumber
                let divides =
                    character == mark && !run.isEmpty && index + 1 < characters.count && characters[index + 1].isNumber
                if isDigit || divides {
                    run.append(isDigit ? character : ".")
                } else if !run.isEmpty {
                    if run.contains(".") { found.insert(String(run)) }
                    run = []
                }
            }
            if run.contains(".") { found.insert(String(run)) }
        }
        return found
    }

    /// Whether a text has the parts of a number in a row, with whatever between: 2 hours, 15 minutes and 30 seconds are 2.15.30,
    /// but 6.5.1.2 is no 6.5.1.
    static func isSaid(_ dotted: String, in text: String, with others: Set<String>) -> Bool {
        guard !others.contains(where: { $0.hasPrefix(dotted + ".") || $0.hasSuffix("." + dotted) }) else {
            return false
        }
        let numbers = text.split { !$0.isASCII || !$0.isNumber }.joined(separator: ".")
        return ".\(numbers).".contains(".\(dotted).")
    }

    /// Whether a path or an e-mail address differs from another by whole words only, which may stand for names and be
    /// translated: package@example.org, paquet@example.org. A letter more or less is a slip, another host another address.
    func mayBeTranslated(as other: Code) -> Bool {
        guard kind == other.kind, kind == .path || kind == .email,
            kind == .path || value.drop(while: { $0 != "@" }) == other.value.drop(while: { $0 != "@" })
        else { return false }
        let parts = [self, other].map {
            $0.value.split(omittingEmptySubsequences: false) { "/.@".contains($0) }
        }
        let changed = zip(parts[0], parts[1]).filter { $0 != $1 }
        guard parts[0].count == parts[1].count, !changed.isEmpty, changed.count < parts[0].count else { return false }
        return changed.allSatisfy { Code.areOtherWords($0, $1) }
    }

    /// Whether both are words, or several with hyphens and low lines, of which neither is the other with a slip. README and NEWS
    /// are none.
    private static func areOtherWords(_ one: Substring, _ other: Substring) -> Bool {
        func isWord(_ part: Substring) -> Bool {
            part.count > 1 && part.allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" }
                && part.contains(where: \.isLowercase)
        }
        guard isWord(one), isWord(other) else { return false }
        let start = zip(one, other).prefix { $0 == $1 }.count
        let end = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
        return start + end < max(one.count, other.count) - 1
    }

    private static let dividers: [Character] = [".", "-", "–", " ", "/", "·", ":"]

    /// Whether a word of the language may be joined to a code by a hyphen.
    static func mayBeCompounded(_ code: String) -> Bool { code.utf8.count > 4 || !code.hasPrefix("--") }

    /// Whether a language joins words to a code of this kind: Norwegian /etc/hosts-filen. Elsewhere that is another file.
    func mayBeCompounded(in language: Language) -> Bool {
        switch kind {
        case .option: Code.mayBeCompounded(value)
        case .path: language.joinsNouns
        default: false
        }
    }

    /// Whether another code is this one with a word joined to it.
    func isHead(of other: Code) -> Bool { kind == other.kind && other.value.hasPrefix(value + "-") }
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
