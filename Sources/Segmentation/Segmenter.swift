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

    /// What a single line end in a text means.
    public enum Newline: String, Sendable, CaseIterable {
        /// The end of a sentence, as in transcripts and subtitles.
        case boundary
        /// The end of a sentence unless the next line plainly goes on.
        case candidate
        /// A space, as in wrapped prose.
        case space
    }

    /// A place where a sentence may end, what was decided, and by which rule.
    public struct Explanation: Sendable, Hashable {
        /// Where the sentence would end, behind the mark and what closes, in UTF-8 bytes.
        public let offset: Int
        /// Whether a sentence ends there.
        public let isBoundary: Bool
        /// The rule that decided, in words.
        public let rule: String
    }

    /// The language whose rules are used.
    public let language: Language
    /// What a single line end means.
    public let newline: Newline
    private let icu: BoundaryIterator?
    private let rules: SentenceRules

    /// Makes a segmenter.
    /// - Parameters:
    ///   - language: its lexicon is used.
    ///   - method: how sentences are found.
    ///   - newline: what a single line end means to the rules.
    /// - Throws: `ICUError` when ICU cannot segment the language.
    public init(language: Language, method: Method = .rules, newline: Newline = .candidate) throws(ICUError) {
        self.language = language
        self.newline = newline
        icu = method == .icu ? try BoundaryIterator(.sentence, language: language.tag) : nil
        rules = SentenceRules(language: language)
    }

    /// The sentences of a text.
    /// - Parameter text: any text; a blank line always ends a sentence.
    /// - Returns: ranges of UTF-8 bytes, in order, white space around each left out; together they hold everything
    ///   but white space.
    public func sentences(in text: String) -> [TextRange] {
        guard let icu else {
            return SentenceScanner(text: ScannedText(text), rules: rules, newline: newline).sentences()
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

    /// Where ICU ends sentences, white space left where it is, in UTF-8 bytes; empty for the rules.
    func boundaries(in text: String) -> [Int] { icu?.boundaries(in: text).map(\.offset) ?? [] }

    /// The sentences of UTF-8 bytes; bytes that are not UTF-8 count as characters that mean nothing.
    func sentences(in bytes: [UInt8]) -> [TextRange] {
        guard icu == nil else { return sentences(in: String(decoding: bytes, as: UTF8.self)) }
        return SentenceScanner(text: ScannedText(bytes: bytes), rules: rules, newline: newline).sentences()
    }

    /// Why each place of a text where a sentence may end was taken or not, in order.
    public func explain(_ text: String) -> [Explanation] {
        var found: [Explanation] = []
        _ = SentenceScanner(text: ScannedText(text), rules: rules, newline: newline).sentences { candidate, decision in
            found.append(
                Explanation(
                    offset: candidate.end, isBoundary: decision.isBoundary, rule: decision.rule))
        }
        return found
    }

    /// Whether a text lacks the marks that sentences end with, as the output of speech recognition does: fewer than one
    /// for each 60 words, in a text of 100 words or more.
    public static func isUnpunctuated(_ document: Document) -> Bool {
        var words = 0
        var marks = 0
        // Two characters make a word of Chinese or Japanese, near enough.
        var characters = 0
        for paragraph in document.turns.flatMap(\.paragraphs) where !paragraph.isSegment {
            var previous: Unicode.Scalar = " "
            for scalar in paragraph.content.text.unicodeScalars {
                let kind = CharacterClass.of(scalar.value)
                if kind.contains(.terminator) { marks += 1 }
                if kind.contains(.unspaced) { characters += 1 }
                if kind.contains(.space), !CharacterClass.of(previous.value).contains(.space) { words += 1 }
                previous = scalar
            }
        }
        words += characters / 2
        return words >= 100 && marks * 60 < words
    }

    /// In a text without marks, a stretch of this many words is cut.
    static let longestUnpunctuated = 40

    /// A text without marks, cut by length alone, at white space.
    private func stretches(in text: String) -> [TextRange] {
        let scanned = ScannedText(text)
        var found: [TextRange] = []
        var start = scanned.end(of: .space, from: 0)
        var position = start
        var words = 0
        while position < scanned.count {
            let end = scanned.end(while: { !CharacterClass.of($0).contains(.space) }, from: position)
            words += 1
            position = scanned.end(of: .space, from: end)
            if words == Segmenter.longestUnpunctuated || position >= scanned.count {
                found.append(TextRange(start, end))
                start = position
                words = 0
            }
        }
        return found
    }

    /// The segments of a document, in order: sentences within each paragraph of each turn, never across.
    ///
    /// Where the document lacks the marks that sentences end with (``isUnpunctuated(_:)``), its lines are segments, and
    /// long ones are cut by length; whoever shows the result must say so.
    public func segments(of document: Document) -> [Segment] {
        let isUnpunctuated = Segmenter.isUnpunctuated(document)
        var segments: [Segment] = []
        var paragraphs = 0
        for turn in document.turns {
            var inTurn = 0
            for paragraph in turn.paragraphs {
                let text = paragraph.content.text
                let ranges =
                    paragraph.isSegment
                    ? [TextRange(0, text.utf8.count)] : isUnpunctuated ? stretches(in: text) : sentences(in: text)
                for range in ranges {
                    segments.append(
                        Segment(
                            index: segments.count, turn: turn.index, indexInTurn: inTurn, paragraph: paragraphs,
                            kind: paragraph.kind, of: paragraph.content, rangeInParagraph: range, key: paragraph.key,
                            codes: paragraph.isSegment ? paragraph.codes : []))
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
