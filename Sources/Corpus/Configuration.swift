public import Bitext
public import Drift
public import Embeddings
public import Formats
internal import TOMLKit

/// What `dragoman.toml` says: which files are versions of one text, and how they are checked.
public struct Configuration: Sendable {
    /// The names that are looked for, the first that exists wins.
    public static let fileNames = ["dragoman.toml", ".dragoman.toml"]

    /// Settings for some files, languages or both; the last that fits wins.
    public struct Override: Sendable {
        /// Patterns of targets' paths, with `*` within a folder and `**` across folders; empty for all.
        public var paths: [String]
        /// Patterns of language pairs, such as `ru-en` and `*-ja`; empty for all.
        public var languages: [String]
        /// Checks to leave out.
        public var skip: Set<String>
        /// The least confidence, 0 to 1.
        public var minConfidence: Double?
        /// The least confidence of some checks' findings.
        public var confidence: [String: Double]

        /// Makes settings.
        public init(
            paths: [String] = [], languages: [String] = [], skip: Set<String> = [], minConfidence: Double? = nil,
            confidence: [String: Double] = [:]
        ) {
            self.paths = paths
            self.languages = languages
            self.confidence = confidence
            self.skip = skip
            self.minConfidence = minConfidence
        }

        /// Whether it is for a pair.
        func fits(_ path: String, _ source: Language, _ target: Language) -> Bool {
            let names = ["\(source.tag)-\(target.tag)", "\(source.code)-\(target.code)"]
            return (paths.isEmpty || paths.contains { PathPattern($0).fits(path) })
                && (languages.isEmpty
                    || languages.contains { pattern in names.contains { PathPattern(pattern).fits($0) } })
        }
    }

    /// What kind of text it is.
    public var preset = Preset.transcript
    /// Patterns of files with `{lang}` where the language stands, and `{id}` for the text's name; of bilingual files, which name
    /// their languages themselves, without.
    public var pairs =
        ["txt", "srt", "vtt", "docx", "odt"].map { "**/{id}.{lang}.\($0)" }
        + ["po", "xlf", "xliff", "tmx", "xcstrings"].map { "**/*.\($0)" }
    /// The source's language.
    public var source: Language?
    /// The language of the versions between, through which the text reached the target.
    public var relay: Language?
    /// The languages under test; all that are found where empty.
    public var targets: [Language] = []
    /// Patterns of files that are left out.
    public var exclude: [String] = []
    /// Names of checks to run; all where empty.
    public var only: Set<String> = []
    /// Names of checks to leave out.
    public var skip: Set<String> = []
    /// The least confidence of a finding that is reported, 0 to 1.
    public var minConfidence = 0.5
    /// The least confidence of some checks' findings, in place of `minConfidence`.
    public var confidence: [String: Double] = [:]
    /// The least severity of a finding that makes a run fail; `nil` for never.
    public var failOn: Severity? = .major
    /// The baseline's path, relative to the file.
    public var baseline: String?
    /// Files of glossaries, relative to the file.
    public var glossaryFiles: [String] = []
    /// What they hold, once they are read.
    public var glossary = Glossary()
    /// Files of lexicons, relative to the file.
    public var lexiconFiles: [String] = []
    /// What they hold, once they are read.
    public var lexicons = LexiconShelf()
    /// A file of vectors in place of the embedded ones, relative to the file.
    public var model: String?
    /// The server that is asked for vectors of sentences.
    public var embeddings = Embeddings()
    /// Where such vectors come from, once that is settled; `nil` for none.
    public var vectors: (any VectorSource)?
    /// Settings for some paths.
    public var overrides: [Override] = []

    /// The defaults.
    public init() {}

    /// The defaults of a kind of text.
    public init(_ preset: Preset) {
        self.preset = preset
        preset.apply(to: &self)
    }

    /// Reads a configuration.
    /// - Parameter preset: the kind of text, whatever the file says.
    /// - Throws: `ReadingError` with the line of what is wrong: TOML's own faults, keys that do not exist (with the
    ///   nearest that does), and values of another kind.
    public init(reading text: String, path: String, preset: Preset? = nil) throws(ReadingError) {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw ReadingError(path: path, line: error.source.begin.line, reason: "no valid TOML: \(error.description)")
        } catch {
            throw ReadingError(path: path, reason: "no valid TOML: \(error)")
        }
        let reader = TableReader(text: text, path: path)
        try reader.expect(
            table, ConfigurationKey.top.map(\.name) + ["check", "embeddings", "override"], in: nil)
        if let name = try reader.choice(table, "preset", Preset.allCases.map(\.rawValue)) {
            self.preset = Preset(rawValue: name) ?? self.preset
        }
        if let preset { self.preset = preset }
        self.preset.apply(to: &self)
        pairs = try reader.strings(table, "pairs") ?? pairs
        for pattern in pairs where !pattern.contains("{lang}") && !BilingualText.isName(pattern) {
            throw reader.error("pairs", "“\(pattern)” lacks {lang}, the place of the language")
        }
        source = try reader.string(table, "source").map { Language(canonical: $0) }
        targets = (try reader.strings(table, "targets") ?? []).map { Language(canonical: $0) }
        relay = try reader.string(table, "relay").map { Language(canonical: $0) }
        model = try reader.string(table, "model")
        embeddings = try Embeddings(table, reader)
        exclude = try reader.strings(table, "exclude") ?? []
        if let check = try reader.table(table, "check") {
            try reader.expect(check, ConfigurationKey.check.map(\.name), in: "check")
            only = try reader.checks(check, "only")
            skip.formUnion(try reader.checks(check, "skip"))
            confidence.merge(try reader.shares(check, "confidence")) { $1 }
            minConfidence = try reader.share(check, "min-confidence") ?? minConfidence
            baseline = try reader.string(check, "baseline")
            glossaryFiles = try reader.strings(check, "glossary") ?? []
            lexiconFiles = try reader.strings(check, "lexicon") ?? []
            if let name = try reader.choice(check, "fail-on", Severity.allCases.map(\.rawValue) + ["never"]) {
                failOn = Severity(rawValue: name)
            }
        }
        for item in try reader.tables(table, "override") {
            try reader.expect(item, ConfigurationKey.override.map(\.name), in: "override")
            let paths = try reader.strings(item, "paths")
            let languages = try reader.strings(item, "languages")
            guard paths != nil || languages != nil else {
                throw reader.error("override", "an override needs paths or languages")
            }
            for pattern in languages ?? [] where !pattern.contains("-") {
                throw reader.error("languages", "“\(pattern)” is no pair of languages, such as ru-en or *-ja")
            }
            overrides.append(
                Override(
                    paths: paths ?? [], languages: languages ?? [], skip: try reader.checks(item, "skip"),
                    minConfidence: try reader.share(item, "min-confidence"),
                    confidence: try reader.shares(item, "confidence")))
        }
    }

    /// The settings for a pair of files.
    func options(for pair: FilePair) -> Comparer.Options {
        options(for: pair.name, source: pair.sourceLanguage, target: pair.targetLanguage)
    }

    /// The settings for a pair, by the path of its target and its languages.
    public func options(for path: String, source: Language, target: Language) -> Comparer.Options {
        var options = Comparer.Options()
        options.only = only
        options.skip = skip
        options.minConfidence = minConfidence
        options.confidence = confidence
        options.glossary = glossary
        options.lexicons = lexicons
        options.embeddings = vectors
        for override in overrides where override.fits(path, source, target) {
            options.skip.formUnion(override.skip)
            options.minConfidence = override.minConfidence ?? options.minConfidence
            options.confidence.merge(override.confidence) { $1 }
        }
        return options
    }

    /// The configuration as TOML, every key named: what is in force.
    public var toml: String {
        func list(_ texts: some Sequence<String>) -> TOMLArray { TOMLArray(Array(texts)) }
        func shares(_ shares: [String: Double]) -> TOMLTable {
            let table = TOMLTable()
            for (check, share) in shares { table[check] = share }
            return table
        }
        let check = TOMLTable()
        check["only"] = list(only.sorted())
        check["skip"] = list(skip.sorted())
        check["min-confidence"] = minConfidence
        if !confidence.isEmpty { check["confidence"] = shares(confidence) }
        check["fail-on"] = failOn?.rawValue ?? "never"
        if let baseline { check["baseline"] = baseline }
        if !glossaryFiles.isEmpty { check["glossary"] = list(glossaryFiles) }
        if !lexiconFiles.isEmpty { check["lexicon"] = list(lexiconFiles) }
        let table = TOMLTable()
        table["preset"] = preset.rawValue
        if let source { table["source"] = source.tag }
        if let relay { table["relay"] = relay.tag }
        if let model { table["model"] = model }
        table["targets"] = list(targets.map(\.tag))
        table["pairs"] = list(pairs)
        table["exclude"] = list(exclude)
        table["check"] = check
        if let embeddings = embeddings.table { table["embeddings"] = embeddings }
        let settings = overrides.map { override in
            let item = TOMLTable()
            if !override.paths.isEmpty { item["paths"] = list(override.paths) }
            if !override.languages.isEmpty { item["languages"] = list(override.languages) }
            if !override.confidence.isEmpty { item["confidence"] = shares(override.confidence) }
            item["skip"] = list(override.skip.sorted())
            if let minConfidence = override.minConfidence { item["min-confidence"] = minConfidence }
            return item
        }
        if !settings.isEmpty { table["override"] = TOMLArray(settings) }
        return table.convert(to: .toml) + "\n"
    }
}
