internal import Bitext
internal import Semantics

/// What of a text tells its language: not addresses, paths and code, nor names and terms that its source has, too.
enum TellingText {
    /// This many words of the source in a row are no term, but text that was not translated.
    private static let leastText = 4
    /// Nor are this many a name.
    private static let leastTitle = 6

    /// The words of a text that tell, with spaces between.
    static func of(_ text: String, source: String) -> String {
        let known = Set(source.textWords(also: { $0 == "-" }).map { $0.text.lowercased() })
        var telling: [Substring] = []
        var shared: [Substring] = []
        func finishRun() {
            if shared.count >= leastText {
                telling += shared.filter { shared.count >= leastTitle || $0.first?.isUppercase == false }
            }
            shared = []
        }
        // A name of several words with hyphens is one.
        for word in withoutCode(text).textWords(also: { $0 == "-" }) {
            if known.contains(word.text.lowercased()) {
                shared.append(word.text)
            } else {
                finishRun()
                telling.append(word.text)
            }
        }
        finishRun()
        return telling.joined(separator: " ")
    }

    /// The number of words that prose is made of: names and acronyms, which start with a capital, and the parts of
    /// commands may stay as they are, as may what stands in the brackets of a command's synopsis.
    static func plainWords(_ text: String) -> Int {
        withoutCode(withoutBrackets(text)).textWords(also: { $0 == "-" }).count {
            $0.text.first?.isUppercase == false && !$0.text.contains("-")
        }
    }

    /// Whether a text may be a headline in a language other than the given one: long for a name, with a small word.
    static func isHeadline(_ text: String, otherThan language: Language) -> Bool {
        let prose = withoutCode(withoutBrackets(text))
        return prose.textWords(also: { $0 == "-" }).count { $0.text.utf8.count > 1 } >= leastTitle
            && LanguageIdentifier.shared.hasSmallWords(prose, leastShare: 0.1, otherThan: language)
    }

    /// A text without what stands in square and pointed brackets, where they all have their other.
    private static func withoutBrackets(_ text: String) -> String {
        guard text.utf8.contains(where: { "[<".utf8.contains($0) }) else { return text }
        var kept = ""
        var open: [Character] = []
        for character in text {
            switch character {
            case "[": open.append("]")
            case "<": open.append(">")
            case "]", ">":
                guard open.popLast() == character else { return text }
            default:
                if open.isEmpty { kept.append(character) }
            }
        }
        return open.isEmpty ? kept : text
    }

    /// A text with a space for each of its runs of ASCII characters that prose does not have, and for the short words in
    /// brackets behind one: /usr/share, a@b.org, libc6, .ott, image/jpeg (jpg jpeg).
    private static func withoutCode(_ text: String) -> String {
        var kept = ""
        var rest = runs(text)[...]
        while let run = rest.popFirst() {
            guard isCode(run) else {
                kept += run
                continue
            }
            kept += " "
            let brackets = rest.prefix(mostEndings).drop { $0.allSatisfy(\.isWhitespace) }
            guard brackets.first?.first == "(", let end = brackets.firstIndex(where: { $0.last == ")" }),
                brackets[...end].allSatisfy({ $0.allSatisfy(\.isWhitespace) || mayBeEnding($0) })
            else { continue }
            rest = rest[(end + 1)...]
        }
        return kept
    }

    /// The runs of ASCII characters of a text, and what stands between them.
    private static func runs(_ text: String) -> [String] {
        var runs: [String] = []
        var isInside = false
        for scalar in text.unicodeScalars {
            let isRun = scalar.isASCII && !scalar.properties.isWhitespace
            if runs.isEmpty || isRun != isInside { runs.append("") }
            isInside = isRun
            runs[runs.count - 1].unicodeScalars.append(scalar)
        }
        return runs
    }

    /// Whether what stands between two spaces is a word that may be a file's ending, with its brackets.
    private static func mayBeEnding(_ run: String) -> Bool {
        let word = run[...].trimmed(of: { "(),".contains($0) })
        return (1...longestEnding).contains(word.utf8.count) && word.allSatisfy { $0.isLowercase || $0.isNumber }
    }

    /// The letters of the longest endings of files' names: class, xhtml.
    private static let longestEnding = 5

    /// How many words and spaces between them are looked at behind a code.
    private static let mostEndings = 20

    private static func isCode(_ run: String) -> Bool {
        let ending = run.trimmingPrefix("*")
        if ending.first == ".", ending.dropFirst().first?.isLetter == true { return true }
        let inner = run[...].trimmed(of: { ".,;:!?()[]\"'*".contains($0) })
        return inner.contains { "/@=_.:<>{}\\$#%&|(*^0123456789".contains($0) } || inner.hasPrefix("-")
    }
}
