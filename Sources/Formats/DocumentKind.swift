import Bitext

/// What kind of text a file holds.
enum DocumentKind {
    case transcript
    case page
    case office(OfficeFile.Format)
    case subtitles
    case europarl
    case messages(MessageFile.Kind)

    /// Tells a file's kind by its name and how it begins.
    /// - Throws: `ReadingError` for XML of an unknown kind, and spreadsheets.
    init(_ encoded: EncodedText, path: String) throws(ReadingError) {
        let text = encoded.text
        if encoded.office == .xlsx {
            throw ReadingError(
                path: path, reason: "is a spreadsheet, which is read as a table of pairs where its name ends in .xlsx")
        } else if let format = encoded.office {
            self = .office(format)
        } else if let kind = MessageFile.kind(of: path, text) {
            self = .messages(kind)
        } else if HTMLReader.recognises(text, path: path) {
            self = .page
        } else if text.prefix(512).drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).lowercased().hasPrefix("<?xml")
        {
            throw ReadingError(
                path: path, offset: 0, line: 1,
                reason: "this is XML other than HTML, which is not read; save its text as plain text or HTML")
        } else if SubtitleReader.recognises(text) {
            self = .subtitles
        } else if EuroparlReader.recognises(text) {
            self = .europarl
        } else {
            self = .transcript
        }
    }

    /// Whether something else stands between the words, or is left out of them.
    var isMarkup: Bool {
        switch self {
        case .transcript, .europarl: false
        case .page, .office, .subtitles, .messages: true
        }
    }

    /// What it is, where its lines are no segments.
    var nameOfMarkup: String? {
        switch self {
        case .transcript, .europarl, .office: nil
        case .page: "HTML"
        case .subtitles: "a file of subtitles"
        case .messages(let kind): kind.rawValue
        }
    }
}

/// What is read of a document.
struct DocumentContent {
    var turns: [Turn]
    var furniture: [TextRange] = []
    var notes: [String] = []
    /// Comments that are addressed to this program, each with the offset of the text that it is about or stands before.
    var remarks: [(remark: Remark, place: Int)] = []
    /// The language that the text says it is in.
    var language: String?

    init(turns: [Turn]) { self.turns = turns }

    /// Reads a document of a kind.
    /// - Throws: `ReadingError` for what is damaged.
    init(_ kind: DocumentKind, _ text: String, path: String) throws(ReadingError) {
        switch kind {
        case .transcript:
            (turns, furniture, notes) = TranscriptReader().read(text)
        case .page:
            let page = try HTMLReader.read(text, path: path)
            (turns, furniture, notes) = TranscriptReader().read(page.words)
            turns = DocumentContent.withVerbatim(turns, page.verbatim)
            notes.append("read as HTML")
            remarks = page.remarks
            language = page.language
        case .office(let format):
            (turns, furniture, notes) = TranscriptReader().read(DocumentContent.paragraphs(of: text))
            notes.append("read as \(format.rawValue): its lines are paragraphs")
        case .subtitles:
            (turns, notes) = SubtitleReader.read(text)
        case .europarl:
            turns = EuroparlReader.read(text)
            notes = ["read as Europarl markup"]
        case .messages(let kind):
            let file = try MessageFile(text, kind, path: path)
            turns = [file.turn(text.utf8.count)]
            let count = file.messages.count
            notes = ["read as \(kind.rawValue): \(count) message\(count == 1 ? "" : "s")"] + file.notes
            language = file.language
        }
    }

    /// The turns with what stands in some ranges as verbatim. Where that is most of the page, a whole record was put in one
    /// element, or the page asks browsers not to translate it: then nothing is, lest an untranslated page pass as checked.
    private static func withVerbatim(_ turns: [Turn], _ ranges: [TextRange]) -> [Turn] {
        let marked = turns.map { $0.withVerbatim(ranges) }
        func bytes(_ paragraphs: some Sequence<Paragraph>) -> Int {
            paragraphs.reduce(0) { $0 + $1.content.text.utf8.count }
        }
        let paragraphs = marked.flatMap(\.paragraphs)
        return 2 * bytes(paragraphs.lazy.filter { $0.kind == .verbatim }) > bytes(paragraphs) ? turns : marked
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
}
