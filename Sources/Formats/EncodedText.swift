public import Bitext
internal import ICU

/// A file's text in UTF-8, and how its offsets answer to the file's.
public struct EncodedText: Sendable {
    /// The text; a byte order mark at its start is kept, so that offsets are the file's.
    public let text: String
    /// The encoding's name, such as `UTF-8`, `UTF-16LE` or `windows-1251`.
    public let encoding: String
    /// How offsets in ``text`` answer to the file's; those of a word processor's file are the text's own.
    public let offsets: OffsetMap
    /// The office program's format that the text was taken out of, a paragraph or row a line.
    let office: OfficeFile.Format?
    /// What of such a file is not read.
    private(set) var notes: [String] = []

    /// Least confidence (of 100) of ICU's charset detector for a text to be converted and not refused.
    static let leastConfidence = 40

    /// Reads bytes as text: UTF-8, UTF-16 or what ICU's charset detector says; of DOCX and ODT the paragraphs,
    /// of XLSX the rows, tabs between their cells.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: its name, for errors.
    /// - Throws: `ReadingError` for what is no text, and for bytes that are not valid in their encoding.
    public init(_ bytes: [UInt8], path: String) throws(ReadingError) {
        if OfficeFile.recognises(bytes) {
            let file = try OfficeFile(bytes, path: path)
            text = file.text
            encoding = "UTF-8"
            offsets = .identity
            office = file.format
            notes = file.notes
            return
        }
        if let kind = EncodedText.binaryKind(bytes) {
            throw ReadingError(path: path, offset: 0, reason: "this is \(kind), not text; convert it to text first")
        }
        for (mark, name) in EncodedText.marks where bytes.starts(with: mark) {
            self = try EncodedText(converting: bytes, from: name, path: path)
            return
        }
        if let name = EncodedText.unmarkedUTF16(bytes) {
            self = try EncodedText(converting: bytes, from: name, path: path)
            return
        }
        if let text = String(validating: bytes, as: UTF8.self) {
            if let zero = bytes.firstIndex(of: 0) {
                throw ReadingError(
                    path: path, offset: zero, line: EncodedText.line(of: zero, in: bytes),
                    reason: "a zero byte: this is not text")
            }
            self.text = text
            encoding = "UTF-8"
            offsets = .identity
            office = nil
            return
        }
        let (bad, goodCharacters) = EncodedText.firstInvalid(bytes)
        let line = EncodedText.line(of: bad, in: bytes)
        // Many valid multi-byte characters before a bad one mean damaged UTF-8, not another encoding.
        guard goodCharacters < 8 else {
            throw ReadingError(
                path: path, offset: bad, line: line,
                reason: "not valid UTF-8 here, though \(goodCharacters) characters before it are; the file is damaged")
        }
        guard let guess = Charset.detect(bytes), guess.confidence >= EncodedText.leastConfidence else {
            throw ReadingError(
                path: path, offset: bad, line: line,
                reason: "neither UTF-8 nor any encoding that can be told with confidence; convert it to UTF-8")
        }
        self = try EncodedText(converting: bytes, from: guess.name, path: path)
    }

    private init(converting bytes: [UInt8], from name: String, path: String) throws(ReadingError) {
        let converted: Charset.Converted?
        do {
            converted = try Charset.convert(bytes, from: name)
        } catch {
            throw ReadingError(
                path: path, offset: error.offset, reason: "not valid \(name) here; convert the file to UTF-8")
        }
        guard let converted else {
            throw ReadingError(path: path, reason: "the encoding \(name) cannot be converted; convert it to UTF-8")
        }
        var text = String.UnicodeScalarView()
        var offsets = OffsetMap()
        for (index, scalar) in converted.scalars.enumerated() {
            let next = index + 1 < converted.offsets.count ? converted.offsets[index + 1] : bytes.count
            text.append(scalar)
            offsets.append(bytes: UTF8.width(scalar), originalBytes: next - converted.offsets[index])
        }
        self.text = String(text)
        encoding = name
        self.offsets = offsets
        office = nil
    }

    private static let marks: [([UInt8], String)] = [
        ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"),
        ([0xFE, 0xFF], "UTF-16BE"),
    ]

    /// UTF-16 without a byte order mark shows itself by zero bytes on one side of the pairs.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> String? {
        let sample = bytes.prefix(4096)
        guard sample.count >= 8, bytes.count % 2 == 0 else { return nil }
        var zeros = [0, 0]
        for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 2] += 1 }
        let many = sample.count / 8
        if zeros[1] > many, zeros[0] == 0 { return "UTF-16LE" }
        if zeros[0] > many, zeros[1] == 0 { return "UTF-16BE" }
        return nil
    }

    static func binaryKind(_ bytes: [UInt8]) -> String? {
        let kinds: [([UInt8], String)] = [
            (Array("%PDF-".utf8), "a PDF"), ([0x50, 0x4B, 3, 4], "a ZIP archive"),
            ([0x1F, 0x8B], "a gzip archive"), ([0x89, 0x50, 0x4E, 0x47], "an image"),
            ([0xFF, 0xD8, 0xFF], "an image"), (Array("{\\rtf".utf8), "an RTF file"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file, or one with a password"),
        ]
        return kinds.first { bytes.starts(with: $0.0) }?.1
    }

    /// The first byte that is not UTF-8, and the number of valid multi-byte characters before it.
    private static func firstInvalid(_ bytes: [UInt8]) -> (offset: Int, goodCharacters: Int) {
        var decoder = UTF8()
        var input = bytes.makeIterator()
        var offset = 0
        var good = 0
        while case .scalarValue(let scalar) = decoder.decode(&input) {
            let width = UTF8.width(scalar)
            offset += width
            if width > 1 { good += 1 }
        }
        return (min(offset, max(0, bytes.count - 1)), good)
    }

    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes.prefix(offset).count { $0 == 0x0A }
    }
}
