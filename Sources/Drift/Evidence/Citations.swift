internal import Bitext
internal import Facts

/// What the record of a speech adds in brackets to what was said, the document that the speaker means, and the numbers of
/// sections that are named by their titles as well.
///
/// (resolution 2732 (2024)), resolution 2732 (2024), (S/2024/378, annex); section 7.8, “Tides”.
struct Citations {
    private static let opening: Set<Character> = ["(", "（", "["]
    private static let closing: Set<Character> = [")", "）", "]"]
    /// More characters are no citation, and looking stays short.
    private static let longest = 200

    /// Whether the other side has a number in brackets, too: then it has the citation.
    private let isAnswered: Bool

    /// Whether the other side has something in quotation marks.
    private let isQuoting: Bool

    /// - Parameter other: the text of the other side.
    init(other: String) {
        isQuoting = other.contains(where: Quotations.isMark)
        isAnswered = zip(other, other.dropFirst()).contains { Citations.opening.contains($0) && $1.isNumber }
    }

    /// Whether a stretch of a text stands in a citation that the other side has not, or before a title in quotation marks that it
    /// may have.
    func holds(_ range: TextRange, of text: String) -> Bool {
        if isQuoting, Citations.isBeforeTitle(text.slice(TextRange(range.end, text.utf8.count))) { return true }
        guard !isAnswered else { return false }
        let before = text.slice(TextRange(0, range.start)).suffix(Citations.longest)
        var open: [String.Index] = []
        for index in before.indices {
            if Citations.opening.contains(before[index]) {
                open.append(index)
            } else if Citations.closing.contains(before[index]) {
                _ = open.popLast()
            }
        }
        guard let start = open.first else { return false }
        let content = Citations.bracketed(text[start...].prefix(Citations.longest))
        // With the number before it, whose year it may be.
        let cited = text[(text[..<start].lastIndex { !$0.isWhitespace } ?? start)..<content.endIndex]
        return Citations.holdsYear(cited) || CodeReader.codes(in: String(content)).contains { $0.kind == .symbol }
    }

    /// Whether a text begins with a comma and an opening quotation mark.
    private static func isBeforeTitle(_ text: Substring) -> Bool {
        guard let first = text.first, ",،、，".contains(first) else { return false }
        return text.dropFirst().first { !$0.isWhitespace }.map(Quotations.isMark) ?? false
    }

    /// A text up to what closes the bracket that it begins with.
    private static func bracketed(_ text: Substring) -> Substring {
        var depth = 0
        for index in text.indices {
            if opening.contains(text[index]) { depth += 1 }
            if closing.contains(text[index]) { depth -= 1 }
            if depth == 0 { return text[...index] }
        }
        return text
    }

    /// Whether a number is followed by a year in brackets: 2732 (2024).
    private static func holdsYear(_ text: Substring) -> Bool {
        text.indices.contains { index in
            guard opening.contains(text[index]), text[..<index].last(where: { !$0.isWhitespace })?.isNumber == true
            else { return false }
            let digits = text[index...].dropFirst().prefix(while: \.isNumber)
            return digits.count == 4 && text[digits.endIndex...].first.map(closing.contains) ?? false
        }
    }
}
