/// One speaker's uninterrupted words.
public struct Turn: Hashable, Sendable {
    /// The turn's number in the document, from 0.
    public let index: Int
    /// Who speaks; `nil` for text that no speaker is named for, such as a title.
    public let speaker: Speaker?
    /// How the words reached the page, such as `(retranslated)`; `nil` where the document does not say.
    public let manner: Manner?
    /// The turn's blocks of prose, in order.
    public let paragraphs: [Paragraph]
    /// The turn in the document, its label included.
    public let range: TextRange

    /// Makes a turn.
    public init(index: Int, speaker: Speaker?, manner: Manner?, paragraphs: [Paragraph], range: TextRange) {
        self.index = index
        self.speaker = speaker
        self.manner = manner
        self.paragraphs = paragraphs
        self.range = range
    }

    /// The turn where it stands in another document: its own is the clean text of `words`.
    public func mapped(through words: MappedText) -> Turn {
        Turn(
            index: index,
            speaker: speaker.map {
                Speaker(name: $0.name, affiliation: $0.affiliation, range: words.documentRange($0.range))
            },
            manner: manner.map {
                Manner(kind: $0.kind, language: $0.language, text: $0.text, range: words.documentRange($0.range))
            },
            paragraphs: paragraphs.map { $0.with($0.content.mapped(through: words)) },
            range: words.documentRange(range))
    }

    /// The turn, with paragraphs that stand wholly in one of some ranges as ``Paragraph/Kind/verbatim``.
    /// - Parameter ranges: bytes of the document, in order and apart.
    public func withVerbatim(_ ranges: [TextRange]) -> Turn {
        guard let last = ranges.last, last.end > range.start else { return self }
        let paragraphs = paragraphs.map { paragraph in
            let own = paragraph.content.documentRange
            // The first range that ends behind the paragraph's start.
            var (low, high) = (0, ranges.count)
            while low < high {
                let middle = (low + high) / 2
                if ranges[middle].end <= own.start { low = middle + 1 } else { high = middle }
            }
            let isInside = low < ranges.count && ranges[low].start <= own.start && own.end <= ranges[low].end
            return isInside ? paragraph.with(.verbatim) : paragraph
        }
        return Turn(index: index, speaker: speaker, manner: manner, paragraphs: paragraphs, range: range)
    }
}

/// A speaker, as a turn's label names them.
public struct Speaker: Hashable, Sendable {
    /// The name as written, its titles included, such as `President of Russia Vladimir Putin`.
    public let name: String
    /// What the label adds in brackets, such as a country; empty where nothing.
    public let affiliation: String
    /// The label in the document.
    public let range: TextRange

    /// Makes a speaker.
    public init(name: String, affiliation: String = "", range: TextRange) {
        self.name = name
        self.affiliation = affiliation
        self.range = range
    }
}

/// How a speaker's words reached the page.
public struct Manner: Hashable, Sendable {
    /// What a mark says.
    public enum Kind: String, Sendable, CaseIterable {
        /// The words were translated once more from a translation: `(retranslated)`.
        case retranslated
        /// The words are an interpreter's: `(as interpreted)`.
        case interpreted
        /// The speaker used a named language: `(spoke in Russian)`.
        case spokenIn = "spoken-in"
    }

    /// What the mark says.
    public let kind: Kind
    /// The language that the mark names; `nil` where it names none, or one that is not known.
    public let language: Language?
    /// The mark as written, brackets included.
    public let text: String
    /// The mark in the document.
    public let range: TextRange

    /// Makes a manner.
    public init(kind: Kind, language: Language?, text: String, range: TextRange) {
        self.kind = kind
        self.language = language
        self.text = text
        self.range = range
    }
}

/// A block of prose in a turn.
public struct Paragraph: Hashable, Sendable {
    /// What a paragraph is for.
    public enum Kind: String, Sendable {
        /// What was said or written.
        case prose
        /// A heading, such as a title.
        case heading
        /// A place and date.
        case dateline
        /// A text that is quoted: indented, or behind `>`.
        case quotation
        /// What a page says is not to be translated, or prints as it was typed, as code is.
        case verbatim
    }

    /// What the paragraph is for.
    public let kind: Kind
    /// The clean text, wrapped lines joined.
    public let content: MappedText
    /// Whether the paragraph is already one segment and must not be split.
    public let isSegment: Bool

    /// The key of a program's message; `nil` for other texts.
    public let key: String?
    /// The markup and values between its words, in order.
    public let codes: [InlineCode]

    /// Makes a paragraph.
    public init(
        kind: Kind = .prose, content: MappedText, isSegment: Bool = false, key: String? = nil, codes: [InlineCode] = []
    ) {
        self.kind = kind
        self.content = content
        self.isSegment = isSegment
        self.key = key
        self.codes = codes
    }

    /// The paragraph, of another kind.
    public func with(_ kind: Kind) -> Paragraph {
        Paragraph(kind: kind, content: content, isSegment: isSegment, key: key, codes: codes)
    }

    /// The paragraph with its text written otherwise.
    public func with(_ content: MappedText) -> Paragraph {
        Paragraph(kind: kind, content: content, isSegment: isSegment, key: key, codes: codes)
    }
}
