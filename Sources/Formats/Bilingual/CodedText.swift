import Bitext

/// Gathers a passage of XLIFF or TMX: its words, and the inline codes between them (XLIFF 1.2, section 2.4.4; XLIFF 2.1,
/// section 4.7; TMX 1.4b, section 7).
struct CodedText {
    private var text: MarkedUpText
    private var codes: [Gathered] = []
    /// Elements that are open around words, such as `<g>`.
    private var spans: [Gathered] = []
    /// What both versions call the stretches that were opened, by what both ends of one call it.
    private var names: [String: String] = [:]
    /// The code whose own text is being read, and how many elements are open in it.
    private var aside: (code: Gathered, text: String, depth: Int)?

    private struct Gathered {
        let part: InlineCode.Part
        /// What both versions of the passage call it.
        var id: String
        /// What both ends of a stretch call it in one version.
        let pairing: String
        var data: String
        var label: String
        /// Where it stands in the words, in UTF-8 bytes of the clean text.
        let offset: Int

        /// Known by the code of the document, where the file holds it.
        func holding(_ text: String) -> Gathered {
            let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !text.isEmpty else { return self }
            var known = self
            known.data = text
            known.label = text.count > Gathered.longestLabel ? "\(text.prefix(Gathered.longestLabel))…" : text
            return known
        }

        private static let longestLabel = 40
    }

    /// - Parameter keepsEdges: whether white space at its edges belongs to the passage.
    init(bytes: [UInt8], keepsEdges: Bool = false) { text = MarkedUpText(bytes: bytes, keepsEdges: keepsEdges) }

    /// The words, and the codes between them.
    var passage: BilingualText.Passage {
        let words = text.whole
        return BilingualText.Passage(
            words: words,
            codes: codes.map {
                InlineCode(
                    part: $0.part, id: $0.id, data: $0.data, label: $0.label, place: CodedText.place($0, in: words))
            })
    }

    mutating func add(_ more: String, end: Int) {
        if aside == nil {
            text.add(more, end: end)
        } else if aside?.depth == 0 {
            aside?.text += more
        }
    }

    /// - Parameter name: the element's, without a prefix.
    mutating func start(_ name: String, _ attributes: [String: String]) {
        if aside != nil {
            aside?.depth += 1
            return
        }
        guard let part = CodedText.parts[name] else { return }
        if CodedText.breaks.contains(where: { attributes[$0.name] == $0.value }) { text.breakLine(" ") }
        let code = gathered(name, part, attributes)
        if CodedText.holdsCode.contains(name) {
            aside = (code, "", 0)
        } else {
            codes.append(code)
            if CodedText.holdsWords.contains(name) { spans.append(code) }
        }
    }

    mutating func end(_ name: String) {
        if let (code, text, depth) = aside {
            if depth > 0 {
                aside?.depth -= 1
            } else {
                aside = nil
                codes.append(code.holding(text))
            }
        } else if CodedText.holdsWords.contains(name), let span = spans.popLast() {
            codes.append(
                Gathered(
                    part: .closing, id: span.id, pairing: span.pairing, data: span.data, label: "</\(name)>",
                    offset: offset))
        }
    }

    private var offset: Int { text.words.text.utf8.count }

    private mutating func gathered(_ name: String, _ part: InlineCode.Part, _ attributes: [String: String]) -> Gathered
    {
        func first(_ names: [String]) -> String? { names.lazy.compactMap { attributes[$0] }.first }
        let pairing = first(["startRef", "rid", "i", "id"]) ?? ""
        var id = first(["id", "x", "i"]) ?? pairing
        if part == .opening { names[pairing] = id }
        if part == .closing, let known = names[pairing] { id = known }
        let shown = ["id", "x", "i", "startRef"].first { attributes[$0] != nil }
        let isOpen = CodedText.holdsWords.contains(name)
        return Gathered(
            part: part, id: id, pairing: pairing, data: first(["dataRef", "dataRefStart", "equiv-text"]) ?? "",
            label: "<\(name)\(shown.map { " \($0)=\"\(attributes[$0] ?? "")\"" } ?? "")\(isOpen ? "" : "/")>",
            offset: offset)
    }

    /// Where in the document words go on behind a code that opens a stretch, or end before another.
    private static func place(_ code: Gathered, in words: MappedText) -> Int {
        let length = words.text.utf8.count
        let space = words.text.slice(TextRange(code.offset, length)).prefix(while: \.isWhitespace).utf8.count
        guard code.part == .opening, code.offset + space < length else {
            return words.documentRange(TextRange(code.offset, code.offset)).start
        }
        return words.documentRange(TextRange(code.offset + space, length)).start
    }

    private static let parts: [String: InlineCode.Part] = [
        "g": .opening, "pc": .opening, "bpt": .opening, "bx": .opening, "sc": .opening, "ept": .closing, "ex": .closing,
        "ec": .closing, "x": .standalone, "ph": .standalone, "it": .standalone, "ut": .standalone,
    ]
    /// Elements around words of the passage.
    private static let holdsWords: Set<String> = ["g", "pc"]
    /// Elements whose text is the code of the document.
    private static let holdsCode: Set<String> = ["bpt", "ept", "ph", "it", "ut"]
    /// What says that a code is a line's break.
    private static let breaks = [
        (name: "ctype", value: "lb"), (name: "type", value: "lb"), (name: "subType", value: "xlf:lb"),
    ]
}
