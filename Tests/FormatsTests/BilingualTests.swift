import Bitext
import Formats
import TestSupport
import Testing

@Suite struct BilingualTests {
    private func read(_ text: String, _ path: String, target: Language? = nil) throws -> BilingualText {
        try #require(try BilingualText(Array(text.utf8), path: path, target: target))
    }

    private func rows(_ text: BilingualText) -> [[String]] {
        text.units.map { [$0.id, $0.source.text, $0.target.text] }
    }

    @Test func `XLIFF 1_2: the text of inline codes, alternatives and what is not to be translated are left out`()
        throws
    {
        let file = """
            <?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
            <file source-language="en" target-language="pt_BR" original="a" datatype="html"><body>
            <trans-unit id="t1"><source>The <g id="1">port</g> &amp; <ph id="2">&lt;br></ph>city</source>
            <seg-source>The</seg-source><target>O <g id="1">porto</g> e a cidade</target>
            <alt-trans><source>No</source><target>Não</target></alt-trans><note>Short</note></trans-unit>
            <trans-unit id="t2" translate="no"><source>ID</source><target>ID</target></trans-unit>
            <trans-unit id="t3"><source>Open</source></trans-unit>
            </body></file></xliff>
            """
        let text = try read(file, "a.xlf")
        #expect(text.kind == "XLIFF 1.2")
        #expect(rows(text) == [["t1", "The port & city", "O porto e a cidade"]])
        #expect(text.sourceLanguage?.tag == "en")
        #expect(text.targetLanguage?.tag == "pt-BR")
        #expect(
            text.notes == [
                "read as XLIFF 1.2", "1 without a translation, not compared", "1 not to be translated, not compared",
            ])
        let place = text.units[0].target.documentRange(TextRange(2, 7))
        #expect(file.slice(place) == "porto")
    }

    @Test func `XLIFF 2: a unit's segments are units`() throws {
        let text = try read(
            """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="de"><file id="f">
            <unit id="u"><originalData><data id="d">x</data></originalData>
            <segment><source>One <pc id="1">two</pc>.</source><target>Eins <pc id="1">zwei</pc>.</target></segment>
            <ignorable><source> </source></ignorable>
            <segment><source>Three.</source><target>Drei.</target></segment></unit></file></xliff>
            """, "a.xliff")
        #expect(rows(text) == [["u", "One two.", "Eins zwei."], ["u.1", "Three.", "Drei."]])
    }

    /// Codes as `part id data label`, each with the word that it stands before.
    private func codes(_ unit: BilingualText.Unit, _ side: Side, in file: String) -> [String] {
        unit.versions[side].codes.map { code in
            let rest = file.slice(TextRange(code.place, file.utf8.count))
            return "\(code.part) \(code.id) \(code.data) \(code.label) | \(rest.prefix(4))"
        }
    }

    @Test func `inline codes keep their names, what they stand for and their places`() throws {
        let file = """
            <xliff version="1.2"><file source-language="en" target-language="de"><body><trans-unit id="a">
            <source>See <g id="1">the  port</g>: <x id="2" ctype="lb"/>it <bpt id="3" rid="7">&lt;b></bpt>is<ept id="4"
            rid="7">&lt;/b></ept> <ph id="5">{<sub>no</sub>0}</ph></source><target>Da</target></trans-unit>
            <trans-unit id="b"><source>A<bx id="1" rid="r"/>b<ex id="2" rid="r"/><g id="3"></g></source>
            <target>C</target></trans-unit></body></file></xliff>
            """
        let text = try read(file, "a.xlf")
        #expect(text.units.map(\.source.text) == ["See the port: it is", "Ab"])
        #expect(
            codes(text.units[0], .source, in: file) == [
                "opening 1  <g id=\"1\"> | the ", "closing 1  </g> | </g>", "standalone 2  <x id=\"2\"/> |  <x ",
                "opening 3 <b> <b> | is<e", "closing 3 </b> </b> | <ept", "standalone 5 {0} {0} | <ept",
            ])
        #expect(
            codes(text.units[1], .source, in: file) == [
                "opening 1  <bx id=\"1\"/> | b<ex", "closing 1  <ex id=\"2\"/> | <ex ",
                "opening 3  <g id=\"3\"> | <ex ", "closing 3  </g> | <ex ",
            ])
        let two = """
            <xliff version="2.0" srcLang="en" trgLang="de"><file id="f"><unit id="u"><originalData><data id="d1">x</data>
            </originalData><segment><source>A <pc id="1" dataRefStart="d1" dataRefEnd="d2">b</pc> <sc id="2"/>c<ec
            startRef="2"/><ph id="3" dataRef="d1"/> d</source><target>E</target></segment></unit></file></xliff>
            """
        #expect(
            codes(try read(two, "a.xlf").units[0], .source, in: two) == [
                "opening 1 d1 <pc id=\"1\"> | b</p", "closing 1 d1 </pc> | </pc", "opening 2  <sc id=\"2\"/> | c<ec",
                "closing 2  <ec startRef=\"2\"/> | <ec\n", "standalone 3 d1 <ph id=\"3\"/> | <ec\n",
            ])
        let memory = """
            <tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>A <bpt i="1" x="5"></bpt>b<ept
            i="1"></ept><ph>&lt;br/></ph></seg></tuv><tuv xml:lang="de"><seg>C</seg></tuv></tu></body></tmx>
            """
        #expect(
            codes(try read(memory, "a.tmx").units[0], .source, in: memory) == [
                "opening 5  <bpt x=\"5\"/> | b<ep", "closing 5  <ept i=\"1\"/> | <ept",
                "standalone  <br/> <br/> | <ept",
            ])
    }

    @Test func `TMX: the variants of two languages`() throws {
        let file = """
            <tmx version="1.4"><header srclang="en"/><body>
            <tu tuid="a"><tuv xml:lang="en-GB"><seg>A <bpt i="1">&lt;b></bpt>ship<ept i="1">&lt;/b></ept></seg></tuv>
            <tuv xml:lang="de"><seg>Ein Schiff</seg></tuv><tuv xml:lang="fr"><seg>Un navire</seg></tuv></tu>
            </body></tmx>
            """
        let error = #expect(throws: ReadingError.self) { try read(file, "a.tmx") }
        #expect(error?.description.contains("de, fr") == true)
        #expect(rows(try read(file, "a.tmx", target: Language("fr"))) == [["a", "A ship", "Un navire"]])
    }

    @Test func `Qt: forms of numbers; what is unfinished or vanished is left out`() throws {
        let file = """
            <?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="de_DE" sourcelanguage="en_GB">
            <context><name>Main</name><message><location filename="a.cpp" line="3"/><source>Open &amp; read</source>
            <translatorcomment>short</translatorcomment><translation>Öffnen &amp; lesen</translation></message>
            <message numerus="yes"><source>%n file(s)</source><translation><numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform></translation></message>
            <message><source>Quit</source><translation type="unfinished">Ende</translation></message>
            <message><source>Old</source><translation type="vanished">Alt</translation></message>
            <message><source>Help</source><translation></translation></message></context></TS>
            """
        let text = try read(file, "app_de.ts")
        #expect(
            rows(text) == [
                ["Main|Open & read", "Open & read", "Öffnen & lesen"], ["Main|%n file(s)", "%n file(s)", "%n Datei"],
                ["Main|%n file(s)[1]", "%n file(s)", "%n Dateien"],
            ])
        #expect(text.sourceLanguage?.tag == "en-GB" && text.targetLanguage?.tag == "de-DE")
        #expect(
            text.notes == ["read as Qt TS", "1 without a translation, not compared", "1 unfinished, not compared"])
    }

    @Test func `Qt: white space at the edges of messages is theirs, what breaks lines is one space`() throws {
        let text = try read(
            """
            <TS version="2.1" language="de"><context><name> Main </name><message><source> Name
              of it: </source><translation>Name:</translation></message><message><source>A</source><translation> B
            </translation></message><message><source>C</source><translation>
            </translation></message></context></TS>
            """, "app_de.ts")
        #expect(rows(text) == [["Main| Name of it: ", " Name of it: ", "Name:"], ["Main|A", "A", " B "]])
    }

    @Test func `PO: the only form of a plural is that of all numbers, a form for one may lack its count`() throws {
        let file = #"""
            msgid ""
            msgstr "Language: ko\n"

            msgid "translator-credits"
            msgstr "Ada Berg, 2003-2006"

            msgid "Last month"
            msgid_plural "%d months ago"
            msgstr[0] "%d달 전"

            msgid "Found %'d file in %s"
            msgid_plural "Found %'d files in %s"
            msgstr[0] "Eine Datei in %s gefunden"
            msgstr[1] "%'d Dateien in %s gefunden"

            msgid "%d item"
            msgid_plural "%d items"
            msgstr[0] "%d Teil"
            msgstr[1] "Teile"

            msgid "%1% unit, 50% discount"
            msgid_plural "%1% units, 50% discount"
            msgstr[0] "%1% Stück, 50% Rabatt"
            msgstr[1] "%1% Stücke, 50% Rabatt"
            """#
        #expect(
            rows(try read(file, "a.po")).map { Array($0.dropFirst()) } == [
                ["%d months ago", "%d달 전"], ["Found  file in %s", "Eine Datei in %s gefunden"],
                ["Found %'d files in %s", "%'d Dateien in %s gefunden"], ["%d item", "%d Teil"], ["%d items", "Teile"],
                ["%1% unit, 50% discount", "%1% Stück, 50% Rabatt"],
                ["%1% units, 50% discount", "%1% Stücke, 50% Rabatt"],
            ])
    }

    @Test(arguments: [
        ("menu|Open the file", "Datei öffnen", "Open the file"),
        ("female^I am ready.", "Ich bin bereit.", "I am ready."),
        ("yes|no", "ja|nein", "yes|no"), ("grep [-a|-b]", "grep mit -a oder -b", "grep [-a|-b]"),
        ("word|", "Wort", "word|"),
        ("|x", "x", "|x"), ("2^", "zwei", "2^"), ("10^6 bytes", "10⁶ Byte", "10^6 bytes"),
    ]) func `PO: a context that stands in the message is left out`(message: String, translation: String, source: String)
        throws
    {
        let po = "msgid \"\(message)\"\nmsgstr \"\(translation)\"\n"
        let text = try #require(try BilingualText(Array(po.utf8), path: "de.po"))
        #expect(text.units.map(\.source.text) == [source])
        let place = try #require(text.units.first).source.documentRange(TextRange(0, source.utf8.count))
        #expect(po.utf8.dropFirst(place.start).prefix(place.length).elementsEqual(source.utf8))
    }

    @Test func `PO: plurals with fewer forms than the header asks for are counted`() throws {
        let file = """
            msgid ""
            msgstr ""
            "Language: pl\\n"
            "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : 1);\\n"

            msgid "%d ship"
            msgid_plural "%d ships"
            msgstr[0] "%d statek"
            msgstr[1] "%d statki"

            msgid "%d port"
            msgid_plural "%d ports"
            msgstr[0] "%d port"
            msgstr[1] "%d porty"
            msgstr[2] "%d portów"
            """
        #expect(try read(file, "a.po").notes.last == "1 with fewer forms of the plural than the header’s 3")
    }

    @Test func `XLIFF: white space at the edges is kept where the file says so`() throws {
        let file = """
            <xliff version="1.2"><file source-language="en" target-language="de"><body>
            <trans-unit id="a" xml:space="preserve"><source>Name: </source><target> Name:</target></trans-unit>
            <trans-unit id="b"><source> Port </source><target>
            Hafen</target></trans-unit></body></file></xliff>
            """
        #expect(rows(try read(file, "a.xlf")) == [["a", "Name: ", " Name:"], ["b", "Port", "Hafen"]])
    }

    @Test func `PO: marks that combine with the quotation mark before them belong to the text`() throws {
        let file = "msgid \"\u{301}a \\\u{301}\"\nmsgstr \"\u{5B0}A3 יחוגדל\"\n"
        let text = try read(file, "a.po")
        #expect(text.units[0].target.text.unicodeScalars.elementsEqual("\u{5B0}A3 יחוגדל".unicodeScalars))
        #expect(text.units[0].source.text.unicodeScalars.elementsEqual("\u{301}a \u{301}".unicodeScalars))
    }

    @Test func `PO: contexts, plurals, escapes, long texts; fuzzy and obsolete entries are left out`() throws {
        let file = #"""
            # German
            msgid ""
            msgstr ""
            "Content-Type: text/plain; charset=UTF-8\n"
            "Language: de\n"

            msgctxt "menu"
            msgid "Say \"yes\"\n"
            "now"
            msgstr ""
            "Sag \"ja\"\n"
            "jetzt"
            msgid "one file"
            msgid_plural "%d files"
            msgstr[0] "eine Datei"
            msgstr[1] "%d Dateien"

            #, fuzzy, c-format
            msgid "Old"
            msgstr "Alt"

            msgid "New"
            msgstr ""

            #~ msgid "gone"
            #~ msgstr "weg"
            """#
        let text = try read(file, "de.po")
        #expect(
            rows(text) == [
                ["menu|Say \"yes\" now", "Say \"yes\" now", "Sag \"ja\" jetzt"],
                ["one file", "one file", "eine Datei"],
                ["one file[1]", "%d files", "%d Dateien"],
            ])
        #expect(text.targetLanguage?.tag == "de")
        #expect(
            text.notes.dropFirst(2) == ["1 without a translation, not compared", "1 marked as fuzzy, not compared"])
        #expect(file.slice(text.units[2].target.documentRange) == "%d Dateien")
    }

    @Test(
        arguments: [
            ("a.po", "msgid \"a\nmsgstr \"b\"", 1, "quotation marks"), ("a.po", "\n\"a\"", 2, "without msgid"),
            ("a.po", "msgid \"a\"\nmsgfoo \"b\"", 2, "unknown keyword"),
            ("a.po", "msgid \"a\"\nmsgstr \"\"", nil, "no translated unit"),
            ("a.po", "msgid \"a\\\"", 1, "backslash"),
            ("a.xlf", "<xliff version=\"1.2\">\n<file>", 2, "not well formed"),
            ("a.tmx", "<tmx><body><tu></body></tmx>", 1, "not well formed"), ("a.xliff", "hello", 1, "neither XLIFF"),
        ] as [(String, String, Int?, String)])
    func `damaged files are told with their line`(path: String, text: String, line: Int?, reason: String) {
        let error = #expect(throws: ReadingError.self) { try BilingualText(Array(text.utf8), path: path) }
        #expect(error?.line == line)
        #expect(error?.description.contains(reason) == true)
    }

    @Test func `a file in UTF-16 is read, and its ranges are the file's own`() throws {
        let file =
            "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"de\"><body><trans-unit id=\"a\">"
            + "<source>One</source><target>Eins</target></trans-unit></body></file></xliff>"
        let bytes: [UInt8] = [0xFF, 0xFE] + file.utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
        let text = try #require(try BilingualText(bytes, path: "a.xlf"))
        #expect(rows(text) == [["a", "One", "Eins"]])
        let document = text.document(.target, path: "a.xlf")
        let range = document.originalRange(document.turns[0].paragraphs[0].content.documentRange)
        #expect(bytes[range.start..<range.end].filter { $0 != 0 } == Array("Eins".utf8))
    }

    @Test func `other text is no bilingual file`() throws {
        #expect(try BilingualText(Array("Hello there".utf8), path: "a.txt") == nil)
    }

    @Test(
        arguments: [("po/pt_BR.po", "pt-BR"), ("de.po", "de"), ("de/sign_in.po", nil), ("l/how_to.po", nil)]
            as [(String, String?)])
    func `a PO file without a header is in the language that it is called by`(path: String, tag: String?) throws {
        let text = try #require(try BilingualText(Array("msgid \"a\"\nmsgstr \"b\"\n".utf8), path: path))
        #expect(text.targetLanguage?.tag == tag)
    }

    @Test(arguments: [
        ("de-DE", "de", true), ("de", "de-DE", true), ("zh-CN", "zh-Hans", true), ("zh-TW", "zh-Hans", false),
        ("pt-PT", "pt-BR", false), ("fr", "de", false), ("sr-Latn", "sr", true),
    ])
    func `a translation may be the one that is asked for`(language: String, asked: String, expected: Bool) {
        #expect(BilingualText.mayBe(Language(language), Language(asked)) == expected)
    }

    @Test func `a bilingual file is no text, but a text may quote one`() throws {
        let quoted = Array("A file of messages looks like this.\n\nmsgid \"Open\"\nmsgstr \"Öffnen\"\n".utf8)
        #expect(try DocumentReader().read(quoted, path: "manual.en.txt").turns.count == 1)
        #expect(throws: ReadingError.self) { try DocumentReader().read(quoted, path: "de.po") }
        #expect(throws: ReadingError.self) { try DocumentReader().read(Array("<tmx>".utf8), path: "a.tmx") }
        #expect(try DocumentReader().read(Array("let x = 1".utf8), path: "a.ts").turns.count == 1)
    }

    @Test(arguments: [LadderFormat.tmx, .xliff])
    func `what is written is read again`(format: LadderFormat) throws {
        let texts = [["One <b> & two.", "Three."], ["Eins <b> & zwei.", "Drei."]]
        let sides = texts.map { lines in
            lines.enumerated().map { number, line in
                Segment(
                    index: number, turn: 0, indexInTurn: number, paragraph: number, kind: .prose,
                    of: MappedText(line, at: 0), rangeInParagraph: TextRange(0, line.utf8.count))
            }
        }
        let beads = [
            Bead(source: 0..<1, target: 0..<1, score: 0.9), Bead(source: 1..<2, target: 1..<1, score: 0.8),
            Bead(source: 2..<2, target: 1..<2, score: 0.8),
        ]
        let written = format.write(
            Ladder(beads: beads), source: sides[0], target: sides[1], languages: (Language("en"), Language("de")))
        let text = try read(written, "a.\(format.rawValue)")
        #expect(rows(text) == [["b0", "One <b> & two.", "Eins <b> & zwei."]])
        #expect(text.sourceLanguage?.tag == "en")
        #expect(text.targetLanguage?.tag == "de")
    }

    @Test(arguments: SeededGenerator.seeds)
    func `random pieces of PO never trap`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "msgid ", "msgstr ", "msgstr[1] ", "msgstr[x] ", "\"", "\"a\"", "\\", "\n", "\n\n", "#, fuzzy",
            "msgctxt \"c\"", "ü",
        ]
        let text = "msgid \"\"\n" + (0..<200).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        do {
            let read = try BilingualText(Array(text.utf8), path: "a.po")
            #expect(read.map { !$0.units.isEmpty } ?? true, "seed \(seed)")
        } catch {
            #expect(error.path == "a.po", "seed \(seed)")
        }
    }
}
