public import Bitext
public import ICU

/// Cuts text into segments: sentence-like units.
///
/// The default finds marks that may end a sentence and decides by rules and a lexicon for the language; plain ICU
/// remains available as a baseline. It keeps an iterator while it works, so it is not `Sendable`: make one for each task.
public final class Segmenter {
    /// How sentences are found.
    public enum Method: String, Sendable, CaseIterable {
        /// Rules and the language's lexicon.
        case rules
        /// ICU's sentence boundaries (UAX #29), as they are.
        case icu
    }

    /// The language whose rules are used.
    public let language: Language
    private let icu: BoundaryIterator?
    private let rules: SentenceRules

    /// Makes a segmenter.
    /// - Parameters:
    ///   - language: its lexicon is used.
    ///   - method: how sentences are found.
    /// - Throws: `ICUError` when ICU cannot segment the language.
    public init(language: Language, method: Method = .rules) throws(ICUError) {
        self.language = language
        icu = method == .icu ? try BoundaryIterator(.sentence, language: language.tag) : nil
        rules = SentenceRules(language: language)
    }

    /// The sentences of a text.
    /// - Parameter text: any text; a blank line always ends a sentence.
    /// - Returns: ranges of UTF-8 bytes, in order, white space around each left out; together they hold everything
    ///   but white space.
    public func sentences(in text: String) -> [TextRange] {
        guard let icu else {
            return SentenceScanner(text: ScannedText(text), rules: rules, newline: .candidate).sentences()
        }
        var start = 0
        return icu.boundaries(in: text).compactMap { boundary in
            let piece = text.slice(TextRange(start, boundary.offset))
            let body = piece.drop(while: \.isWhitespace).withoutTrailingSpace
            let lead = piece.utf8.count - piece.drop(while: \.isWhitespace).utf8.count
            defer { start = boundary.offset }
            return body.isEmpty ? nil : TextRange(start + lead, start + lead + body.utf8.count)
        }
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
}

extension Substring {
    /// The text without white space at its end.
    var withoutTrailingSpace: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
