internal import XML
internal import Zip

/// The text of a word processor's file: a paragraph a line, its notes behind it; or a spreadsheet's table: a row a line, tabs
/// between its cells.
///
/// Headers, footers, comments and what tracked changes deleted are not part of it. Line breaks within a paragraph or cell are
/// U+2028.
struct OfficeFile {
    /// A format of office programs.
    enum Format: String, Sendable {
        /// Office Open XML (ECMA-376, part 1, section 17).
        case docx = "DOCX"
        /// OpenDocument (OASIS OpenDocument 1.3, part 3, section 5).
        case odt = "ODT"
        /// A workbook of Office Open XML (ECMA-376, part 1, section 18).
        case xlsx = "XLSX"
    }

    let format: Format
    let text: String
    /// What of it is not read.
    var notes: [String] = []

    /// The most bytes of a part, unpacked.
    static let largestPart = 1 << 28

    /// Whether bytes begin as a ZIP archive does.
    static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

    /// Reads a file.
    /// - Throws: `ReadingError` for archives that hold no such document, and for damaged ones.
    init(_ bytes: [UInt8], path: String) throws(ReadingError) {
        let parts = try Parts(bytes, path: path)
        if try parts.text("mimetype")?.hasPrefix("application/vnd.oasis.opendocument.text") ?? false {
            format = .odt
            var reader = OpenDocumentReader()
            try parts.parse("content.xml") { reader.handle($0) }
            text = reader.gatherer.text
        } else if let main = try parts.target(of: "", type: "/officeDocument"),
            try parts.text("[Content_Types].xml")?.contains("wordprocessingml") ?? false
        {
            format = .docx
            var reader = WordReader()
            try parts.parse(main) { reader.handle($0) }
            reader.gatherer.areNotes = true
            for type in ["/footnotes", "/endnotes"] {
                guard let notes = try parts.target(of: main, type: type) else { continue }
                try parts.parse(notes) { reader.handle($0) }
            }
            text = reader.gatherer.text
        } else if let main = try parts.target(of: "", type: "/officeDocument"),
            try parts.text("[Content_Types].xml")?.contains("spreadsheetml") ?? false
        {
            format = .xlsx
            (text, notes) = try OfficeFile.table(parts, main, path: path)
        } else {
            throw ReadingError(
                path: path, offset: 0, reason: "this is a ZIP archive that holds no DOCX, ODT or XLSX document")
        }
    }

    /// The first of a workbook's sheets that is shown.
    private static func table(_ parts: Parts, _ main: String, path: String) throws(ReadingError) -> (String, [String]) {
        var sheets: [(name: String, relation: String)] = []
        try parts.parse(main) { event in
            guard case .start(let name, let attributes) = event, name.withoutPrefix == "sheet",
                !["hidden", "veryHidden"].contains(attributes["state"]),
                let relation = attributes.first(where: { $0.key.withoutPrefix == "id" && $0.key != "id" })
            else { return }
            sheets.append((attributes["name"] ?? "", relation.value))
        }
        guard let first = sheets.first, let sheet = try parts.target(of: main, where: { $0["Id"] == first.relation })
        else { throw ReadingError(path: path, reason: "it holds no sheet") }
        var shared = SharedStringReader()
        if let strings = try parts.target(of: main, type: "/sharedStrings") {
            try parts.parse(strings) { shared.handle($0) }
        }
        var reader = SheetReader(strings: shared.strings)
        try parts.parse(sheet) { reader.handle($0) }
        guard !reader.isTooLarge else {
            throw ReadingError(path: path, reason: "\(sheet) in it holds more than \(largestPart >> 20) MB")
        }
        let others = sheets.count - 1
        return (
            reader.text,
            others > 0 ? ["sheet “\(first.name)” is read", "\(others) of its sheets, not compared"] : []
        )
    }

    /// The parts of a file.
    private struct Parts {
        private let archive: ZipArchive
        private let path: String

        init(_ bytes: [UInt8], path: String) throws(ReadingError) {
            self.path = path
            do {
                archive = try ZipArchive(bytes)
            } catch {
                throw ReadingError(path: path, reason: Parts.reason("the archive", error))
            }
        }

        /// A part's text; `nil` where there is none.
        func text(_ name: String) throws(ReadingError) -> String? {
            let bytes: [UInt8]?
            do {
                bytes = try archive.bytes(name, limit: OfficeFile.largestPart)
            } catch {
                throw ReadingError(path: path, reason: Parts.reason(name, error))
            }
            guard let bytes else { return nil }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw ReadingError(path: path, reason: "\(name) in it is not valid UTF-8")
            }
            return text
        }

        /// Parses a part, which must be there.
        func parse(_ name: String, _ handle: (MarkupEvent) -> Void) throws(ReadingError) {
            guard let text = try text(name) else { throw ReadingError(path: path, reason: "it holds no \(name)") }
            do {
                try MarkupParser.xml(text, handle)
            } catch {
                throw ReadingError(path: path, reason: "\(name) in it, line \(error.line): \(error.message)")
            }
        }

        /// The part that a part, or the whole file, names as being of a type (ECMA-376, part 2, section 6.5).
        func target(of part: String, type: String) throws(ReadingError) -> String? {
            try target(of: part) { $0["Type"]?.hasSuffix(type) ?? false }
        }

        /// The part that a part, or the whole file, names in a relation with such attributes.
        func target(of part: String, where isMeant: ([String: String]) -> Bool) throws(ReadingError) -> String? {
            let folder = part.lastIndex(of: "/").map { part[...$0] } ?? ""
            let relations = "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
            guard archive.holds(relations) else { return nil }
            var target: String?
            try parse(relations) { event in
                guard case .start("Relationship", let attributes) = event, target == nil,
                    isMeant(attributes), attributes["TargetMode"] != "External"
                else { return }
                target = attributes["Target"]
            }
            return target.map { $0.hasPrefix("/") ? String($0.dropFirst()) : folder + $0 }
        }

        private static func reason(_ name: String, _ fault: ZipArchive.Fault) -> String {
            switch fault {
            case .unreadable(let message): "\(name) cannot be read: \(message)"
            case .encrypted: "it needs a password"
            case .tooLarge(let limit): "\(name) in it holds more than \(limit >> 20) MB"
            }
        }
    }
}
