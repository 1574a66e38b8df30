import Bitext
internal import XML

/// Reads Qt's TS files: each message with its translation, each of its numerus forms.
///
/// Unfinished translations are no translations yet; vanished and obsolete ones no more.
enum QtReader {
    static func read(_ text: String, path: String) throws(ReadingError) -> BilingualText.Parsed {
        var reader = State(bytes: Array(text.utf8))
        try MarkupParser.xml(text, path: path) { reader.handle($0) }
        return reader.parsed
    }

    private struct State {
        let bytes: [UInt8]
        // Qt's tools have the source in English where the file does not say.
        var parsed = BilingualText.Parsed(kind: "Qt TS", source: "en", isSourceAssumed: true, skippedAs: "unfinished")
        private var context = ""
        private var source = MappedText()
        private var translations: [MappedText] = []
        private var state: String?
        private var current: MarkedUpText?
        private var note: (words: String, end: Int)?
        private var remarks: [Remark] = []

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func handle(_ event: MarkupEvent) {
            switch event {
            case .start(let name, let attributes): start(name, attributes)
            case .end(let name): end(name)
            case .text(let text, let end):
                current?.add(text, end: end)
                if let words = note?.words { note = (words + text, end) }
            case .comment: break
            }
        }

        private mutating func start(_ name: String, _ attributes: [String: String]) {
            switch name {
            case "TS":
                parsed.target = attributes["language"]
                if let said = attributes["sourcelanguage"] ?? attributes["sourceLanguage"] {
                    parsed.source = said
                    parsed.isSourceAssumed = false
                }
            case "message":
                source = MappedText()
                translations = []
                state = nil
                remarks = []
            case "translation":
                state = attributes["type"]
                current = MarkedUpText(bytes: bytes, keepsEdges: true)
            case "source", "numerusform": current = MarkedUpText(bytes: bytes, keepsEdges: true)
            case "name": current = MarkedUpText(bytes: bytes)
            case "translatorcomment": note = ("", 0)
            default: break
            }
        }

        private mutating func end(_ name: String) {
            switch name {
            case "name": context = take().text
            case "source": source = take()
            case "numerusform": translations.append(take())
            case "translation":
                let words = take()
                if translations.isEmpty { translations = [words] }
            case "translatorcomment":
                if let note, let remark = Remark(comment: note.words, offset: note.end) { remarks.append(remark) }
                note = nil
            case "message": finish()
            default: break
            }
        }

        private mutating func take() -> MappedText {
            defer { current = nil }
            return current?.whole ?? MappedText()
        }

        private mutating func finish() {
            guard !source.text.isEmpty, state != "vanished", state != "obsolete" else { return }
            guard state != "unfinished" else {
                parsed.skipped += 1
                return
            }
            for (form, translation) in translations.enumerated() {
                let id = "\(context)|\(source.text)" + (form == 0 ? "" : "[\(form)]")
                parsed.units.append(
                    BilingualText.Unit(id: id, source: source, target: translation, remarks: remarks))
            }
        }
    }
}
