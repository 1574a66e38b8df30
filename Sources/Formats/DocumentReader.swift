public import Bitext
internal import ICU

/// Reads a document: its encoding, its form, its turns.
public struct DocumentReader: Sendable {
    /// How a text is cut before it is segmented.
    public enum Form: Sendable {
        /// A transcript or other prose.
        case prose
        /// A segment a line; blank lines count.
        case segmented
    }

    /// How a text is cut.
    public let form: Form

    /// Makes a reader.
    public init(form: Form = .prose) { self.form = form }

    /// Whether a file's name says that something else stands in it between the words: HTML, subtitles, DOCX, ODT,
    /// and bilingual files.
    public static func isNameOfMarkup(_ path: String) -> Bool {
        let name = path.lowercased()
        return HTMLReader.isName(path) || BilingualText.isName(path)
            || [".srt", ".vtt", ".docx", ".odt"].contains { name.hasSuffix($0) }
    }

    /// Reads a document.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: its name, for errors and to find the language by.
    ///   - language: the language, where it is known; else the file name's suffix is tried, as in `talks.ru.txt`.
    /// - Returns: the document; its language is undetermined where neither the caller nor the file name says.
    /// - Throws: `ReadingError` for what is no text, and for a bilingual file, which is no text of one language.
    public func read(_ bytes: [UInt8], path: String, language: Language? = nil) throws(ReadingError) -> Document {
        guard !BilingualText.isBilingual(bytes, path: path) else {
            throw ReadingError(path: path, reason: "holds a text and its translation: dragoman check compares them")
        }
        let encoded = try EncodedText(bytes, path: path)
        let kind = try DocumentKind(encoded, path: path)
        let content: DocumentContent
        switch form {
        case .segmented:
            if let name = kind.nameOfMarkup {
                throw ReadingError(
                    path: path, offset: 0, line: 1, reason: "this is \(name): it does not hold a segment a line")
            }
            content = DocumentContent(turns: SegmentedReader.read(encoded.text))
        case .prose: content = try DocumentContent(kind, encoded.text, path: path)
        }
        var notes = content.notes
        if encoded.encoding != "UTF-8" { notes.append("converted from \(encoded.encoding)") }
        if DocumentReader.hasReversedLigatures(encoded.text) {
            notes.append(
                "its Arabic letters are out of order, as programs leave them that take text out of a PDF: "
                    + "what is found in it may be no error of the translation")
        }
        let ends = content.turns.flatMap(\.paragraphs).map(\.content.documentRange.end)
        let remarks = content.remarks.map { remark, place in
            var remark = remark
            remark.paragraph = ends.firstIndex { $0 > place } ?? ends.count
            return remark
        }
        let named =
            language.map { ($0, LanguageEvidence.option) } ?? kind.language(said: content.language, path: path)
            ?? (.undetermined, .none)
        return Document(
            path: path, language: named.0, languageEvidence: named.1,
            direction: LocaleData.isRightToLeft(named.0.tag) ? .rightToLeft : .leftToRight,
            encoding: encoded.encoding, text: encoded.text, isMarkup: kind.isMarkup,
            genre: content.turns.first?.paragraphs.first?.key == nil ? .text : .messages, turns: content.turns,
            furniture: content.furniture, remarks: remarks, notes: notes, offsets: encoded.offsets)
    }

    /// Whether lam-alef ligatures were taken apart in the wrong order, as in األمن for الأمن: no word has two alefs in a row.
    private static func hasReversedLigatures(_ text: String) -> Bool {
        let alefs: Set<Unicode.Scalar> = ["ا", "أ", "إ", "آ"]
        var (reversed, right) = (0, 0)
        var before: (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
        for scalar in text.unicodeScalars {
            if before.0 == "ا", alefs.contains(before.1), scalar == "ل" { reversed += 1 }
            if before.0 == "ا", before.1 == "ل", alefs.contains(scalar) { right += 1 }
            before = (before.1, scalar)
        }
        return reversed >= 5 && reversed > right
    }
}
