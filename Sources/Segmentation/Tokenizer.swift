public import Bitext
public import ICU

/// Cuts a segment's text into words, numbers and marks by ICU's word boundaries.
public final class Tokenizer {
    private let words: BoundaryIterator

    /// Makes a tokenizer.
    /// - Throws: `ICUError` when ICU has no word boundaries for the language.
    public init(language: Language) throws(ICUError) {
        words = try BoundaryIterator(.word, language: language.tag)
    }

    /// The tokens of a text, in order, white space left out.
    public func tokens(in text: String) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(text.utf8.count / 6 + 1)
        var start = 0
        let hasJoiners = text.utf8.contains(0xE2)
        for boundary in words.boundaries(in: text) {
            let range = TextRange(start, boundary.offset)
            start = boundary.offset
            if boundary.endsWord {
                let parts = hasJoiners ? Tokenizer.parts(of: range, in: text) : [range]
                for part in parts {
                    // What the boundary says of the kind is true of the whole.
                    let isNumber =
                        parts.count == 1 ? boundary.endsNumber : !text.slice(part).contains(where: \.isLetter)
                    tokens.append(Token(range: part, kind: isNumber ? .number : .word))
                }
            } else if text.slice(range).unicodeScalars.contains(where: {
                $0 != " " && !$0.properties.isWhitespace && !(hasJoiners && Tokenizer.isDirection($0))
            }) {
                tokens.append(Token(range: range, kind: .mark))
            }
        }
        return tokens
    }

    /// A word without what ICU joins to it that is no part of it: the narrow no-break space, except between digits, and
    /// marks of direction at its end (Unicode Standard Annex 29, rules 4 and 13a).
    private static func parts(of range: TextRange, in text: String) -> [TextRange] {
        let word = text.slice(range)
        guard word.utf8.contains(0xE2) else { return [range] }
        var parts: [TextRange] = []
        var start = range.start
        var end = range.start
        var offset = range.start
        let scalars = word.unicodeScalars
        func isDigit(_ index: String.Index) -> Bool { scalars[index].properties.numericType == .decimal }
        for index in scalars.indices {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            let isSpace = scalar == "\u{202F}"
            let isInNumber =
                isSpace && index > scalars.startIndex && next < scalars.endIndex
                && isDigit(scalars.index(before: index)) && isDigit(next)
            if isSpace, !isInNumber {
                if end > start { parts.append(TextRange(start, end)) }
                start = offset + UTF8.width(scalar)
                end = start
            } else if !isDirection(scalar) {
                if end == start, offset > start { start = offset }
                end = offset + UTF8.width(scalar)
            }
            offset += UTF8.width(scalar)
        }
        if end > start { parts.append(TextRange(start, end)) }
        return parts
    }

    private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
