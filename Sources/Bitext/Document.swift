/// A text as read: its turns, and what in the file is not part of what was said.
///
/// All ranges are UTF-8 byte offsets into the document as read: for a UTF-8 file, into the file itself, a byte order
/// mark included. For a file in another encoding ``originalOffset(_:)`` gives the file's own offsets.
public struct Document: Sendable {
    /// The file's path as it was given; `-` for standard input.
    public let path: String
    /// The language, and how it was found.
    public var language: Language
    /// How the language was found.
    public var languageEvidence: LanguageEvidence
    /// The direction of the language's script.
    public var direction: TextDirection
    /// The name of the encoding, such as `UTF-8` or `windows-1251`.
    public let encoding: String
    /// The text as read, in UTF-8.
    public let text: String
    /// Whether ``text`` holds markup between the words, as HTML does.
    public let isMarkup: Bool
    /// What its paragraphs are.
    public let genre: Genre
    /// The speakers' turns, in order; text before the first speaker is a turn without a speaker.
    public var turns: [Turn]
    /// What was set aside: site furniture, page footers, repeated datelines.
    public let furniture: [TextRange]
    /// Comments in the file that are addressed to this program.
    public let remarks: [Remark]
    /// What a reader should know about how the document was read, such as `38 wrapped lines joined`.
    public var notes: [String]
    private let offsets: OffsetMap

    /// Makes a document.
    public init(
        path: String, language: Language, languageEvidence: LanguageEvidence, direction: TextDirection,
        encoding: String, text: String, isMarkup: Bool = false, genre: Genre = .text, turns: [Turn],
        furniture: [TextRange] = [], remarks: [Remark] = [], notes: [String] = [], offsets: OffsetMap = .identity
    ) {
        self.path = path
        self.language = language
        self.languageEvidence = languageEvidence
        self.direction = direction
        self.encoding = encoding
        self.text = text
        self.isMarkup = isMarkup
        self.genre = genre
        self.turns = turns
        self.furniture = furniture
        self.remarks = remarks
        self.notes = notes
        self.offsets = offsets
    }

    /// The words of turns, their labels included, without markup.
    public func words(of turns: Range<Int>) -> String {
        guard let first = self.turns[turns].first, let last = self.turns[turns].last else { return "" }
        guard isMarkup else { return String(text.slice(TextRange(first.range.start, last.range.end))) }
        return self.turns[turns].flatMap { turn in
            (turn.speaker.map { [$0.name] } ?? []) + turn.paragraphs.map(\.content.text)
        }.joined(separator: "\n")
    }

    /// What the paragraphs of a document are.
    public enum Genre: Sendable {
        /// Prose, or sentences on lines of their own.
        case text
        /// Units of a file that was made for translators, which may be prose or a program's messages.
        case units
        /// A program's messages, a paragraph each.
        case messages
    }

    /// Whether it holds messages that a program knows by keys.
    public var hasKeys: Bool { turns.first?.paragraphs.first?.key != nil }

    /// The keys of a program's messages, a paragraph each; `nil` for other documents.
    public var keys: [String]? {
        let keys = turns.flatMap(\.paragraphs).map(\.key)
        let known = keys.compactMap { $0 }
        return known.isEmpty || known.count < keys.count ? nil : known
    }

    /// The byte offset in the file as it is on disk, for an offset into the text as read.
    public func originalOffset(_ offset: Int) -> Int { offsets.original(offset) }

    /// The range in the file as it is on disk.
    public func originalRange(_ range: TextRange) -> TextRange {
        TextRange(offsets.original(range.start), offsets.original(range.end))
    }
}

/// A comment in a file that is addressed to this program: in an HTML page, in a PO file, in the notes of XLIFF and TMX.
public struct Remark: Hashable, Sendable {
    /// What such comments start with.
    public static let mark = "dragoman:"

    /// What stands behind the mark.
    public let text: String
    /// An offset into the document as read, in UTF-8 bytes, on the line of the comment.
    public let offset: Int
    /// The number of the paragraph that it is about, from 0.
    public var paragraph: Int

    /// Makes a remark of a comment; `nil` for one that is addressed to somebody else.
    public init?(comment: some StringProtocol, offset: Int, paragraph: Int = 0) {
        let words = comment.drop { $0.isWhitespace }
        guard words.hasPrefix(Remark.mark) else { return nil }
        text = words.dropFirst(Remark.mark.count).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.offset = offset
        self.paragraph = paragraph
    }
}

/// How a document's language was found.
public enum LanguageEvidence: String, Sendable {
    /// The user named it.
    case option
    /// The file's name ends with it, such as `talks.ru.txt`.
    case fileName = "file name"
    /// The file's own markup names it.
    case markup
    /// The text was identified.
    case text
    /// It could not be found.
    case none
}

/// How offsets in a text as read answer to offsets in the file, where the file was converted to UTF-8.
public struct OffsetMap: Sendable {
    /// A run of characters that all take the same number of bytes in the text and in the file.
    struct Run: Sendable {
        let start: Int
        let original: Int
        let unit: Int
        let originalUnit: Int
    }

    private var runs: [Run] = []
    private var end = (text: 0, original: 0)

    /// The text is the file.
    public static let identity = OffsetMap()

    /// An empty map, to append characters to.
    public init() {}

    /// Appends a character that takes `bytes` bytes in the text and `originalBytes` in the file.
    public mutating func append(bytes: Int, originalBytes: Int) {
        if runs.last.map({ $0.unit != bytes || $0.originalUnit != originalBytes }) ?? true {
            runs.append(Run(start: end.text, original: end.original, unit: bytes, originalUnit: originalBytes))
        }
        end.text += bytes
        end.original += originalBytes
    }

    /// The file's offset for an offset in the text.
    public func original(_ offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let run = runs[low - 1]
        return run.original + (offset - run.start) / run.unit * run.originalUnit
    }
}
