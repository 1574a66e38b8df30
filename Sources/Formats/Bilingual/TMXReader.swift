import Bitext
internal import XML

/// Reads TMX 1.4b (LISA/ETSI 2005): the variants of two languages of each translation unit.
enum TMXReader {
    /// - Throws: `ReadingError` for XML that is not well formed, and where several targets stand and none is asked for.
    static func read(_ text: String, path: String, source: Language?, target: Language?) throws(ReadingError)
        -> BilingualText.Parsed
    {
        let reader = try State(text, path: path)
        let (from, others) = reader.languages(from: source)
        let to = try BilingualText.target(target, of: others, path: path)
        var parsed = BilingualText.Parsed(
            kind: "TMX", source: from, target: to, genre: .text, skippedAs: "in other languages")
        for unit in reader.units {
            guard let original = unit.variants.first(where: { BilingualText.matches($0.language, from) }) else {
                parsed.skipped += 1
                continue
            }
            let translation = unit.variants.first { BilingualText.matches($0.language, to) }
            parsed.units.append(
                BilingualText.Unit(
                    id: unit.id,
                    versions: Sides(source: original.passage, target: translation?.passage ?? BilingualText.Passage()),
                    remarks: unit.remarks))
        }
        return parsed
    }

    /// The languages that a file has variants in, the source's left out, in order.
    /// - Throws: `ReadingError` for XML that is not well formed.
    static func targets(_ text: String, path: String, source: Language?) throws(ReadingError) -> [String] {
        try State(text, path: path).languages(from: source).others
    }

    private struct State {
        struct Unit {
            var id: String
            var variants: [(language: String, passage: BilingualText.Passage)] = []
            var remarks: [Remark] = []
        }

        let bytes: [UInt8]
        private(set) var sourceLanguage: String?
        private(set) var units: [Unit] = []
        private var language = ""
        private var current: CodedText?
        private var note: (words: String, end: Int)?
        /// Elements that are open whose text is none of a passage's.
        private var asides = 0

        init(_ text: String, path: String) throws(ReadingError) {
            bytes = Array(text.utf8)
            try MarkupParser.xml(text, path: path) { handle($0) }
        }

        /// The source's language, the file's own where the caller names none, and the others, in order.
        func languages(from source: Language?) -> (source: String?, others: [String]) {
            let from = source?.tag ?? sourceLanguage ?? units.first?.variants.first?.language
            let all = Set(units.flatMap { $0.variants.map(\.language) })
            return (from, all.filter { !BilingualText.matches($0, from) }.sorted())
        }

        private mutating func handle(_ event: MarkupEvent) {
            switch event {
            case .start(let name, let attributes):
                if name == "note", !units.isEmpty { note = ("", 0) }
                if asides > 0 || TMXReader.asides.contains(name) {
                    asides += 1
                    return
                }
                switch name {
                case "header":
                    let named = attributes["srclang"]
                    sourceLanguage = named == "*all*" ? nil : named
                case "tu": units.append(Unit(id: attributes["tuid"] ?? "\(units.count + 1)"))
                case "tuv": language = attributes["xml:lang"] ?? attributes["lang"] ?? ""
                case "seg": current = CodedText(bytes: bytes)
                default: current?.start(name, attributes)
                }
            case .end(let name):
                if asides > 0 {
                    asides -= 1
                    if name == "note", let (words, end) = note {
                        if let remark = Remark(comment: words, offset: end), !units.isEmpty {
                            units[units.count - 1].remarks.append(remark)
                        }
                        note = nil
                    }
                    return
                }
                if name == "seg", let passage = current?.passage {
                    if !units.isEmpty { units[units.count - 1].variants.append((language, passage)) }
                    current = nil
                } else {
                    current?.end(name)
                }
            case .text(let text, let end):
                if asides == 0 { current?.add(text, end: end) }
                if let words = note?.words { note = (words + text, end) }
            case .comment: break
            }
        }
    }

    private static let asides: Set<String> = ["note", "prop"]
}
