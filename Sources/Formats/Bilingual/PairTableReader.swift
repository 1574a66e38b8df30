import Bitext
internal import ICU

/// Reads tables of pairs (TSV, CSV, XLSX): a row a pair, a language a column.
///
/// The first line names the columns: languages by tag or English name, or `source` and `target`; a column before them
/// called `id` or `key` names the units. Without such a line the table has two columns, the source first.
struct PairTableReader {
    private let records: [TableRecords.Record]
    private let columns: Columns

    private struct Columns {
        /// How many there are.
        let count: Int
        /// The languages that columns are in, with the columns' places, in order.
        var languages: [(tag: String, place: Int)] = []
        /// The places of a source and a target whose languages are not named.
        var pair: (source: Int, target: Int)?
        /// The place of the units' names.
        var key: Int?
        /// Whether the first line names them.
        var areNamed = true
    }

    /// The languages that columns are in, in order.
    var languages: [String] { columns.languages.map(\.tag) }

    /// Whether a file of this name is such a table.
    static func isName(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".tsv", ".tab", ".csv", ".xlsx"].contains { name.hasSuffix($0) }
    }

    /// Whether a file is such a table and no text in lines: its first row has the columns of one.
    static func recognises(_ bytes: [UInt8], path: String) -> Bool {
        guard isName(path) else { return false }
        guard !OfficeFile.recognises(bytes) else { return true }
        guard let text = try? EncodedText(bytes, path: path).text else { return false }
        return (try? PairTableReader(text, path: path)) != nil
    }

    /// - Throws: `ReadingError` for a table that is damaged, or whose columns are not known.
    init(_ text: String, path: String) throws(ReadingError) {
        let isCSV = path.lowercased().hasSuffix(".csv")
        let records = try TableRecords.read(text, path: path, isCSV: isCSV)
        guard let first = records.first else { throw ReadingError(path: path, reason: "holds no row") }
        columns = try PairTableReader.columns(first.cells.map(\.text), path: path, line: first.line)
        self.records = columns.areNamed ? Array(records.dropFirst()) : records
    }

    private static func columns(_ cells: [String], path: String, line: Int) throws(ReadingError) -> Columns {
        let names = cells.map { $0[...].trimmed(of: \.isWhitespace).lowercased() }
        func place(_ wanted: Set<String>) -> Int? { names.firstIndex { wanted.contains($0) } }
        var columns = Columns(count: cells.count)
        columns.languages = cells.enumerated().compactMap { number, cell in language(cell).map { ($0, number) } }
        columns.key = place(["id", "key", "#", "no", "no.", "nr", "nr.", "string id", "segment id"])
        // Indonesian is id, too, and Norwegian no: beside two other languages the column is that of names.
        if let key = columns.key, columns.languages.count(where: { $0.place != key }) > 1 {
            columns.languages.removeAll { $0.place == key }
        } else if columns.languages.contains(where: { $0.place == columns.key }) {
            columns.key = nil
        }
        if columns.languages.count > 1 { return columns }
        columns.languages = []
        if let source = place(["source", "src", "original"]), let target = place(["target", "tgt", "translation"]) {
            columns.pair = (source, target)
            return columns
        }
        guard cells.count == 2 else {
            throw ReadingError(
                path: path, line: line,
                reason: """
                    has \(cells.count) column\(cells.count == 1 ? "" : "s"), and the first line does not name two of them, as \
                    en and de, or source and target
                    """)
        }
        return Columns(count: 2, pair: (0, 1), areNamed: false)
    }

    /// The language that a column is named for: `de`, `pt_BR`, `German`.
    private static func language(_ cell: String) -> String? {
        let name = cell[...].trimmed(of: \.isWhitespace)
        return Language(inPath: name)?.tag ?? LocaleData.language(named: String(name))
    }

    /// The pairs of two languages.
    /// - Throws: `ReadingError` where there is no such column, there are several targets and none is asked for, or a row has more
    ///   columns than the first.
    func read(path: String, source: Language?, target: Language?) throws(ReadingError) -> BilingualText.Parsed {
        var parsed = BilingualText.Parsed(
            kind: "a table of pairs", genre: columns.key == nil ? .text : .messages, hasKeys: columns.key != nil)
        let places: (source: Int, target: Int)
        if let pair = columns.pair {
            places = pair
            if !columns.areNamed { parsed.notes.append("its columns have no names: the first is taken for the source") }
        } else {
            let from = source?.tag ?? languages.first
            let to = try BilingualText.target(
                target, of: languages.filter { !BilingualText.matches($0, from) }, path: path)
            places = (try place(of: from, path: path), try place(of: to, path: path))
            (parsed.source, parsed.target) = (from, to)
        }
        for record in records {
            guard record.cells.dropFirst(columns.count).allSatisfy(\.text.isEmpty) else {
                throw ReadingError(
                    path: path, line: record.line,
                    reason:
                        "has \(record.cells.count) columns, the first line \(columns.count): a mark too many, or no quotes?"
                )
            }
            func cell(_ place: Int) -> MappedText { record.cells.dropFirst(place).first ?? MappedText() }
            let key = columns.key.map { cell($0).text } ?? ""
            parsed.units.append(
                BilingualText.Unit(
                    id: key.isEmpty ? "\(record.line)" : key, source: cell(places.source), target: cell(places.target)))
        }
        return parsed
    }

    private func place(of language: String?, path: String) throws(ReadingError) -> Int {
        let exact = columns.languages.first { $0.tag == language }
        guard let found = exact ?? columns.languages.first(where: { BilingualText.matches($0.tag, language) }) else {
            throw ReadingError(
                path: path,
                reason: "has no column in \(language ?? "a second language"), only \(languages.joined(separator: ", "))"
            )
        }
        return found.place
    }
}
