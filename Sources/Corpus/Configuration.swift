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
        public var paths: [String] = []
        /// Checks to leave out.
        public var skip: Set<String> = []
        /// The least confidence, 0 to 1.
        public var minConfidence: Double?
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
            table, ["pairs", "source", "targets", "exclude", "check", "override"], in: nil)
        pairs = try reader.strings(table, "pairs") ?? pairs
        for pattern in pairs where !pattern.contains("{lang}") {
            throw reader.error("pairs", "“\(pattern)” lacks {lang}, the place of the language")
        }
        source = try reader.string(table, "source").map { Language($0) }
        targets = (try reader.strings(table, "targets") ?? []).map { Language($0) }
        exclude = try reader.strings(table, "exclude") ?? []
        if let check = try reader.table(table, "check") {
            try reader.expect(
                check, ["only", "skip", "min-confidence", "fail-on", "baseline"], in: "check")
            only = try reader.checks(check, "only")
            skip = try reader.checks(check, "skip")
            minConfidence = try reader.share(check, "min-confidence") ?? minConfidence
            baseline = try reader.string(check, "baseline")
            if let name = try reader.string(check, "fail-on") {
                failOn = Severity(rawValue: name)
                guard failOn != nil || name == "never" else {
                    throw reader.error("fail-on", "“\(name)” is not neutral, minor, major, critical or never")
                }
            }
        }
        for item in try reader.tables(table, "override") {
            try reader.expect(item, ["paths", "skip", "min-confidence"], in: "override")
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
        for override in overrides where override.paths.contains(where: { PathPattern($0).fits(path) }) {
            options.skip.formUnion(override.skip)
            options.minConfidence = override.minConfidence ?? options.minConfidence
        }
        return options
    }
}

/// Reads values of TOML with errors that name the line.
private struct TableReader {
    let text: String
    let path: String

    /// An error about a key, with the line that the key stands in.
    func error(_ key: String, _ reason: String) -> ReadingError {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.firstIndex { line in
            let bare = line.drop { $0 == " " || $0 == "\t" || $0 == "[" }
            guard bare.hasPrefix(key) else { return false }
            return bare.dropFirst(key.count).drop { $0 == " " || $0 == "\t" }.first.map { "=].".contains($0) } ?? true
        }
        return ReadingError(path: path, line: line.map { $0 + 1 }, reason: reason)
    }

    /// Keys that do not exist are errors: a misspelt one would be silently without effect.
    func expect(_ table: TOMLTable, _ keys: [String], in section: String?) throws(ReadingError) {
        for key in table.keys.sorted() where !keys.contains(key) {
            let nearest = keys.min { EditDistance.of(key, $0) < EditDistance.of(key, $1) } ?? ""
            let place = section.map { " in [\($0)]" } ?? ""
            throw error(key, "unknown key “\(key)”\(place); did you mean “\(nearest)”?")
        }
    }

    func string(_ table: TOMLTable, _ key: String) throws(ReadingError) -> String? {
        guard let value = table[key] else { return nil }
        guard let string = value.string else { throw error(key, "“\(key)” takes a text in quotes") }
        return string
    }

    func strings(_ table: TOMLTable, _ key: String) throws(ReadingError) -> [String]? {
        guard let value = table[key] else { return nil }
        guard let array = value.array else { throw error(key, "“\(key)” takes a list of texts: [\"…\"]") }
        var strings: [String] = []
        for element in array {
            guard let string = element.string else { throw error(key, "“\(key)” takes a list of texts: [\"…\"]") }
            strings.append(string)
        }
        return strings
    }

    func share(_ table: TOMLTable, _ key: String) throws(ReadingError) -> Double? {
        guard let value = table[key] else { return nil }
        guard let number = value.double ?? value.int.map(Double.init), (0...1).contains(number) else {
            throw error(key, "“\(key)” takes a number from 0 to 1")
        }
        return number
    }

    func checks(_ table: TOMLTable, _ key: String) throws(ReadingError) -> Set<String> {
        let names = try strings(table, key) ?? []
        let known = Registry.checks.map(\.description.id)
        for name in names where !known.contains(name) {
            let nearest = known.min { EditDistance.of(name, $0) < EditDistance.of(name, $1) } ?? ""
            throw error(key, "unknown check “\(name)”; did you mean “\(nearest)”?")
        }
        return Set(names)
    }

    func table(_ table: TOMLTable, _ key: String) throws(ReadingError) -> TOMLTable? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else { throw error(key, "[\(key)] is a table") }
        return inner
    }

    func tables(_ table: TOMLTable, _ key: String) throws(ReadingError) -> [TOMLTable] {
        guard let value = table[key] else { return [] }
        guard let array = value.array else { throw error(key, "overrides are written [[\(key)]]") }
        var tables: [TOMLTable] = []
        for element in array {
            guard let inner = element.table else { throw error(key, "overrides are written [[\(key)]]") }
            tables.append(inner)
        }
        return tables
    }
}

/// How many letters must change to make one word of another (Levenshtein 1966).
enum EditDistance {
    static func of(_ some: String, _ other: String) -> Int {
        let (source, target) = (Array(some), Array(other))
        var row = Array(0...target.count)
        for (index, letter) in source.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, counterpart) in target.enumerated() {
                let above = row[column + 1]
                row[column + 1] = min(diagonal + (letter == counterpart ? 0 : 1), min(above, row[column]) + 1)
                diagonal = above
            }
        }
        return row[target.count]
    }
}
