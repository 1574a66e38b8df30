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
        var start = 0
        for boundary in words.boundaries(in: text) {
            let range = TextRange(start, boundary.offset)
            start = boundary.offset
            if boundary.endsWord {
                tokens.append(Token(range: range, kind: boundary.endsNumber ? .number : .word))
            } else if text.slice(range).contains(where: { !$0.isWhitespace }) {
                tokens.append(Token(range: range, kind: .mark))
            }
        }
        return tokens
    }
}
