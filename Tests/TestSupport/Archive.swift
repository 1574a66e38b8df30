internal import CZip

/// Makes ZIP archives for tests.
public enum Archive {
    /// What libzip could not do.
    struct Failure: Error {}

    /// The bytes of an archive with these entries, each packed.
    /// - Parameter password: encrypts the entries.
    public static func bytes(_ entries: [(name: String, text: String)], password: String? = nil) throws -> [UInt8] {
        var error = unsafe zip_error_t()
        guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &error) else { throw Failure() }
        defer { unsafe zip_source_free(target) }
        unsafe zip_source_keep(target)
        guard let archive = unsafe zip_open_from_source(target, ZIP_TRUNCATE, &error) else { throw Failure() }
        // libzip reads them when it closes the archive.
        var copies: [UnsafeMutableRawBufferPointer] = unsafe []
        defer { unsafe copies.forEach { unsafe $0.deallocate() } }
        for (name, text) in entries {
            let bytes = Array(text.utf8)
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
            unsafe copy.copyBytes(from: bytes)
            unsafe copies.append(copy)
            let source = unsafe zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(copy.count), 0)
            let index = unsafe zip_file_add(archive, name, source, 0)
            guard index >= 0 else { throw Failure() }
            if let password {
                _ = unsafe zip_file_set_encryption(
                    archive, zip_uint64_t(index), zip_uint16_t(ZIP_EM_TRAD_PKWARE), password)
            }
        }
        guard unsafe zip_close(archive) == 0, unsafe zip_source_open(target) == 0 else { throw Failure() }
        defer { _ = unsafe zip_source_close(target) }
        var bytes: [UInt8] = []
        while true {
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                unsafe count = max(0, Int(zip_source_read(target, buffer.baseAddress, zip_uint64_t(buffer.count))))
            }
            guard !chunk.isEmpty else { return bytes }
            bytes += chunk
        }
    }

    /// A DOCX whose body is this, and whose footnotes.
    public static func docx(_ body: String, footnotes: String? = nil, main: String = "word/document.xml") throws
        -> [UInt8]
    {
        let namespaces =
            #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m" xmlns:v="v""#
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relations(_ type: String, _ target: String) -> String {
            #"<Relationships><Relationship Id="1" Type="\#(relation)/\#(type)" Target="\#(target)"/></Relationships>"#
        }
        let name = main.split(separator: "/").last ?? ""
        var entries = [
            (
                "[Content_Types].xml",
                "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\""
                    + " PartName=\"/\(main)\"/></Types>"
            ),
            ("_rels/.rels", relations("officeDocument", main)),
            (main, "<?xml version=\"1.0\"?>\n<w:document \(namespaces)><w:body>\(body)</w:body></w:document>"),
        ]
        if let footnotes {
            entries.append(("word/_rels/\(name).rels", relations("footnotes", "footnotes.xml")))
            entries.append(("word/footnotes.xml", "<w:footnotes \(namespaces)>\(footnotes)</w:footnotes>"))
        }
        return try bytes(entries.map { (name: $0.0, text: $0.1) })
    }

    /// An ODT whose text is this.
    public static func odt(_ text: String) throws -> [UInt8] {
        let namespaces = #"xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:svg="s""#
        return try bytes([
            (name: "mimetype", text: "application/vnd.oasis.opendocument.text"),
            (
                name: "content.xml",
                text:
                    "<?xml version=\"1.0\"?>\n<office:document-content \(namespaces)><office:body><office:text>\(text)"
                    + "</office:text></office:body></office:document-content>"
            ),
        ])
    }

    /// A workbook whose first shown sheet has these rows, and these texts that its cells name by number.
    /// - Parameter others: the sheets behind it, as their elements.
    public static func xlsx(_ rows: String, strings: [String] = [], others: String = "") throws -> [UInt8] {
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relations(_ parts: [(type: String, target: String)]) -> String {
            let elements = parts.enumerated().map { number, part in
                "<Relationship Id=\"r\(number)\" Type=\"\(relation)/\(part.type)\" Target=\"\(part.target)\"/>"
            }
            return "<Relationships>\(elements.joined())</Relationships>"
        }
        let items = strings.map { "<si>\($0)</si>" }.joined()
        return try bytes([
            (
                name: "[Content_Types].xml",
                text:
                    "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\""
                    + " PartName=\"/xl/workbook.xml\"/></Types>"
            ),
            (name: "_rels/.rels", text: relations([("officeDocument", "xl/workbook.xml")])),
            (
                name: "xl/workbook.xml",
                text:
                    "<workbook xmlns:r=\"\(relation)\"><sheets><sheet name=\"Old\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/>"
                    + "<sheet name=\"Texts\" sheetId=\"2\" r:id=\"r2\"/>\(others)</sheets></workbook>"
            ),
            (
                name: "xl/_rels/workbook.xml.rels",
                text: relations([
                    ("sharedStrings", "sharedStrings.xml"), ("worksheet", "worksheets/sheet1.xml"),
                    ("worksheet", "/xl/worksheets/sheet2.xml"),
                ])
            ),
            (name: "xl/sharedStrings.xml", text: "<sst>\(items)</sst>"),
            (name: "xl/worksheets/sheet1.xml", text: "<worksheet/>"),
            (name: "xl/worksheets/sheet2.xml", text: "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
        ])
    }
}
