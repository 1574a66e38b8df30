import Bitext
internal import XML

/// Reads a worksheet of Office Open XML (ECMA-376, part 1, section 18.3) as a table in text: a row a line, at the row's own
/// number, its cells parted by tabs. In a cell, tabs are spaces and ends of lines U+2028.
struct SheetReader {
    /// The table.
    private(set) var text = ""
    /// Whether cells were left out because the table would be larger than any part may be.
    private(set) var isTooLarge = false
    private let strings: [String]
    private var row = 0
    private var column = 0
    /// The column of the last cell of the row that has text.
    private var written = 0
    private var type: String?
    private var cell = CellText()

    /// How many rows and columns a worksheet has at most.
    private static let (mostRows, mostColumns) = (1 << 20, 1 << 14)

    /// - Parameter strings: the texts that cells name by number.
    init(strings: [String]) { self.strings = strings }

    /// Takes the next event of the worksheet's part.
    mutating func handle(_ event: MarkupEvent) {
        cell.handle(event)
        switch event {
        case .start(let name, let attributes) where name.withoutPrefix == "row":
            let number = attributes["r"].flatMap { Int($0) } ?? row + 1
            guard number > row, number <= SheetReader.mostRows else {
                // No sheet has such a row: its cells are not read.
                written = SheetReader.mostColumns
                return
            }
            text += String(repeating: "\n", count: number - max(row, 1))
            (row, column, written) = (number, 0, 0)
        case .start(let name, let attributes) where name.withoutPrefix == "c":
            column = attributes["r"].flatMap(SheetReader.column) ?? column + 1
            type = attributes["t"]
            cell = CellText()
        case .end(let name) where name.withoutPrefix == "c": endCell()
        default: break
        }
    }

    private mutating func endCell() {
        guard type != "e", column > written, column <= SheetReader.mostColumns else { return }
        let number = type == "s" ? Int(cell.text) : nil
        let words = number.map { strings.indices.contains($0) ? strings[$0] : "" } ?? cell.text
        guard !words.isEmpty else { return }
        let tabs = column - max(written, 1)
        guard text.utf8.count + tabs + words.utf8.count <= OfficeFile.largestPart else {
            isTooLarge = true
            return
        }
        text += String(repeating: "\t", count: tabs)
        for scalar in words.unicodeScalars {
            text.unicodeScalars.append(scalar == "\t" ? " " : scalar == "\n" ? "\u{2028}" : scalar)
        }
        written = column
    }

    /// The number, from 1, of the column of a cell such as `AB12`.
    private static func column(_ cell: String) -> Int? {
        let letters = cell.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
    }
}

/// Gathers the text of a cell: its value, or the runs of its rich text without how they are read.
private struct CellText {
    private(set) var text = ""
    private var isOpen = false
    /// How many elements are open from one on that says how a word is read.
    private var phonetic = 0

    mutating func handle(_ event: MarkupEvent) {
        switch event {
        case .start(let name, _):
            switch name.withoutPrefix {
            case "v", "t": isOpen = true
            case "rPh": phonetic += 1
            default: break
            }
        case .end(let name):
            switch name.withoutPrefix {
            case "v", "t": isOpen = false
            case "rPh": phonetic -= 1
            default: break
            }
        case .text(let more, _): if isOpen, phonetic == 0 { text += more }
        case .comment: break
        }
    }
}

/// Reads the texts that a workbook's cells name by number (section 18.4).
struct SharedStringReader {
    private(set) var strings: [String] = []
    private var cell = CellText()

    /// Takes the next event of the part.
    mutating func handle(_ event: MarkupEvent) {
        switch event {
        case .start(let name, _) where name.withoutPrefix == "si": cell = CellText()
        case .end(let name) where name.withoutPrefix == "si": strings.append(cell.text)
        default: cell.handle(event)
        }
    }
}
