public import Bitext
internal import ICU

/// A file that holds both versions of a text, unit by unit: XLIFF, TMX, PO, Qt TS, a string catalogue or a table of pairs.
public struct BilingualText: Sendable {
    /// A version of a passage.
    public struct Passage: Sendable {
        /// The words, without inline codes.
        public let words: MappedText
        /// The codes between them, in order.
        public let codes: [InlineCode]

        init(words: MappedText = MappedText(), codes: [InlineCode] = []) {
            self.words = words
            self.codes = codes
        }

        /// With one form of each choice that it has. Each language has its own number of forms: what stands in several counts
        /// once.
        var general: Passage {
            let words = MessageForms.general(words)
            guard !codes.isEmpty, words != self.words else { return Passage(words: words, codes: codes) }
            var seen: Set<[String]> = []
            return Passage(words: words, codes: codes.filter { seen.insert(["\($0.part)", $0.id, $0.data]).inserted })
        }
    }

    /// A passage and its translation.
    public struct Unit: Sendable {
        /// The unit's name in the file, or its number.
        public let id: String
        /// The passage, and its translation.
        public let versions: Sides<Passage>
        /// The translator's comments that are addressed to this program.
        public let remarks: [Remark]

        init(id: String, versions: Sides<Passage>, remarks: [Remark] = []) {
            self.id = id
            self.versions = versions
            self.remarks = remarks
        }

        init(id: String, source: MappedText, target: MappedText, remarks: [Remark] = []) {
            self.init(
                id: id, versions: Sides(source: Passage(words: source), target: Passage(words: target)),
                remarks: remarks)
        }

        /// The passage's words, without inline codes.
        public var source: MappedText { versions.source.words }
        /// The translation's.
        public var target: MappedText { versions.target.words }
    }

    /// What kind of file it is, such as `XLIFF 1.2`.
    public let kind: String
    /// The units that have a translation, in order.
    public private(set) var units: [Unit]
    /// The source's language, where the file or the caller names it.
    public let sourceLanguage: Language?
    /// The target's language, where the file, its name or the caller names it.
    public let targetLanguage: Language?
    /// What a reader should know, such as how many units have no translation.
    public let notes: [String]
    /// The file's text.
    public let file: EncodedText
    /// What its units are.
    private let genre: Document.Genre
    /// Whether the names of its units are keys that a program knows them by.
    private let hasKeys: Bool

    /// Whether a file of this name may hold both versions.
    public static func isName(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".xlf", ".xliff", ".tmx", ".po", ".ts", ".xcstrings"].contains { name.hasSuffix($0) }
            || PairTableReader.isName(path)
    }

    /// Reads a file; `nil` where it is none of them.
    /// - Parameters:
    ///   - source: the source's language, where the caller knows it.
    ///   - assumedSource: the source's language where neither the caller nor the file knows it.
    ///   - target: the target's; a TMX, a string catalogue or a table may hold several.
    /// - Throws: `ReadingError` for what is damaged, holds no unit, or several targets of which none is asked for.
    public init?(
        _ bytes: [UInt8], path: String, source: Language? = nil, assumedSource: Language? = nil, target: Language? = nil
    ) throws(ReadingError) {
        guard BilingualText.isName(path) || BilingualText.starts(bytes) else { return nil }
        let file = try EncodedText(bytes, path: path)
        let head = file.text.prefix(4096)
        let parsed: Parsed
        if path.lowercased().hasSuffix(".po") || head.hasPrefix("msgid ") || head.contains("\nmsgid ") {
            parsed = try POReader(text: file.text, path: path).read()
        } else if BilingualText.isCatalogue(path) {
            parsed = try StringCatalogReader(file.text, path: path).read(path: path, source: source, target: target)
        } else if PairTableReader.isName(path) {
            parsed = try PairTableReader(file.text, path: path).read(path: path, source: source, target: target)
        } else if head.contains("<xliff") {
            parsed = try XLIFFReader.read(file.text, path: path)
        } else if head.contains("<tmx") {
            parsed = try TMXReader.read(file.text, path: path, source: source, target: target)
        } else if head.contains("<TS") {
            parsed = try QtReader.read(file.text, path: path)
        } else if BilingualText.isName(path) {
            throw ReadingError(path: path, line: 1, reason: "holds \(BilingualText.noKind)")
        } else {
            return nil
        }
        self.file = file
        genre = parsed.genre
        hasKeys = parsed.hasKeys
        kind = parsed.kind
        let named = parsed.source.flatMap(BilingualText.language)
        sourceLanguage = source ?? (parsed.isSourceAssumed ? assumedSource ?? named : named ?? assumedSource)
        targetLanguage =
            target ?? parsed.target.flatMap(BilingualText.language) ?? DocumentReader.languageInName(path)
            ?? BilingualText.languageOfName(path)
        units = parsed.units.filter { !$0.source.text.isEmpty && !$0.target.text.isEmpty }.map {
            Unit(
                id: $0.id, versions: Sides(source: $0.versions.source.general, target: $0.versions.target.general),
                remarks: $0.remarks)
        }
        var notes = ["read as \(parsed.kind)"]
        if parsed.isSourceAssumed, source == nil, assumedSource == nil {
            notes.append("its messages are taken for English: --source-lang names another language")
        }
        let empty = parsed.units.count - units.count
        if empty > 0 { notes.append("\(empty) without a translation, not compared") }
        if parsed.skipped > 0 {
            notes.append("\(parsed.skipped) \(parsed.skippedAs), not compared")
        }
        self.notes = notes + parsed.notes + file.notes
        guard !units.isEmpty else { throw ReadingError(path: path, reason: "holds no translated unit") }
    }

    /// The file with these of its units.
    func keeping(_ units: [Unit]) -> BilingualText {
        var text = self
        text.units = units
        return text
    }

    /// Whether a file holds both versions: its name says so, and how it starts does not belie it. What a text quotes at its
    /// beginning, as a manual of gettext does, is no sign.
    public static func isBilingual(_ bytes: [UInt8], path: String) -> Bool {
        isName(path)
            && (isCatalogue(path) || PairTableReader.recognises(bytes, path: path)
                || path.lowercased().hasSuffix(".po") || starts(bytes))
    }

    /// What a file holds that is none of them.
    public static let noKind = "neither XLIFF, nor TMX, PO, Qt TS, a string catalogue or a table of pairs"

    private static func isCatalogue(_ path: String) -> Bool { path.lowercased().hasSuffix(".xcstrings") }

    /// Whether a file of another name starts as one of them; its encoding need not be known for that.
    private static func starts(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
        return ["<xliff", "<tmx", "<TS "].contains { head.contains($0) } || head.hasPrefix("msgid ")
            || head.contains("\nmsgid ")
    }

    /// The language that a PO file or a table is called by: `de.po`, `pt_BR.csv`.
    private static func languageOfName(_ path: String) -> Language? {
        guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."),
            name.lowercased().hasSuffix(".po") || PairTableReader.isName(path)
        else { return nil }
        return Language(inPath: name[..<dot])
    }

    /// A language by a tag such as `pt_BR`; `nil` for what ICU does not know.
    private static func language(_ tag: String) -> Language? {
        if let language = Language(inPath: tag) { return language }
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
        /// What its units are.
        var genre: Document.Genre = .messages
        /// Whether the names of its units are keys that a program knows them by.
        var hasKeys = false
        /// Units that were left out, and what they are.
        var skipped = 0
        var skippedAs = ""
        /// What else a reader should know.
        var notes: [String] = []
    }
}

extension BilingualText {
    /// One side as a document: one turn, a paragraph a unit, each one segment.
    public func document(_ side: Side, path: String) -> Document {
        document(side, path: path, keys: hasKeys ? units.map(\.id) : nil)
    }

    /// One side as a document.
    /// - Parameter keys: what the units are known by, a key each; `nil` where they have none.
    func document(_ side: Side, path: String, keys: [String]?) -> Document {
        let language = (side == .source ? sourceLanguage : targetLanguage) ?? .undetermined
        let remarks = units.enumerated().flatMap { number, unit in
            unit.remarks.map { remark in
                var remark = remark
                remark.paragraph = number
                return remark
            }
        }
        return Document(
            path: path, language: language, languageEvidence: language == .undetermined ? .none : .markup,
            direction: LocaleData.isRightToLeft(language.tag) ? .rightToLeft : .leftToRight, encoding: file.encoding,
            text: file.text, isMarkup: true, genre: genre,
            turns: [
                Turn(
                    index: 0, speaker: nil, manner: nil,
                    paragraphs: units.enumerated().map { number, unit in
                        Paragraph(
                            content: unit.versions[side].words, isSegment: true, key: keys?[number],
                            codes: unit.versions[side].codes)
                    },
                    range: TextRange(0, file.text.utf8.count))
            ], remarks: side == .source ? [] : remarks, notes: notes, offsets: file.offsets)
    }
}

extension BilingualText {
    /// The languages that a file is translated into, where its form has several in one file: TMX, string catalogues and
    /// tables; none for the other forms, which hold one.
    /// - Parameter source: the source's language, where the caller knows it.
    /// - Throws: `ReadingError` for what is damaged.
    public static func targets(_ bytes: [UInt8], path: String, source: Language? = nil) throws(ReadingError)
        -> [Language]
    {
        guard mayHoldSeveral(path) else { return [] }
        let text = try EncodedText(bytes, path: path).text
        let tags: [String]
        if PairTableReader.isName(path) {
            let languages = try PairTableReader(text, path: path).languages
            tags = languages.filter { !matches($0, source?.tag ?? languages.first) }
        } else if isCatalogue(path) {
            tags = try StringCatalogReader(text, path: path).targets.filter { !matches($0, source?.tag) }
        } else {
            tags = try TMXReader.targets(text, path: path, source: source)
        }
        return tags.compactMap(language)
    }

    /// Whether a file of this name may hold more than one translation.
    public static func mayHoldSeveral(_ path: String) -> Bool {
        isCatalogue(path) || PairTableReader.isName(path) || path.lowercased().hasSuffix(".tmx")
    }

    /// The target that is asked for, or the only one.
    /// - Throws: `ReadingError` where there are several and none is asked for.
    static func target(_ asked: Language?, of languages: [String], path: String) throws(ReadingError) -> String? {
        if let asked { return asked.tag }
        guard languages.count < 2 else {
            throw ReadingError(
                path: path,
                reason: "holds several languages (\(languages.joined(separator: ", "))): name one with --target-lang")
        }
        return languages.first
    }

    /// Whether a translation may be the one that is asked for: de-DE where de is, zh-CN where zh-Hans is, but not pt-PT where pt-BR
    /// is.
    public static func mayBe(_ language: Language, _ asked: Language) -> Bool {
        if matches(language.tag, asked.tag) { return true }
        guard language.code == asked.code, language.script != nil || asked.script != nil else { return false }
        func script(_ language: Language) -> String? { language.script ?? LocaleData.likelyScript(language.tag) }
        return script(language) == script(asked)
    }

    /// Whether a language is the one asked for: `en-GB` answers to `en`.
    static func matches(_ language: String, _ wanted: String?) -> Bool {
        guard let wanted = wanted?.lowercased() else { return false }
        let language = language.lowercased().replacing("_", with: "-")
        return language == wanted || language.hasPrefix(wanted + "-") || wanted.hasPrefix(language + "-")
    }
}
