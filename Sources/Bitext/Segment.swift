/// A sentence-like unit: the thing that is aligned.
public struct Segment: Sendable {
    /// The segment's number in the document, from 0.
    public let index: Int
    /// The number of its turn.
    public let turn: Int
    /// The number of the segment within its turn, from 0.
    public let indexInTurn: Int
    /// The number of its paragraph in the document, from 0.
    public let paragraph: Int
    /// What its paragraph is for.
    public let kind: Paragraph.Kind
    /// The clean text, without white space around it.
    public let text: String
    /// The segment in the document.
    public let range: TextRange
    private let paragraphText: MappedText
    private let offset: Int
    private let key: String?
    /// The markup and values between its words, in order.
    public let codes: [InlineCode]

    /// Makes a segment out of a stretch of a paragraph.
    /// - Parameters:
    ///   - rangeInParagraph: UTF-8 bytes of the paragraph's clean text, white space around left out.
    ///   - key: the paragraph's, where it is a program's message.
    ///   - codes: the paragraph's, where it is one segment.
    public init(
        index: Int, turn: Int, indexInTurn: Int, paragraph: Int, kind: Paragraph.Kind, of content: MappedText,
        rangeInParagraph: TextRange, key: String? = nil, codes: [InlineCode] = []
    ) {
        self.index = index
        self.turn = turn
        self.indexInTurn = indexInTurn
        self.paragraph = paragraph
        self.kind = kind
        text = String(content.text.slice(rangeInParagraph))
        range = content.documentRange(rangeInParagraph)
        paragraphText = content
        offset = rangeInParagraph.start
        self.key = key
        self.codes = codes
    }

    /// The clean text with the letters that the document has, where others stand for them in ``text``.
    public var written: String { written(TextRange(0, text.utf8.count)) }

    /// A range of ``text`` with the letters that the document has; in UTF-8 bytes.
    public func written(_ range: TextRange) -> String { String(paragraphText.written(range.shifted(by: offset))) }

    /// The segment's place in the document as a reader can name it: turn and segment within it, such as `t4.s2`; of a
    /// program's message the key.
    public var place: String { key ?? "t\(turn).s\(indexInTurn)" }

    /// The document's range for a range of the segment's text, both in UTF-8 bytes.
    public func documentRange(_ range: TextRange) -> TextRange {
        paragraphText.documentRange(range.shifted(by: offset))
    }

    /// The range of ``text`` that stands for a range of the document, both in UTF-8 bytes; within the segment's bounds.
    public func range(ofDocument range: TextRange) -> TextRange {
        let range = paragraphText.range(ofDocument: range).shifted(by: -offset)
        let length = text.utf8.count
        return TextRange(min(max(0, range.start), length), min(max(0, range.end), length))
    }
}

/// A word, number or punctuation mark in a segment.
public struct Token: Hashable, Sendable {
    /// What a token is.
    public enum Kind: Sendable {
        /// A word of letters.
        case word
        /// A number, with its inner marks.
        case number
        /// A mark or a symbol.
        case mark
    }

    /// The token in its segment's text, in UTF-8 bytes.
    public let range: TextRange
    /// What it is.
    public let kind: Kind

    /// Makes a token.
    public init(range: TextRange, kind: Kind) {
        self.range = range
        self.kind = kind
    }
}
