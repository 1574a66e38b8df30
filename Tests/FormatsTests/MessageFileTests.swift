import Bitext
import Formats
import TestSupport
import Testing

@Suite struct MessageFileTests {
    private func read(_ text: String, _ path: String) throws -> Document {
        try DocumentReader().read(Array(text.utf8), path: path)
    }

    private func rows(_ document: Document) -> [String] {
        document.turns.flatMap(\.paragraphs).map { "\($0.key ?? "") = \($0.content.text)" }
    }

    @Test(
        arguments: [
            (
                "a.json",
                #"{"menu": {"open": "Open \"it\"", "n": 3}, "list": ["One", true, "T\u00e9\ud83c\udf89\n2"], "empty": " ", "no": null}"#,
                ["menu.open = Open \"it\"", "list.0 = One", "list.2 = Té🎉 2"]
            ),
            ("a.json", #"["One", {"a": "Two"}]"#, ["0 = One", "1.a = Two"]),
            ("a.yml", "a: Infinity\nb: Nan\nc: 1e3\n", ["a = Infinity", "b = Nan"]),
            ("a.json", #"{"a": "old", "b": "x\\ud83d", "a": "new"}"#, ["b = x\\ud83d", "a = new"]),
            (
                "app.arb", #"{"@@locale": "de", "hi": "Hallo {name}", "@hi": {"description": "Who?"}}"#,
                ["hi = Hallo {name}"]
            ),
            (
                "messages.json",
                #"{"hi": {"message": "Hi $N$", "description": "Greets", "placeholders": {"n": {"content": "$1"}}}}"#,
                ["hi.message = Hi $N$"]
            ),
            (
                "a.yml",
                "de:\n  hi: Hallo %{name}\n  yes: 'Ja, it''s'\n  n: 12\n  off: false\n  long: |\n    Eins\n    zwei\n",
                ["hi = Hallo %{name}", "yes = Ja, it's", "long = Eins zwei "]
            ),
            (
                "de.lproj/Localizable.strings",
                "\u{FEFF}/* Menu; \"x\" */\r\n\"open\" = \"\\\"%@\\\" öffnen\\n\\U00e9\";\n// more\nquit = \"Ende\"; \"OK\";\n",
                ["open = \"%@\" öffnen é", "quit = Ende", "OK = OK"]
            ),
            (
                "de.lproj/Localizable.stringsdict",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0"><dict>
                <key>berths &amp; ships</key><dict>
                  <key>NSStringLocalizedFormatKey</key><string>%#@berths@</string>
                  <key>berths</key><dict>
                    <key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string>
                    <key>NSStringFormatValueTypeKey</key><string>d</string>
                    <key>one</key><string>%d Liegeplatz</string>
                    <key>other</key><string>%d Liegeplätze &amp; mehr</string></dict></dict>
                <key>tide</key><dict>
                  <key>NSStringLocalizedFormatKey</key><string>Flut in %#@hours@</string>
                  <key>hours</key><dict><key>other</key><string>%d Stunden</string></dict></dict>
                <key>wide</key><dict><key>NSStringVariableWidthRuleType</key><dict>
                  <key>20</key><string>Hafen</string><key>50</key><string>Hafen am Kap</string></dict></dict>
                </dict></plist>
                """,
                [
                    "berths & ships.berths.one = %d Liegeplatz", "berths & ships.berths.other = %d Liegeplätze & mehr",
                    "tide = Flut in %#@hours@", "tide.hours.other = %d Stunden",
                    "wide.NSStringVariableWidthRuleType.20 = Hafen",
                    "wide.NSStringVariableWidthRuleType.50 = Hafen am Kap",
                ]
            ),
            (
                "a.properties", "a=L''heure n''est pas ''{0}''\nb=''x'' '' y''\\u00e9",
                ["a = L'heure n'est pas ''{0}''", "b = ''x'' '' y'é"]
            ),
            (
                "a.yaml", "hi: &a Hello\nho: *a\nlist:\n- one\n- [two]\n",
                ["hi = Hello", "list.0 = one", "list.1.0 = two"]
            ),
            (
                "res/strings.xml",
                #"""
                <?xml version="1.0"?><resources xmlns:x="y"><string name="a">Don\'t <b>open</b> “%1$s” &amp; go\nhome</string>
                <string name="b" translatable="false">x_1</string><string name="q">"  kept "</string>
                <plurals name="n"><item quantity="one">%d file</item><item quantity="other">%d files</item></plurals>
                <string-array name="l"><item>One</item><item><![CDATA[<i>Two</i>]]></item></string-array></resources>
                """#,
                [
                    "a = Don't open “%1$s” & go home", "q =  kept ", "n.one = %d file", "n.other = %d files",
                    "l.0 = One",
                    "l.1 = <i>Two</i>",
                ]
            ),
            (
                "R.de.resx",
                """
                <root><resheader name="version"><value>2.0</value></resheader><data name="a" xml:space="preserve">
                <value>Öffnen {0}</value><comment>Button</comment></data>
                <data name="icon" type="x"><value>AAAA</value></data></root>
                """, ["a = Öffnen {0}"]
            ),
            (
                "m_de.properties",
                "# note\r\n! note\r\na = Hallo, \\\r\n   Welt \\u00e9\\ud83c\\udf89!\r\nb:C\\:\\\\x\\n y\r\n  c\\ d  value=1\r\nempty=\r\n",
                ["a = Hallo, Welt é🎉!", "b = C:\\x  y", "c d = value=1"]
            ),
            (
                "de/app.ftl",
                """
                # note
                ### more
                -brand = { $case ->
                   *[nominative] Hafen
                    [genitive] Hafens
                }
                    .gender = masculine
                hello = Guten Tag, { $name }!   \r
                long =
                    Eine Zeile,
                      und noch eine { "" }

                    { "{" }x{ "}" } \\u

                empty =
                    .label = Öffne { -brand(case: "genitive") } & { hello.title }
                    .accesskey = Ö
                    .style = width: 30em
                files = { $n ->
                    [0] nichts
                    [one] eine Datei
                   *[other] { NUMBER($n, style: "a)") } Dateien { $more ->
                        [yes] ja
                       *[no] und { close }
                    } hier
                } am { DATETIME($day, month: "long") }
                close = Schließen
                see = Drücken Sie „{ close }“ oder „{empty.label}“ { $n } { hello }

                """,
                [
                    "-brand = Hafen", "-brand.gender = masculine", "hello = Guten Tag, { $name }!",
                    "long = Eine Zeile, und noch eine  {x} \\u",
                    "empty.label = Öffne {-brand} & { hello.title }",
                    "files = {$n} Dateien und Schließen hier am {$day}", "close = Schließen",
                    "see = Drücken Sie „Schließen“ oder „{empty.label}“ { $n } { hello }",
                ]
            ),
        ] as [(String, String, [String])])
    func `messages stand under their keys`(path: String, text: String, expected: [String]) throws {
        let document = try read(text, path)
        #expect(rows(document) == expected)
        #expect(document.notes.first?.hasSuffix(": \(expected.count) message\(expected.count == 1 ? "" : "s")") == true)
    }

    @Test(
        arguments: [
            ("a = { $x", 1, "a brace is not closed"),
            ("a = b\n= c", 2, "here a name must stand, of letters, digits, - and _"),
            ("a\n", 1, "an equals sign must follow the name of a message"),
            ("a = { \"x }\n", 1, "a quotation mark is not closed"),
            ("a = { $n ->\n b\n}", 2, "here a variant must stand, as [one] or *[other]"),
            ("a = { F($x }\n", 2, "a bracket is not closed"),
            ("a = { $n ->\n [one] b\n}", 3, "a choice has no default variant, as *[other]"),
            ("a =\n  .b", 2, "an equals sign must follow the name of an attribute"),
            (
                "a = " + String(repeating: "{ $n ->\n *[x] ", count: 30), 21, "choices stand in each other too deep"
            ),
        ])
    func `what is wrong in Fluent is told with its line`(text: String, line: Int, reason: String) throws {
        let error = try #require(throws: ReadingError.self) { try read(text, "a.ftl") }
        #expect(error.line == line)
        #expect(error.reason == reason)
    }

    @Test func `what is too long for a label is not put into other messages`() throws {
        let long = String(repeating: "long ", count: 101)
        let file = "a = \(long)end\nb = see { a } and { c }\nc = this\n"
        #expect(try rows(read(file, "a.ftl")).dropFirst() == ["b = see { a } and this", "c = this"])
    }

    @Test(arguments: SeededGenerator.seeds)
    func `any Fluent is read or refused`(seed: UInt64) throws {
        let parts = [
            "a", "-", "=", " ", "\n", "\n ", "{", "}", "$n", "\"", "[x]", "*", "->", ".", "(", ")", "\\", "é", "#",
            "\r\n",
        ]
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let count = Int.random(in: 0...20, using: &random)
            let rest = (0..<count).compactMap { _ in parts.randomElement(using: &random) }.joined()
            let text = "a = b" + rest
            guard let document = try? read(text, "a.ftl") else { continue }
            for paragraph in document.turns.flatMap(\.paragraphs) {
                #expect(paragraph.content.documentRange.end <= text.utf8.count)
            }
        }
    }

    @Test(arguments: [
        ("locales/pt-BR.json", "pt-BR"), ("i18n/de/common.json", "de"), ("app_pt_BR.arb", "pt-BR"),
        ("app_de.arb", "de"),
        ("res/values-pt-rBR/strings.xml", "pt-BR"), ("res/values/strings.xml", "und"), ("R.fr.resx", "fr"),
        ("pt-BR.lproj/L.strings", "pt-BR"), ("pt-BR.lproj/L.stringsdict", "pt-BR"), ("common.json", "und"),
        ("zh-Hant.json", "zh-Hant"), ("xx/qq.yml", "und"),
        ("a.de.yml", "de"),
    ])
    func `the language stands in the name or the folder's`(path: String, tag: String) throws {
        let texts = [
            "xml": "<resources><string name=\"a\">x</string></resources>",
            "resx": "<root><data name=\"a\"><value>x</value></data></root>", "strings": "a = x;",
            "stringsdict": "<plist><dict><key>a</key><dict><key>other</key><string>x</string></dict></dict></plist>",
        ]
        let text = path.split(separator: ".").last.flatMap { texts[String($0)] } ?? "{\"a\": \"x\"}"
        #expect(try read(text, path).language.tag == tag)
    }

    @Test func `what the file says of its language counts for more than its name`() throws {
        #expect(try read(#"{"@@locale": "de", "a": "x"}"#, "app_fr.arb").language.tag == "de")
        let document = try read("pl:\n  a: x\n", "fr.yml")
        #expect(document.language.tag == "pl" && document.languageEvidence == .markup)
        // Two outermost names are none of a language.
        #expect(try rows(read("pl:\n  a: x\nde:\n  a: y\n", "b.yml")) == ["pl.a = x", "de.a = y"])
    }

    @Test func `each word still stands in the file`() throws {
        let text = #"{"a": "Caf\u00e9 \"Zur Post\" 🎉 um \ud83c\udf89 acht"}"#
        let document = try read(text, "a.json")
        let content = try #require(document.turns.first?.paragraphs.first?.content)
        #expect(content.text == "Café \"Zur Post\" 🎉 um 🎉 acht")
        for (word, written) in [
            ("Caf", "Caf"), ("é", #"\u00e9"#), ("Post\"", #"Post\""#), ("um 🎉", #"um \ud83c\udf89"#), ("acht", "acht"),
        ] {
            let place = try #require(content.text.firstRange(of: word))
            let start = content.text.utf8.distance(from: content.text.startIndex, to: place.lowerBound)
            #expect(document.text.slice(content.documentRange(TextRange(start, start + word.utf8.count))) == written)
        }
    }

    @Test(arguments: [
        ("a.yaml", "hi: &a Hello\nho: *a\nb: *a\n", ["read as YAML: 1 message", "2 by alias, not compared"]),
        (
            "s.xml",
            "<resources><string name=\"a\">Go</string><string name=\"b\" translatable=\"false\">x <b>y</b></string></resources>",
            ["read as Android resources: 1 message", "1 not to be translated, not compared"]
        ),
        ("a.json", "{\"a\": \"*b\", \"*\": \"c\"}", ["read as JSON: 2 messages"]),
    ])
    func `what is left out is counted`(path: String, text: String, notes: [String]) throws {
        #expect(try read(text, path).notes == notes)
    }

    @Test func `messages are paired by their keys, in the source's order`() throws {
        let source = try read(#"{"a": "One", "b": "Two", "c": "Three"}"#, "en.json")
        let target = try read(#"{"c": "Drei", "d": "Vier", "a": "Eins", "b": ""}"#, "de.json")
        let pair = try #require(try MessagePairs.pair(source, target))
        #expect(rows(pair.source) == ["a = One", "c = Three"])
        #expect(rows(pair.target) == ["a = Eins", "c = Drei"])
        #expect(
            pair.target.notes == [
                "read as JSON: 3 messages", "1 without a translation, not compared",
                "1 that the source lacks, not compared",
            ])
        #expect(try MessagePairs.pair(source, read("One", "a.txt")) == nil)
        let error = #expect(throws: ReadingError.self) { try MessagePairs.pair(source, read(#"{"x": "y"}"#, "x.json")) }
        #expect(error?.description == "x.json: has no key that en.json has, too")
    }

    @Test(arguments: [
        ("a.json", "{\"a\": \n\"x\"", "a.json:2: JSON that is not well formed: "),
        ("a.yml", "a: b\n c: d", "a.yml:2: YAML that is not well formed: "),
        ("a.json", "[1, true]", "a.json: holds no message (read as JSON)"),
        ("a.properties", "# only a note", "a.properties: holds no message (read as Java properties)"),
        ("a.strings", "\n\"a\" = \"b\"", "a.strings:2: byte 10: a semicolon must follow a text"),
        ("a.strings", "\"a\" = \"b;", "a.strings:1: byte 9: a text lacks its last quotation mark"),
        ("a.strings", "\n\n;", "a.strings:3: byte 2: a text must stand in quotation marks"),
        ("a.stringsdict", "<plist><dict>\n<key>", "a.stringsdict:2: XML that is not well formed: "),
        ("a.stringsdict", "<plist><dict/></plist>", "a.stringsdict: holds no message (read as Apple stringsdict)"),
        ("s.xml", "<resources>\n<string>", "s.xml:2: XML that is not well formed: "),
        (
            "a.json", String(repeating: "[", count: 2000),
            "a.json:1: JSON that is not well formed: nests more than 1000 deep"
        ),
    ])
    func `what cannot be read is said`(path: String, text: String, reason: String) {
        let error = #expect(throws: ReadingError.self) { try read(text, path) }
        #expect(error?.description.hasPrefix(reason) == true, "\(error?.description ?? "")")
    }

    @Test func `a file that should hold a segment a line is refused`() {
        #expect(throws: ReadingError.self) {
            try DocumentReader(form: .segmented).read(Array(#"{"a": "x"}"#.utf8), path: "a.json")
        }
    }

    @Test(arguments: SeededGenerator.seeds)
    func `broken files are read or refused, never trapped on`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "{", "}", "[", "]", ":", ",", "\"", "'", "\\", "\\u", "\\ud83d", "\\udc00", "d83d", "a", "é", "🎉", "\n",
            " ", "=", "#", "|",
            "<resources>", "<string name=\"a\">", "</string>", "<item>", "</item>", "<value>", "&amp;", "\r", "@",
            "&a ", "*a", "<dict>", "</dict>", "<key>a", "</key>", "<string>",
        ]
        for _ in 0..<100 {
            let text = (0..<15).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            for (path, head) in [
                ("a.json", "{\"k\":\""), ("a.yml", "k: "), ("a.strings", "\"k\" = \""), ("a.properties", "k="),
                ("a.xml", "<resources><string name=\"k\">"),
                ("a.stringsdict", "<plist><dict><key>k</key>"),
                ("a.resx", "<root><data name=\"k\"><value>"),
            ] {
                let document = try? read(head + text, path)
                for paragraph in document?.turns.flatMap(\.paragraphs) ?? [] {
                    #expect(paragraph.content.documentRange.end <= (head + text).utf8.count, "\(text.debugDescription)")
                }
            }
        }
    }
}
