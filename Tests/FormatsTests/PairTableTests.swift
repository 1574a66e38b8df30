import Bitext
import Formats
import TestSupport
import Testing

@Suite struct PairTableTests {
    private func read(_ text: String, _ path: String, source: Language? = nil, target: Language? = nil) throws
        -> BilingualText
    {
        try #require(try BilingualText(Array(text.utf8), path: path, source: source, target: target))
    }

    private func rows(_ text: BilingualText) -> [[String]] {
        text.units.map { [$0.id, $0.source.text, $0.target.text] }
    }

    struct Table: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let languages: [String?]
        let rows: [[String]]
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ languages: [String?], _ rows: [[String]]) {
            (self.name, self.text, self.languages, self.rows) = (name, text, languages, rows)
        }
    }

    @Test(arguments: [
        Table(
            "tags.tsv", "en\tpt_BR\nOne.\tUm.\n\nTwo.\tDois.\n", ["en", "pt-BR"],
            [["2", "One.", "Um."], ["4", "Two.", "Dois."]]),
        Table("names.csv", "Key,English,German\na.b,One.,Eins.\n", ["en", "de"], [["a.b", "One.", "Eins."]]),
        Table("indonesian.csv", "id,en\nSatu.,One.\n", ["id", "en"], [["2", "Satu.", "One."]]),
        Table("key.csv", "id,en,no\n7,One.,Én.\n", ["en", "no"], [["7", "One.", "Én."]]),
        Table("semicolon.csv", "en;fr\n1,5 m;1,5 m\n", ["en", "fr"], [["2", "1,5 m", "1,5 m"]]),
        Table("codes.tsv", "src\ttgt\nOne.\tEins.\n", [nil, nil], [["2", "One.", "Eins."]]),
        Table("roles.tsv", "target\tnote\tsource\nEins.\tx\tOne.\n", [nil, nil], [["2", "One.", "Eins."]]),
        Table(
            "pairs.tsv", "\u{FEFF}One.\tEins.\r\n“Two”\t\"Zwei\"\r\n", [nil, nil],
            [["1", "One.", "Eins."], ["2", "“Two”", "\"Zwei\""]]),
        Table("de_AT.csv", "\"One, two\",\"Eins, zwei\"\n", [nil, "de-AT"], [["1", "One, two", "Eins, zwei"]]),
        Table(
            "quoted.csv", "en,de\n\"He said \"\"no\"\".\nTwice.\",\"Er sagte \"\"nein\"\".\nZweimal.\"\nOne.,Eins.\n",
            ["en", "de"],
            [["2", "He said \"no\".\nTwice.", "Er sagte \"nein\".\nZweimal."], ["5", "One.", "Eins."]]),
        Table(
            "short.csv", "en,de,\nOne.,Eins.,\nTwo.\nThree.,Drei.\n", ["en", "de"],
            [["2", "One.", "Eins."], ["4", "Three.", "Drei."]]),
    ])
    func `a row is a pair, and the first line names the columns`(_ table: Table) throws {
        let text = try read(table.text, table.name)
        #expect(rows(text) == table.rows)
        #expect([text.sourceLanguage?.tag, text.targetLanguage?.tag] == table.languages)
    }

    @Test func `doubled quotation marks still map to the file`() throws {
        let file = "en,de\n\"Say \"\"no\"\" now\",Nein\n"
        let unit = try read(file, "a.csv").units[0]
        #expect(file.slice(unit.source.documentRange(TextRange(9, 12))) == "now")
        #expect(file.slice(unit.source.documentRange(TextRange(4, 8))) == "\"no\"\"")
    }

    @Test func `a file called so that has one column, or prose, is a text`() throws {
        for (name, text, isText) in [
            ("a.tsv", "One.\nTwo, three.\n", true), ("a.csv", "One, two, three.\n", true),
            ("a.tsv", "One.\tEins.\n", false),
        ] {
            let document = try? DocumentReader().read(Array(text.utf8), path: name)
            #expect((document != nil) == isText, "\(text)")
        }
    }

    @Test func `of several languages one is asked for`() throws {
        let file = "key\ten\tde\tpt-BR\na\tOne.\tEins.\tUm.\n"
        #expect(throws: ReadingError.self) { try read(file, "a.tsv") }
        #expect(try BilingualText.targets(Array(file.utf8), path: "a.tsv").map(\.tag) == ["de", "pt-BR"])
        #expect(try rows(read(file, "a.tsv", target: Language("pt"))) == [["a", "One.", "Um."]])
        #expect(
            try rows(read(file, "a.tsv", source: Language("de"), target: Language("en"))) == [["a", "Eins.", "One."]])
        #expect(
            try BilingualText.targets(Array(file.utf8), path: "a.tsv", source: Language("de")).map(\.tag) == [
                "en", "pt-BR",
            ])
        let error = try #require(throws: ReadingError.self) { try read(file, "a.tsv", target: Language("fr")) }
        #expect(error.reason == "has no column in fr, only en, de, pt-BR")
    }

    @Test(arguments: [
        ("a.csv", "en,de\nOne,Eins\n\"Two,Zwei\n", 3, "a cell's quotation mark is not closed"),
        (
            "a.csv", "en,de\n\"One\n1\",Eins\nTwo, too,Zwei\n", 4,
            "has 3 columns, the first line 2: a mark too many, or no quotes?"
        ),
        (
            "a.tsv", "\na\tb\tc\n", 2,
            "has 3 columns, and the first line does not name two of them, as en and de, or source and target"
        ),
        (
            "a.csv", "one", 1,
            "has 1 column, and the first line does not name two of them, as en and de, or source and target"
        ),
        ("a.tsv", "\n\n", nil, "holds no row"),
        ("a.tsv", "en\tde\n", nil, "holds no translated unit"),
    ])
    func `what is damaged is told with its line`(_ path: String, _ text: String, _ line: Int?, _ reason: String) throws
    {
        let error = try #require(throws: ReadingError.self) { try read(text, path) }
        #expect(error.line == line)
        #expect(error.reason == reason)
    }

    @Test func `any text is read or refused, and units map into it`() throws {
        let parts = ["\"", ",", ";", "\t", "\n", "\r", "\r\n", "en", "de", "é", "id", " ", "\u{FEFF}", "a\u{301}", "源"]
        var read = 0
        for seed in 0..<2000 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let text = (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in
                parts.randomElement(using: &random)
            }
            .joined()
            for path in ["a.csv", "a.tsv"] {
                guard let table = try? BilingualText(Array(text.utf8), path: path) else { continue }
                read += 1
                for words in table.units.flatMap({ [$0.source, $0.target] }) {
                    let place = words.documentRange(TextRange(0, words.text.utf8.count))
                    #expect(!words.text.isEmpty && place.end <= text.utf8.count, "seed \(seed)")
                }
            }
        }
        #expect(read > 100)
    }
}
