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

    /// Reads a document.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: its name, for errors and to find the language by.
    ///   - language: the language, where it is known; else the file name's suffix is tried, as in `talks.ru.txt`.
    /// - Returns: the document; its language is undetermined where neither the caller nor the file name says.
    /// - Throws: `ReadingError` for what is no text.
    public func read(_ bytes: [UInt8], path: String, language: Language? = nil) throws(ReadingError) -> Document {
        let encoded = try EncodedText(bytes, path: path)
        let isPlain = encoded.office == nil
        if isPlain, let kind = MessageFile.kind(of: path, encoded.text) {
            return try messages(MessageFile(encoded.text, kind, path: path), encoded, path: path, language: language)
        }
        let isPage = isPlain && HTMLReader.recognises(encoded.text)
        if isPlain, !isPage { try refuseMarkup(encoded.text, path: path) }
        let page = isPage ? try HTMLReader.read(encoded.text, path: path) : nil
        let named =
            language.map { ($0, LanguageEvidence.option) }
            ?? DocumentReader.languageInName(path).map { ($0, .fileName) }
            ?? page?.language.flatMap { DocumentReader.language(ofMarkup: $0) }.map { ($0, .markup) }
            ?? (.undetermined, .none)
        let areSubtitles = isPlain && !isPage && SubtitleReader.recognises(encoded.text)
        let turns: [Turn]
        var furniture: [TextRange] = []
        var notes: [String] = []
        switch form {
        case .segmented:
            guard !isPage else {
                throw ReadingError(
                    path: path, offset: 0, line: 1, reason: "this is HTML: it does not hold a segment a line")
            }
            guard !areSubtitles else {
                throw ReadingError(
                    path: path, offset: 0, line: 1, reason: "these are subtitles: they do not hold a segment a line")
            }
            turns = SegmentedReader.read(encoded.text)
        case .prose:
            if let page {
                (turns, furniture, notes) = TranscriptReader().read(page.words)
                notes.append("read as HTML")
            } else if let office = encoded.office {
                (turns, furniture, notes) = TranscriptReader().read(DocumentReader.paragraphs(of: encoded.text))
                notes.append("read as \(office.rawValue): its lines are paragraphs")
            } else if areSubtitles {
                (turns, notes) = SubtitleReader.read(encoded.text)
            } else if EuroparlReader.recognises(TextLine.lines(of: encoded.text)) {
                turns = EuroparlReader.read(encoded.text)
                notes = ["read as Europarl markup"]
            } else {
                (turns, furniture, notes) = TranscriptReader().read(encoded.text)
            }
        }
        if encoded.encoding != "UTF-8" { notes.append("converted from \(encoded.encoding)") }
        if DocumentReader.hasReversedLigatures(encoded.text) {
            notes.append(
                "its Arabic letters are out of order, as programs leave them that take text out of a PDF: "
                    + "what is found in it may be no error of the translation")
        }
        let ends = turns.flatMap(\.paragraphs).map(\.content.documentRange.end)
        let remarks = (page?.remarks ?? []).map { remark, place in
            var remark = remark
            remark.paragraph = ends.firstIndex { $0 > place } ?? ends.count
            return remark
        }
        return Document(
            path: path, language: named.0, languageEvidence: named.1,
            direction: LocaleData.isRightToLeft(named.0.tag) ? .rightToLeft : .leftToRight,
            encoding: encoded.encoding, text: encoded.text, isMarkup: !isPlain || isPage || areSubtitles, turns: turns,
            furniture: furniture,
            remarks: remarks, notes: notes, offsets: encoded.offsets)
    }

    /// A document of a program's messages.
    private func messages(
        _ file: MessageFile, _ encoded: EncodedText, path: String, language: Language?
    ) throws(ReadingError) -> Document {
        guard form == .prose else {
            throw ReadingError(
                path: path, offset: 0, line: 1,
                reason: "this is \(file.kind.rawValue): it does not hold a segment a line")
        }
        let named =
            language.map { ($0, LanguageEvidence.option) }
            ?? file.language.flatMap { said in
                DocumentReader.language(ofMarkup: said.tag).map { ($0, said.evidence) }
            }
            ?? (.undetermined, .none)
        let count = file.messages.count
        return Document(
            path: path, language: named.0, languageEvidence: named.1,
            direction: LocaleData.isRightToLeft(named.0.tag) ? .rightToLeft : .leftToRight,
            encoding: encoded.encoding, text: encoded.text, isMarkup: true, turns: [file.turn(encoded.text.utf8.count)],
            notes: ["read as \(file.kind.rawValue): \(count) message\(count == 1 ? "" : "s")"], offsets: encoded.offsets
        )
    }

    /// The lines of a text, each a paragraph.
    private static func paragraphs(of text: String) -> MappedText {
        var words = MappedText()
        var position = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            words.append(line, at: position)
            words.appendJoint("\n\n")
            position += line.utf8.count + 1
        }
        return words
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

    /// The language of an attribute such as `lang="ru-RU"`; `nil` for what ICU does not know.
    private static func language(ofMarkup tag: String) -> Language? {
        let language = Language(canonical: tag)
        guard (2...3).contains(language.code.count), LocaleData.isKnownLanguage(language.code) else { return nil }
        return Language(language.code + language.tag.dropFirst(language.code.count))
    }

    /// The language that a file's name ends with, before its extension or after the last dot: `a.ru.txt`, `a.ru`.
    public static func languageInName(_ path: String) -> Language? {
        let name = path.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".").dropFirst().reversed()
        for part in parts.prefix(3) {
            let code = part.prefix { $0 != "-" && $0 != "_" }
            guard (2...3).contains(code.count), part.count <= 12,
                !["txt", "md", "gz", "srt", "vtt", "odt", "arb", "yml", "xml", "ts"].contains(part),
                code.allSatisfy({ $0.isASCII && $0.isLowercase }),
                LocaleData.isKnownLanguage(Language(canonical: String(code)).code)
            else { continue }
            let subtags = part.split { $0 == "-" || $0 == "_" }.dropFirst().map(String.init).prefix {
                ($0.count == 2 && $0.allSatisfy(\.isUppercase)) || ($0.count == 4 && $0.first?.isUppercase == true)
            }
            return Language(canonical: ([String(code)] + subtags).joined(separator: "-"))
        }
        return nil
    }

    private func refuseMarkup(_ text: String, path: String) throws(ReadingError) {
        let head = text.prefix(512).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        if head.hasPrefix("<?xml") {
            throw ReadingError(
                path: path, offset: 0, line: 1,
                reason: "this is XML other than HTML, which is not read; save its text as plain text or HTML")
        }
    }
}
