import Bitext
import TestSupport
import Testing

@Suite struct BitextTests {
    @Test(arguments: [
        "", " ", "one", " one  two\tthree\r\n", "ein\u{A0}Wort\u{2009}und\u{3000}noch\u{85}eins\u{2028}", "é\u{202F}è",
        "слово за словом", "㐀\u{3000}\u{3001}", "\u{2010}\u{2008}\u{200B}", "a\u{C2}b \u{E2}\u{80}", "👨‍👩‍👧 x",
    ])
    func `stretches without white space are those of splitting by characters`(text: String) {
        let runs = text.unspacedRuns
        #expect(runs.map(\.text) == text.split(whereSeparator: \.isWhitespace))
        for run in runs {
            #expect(text.utf8.dropFirst(run.start).starts(with: run.text.utf8))
            #expect(run.hash == run.text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
        }
    }

    @Test func `a slice never cuts a character`() {
        #expect("Привет".slice(TextRange(0, 4)) == "Пр")
        #expect("Привет".slice(TextRange(1, 5)) == "Пр")
        #expect("Привет".slice(TextRange(90, 99)) == "")
    }

    @Test func `clean text maps back to the document`() {
        var text = MappedText("one wrap-", at: 10)
        text.removeLast(1)
        text.append("ped line", at: 25)
        text.appendJoint(" ")
        text.append("and more", at: 40)
        #expect(text.text == "one wrapped line and more")
        #expect(text.documentRange(TextRange(4, 11)) == TextRange(14, 28))
        #expect(text.documentRange(TextRange(17, 20)) == TextRange(40, 43))
        #expect(text.documentRange == TextRange(10, 48))
        #expect(text.suffix(from: 12).text == "line and more")
        #expect(text.suffix(from: 12).documentRange == TextRange(29, 48))
    }

    @Test func `what stands for other text maps to all of it`() {
        let text = MappedText("abcdef", at: 10).replacing([(TextRange(1, 3), "x"), (TextRange(4, 5), "yyy")])
        #expect(text.text == "axdyyyf")
        #expect(text.documentRange(TextRange(1, 2)) == TextRange(11, 13))
        #expect(text.documentRange(TextRange(3, 6)) == TextRange(14, 15))
        #expect(text.documentRange(TextRange(4, 5)) == TextRange(14, 15))
        #expect(text.documentRange(TextRange(2, 3)) == TextRange(13, 14))
        #expect(text.documentRange == TextRange(10, 16))
        #expect(text.suffix(from: 2).documentRange(TextRange(1, 4)) == TextRange(14, 15))
        #expect(text.range(ofDocument: TextRange(11, 14)) == TextRange(1, 3))
        #expect(text.range(ofDocument: TextRange(12, 12)) == TextRange(1, 1))
        #expect(text.range(ofDocument: TextRange(0, 90)) == TextRange(0, 7))
        let outer = MappedText("__axdyyyf", at: 0).replacing([(TextRange(0, 2), "")])
        #expect(outer.documentRange(TextRange(0, 1)) == TextRange(2, 3))
        #expect(text.replacing([(TextRange(0, 2), "z")]).documentRange(TextRange(0, 1)) == TextRange(10, 13))
        #expect(text.written(TextRange(0, 7)) == "abcdef" && text.written(TextRange(1, 2)) == "bc")
        let twice = text.replacing([(TextRange(0, 1), "AA"), (TextRange(1, 2), "y")])
        #expect(twice.text == "AAydyyyf" && twice.written(TextRange(0, 8)) == "abcdef")
        #expect(twice.written(TextRange(2, 4)) == "bcd")
        var short = text
        short.removeLast(2)
        #expect(short.text == "axdyy" && short.documentRange == TextRange(10, 15))
    }

    @Test(arguments: SeededGenerator.seeds)
    func `every byte of a mapped text that stands in the document maps to itself`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var document = ""
        var text = MappedText()
        var expected: [(Int, Int)] = []
        for _ in 0..<20 {
            document += String(repeating: "#", count: Int.random(in: 0...3, using: &random))
            let piece = String(
                (0..<Int.random(in: 1...5, using: &random)).map { _ in "aбв漢😀".randomElement(using: &random) ?? "a" })
            let start = document.utf8.count
            for index in 0..<piece.utf8.count { expected.append((text.text.utf8.count + index, start + index)) }
            text.append(piece[...], at: start)
            document += piece
            if Bool.random(using: &random) { text.appendJoint(" ") }
        }
        for (clean, original) in expected {
            #expect(
                text.documentRange(TextRange(clean, clean + 1)) == TextRange(original, original + 1), "seed \(seed)")
            #expect(
                text.range(ofDocument: TextRange(original, original + 1)) == TextRange(clean, clean + 1), "seed \(seed)"
            )
        }
    }

    @Test func `offsets of a converted file are the file's`() {
        var map = OffsetMap()
        for _ in 0..<3 { map.append(bytes: 2, originalBytes: 2) }
        for _ in 0..<4 { map.append(bytes: 1, originalBytes: 2) }
        #expect(map.original(0) == 0)
        #expect(map.original(6) == 6)
        #expect(map.original(8) == 10)
        #expect(OffsetMap.identity.original(7) == 7)
    }

    @Test func `languages compare by tag and speak by code`() {
        #expect(Language("pt_BR").tag == "pt-BR")
        #expect(Language("pt-BR").code == "pt")
        #expect(Language("zh-Hant").script == "Hant")
        #expect(Language("zh").script == nil)
    }
}
