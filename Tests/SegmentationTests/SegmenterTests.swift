import Bitext
import Formats
import Segmentation
import TestSupport
import Testing

@Suite struct SegmenterTests {
    /// Sentences divided by |.
    @Test(arguments: [
        ("en", "Mr. Smith met Dr. Jones.|They talked."), ("en", "He lives in the U.S. and works.|She does not."),
        ("en", "J. K. Rowling wrote it.|We read it."), ("en", "See No. 5 and p. 12.|It is there."),
        ("de", "Am 3. Mai war er da.|Er ging."), ("de", "Das gilt z. B. für Öl.|Wir wissen es."),
        ("ru", "В. В. Путин приехал.|Он рад."), ("ru", "Это нефть, т. е. газ.|Да."), ("ru", "См. ст. 5 и п. 3.|Всё."),
        ("ko", "그는 “좋다.”라고 말했다.|그리고 갔다."), ("zh", "你好！|你是谁？|我是王。"),
        ("ja", "彼は「はい。」と言った。|そして行った。"), ("en", "First.\n\n|second after a blank line"),
    ])
    func `sentences end where a reader ends them`(language: String, text: String) throws {
        let expected = text.split(separator: "|").map { $0.split(whereSeparator: \.isNewline).joined() }
        let whole = text.split(separator: "|").joined(separator: language == "zh" || language == "ja" ? "" : " ")
        let ranges = try Segmenter(language: Language(language)).sentences(in: whole)
        #expect(ranges.map { String(whole.slice($0)) } == expected.map { $0.trimmingPrefix { $0 == " " }.description })
    }

    @Test(arguments: SeededGenerator.seeds)
    func `sentences hold everything but white space, in order`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "Mr.", "да.", "3.", "…", "?!", "”", "(", "漢字。", "\n", "\n\n", " ", "U.S.", "a", "😀", "é", "\u{A0}", "»",
        ]
        let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let ranges = try Segmenter(language: Language("ru")).sentences(in: text)
        var position = 0
        for range in ranges {
            #expect(range.start >= position, "seed \(seed)")
            #expect(text.slice(TextRange(position, range.start)).allSatisfy { $0.isWhitespace }, "seed \(seed)")
            #expect(!range.isEmpty)
            position = range.end
        }
        #expect(text.slice(TextRange(position, text.utf8.count)).allSatisfy { $0.isWhitespace }, "seed \(seed)")
    }

    @Test func `segments never cross paragraphs, and map to the document`() throws {
        let text = "Anna Berg (retranslated): One. Two\n\nthree. Four."
        let document = try DocumentReader().read(Array(text.utf8), path: "t.en.txt")
        let segments = try Segmenter(language: document.language).segments(of: document)
        #expect(segments.map(\.text) == ["One.", "Two", "three.", "Four."])
        #expect(segments.map { String(text.slice($0.range)) } == segments.map(\.text))
        #expect(segments.map(\.place) == ["t0.s0", "t0.s1", "t0.s2", "t0.s3"])
    }

    @Test func `tokens are words, numbers and marks`() throws {
        let text = "Trade: 1,100 tons."
        let tokens = try Tokenizer(language: Language("en")).tokens(in: text)
        #expect(tokens.map { String(text.slice($0.range)) } == ["Trade", ":", "1,100", "tons", "."])
        #expect(tokens.map(\.kind) == [.word, .mark, .number, .word, .mark])
    }

    @Test(arguments: [
        ("fr", "Note\u{202F}: 1\u{202F}000\u{202F}fois\u{202F}!", ["Note", ":", "1\u{202F}000", "fois", "!"]),
        ("he", "MIME\u{200F}: \u{200E}URL", ["MIME", ":", "URL"]),
        ("fr", "le\u{202F}5\u{202F}mai", ["le", "5", "mai"]), ("fr", "no\u{202F}5", ["no", "5"]),
        ("en", "a\u{200E}b “c”…", ["a\u{200E}b", "“", "c", "”", "…"]),
    ])
    func `narrow spaces and marks of direction are no part of words`(language: String, text: String, expected: [String])
        throws
    {
        let tokens = try Tokenizer(language: Language(language)).tokens(in: text)
        #expect(tokens.map { String(text.slice($0.range)) } == expected)
        #expect(
            tokens.allSatisfy {
                ($0.kind == .number) == text.slice($0.range).allSatisfy { !$0.isLetter && !$0.isPunctuation }
            })
    }
}
