internal import Drift
internal import Formats
internal import TOMLKit

/// Reads values of TOML with errors that name the line.
struct TableReader {
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

    /// A number from 1 up.
    func count(_ table: TOMLTable, _ key: String) throws(ReadingError) -> Int? {
        guard let value = table[key] else { return nil }
        guard let number = value.int, number >= 1 else { throw error(key, "“\(key)” takes a number from 1 up") }
        return number
    }

    func share(_ table: TOMLTable, _ key: String) throws(ReadingError) -> Double? {
        guard let value = table[key] else { return nil }
        guard let number = value.double ?? value.int.map(Double.init), (0...1).contains(number) else {
            throw error(key, "“\(key)” takes a number from 0 to 1")
        }
        return number
    }

    /// One of some names.
    func choice(_ table: TOMLTable, _ key: String, _ names: [String]) throws(ReadingError) -> String? {
        guard let name = try string(table, key) else { return nil }
        guard names.contains(name) else {
            throw error(
                key, "“\(name)” is not \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")")
        }
        return name
    }

    /// A share for each of some checks.
    func shares(_ table: TOMLTable, _ key: String) throws(ReadingError) -> [String: Double] {
        guard let inner = try self.table(table, key) else { return [:] }
        var shares: [String: Double] = [:]
        for check in inner.keys {
            try expect(check: check, at: check)
            shares[check] = try share(inner, check)
        }
        return shares
    }

    func checks(_ table: TOMLTable, _ key: String) throws(ReadingError) -> Set<String> {
        let names = try strings(table, key) ?? []
        for name in names { try expect(check: name, at: key) }
        return Set(names)
    }

    private func expect(check name: String, at key: String) throws(ReadingError) {
        if let fault = CheckName.fault(name) { throw error(key, fault) }
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

/// Names of checks as users write them.
enum CheckName {
    /// What is wrong with a name, and which was meant; `nil` for a check's name.
    static func fault(_ name: String) -> String? {
        let known = Registry.checks.map(\.description.id)
        guard !known.contains(name) else { return nil }
        let nearest = known.min { EditDistance.of(name, $0) < EditDistance.of(name, $1) } ?? ""
        return "unknown check “\(name)”; did you mean “\(nearest)”?"
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
