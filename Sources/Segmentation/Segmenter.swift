public import Bitext
public import ICU

/// Cuts text into segments: sentence-like units, by ICU's boundaries and a table of exceptions.
///
/// It keeps an iterator while it works, so it is not `Sendable`: make one for each task.
public final class Segmenter {
    /// The language whose rules are used.
    public let language: Language
    private let sentences: BoundaryIterator
    private let rules: SentenceRules

    /// Makes a segmenter.
    /// - Parameter language: its table of abbreviations and ICU's rules for it are used.
    /// - Throws: `ICUError` when ICU cannot segment the language.
    public init(language: Language) throws(ICUError) {
        self.language = language
        sentences = try BoundaryIterator(.sentence, language: language.tag)
        rules = SentenceRules(language: language)
    }

    /// The sentences of a text.
    /// - Parameter text: any text; a blank line always ends a sentence.
    /// - Returns: ranges of UTF-8 bytes, in order, white space around each left out; together they hold everything
    ///   but white space.
    public func sentences(in text: String) -> [TextRange] {
        var ranges: [TextRange] = []
        var start = 0
        for block in Segmenter.blocks(text) {
            let inner = String(text.slice(block))
            start = 0
            for boundary in sentences.boundaries(in: inner) {
                let end = boundary.offset
                let isLast = end == inner.utf8.count
                let before = inner.slice(TextRange(start, end))
                if !isLast,
                    !rules.isBoundary(
                        before: before.withoutTrailingSpace, after: inner.slice(TextRange(end, inner.utf8.count)))
                {
                    continue
                }
                let lead = before.utf8.count - before.drop(while: \.isWhitespace).utf8.count
                let body = before.drop(while: \.isWhitespace).withoutTrailingSpace
                if !body.isEmpty {
                    ranges.append(TextRange(start + lead, start + lead + body.utf8.count).shifted(by: block.start))
                }
                start = end
            }
        }
        return ranges
    }

    /// The segments of a document, in order: sentences within each paragraph of each turn, never across.
    public func segments(of document: Document) -> [Segment] {
        var segments: [Segment] = []
        var paragraphs = 0
        for turn in document.turns {
            var inTurn = 0
            for paragraph in turn.paragraphs {
                let text = paragraph.content.text
                let ranges = paragraph.isSegment ? [TextRange(0, text.utf8.count)] : sentences(in: text)
                for range in ranges {
                    segments.append(
                        Segment(
                            index: segments.count, turn: turn.index, indexInTurn: inTurn, paragraph: paragraphs,
                            kind: paragraph.kind, of: paragraph.content, rangeInParagraph: range))
                    inTurn += 1
                }
                paragraphs += 1
            }
        }
        return segments
    }

    /// Stretches between blank lines.
    private static func blocks(_ text: String) -> [TextRange] {
        var blocks: [TextRange] = []
        var start = 0
        var offset = 0
        var newlines = 0
        for byte in text.utf8 {
            if byte == 0x0A {
                newlines += 1
                if newlines == 2 {
                    blocks.append(TextRange(start, offset + 1))
                    start = offset + 1
                }
            } else if byte != 0x20 && byte != 0x09 && byte != 0x0D {
                newlines = 0
            }
            offset += 1
        }
        blocks.append(TextRange(start, offset))
        return blocks
    }
}

extension Substring {
    /// The text without white space at its end.
    var withoutTrailingSpace: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// The longest suffix whose characters all satisfy the condition.
    func suffix(while condition: (Character) -> Bool) -> Substring {
        var start = endIndex
        while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
