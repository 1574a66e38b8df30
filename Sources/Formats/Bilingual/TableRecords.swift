import Bitext

/// The records of a table in text: cells parted by tabs, as they stand, or CSV (RFC 4180), whose cells may be quoted and then
/// hold commas, line ends and, doubled, quotation marks.
///
/// Where tabs part the cells, a quotation mark at a cell's start is the text's own: what writes such tables for translations
/// quotes nothing.
struct TableRecords {
    /// A line of the table, or the lines that its quoted cells take.
    struct Record {
        /// The line that it starts on, from 1.
        let line: Int
        fileprivate(set) var cells: [MappedText] = []

        fileprivate var isBlank: Bool { cells.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))

    private let text: String
    private let bytes: [UInt8]
    private let path: String
    private let isCSV: Bool
    private let delimiter: UInt8
    private var position: Int
    private var line = 1

    /// The records that are not blank.
    /// - Parameter isCSV: whether it is CSV; whether commas, semicolons or tabs part its cells, the first line tells.
    /// - Throws: `ReadingError` with the line of a quotation mark that is not closed.
    static func read(_ text: String, path: String, isCSV: Bool) throws(ReadingError) -> [Record] {
        var reader = TableRecords(text, path: path, isCSV: isCSV)
        var records: [Record] = []
        while reader.position < reader.bytes.count {
            let record = try reader.record()
            if !record.isBlank { records.append(record) }
        }
        return records
    }

    private init(_ text: String, path: String, isCSV: Bool) {
        self.text = text
        bytes = Array(text.utf8)
        self.path = path
        self.isCSV = isCSV
        // A byte order mark is no part of the first cell.
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        delimiter = isCSV ? TableRecords.delimiter(bytes[position...]) : UInt8(ascii: "\t")
    }

    /// What stands most often in the first line, outside of quoted cells. Spreadsheets write semicolons where the comma is the
    /// decimal mark.
    private static func delimiter(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == lineFeed || byte == carriageReturn { break }
            counts[byte, default: 0] += 1
        }
        return [",", ";", "\t"].map { UInt8(ascii: $0) }.max { counts[$0, default: 0] < counts[$1, default: 0] }
            ?? UInt8(ascii: ",")
    }

    private mutating func record() throws(ReadingError) -> Record {
        var record = Record(line: line)
        while true {
            record.cells.append(try cell())
            guard position < bytes.count else { return record }
            let end = bytes[position]
            position += 1
            if end == delimiter { continue }
            if end == TableRecords.carriageReturn, position < bytes.count, bytes[position] == TableRecords.lineFeed {
                position += 1
            }
            line += 1
            return record
        }
    }

    /// The cell at the position, which is then at what ends it.
    private mutating func cell() throws(ReadingError) -> MappedText {
        var cell = MappedText()
        if isCSV, position < bytes.count, bytes[position] == TableRecords.quote { try quoted(&cell) }
        let start = position
        while position < bytes.count, bytes[position] != delimiter, bytes[position] != TableRecords.lineFeed,
            bytes[position] != TableRecords.carriageReturn
        { position += 1 }
        append(start, to: &cell)
        return cell
    }

    /// Reads what stands between quotation marks.
    private mutating func quoted(_ cell: inout MappedText) throws(ReadingError) {
        let opening = line
        position += 1
        var start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == TableRecords.lineFeed { line += 1 }
            guard byte == TableRecords.quote else {
                position += 1
                continue
            }
            append(start, to: &cell)
            position += 1
            guard position < bytes.count, bytes[position] == TableRecords.quote else { return }
            // Of two the second is the text's.
            start = position
            position += 1
        }
        throw ReadingError(path: path, line: opening, reason: "a cell's quotation mark is not closed")
    }

    private func append(_ start: Int, to cell: inout MappedText) {
        cell.append(text.slice(TextRange(start, position)), at: start)
    }
}
