public import Bitext
public import Drift
public import Formats
internal import TOMLKit

/// What `dragoman.toml` says: which files are versions of one text, and how they are checked.
public struct Configuration: Sendable {
    /// The names that are looked for, the first that exists wins.
    public static let fileNames = ["dragoman.toml", ".dragoman.toml"]

    /// Settings for paths that a pattern fits; the last that fits wins.
    public struct Override: Sendable {
        /// The pattern, with `*` within a folder and `**` across folders.
        public var paths: [String]
        /// Checks to leave out.
        public var skip: Set<String>
        /// The least confidence, 0 to 1.
        public var minConfidence: Double?

        /// Makes settings.
        public init(paths: [String], skip: Set<String> = [], minConfidence: Double? = nil) {
            self.paths = paths
            self.skip = skip
            self.minConfidence = minConfidence
        }
    }

    /// Patterns of files with `{lang}` where the language stands, and `{id}` for the text's name.
    public var pairs = ["**/{id}.{lang}.txt"]
    /// The source's language.
    public var source: Language?
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
    /// The least severity of a finding that makes a run fail; `nil` for never.
    public var failOn: Severity? = .major
    /// The baseline's path, relative to the file.
    public var baseline: String?
    /// Files of glossaries, relative to the file.
    public var glossaryFiles: [String] = []
    /// What they hold, once they are read.
    public var glossary = Glossary()
    /// Settings for some paths.
    public var overrides: [Override] = []

    /// The defaults.
    public init() {}

    /// Reads a configuration.
    /// - Throws: `ReadingError` with the line of what is wrong: TOML's own faults, keys that do not exist (with the
    ///   nearest that does), and values of another kind.
    public init(reading text: String, path: String) throws(ReadingError) {
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
            table, ConfigurationKey.top.map(\.name) + ["check", "override"], in: nil)
        pairs = try reader.strings(table, "pairs") ?? pairs
        for pattern in pairs where !pattern.contains("{lang}") && !BilingualText.isName(pattern) {
            throw reader.error("pairs", "“\(pattern)” lacks {lang}, the place of the language")
        }
        source = try reader.string(table, "source").map { Language($0) }
        targets = (try reader.strings(table, "targets") ?? []).map { Language($0) }
        exclude = try reader.strings(table, "exclude") ?? []
        if let check = try reader.table(table, "check") {
            try reader.expect(check, ConfigurationKey.check.map(\.name), in: "check")
            only = try reader.checks(check, "only")
            skip = try reader.checks(check, "skip")
            minConfidence = try reader.share(check, "min-confidence") ?? minConfidence
            baseline = try reader.string(check, "baseline")
            glossaryFiles = try reader.strings(check, "glossary") ?? []
            if let name = try reader.string(check, "fail-on") {
                failOn = Severity(rawValue: name)
                guard failOn != nil || name == "never" else {
                    throw reader.error("fail-on", "“\(name)” is not neutral, minor, major, critical or never")
                }
            }
        }
        for item in try reader.tables(table, "override") {
            try reader.expect(item, ConfigurationKey.override.map(\.name), in: "override")
            guard let paths = try reader.strings(item, "paths") else {
                throw reader.error("override", "an override needs paths")
            }
            overrides.append(
                Override(
                    paths: paths, skip: try reader.checks(item, "skip"),
                    minConfidence: try reader.share(item, "min-confidence")))
        }
    }

    /// The settings for a pair, by the path of its target.
    public func options(for path: String) -> Comparer.Options {
        var options = Comparer.Options()
        options.only = only
        options.skip = skip
        options.minConfidence = minConfidence
        options.glossary = glossary
        for override in overrides where override.paths.contains(where: { PathPattern($0).fits(path) }) {
            options.skip.formUnion(override.skip)
            options.minConfidence = override.minConfidence ?? options.minConfidence
        }
        return options
    }

    /// The configuration as TOML, every key named: what is in force.
    public var toml: String {
        func list(_ texts: some Sequence<String>) -> TOMLArray { TOMLArray(Array(texts)) }
        let check = TOMLTable()
        check["only"] = list(only.sorted())
        check["skip"] = list(skip.sorted())
        check["min-confidence"] = minConfidence
        check["fail-on"] = failOn?.rawValue ?? "never"
        if let baseline { check["baseline"] = baseline }
        if !glossaryFiles.isEmpty { check["glossary"] = list(glossaryFiles) }
        let table = TOMLTable()
        if let source { table["source"] = source.tag }
        table["targets"] = list(targets.map(\.tag))
        table["pairs"] = list(pairs)
        table["exclude"] = list(exclude)
        table["check"] = check
        let settings = overrides.map { override in
            let item = TOMLTable()
            item["paths"] = list(override.paths)
            item["skip"] = list(override.skip.sorted())
            if let minConfidence = override.minConfidence { item["min-confidence"] = minConfidence }
            return item
        }
        if !settings.isEmpty { table["override"] = TOMLArray(settings) }
        return table.convert(to: .toml) + "\n"
    }
}
