import Bitext
internal import XML

/// Reads XLIFF 1.2 (OASIS 2008) and 2.x (OASIS 2014, 2018): units with their source and target.
enum XLIFFReader {
    static func read(_ text: String, path: String) throws(ReadingError) -> BilingualText.Parsed {
        var reader = State(bytes: Array(text.utf8))
        try MarkupParser.xml(text, path: path) { reader.handle($0) }
        return reader.parsed
    }

    private struct State {
        let bytes: [UInt8]
        var parsed = BilingualText.Parsed(kind: "XLIFF", genre: .units, skippedAs: "not to be translated")
        private var unit: (id: String, translates: Bool, segments: Int)?
        private var versions = Sides { _ in BilingualText.Passage() }
        private var current: CodedText?
        /// Whether the file and the unit say that their white space is theirs (xml:space).
        private var keepsSpace = (file: false, unit: false)
        private var note: (words: String, end: Int)?
        private var remarks: [Remark] = []
        /// Elements that are open whose text is none of a passage's: alternatives and notes around the segments.
        private var asides = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func handle(_ event: MarkupEvent) {
            switch event {
            case .start(let name, let attributes): start(XLIFFReader.local(name), attributes)
            case .end(let name): end(XLIFFReader.local(name))
            case .text(let text, let end):
                if asides == 0 { current?.add(text, end: end) }
                if let words = note?.words { note = (words + text, end) }
            case .comment: break
            }
        }

        private mutating func start(_ name: String, _ attributes: [String: String]) {
            if name == "note", unit != nil { note = ("", 0) }
            if asides > 0 || XLIFFReader.asides.contains(name) {
                asides += 1
                return
            }
            switch name {
            case "xliff":
                parsed.kind = "XLIFF \(attributes["version"] ?? "")"
                parsed.source = attributes["srcLang"]
                parsed.target = attributes["trgLang"]
            case "file":
                keepsSpace.file = XLIFFReader.keepsSpace(attributes) ?? false
                parsed.source = parsed.source ?? attributes["source-language"]
                parsed.target = parsed.target ?? attributes["target-language"]
            case "trans-unit", "unit":
                unit = (attributes["id"] ?? "\(parsed.units.count + 1)", attributes["translate"] != "no", 0)
                remarks = []
                keepsSpace.unit = XLIFFReader.keepsSpace(attributes) ?? keepsSpace.file
                if name == "trans-unit" { startSegment() }
            case "segment": startSegment()
            case "source", "target":
                current = CodedText(bytes: bytes, keepsEdges: XLIFFReader.keepsSpace(attributes) ?? keepsSpace.unit)
            default: current?.start(name, attributes)
            }
        }

        private mutating func startSegment() {
            versions = Sides { _ in BilingualText.Passage() }
        }

        private mutating func end(_ name: String) {
            if asides > 0 {
                asides -= 1
                if name == "note", let (words, end) = note {
                    if let remark = Remark(comment: words, offset: end) { remarks.append(remark) }
                    note = nil
                }
                return
            }
            switch name {
            case "source", "target":
                versions[name == "source" ? .source : .target] = current?.passage ?? BilingualText.Passage()
                current = nil
            case "trans-unit", "segment": finish()
            default: current?.end(name)
            }
        }

        private mutating func finish() {
            guard let unit, !versions.source.words.text.isEmpty else { return }
            guard unit.translates else {
                parsed.skipped += 1
                return
            }
            let id = unit.segments == 0 ? unit.id : "\(unit.id).\(unit.segments)"
            self.unit?.segments += 1
            parsed.units.append(BilingualText.Unit(id: id, versions: versions, remarks: remarks))
        }
    }

    /// Whether an element says that its white space is its own; `nil` where it does not say.
    private static func keepsSpace(_ attributes: [String: String]) -> Bool? {
        attributes["xml:space"].map { $0 == "preserve" }
    }

    /// A name without its prefix.
    static func local(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }

    private static let asides: Set<String> = [
        "alt-trans", "seg-source", "note", "notes", "matches", "glossary", "originalData", "header", "skeleton",
        "context-group", "count-group", "prop-group", "ignorable",
    ]
}
