import Bitext
import Formats
import Testing

@Suite struct EncodingTests {
    private func read(_ bytes: [UInt8], _ path: String = "talks.ru.txt") throws -> Document {
        try DocumentReader().read(bytes, path: path)
    }

    private let sentence = "Председатель открыл заседание и поблагодарил всех участников за их работу в этом году."

    @Test func `UTF-8 with a byte order mark keeps the file's offsets`() throws {
        let document = try read([0xEF, 0xBB, 0xBF] + Array(sentence.utf8))
        #expect(document.encoding == "UTF-8")
        #expect(document.turns[0].paragraphs[0].content.text == sentence)
        #expect(document.turns[0].paragraphs[0].content.documentRange.start == 3)
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 of either order, marked or not, is read`(isLittle: Bool, isMarked: Bool) throws {
        let text = "Yes. The committee met in May."
        var bytes: [UInt8] = isMarked ? (isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]) : []
        for unit in text.utf16 {
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            bytes += isLittle ? pair : pair.reversed()
        }
        let document = try read(bytes, "talks.en.txt")
        let content = document.turns[0].paragraphs[0].content
        #expect(content.text == text)
        let range = document.originalRange(content.documentRange)
        #expect(range == TextRange(isMarked ? 2 : 0, bytes.count))
    }

    @Test func `other encodings are told and converted`() throws {
        // windows-1251, as many old Russian files are.
        let bytes = sentence.unicodeScalars.map { scalar -> UInt8 in
            scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x410 + 0xC0)
        }
        let document = try read(Array(repeating: bytes + [0x0A, 0x0A], count: 4).flatMap { $0 })
        #expect(document.encoding.lowercased() == "windows-1251")
        #expect(document.turns[0].paragraphs[0].content.text == sentence)
        #expect(document.notes == ["converted from windows-1251"])
    }

    @Test(
        arguments: [
            (Array("%PDF-1.4".utf8), "this is a PDF, not text"),
            ([0x50, 0x4B, 3, 4, 0], "the archive cannot be read: "),
            (Array("<?xml version=\"1.0\"?><a>Hi</a>".utf8), "XML other than HTML"),
            (Array("a\0b".utf8), "a zero byte"),
        ] as [([UInt8], String)])
    func `what is no text is refused with a reason`(bytes: [UInt8], reason: String) throws {
        let error = #expect(throws: ReadingError.self) { try read(bytes) }
        #expect(error?.description.contains(reason) == true)
        #expect(error?.description.hasPrefix("talks.ru.txt:") == true)
    }

    @Test func `damaged UTF-8 is refused with line and byte`() throws {
        let bytes = Array("\(sentence)\n\(sentence)".utf8) + [0xFF] + Array(sentence.utf8)
        let error = #expect(throws: ReadingError.self) { try read(bytes) }
        #expect(error?.offset == sentence.utf8.count * 2 + 1)
        #expect(error?.line == 2)
    }

    @Test(
        arguments: [
            ("talks.ru.txt", "ru"), ("a/b.en/talks.uk", "uk"), ("S-PV.9642.en-interp.txt", "en"),
            ("x.pt-BR.txt", "pt-BR"),
            ("talks.en.1", "en"), ("talks.txt", nil), ("README.md", nil), ("ko", nil),
        ] as [(String, String?)])
    func `a file's name may tell its language`(path: String, language: String?) {
        #expect(DocumentReader.languageInName(path)?.tag == language)
    }

    @Test func `a reader hears that Arabic ligatures were taken apart in the wrong order`() throws {
        func notes(_ text: String) throws -> [String] {
            try DocumentReader().read([UInt8](text.utf8), path: "talk.ar.txt").notes.filter {
                $0.contains("out of order")
            }
        }
        let right = "الأمين العام والأمن والأطفال في الأردن، وتقرير الإدارة عن الآثار القديمة والاقتصاد."
        #expect(try notes(right) == [])
        let reversed = "األمين العام واألمن واألطفال في األردن، وتقرير اإلدارة عن اآلثار القديمة واالقتصاد."
        #expect(try notes(reversed).count == 1)
    }
}
