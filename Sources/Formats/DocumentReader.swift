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
        try refuseMarkup(encoded.text, path: path)
        let named =
            language.map { ($0, LanguageEvidence.option) }
            ?? DocumentReader.languageInName(path).map { ($0, .fileName) } ?? (.undetermined, .none)
        let turns: [Turn]
        var furniture: [TextRange] = []
        var notes: [String] = []
        switch form {
        case .segmented: turns = SegmentedReader.read(encoded.text)
        case .prose:
            if EuroparlReader.recognises(TextLine.lines(of: encoded.text)) {
                turns = EuroparlReader.read(encoded.text)
                notes = ["read as Europarl markup"]
            } else {
                (turns, furniture, notes) = TranscriptReader().read(encoded.text)
            }
        }
        if encoded.encoding != "UTF-8" { notes.append("converted from \(encoded.encoding)") }
        return Document(
            path: path, language: named.0, languageEvidence: named.1,
            direction: LocaleData.isRightToLeft(named.0.tag) ? .rightToLeft : .leftToRight,
            encoding: encoded.encoding, text: encoded.text, turns: turns, furniture: furniture, notes: notes,
            offsets: encoded.offsets)
    }

    /// The language that a file's name ends with, before its extension or after the last dot: `a.ru.txt`, `a.ru`.
    public static func languageInName(_ path: String) -> Language? {
        let name = path.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".").dropFirst().reversed()
        for part in parts.prefix(3) {
            let code = part.prefix { $0 != "-" && $0 != "_" }
            guard (2...3).contains(code.count), part.count <= 12, !["txt", "md", "gz", "srt", "vtt"].contains(part),
                code.allSatisfy({ $0.isASCII && $0.isLowercase }), LocaleData.isKnownLanguage(String(code))
            else { continue }
            let subtags = part.split { $0 == "-" || $0 == "_" }.dropFirst().map(String.init).prefix {
                ($0.count == 2 && $0.allSatisfy(\.isUppercase)) || ($0.count == 4 && $0.first?.isUppercase == true)
            }
            return Language(([String(code)] + subtags).joined(separator: "-"))
        }
        return nil
    }

    private func refuseMarkup(_ text: String, path: String) throws(ReadingError) {
        let head = text.prefix(512).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.hasPrefix("<?xml") {
            throw ReadingError(
                path: path, offset: 0, line: 1,
                reason: "this is HTML or XML, which is not read yet; save the page as plain text")
        }
    }
}
