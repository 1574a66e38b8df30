import Bitext
import Testing

@testable import Formats

@Suite struct LexiconTests {
    private func read(_ text: String, _ path: String = "words.tsv") throws -> WordList {
        try LexiconFile.read(Array(text.utf8), path: path)
    }

    @Test func `what is written is read again`() throws {
        let lexicon = Lexicon(
            source: Language("en"), target: Language("ru"),
            entries: [
                .init(source: "house", target: "дом", forward: 0.75, backward: 0.5),
                .init(source: "home", target: "дом", forward: 0.25, backward: 0.5),
            ])
        let text = LexiconFile.write(lexicon)
        #expect(text == "en\tru\tforward\tbackward\nhouse\tдом\t0.75\t0.5\nhome\tдом\t0.25\t0.5\n")
        #expect(try read(text) == .lexicon(lexicon))
        #expect(try read("\u{FEFF}# mine\r\n" + text.replacing("\n", with: "\r\n")) == .lexicon(lexicon))
    }

    @Test func `a dictionary is a table with a language a column`() throws {
        let list = try read("en\tde\tfr\nhouse|home\tHaus\tmaison\nsea\tMeer|See\t\n=\tDeck\t=\n")
        func entries(_ source: String, _ target: String) -> String {
            list.entries(source: Language(source), target: Language(target)).map { "\($0.source)=\($0.target)" }
                .joined(separator: " ")
        }
        #expect(entries("de", "en") == "Haus=house Haus=home Meer=sea See=sea Deck=Deck")
        #expect(entries("en", "de") == "house=Haus home=Haus sea=Meer sea=See")
        #expect(entries("de", "fr") == "Haus=maison Deck=Deck")
        #expect(entries("en-GB", "fr") == "house=maison home=maison")
        #expect(entries("en", "ru").isEmpty)
    }

    @Test func `TBX is a dictionary`() throws {
        let file = """
            <tbx><text><body><termEntry><langSet xml:lang="en"><tig><term>sea</term></tig></langSet>
            <langSet xml:lang="de"><tig><term>Meer</term></tig></langSet></termEntry></body></text></tbx>
            """
        let entries = try read(file, "words.tbx").entries(source: Language("de"), target: Language("en"))
        #expect(entries.map { "\($0.source)=\($0.target)" } == ["Meer=sea"])
    }

    @Test(
        arguments: [
            ("", nil, "holds no entry"), ("en\tde\tforward\tbackward\n", nil, "holds no entry"),
            ("en\tde\tforward\tbackward\nsea\tMeer\t0.5\n", 2, "is no entry"),
            ("en\tde\tforward\tbackward\n\nsea\tMeer\t1.5\t0.5\n", 3, "not both probabilities"),
            ("en\tde\tforward\tbackward\nsea\tMeer\tnan\t0.5\n", 2, "not both probabilities"),
            ("en\tblah\tforward\tbackward\nsea\tMeer\t1\t1\n", 1, "is no language"),
        ] as [(String, Int?, String)])
    func `a wrong line is named`(text: String, line: Int?, reason: String) {
        let error = #expect(throws: ReadingError.self) { try read(text) }
        #expect(error?.line == line)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    /// Articles in the form of FreeDict's, written for this test.
    static let articles = [
        "lamp /læmp/ <n>\n1. Lampe <fem>, Leuchte\n2. Glühbirne (in a room); Licht\n   Synonym: {light}\n\"the lamp is on\"\n",
        "street lamp /striːt læmp/\nLaterne <fem>\n", "lamp <v>\nleuchten, hell scheinen\r\n",
    ]

    private func dictionary(cutBy cut: Int = 0, index extra: String = "") throws -> Lexicon {
        var index = "00databaseshort\tA\tB\n"
        var start = 0
        for (word, article) in zip(["lamp", "street lamp", "lamp"], LexiconTests.articles) {
            index += "\(word)\t\(LexiconTests.base64(start))\t\(LexiconTests.base64(article.utf8.count))\n"
            start += article.utf8.count
        }
        return try DictdReader.read(
            Array((index + extra).utf8), articles: Array(LexiconTests.articles.joined().utf8.dropLast(cut)),
            path: "dictd/freedict-eng-deu.index")
    }

    private static func base64(_ value: Int) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        return value < 64 ? String(digits[value]) : base64(value / 64) + String(digits[value % 64])
    }

    @Test func `a dictionary in dictd's form gives its single words`() throws {
        let lexicon = try dictionary()
        #expect((lexicon.source, lexicon.target) == (Language("en"), Language("de")))
        #expect(
            lexicon.entries.map { "\($0.source)=\($0.target)" }
                == ["lamp=Lampe", "lamp=Leuchte", "lamp=Glühbirne", "lamp=Licht", "lamp=leuchten"])
    }

    @Test func `an index that does not fit is refused`() throws {
        let cut = #expect(throws: ReadingError.self) { try dictionary(cutBy: 5) }
        #expect(cut?.line == 4)
        #expect(cut?.reason.contains("cut off") == true)
        let wrong = #expect(throws: ReadingError.self) { try dictionary(index: "x\tA!\tB\n") }
        #expect(wrong?.line == 5)
        for extra in ["x\t////////\tB\n", "x\t///////\t///////\n", "x\n", "\t\t\n"] {
            #expect(throws: ReadingError.self) { try dictionary(index: extra) }
        }
        #expect(throws: ReadingError.self) { try DictdReader.read([], articles: [], path: "words.index") }
    }
}
