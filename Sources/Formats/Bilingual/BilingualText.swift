public import Bitext
internal import ICU

/// A file that holds both versions of a text, unit by unit: XLIFF, TMX, PO or Qt TS.
public struct BilingualText: Sendable {
    /// A passage and its translation.
    public struct Unit: Sendable {
        /// The unit's name in the file, or its number.
        public let id: String
        /// The passage, without inline codes.
        public let source: MappedText
        /// The translation.
        public let target: MappedText
        /// The translator's comments that are addressed to this program.
        public let remarks: [Remark]

        init(id: String, source: MappedText, target: MappedText, remarks: [Remark] = []) {
            self.id = id
            self.source = source
            self.target = target
            self.remarks = remarks
        }
    }

    /// What kind of file it is, such as `XLIFF 1.2`.
    public let kind: String
    /// The units that have a translation, in order.
    public let units: [Unit]
    /// The source's language, where the file or the caller names it.
    public let sourceLanguage: Language?
    /// The target's language, where the file, its name or the caller names it.
    public let targetLanguage: Language?
    /// What a reader should know, such as how many units have no translation.
    public let notes: [String]
    /// The file's text.
    public let file: EncodedText

    /// Whether a file of this name may hold both versions.
    public static func isName(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".xlf", ".xliff", ".tmx", ".po", ".ts"].contains { name.hasSuffix($0) }
    }

    /// Reads a file; `nil` where it is none of them.
    /// - Parameters:
    ///   - source: the source's language, where the caller knows it; a TMX may hold several.
    ///   - target: the target's.
    /// - Throws: `ReadingError` for what is damaged, holds no unit, or several targets of which none is asked for.
    public init?(_ bytes: [UInt8], path: String, source: Language? = nil, target: Language? = nil)
        throws(ReadingError)
    {
        guard BilingualText.isName(path) || BilingualText.starts(bytes) else { return nil }
        let file = try EncodedText(bytes, path: path)
        let head = file.text.prefix(4096)
        let parsed: Parsed
        if path.lowercased().hasSuffix(".po") || head.hasPrefix("msgid ") || head.contains("\nmsgid ") {
            parsed = try POReader(text: file.text, path: path).read()
        } else if head.contains("<xliff") {
            parsed = try XLIFFReader.read(file.text, path: path)
        } else if head.contains("<tmx") {
            parsed = try TMXReader.read(file.text, path: path, source: source, target: target)
        } else if head.contains("<TS") {
            parsed = try QtReader.read(file.text, path: path)
        } else if BilingualText.isName(path) {
            throw ReadingError(path: path, line: 1, reason: "holds neither XLIFF, nor TMX, PO or Qt TS")
        } else {
            return nil
        }
        self.file = file
        kind = parsed.kind
        sourceLanguage = source ?? parsed.source.flatMap(BilingualText.language)
        targetLanguage = target ?? parsed.target.flatMap(BilingualText.language) ?? DocumentReader.languageInName(path)
        units = parsed.units.filter { !$0.source.text.isEmpty && !$0.target.text.isEmpty }.map {
            Unit(
                id: $0.id, source: MessageForms.general($0.source), target: MessageForms.general($0.target),
                remarks: $0.remarks)
        }
        var notes = ["read as \(parsed.kind)"]
        if parsed.isSourceAssumed, source == nil {
            notes.append("its messages are taken for English: --source-lang names another language")
        }
        let empty = parsed.units.count - units.count
        if empty > 0 { notes.append("\(empty) without a translation, not compared") }
        if parsed.skipped > 0 {
            notes.append("\(parsed.skipped) \(parsed.skippedAs), not compared")
        }
        self.notes = notes
        guard !units.isEmpty else { throw ReadingError(path: path, reason: "holds no translated unit") }
    }

    /// Whether a file of another name starts as one of them; its encoding need not be known for that.
    private static func starts(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
        return ["<xliff", "<tmx", "<TS "].contains { head.contains($0) } || head.hasPrefix("msgid ")
            || head.contains("\nmsgid ")
    }

    /// A language by a tag such as `pt_BR`; `nil` for what ICU does not know.
    private static func language(_ tag: String) -> Language? {
        let language = Language(canonical: tag)
        guard LocaleData.isKnownLanguage(language.code) else { return nil }
        return Language(language.code + language.tag.dropFirst(language.code.count))
    }

    /// What the readers give.
    struct Parsed {
        var kind: String
        var source: String?
        /// Whether the source's language is the form's custom, not said in the file.
        var isSourceAssumed = false
        var target: String?
        var units: [Unit] = []
        /// Units that were left out, and what they are.
        var skipped = 0
        var skippedAs = ""
    }
}

extension BilingualText {
    /// One side as a document: one turn, a paragraph a unit, each one segment.
    public func document(_ side: Side, path: String) -> Document {
        let language = (side == .source ? sourceLanguage : targetLanguage) ?? .undetermined
        let remarks = units.enumerated().flatMap { number, unit in
            unit.remarks.map { remark in
                var remark = remark
                remark.paragraph = number
                return remark
            }
        }
        let contents = units.map { side == .source ? $0.source : $0.target }
        return Document(
            path: path, language: language, languageEvidence: language == .undetermined ? .none : .markup,
            direction: LocaleData.isRightToLeft(language.tag) ? .rightToLeft : .leftToRight, encoding: file.encoding,
            text: file.text, isMarkup: true,
            turns: [
                Turn(
                    index: 0, speaker: nil, manner: nil,
                    paragraphs: contents.map { Paragraph(content: $0, isSegment: true) },
                    range: TextRange(0, file.text.utf8.count))
            ], remarks: side == .source ? [] : remarks, notes: notes, offsets: file.offsets)
    }
}
