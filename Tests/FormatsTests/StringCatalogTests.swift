import Bitext
import Formats
import TestSupport
import Testing

@Suite struct StringCatalogTests {
    private func read(_ strings: String, source: Language? = nil, target: Language? = nil) throws -> BilingualText {
        let file = "{\"sourceLanguage\": \"en\", \"strings\": {\(strings)}, \"version\": \"1.0\"}"
        return try #require(
            try BilingualText(Array(file.utf8), path: "App.xcstrings", source: source, target: target))
    }

    private func rows(_ text: BilingualText) -> [[String]] {
        text.units.map { [$0.id, $0.source.text, $0.target.text] }
    }

    @Test func `a key without a text in the source's language is that text`() throws {
        let text = try read(
            #""The \"old\" pier": {"localizations": {"de": {"stringUnit": {"state": "translated", "value": "Der Pier"}}}}"#
        )
        #expect(text.kind == "string catalogue")
        #expect(rows(text) == [["The \"old\" pier", "The \"old\" pier", "Der Pier"]])
        #expect(text.sourceLanguage?.tag == "en" && text.targetLanguage?.tag == "de")
        // The key stands in the file with its escapes.
        let place = text.units[0].source.documentRange(TextRange(4, 9))
        #expect(text.file.text.slice(place) == #"\"old\""#)
        #expect(text.file.text.slice(text.units[0].target.documentRange) == "Der Pier")
    }

    @Test func `forms for numbers answer to the source's, the general one where it has no such`() throws {
        let text = try read(
            """
            "boats": {"localizations": {
              "en": {"variations": {"plural": {
                "one": {"stringUnit": {"state": "translated", "value": "%lld boat"}},
                "other": {"stringUnit": {"state": "translated", "value": "%lld boats"}}}}},
              "pl": {"variations": {"plural": {
                "one": {"stringUnit": {"state": "translated", "value": "%lld łódź"}},
                "few": {"stringUnit": {"state": "translated", "value": "%lld łodzie"}},
                "other": {"stringUnit": {"state": "needs_review", "value": "%lld łodzi"}}}}}}}
            """)
        #expect(
            rows(text) == [
                ["boats[plural.one]", "%lld boat", "%lld łódź"], ["boats[plural.few]", "%lld boats", "%lld łodzie"],
            ])
        #expect(text.notes == ["read as string catalogue", "1 new or to be reviewed, not compared"])
    }

    @Test func `what has no translation is counted, what is stale or not to be translated is left out`() throws {
        let unit = { (language: String, value: String) in
            "\"\(language)\": {\"stringUnit\": {\"state\": \"translated\", \"value\": \"\(value)\"}}"
        }
        let text = try read(
            """
            "": {}, "OK": {"shouldTranslate": false, "localizations": {\(unit("fr", "Bon"))}},
            "gone": {"extractionState": "stale", "localizations": {\(unit("fr", "parti"))}},
            "pier": {"comment": "dragoman: accept all a name", "localizations": {\(unit("en", "The pier")),
              \(unit("fr", "La jetée"))}},
            "quay": {"localizations": {\(unit("en", "The quay"))}}
            """)
        #expect(rows(text) == [["pier", "The pier", "La jetée"]])
        #expect(text.notes == ["read as string catalogue", "1 without a translation, not compared"])
        #expect(text.document(.target, path: "App.xcstrings").keys == ["pier"])
    }

    @Test func `the language that is asked for is preferred to its variants, and another source may be named`() throws {
        let units = [("pt", "um"), ("pt-BR", "dois"), ("fr", "trois")].map { language, value in
            "\"\(language)\": {\"stringUnit\": {\"state\": \"translated\", \"value\": \"\(value)\"}}"
        }.joined(separator: ", ")
        let strings = "\"word\": {\"localizations\": {\(units)}}"
        #expect(rows(try read(strings, target: Language("pt-BR"))) == [["word", "word", "dois"]])
        #expect(rows(try read(strings, target: Language("pt"))) == [["word", "word", "um"]])
        #expect(rows(try read(strings, source: Language("fr"), target: Language("pt"))) == [["word", "trois", "um"]])
        let error = #expect(throws: ReadingError.self) { try read(strings) }
        #expect(error?.description.contains("fr, pt, pt-BR") == true)
    }

    @Test(
        arguments: [
            ("{\"strings\": {\n\"a\": ]}}", 2, "not well formed"), ("[]", 1, "holds no strings"),
            ("{\"strings\": {}}", nil, "no translated unit"),
            ("{\"strings\": {\"a\": \"b\"}}", nil, "no translated unit"),
        ] as [(String, Int?, String)])
    func `a damaged catalogue is told with its line`(text: String, line: Int?, reason: String) {
        let error = #expect(throws: ReadingError.self) { try BilingualText(Array(text.utf8), path: "a.xcstrings") }
        #expect(error?.line == line)
        #expect(error?.description.contains(reason) == true)
    }

    @Test func `the languages of a file that may hold several are told`() throws {
        let memory = """
            <tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>A</seg></tuv>
            <tuv xml:lang="de"><seg>B</seg></tuv><tuv xml:lang="fr_CA"><seg>C</seg></tuv></tu></body></tmx>
            """
        #expect(try BilingualText.targets(Array(memory.utf8), path: "a.tmx").map(\.tag) == ["de", "fr-CA"])
        #expect(
            try BilingualText.targets(Array(memory.utf8), path: "a.tmx", source: Language("de")).map(\.tag)
                == ["en", "fr-CA"])
        #expect(try BilingualText.targets(Array("msgid \"\"".utf8), path: "a.po").isEmpty)
    }

    @Test(arguments: SeededGenerator.seeds)
    func `random pieces of a catalogue never trap`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"strings\"", "\"localizations\"", "\"stringUnit\"", "\"value\"", "\"de\"",
            "\"a\\u00", "\"", "\"state\"", "false", "\"comment\"", "\"variations\"",
        ]
        let text = "{\"strings\": {" + (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        do {
            let read = try BilingualText(Array(text.utf8), path: "a.xcstrings")
            #expect(read.map { !$0.units.isEmpty } ?? true, "seed \(seed)")
        } catch {
            #expect(error.path == "a.xcstrings", "seed \(seed)")
        }
    }
}
