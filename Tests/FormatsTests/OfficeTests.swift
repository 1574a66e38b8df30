import Bitext
import Formats
import TestSupport
import Testing

@Suite struct OfficeTests {
    @Test(
        arguments: [
            // Runs, tabs, hyphens, what one run hides and another shows.
            (
                "<w:p><w:pPr><w:tabs><w:tab w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:t xml:space=\"preserve\">The </w:t></w:r>"
                    + "<w:r><w:rPr><w:b/></w:rPr><w:t>ship</w:t><w:tab/><w:t>left</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>"
                    + "<w:t> in secret</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> at mid</w:t>"
                    + "<w:noBreakHyphen/><w:t>day &amp; late.</w:t></w:r></w:p>",
                "The ship left at mid-day & late.\n"
            ),
            // Paragraphs, empty ones too, and a line that breaks within one.
            (
                "<w:p><w:r><w:t>One</w:t></w:r></w:p>\n<w:p/><w:p><w:r><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>",
                "One\n\ntwo\u{2028}three\n"
            ),
            // Tracked changes: what was put in stays, what was taken out or moved away does not.
            (
                "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
                    + "<w:moveFrom><w:r><w:t>here</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> there</w:t></w:r></w:moveTo>"
                    + "</w:p>",
                "new there\n"
            ),
            // The instruction of a field; how a word is read; a cell of a table.
            (
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>5</w:t></w:r></w:p></w:tc>"
                    + "<w:tc><w:p><w:r><w:ruby><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r>"
                    + "</w:rubyBase></w:ruby></w:r></w:p></w:tc></w:tr></w:tbl>",
                "5\n東京\n"
            ),
            // A text box, once.
            (
                "<w:p><w:r><w:t>Out</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>"
                    + "</w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback>"
                    + "</mc:AlternateContent><w:tab/></w:r><w:r><w:t>side</w:t></w:r></w:p>",
                "box\nOut side\n"
            ),
            ("", ""),
        ])
    func `of DOCX what is shown is read`(body: String, expected: String) throws {
        #expect(try EncodedText(Archive.docx(body), path: "a.docx").text == expected)
    }

    @Test func `notes stand behind the text, whatever the main part is called`() throws {
        let bytes = try Archive.docx(
            "<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
            footnotes: "<w:footnote><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                + "<w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>",
            main: "word/document2.xml")
        #expect(try EncodedText(bytes, path: "a.docx").text == "Text\nA note.\n")
    }

    @Test(
        arguments: [
            (
                "<text:h>Head</text:h><text:p>\n  The <text:span>ship</text:span><text:s text:c=\"2\"/>left<text:tab/>at\n noon"
                    + "<text:line-break/>sharp.</text:p><text:p/>",
                "Head\nThe ship  left at noon\u{2028}sharp.\n\n"
            ),
            (
                "<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>Text<text:note><text:note-citation>1"
                    + "</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> goes on"
                    + "<office:annotation><text:p>who?</text:p></office:annotation>.</text:p><text:p>End</text:p>",
                "Text goes on.\nEnd\nA note.\n"
            ),
            (
                "<text:p>Out<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:desc>a box</svg:desc>"
                    + "</draw:frame>side</text:p>",
                "box\nOutside\n"
            ),
            ("<text:p>a<text:s text:c=\"99999999999999999999\"/><text:s text:c=\"-3\"/>b</text:p>", "a b\n"),
        ])
    func `of ODT what is shown is read`(text: String, expected: String) throws {
        #expect(try EncodedText(Archive.odt(text), path: "a.odt").text == expected)
    }

    @Test func `turns and words are found again`() throws {
        let bytes = try Archive.docx(
            "<w:p><w:r><w:t>Ann Lee: We left</w:t><w:br/><w:t>at noon.</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>It rained</w:t></w:r></w:p><w:p><w:r><w:t>Bo Ek: Not here.</w:t></w:r></w:p>")
        let document = try DocumentReader().read(bytes, path: "talks.en.docx")
        #expect(document.turns.map { $0.speaker?.name } == ["Ann Lee", "Bo Ek"])
        #expect(
            document.turns.flatMap(\.paragraphs).map(\.content.text) == [
                "We left", "at noon.", "It rained", "Not here.",
            ])
        #expect(document.language.tag == "en")
        #expect(document.notes == ["read as DOCX: its lines are paragraphs"])
        let content = try #require(document.turns.last?.paragraphs.last?.content)
        #expect(document.text.slice(content.documentRange(TextRange(0, 3))) == "Not")
    }

    @Test func `a text that looks like a page or a subtitle is text in a DOCX`() throws {
        let bytes = try Archive.docx(
            "<w:p><w:r><w:t>&lt;html&gt; is a tag.</w:t></w:r></w:p><w:p><w:r><w:t>00:01.000 --&gt; 00:02.000</w:t></w:r></w:p>"
        )
        let document = try DocumentReader().read(bytes, path: "a.docx")
        #expect(document.turns.flatMap(\.paragraphs).map(\.content.text).first == "<html> is a tag.")
        #expect(document.language == .undetermined)
    }

    @Test func `a paragraph may be a segment`() throws {
        let bytes = try Archive.docx(
            "<w:p><w:r><w:t>One. Two.</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Three.</w:t></w:r></w:p>")
        let document = try DocumentReader(form: .segmented).read(bytes, path: "a.docx")
        #expect(document.turns.flatMap(\.paragraphs).map(\.content.text) == ["One. Two.", "", "Three."])
    }

    @Test(
        arguments: [
            // Texts by number, rich ones without how they are read, formulas by their value, empty cells and rows.
            (
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                    + "<row r=\"4\"><c r=\"B4\" t=\"str\"><f>A1&amp;B1</f><v>x &amp; y</v></c><c r=\"AA4\"><v>1.5</v></c></row>",
                "en\t東京\n\n\n\tx & y" + String(repeating: "\t", count: 25) + "1.5"
            ),
            // Texts in cells, tabs and line ends in them, errors, cells and rows without a place.
            (
                "<row><c t=\"inlineStr\"><is><t>a\tb\nc</t></is></c><c t=\"e\"><v>#REF!</v></c><c><v>7</v></c></row><row><c><v>8</v></c></row>",
                "a b\u{2028}c\t\t7\n8"
            ),
            // What no sheet has: unknown texts, columns and rows beyond the last or back.
            (
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>9</v></c><c r=\"ZZZZ2\"><v>1</v></c><c r=\"ZZZ2\"><v>2</v></c></row>"
                    + "<row r=\"99999999999\"/><row r=\"1\"><c r=\"B1\"><v>3</v></c><c r=\"A1\"><v>4</v></c></row>",
                "\n\t1"
            ),
            // The last column of all.
            ("<row><c r=\"XFD1\"><v>1</v></c></row>", String(repeating: "\t", count: 16_383) + "1"),
            ("", ""),
        ])
    func `of a workbook the first shown sheet is read, a row a line`(rows: String, expected: String) throws {
        let strings = ["<t>en</t>", "<r><t>東</t></r><r><t>京</t></r><rPh><t>とうきょう</t></rPh>"]
        #expect(try EncodedText(Archive.xlsx(rows, strings: strings), path: "a.xlsx").text == expected)
    }

    @Test func `a workbook is a table of pairs, and no text`() throws {
        let bytes = try Archive.xlsx(
            "<row><c><v>German</v></c><c><v>English</v></c></row><row><c><v>Eins.</v></c><c><v>One.</v></c></row>",
            others: "<sheet name=\"Notes\" sheetId=\"3\" r:id=\"r3\"/>")
        let text = try #require(try BilingualText(bytes, path: "a.xlsx"))
        #expect(text.units.map { [$0.id, $0.source.text, $0.target.text] } == [["2", "Eins.", "One."]])
        #expect(text.notes == ["read as a table of pairs", "sheet “Texts” is read", "1 of its sheets, not compared"])
        for (path, reason) in [
            ("a.xlsx", "holds a text and its translation: dragoman check compares them"),
            ("a.docx", "is a spreadsheet, which is read as a table of pairs where its name ends in .xlsx"),
        ] {
            let error = #expect(throws: ReadingError.self) { try DocumentReader().read(bytes, path: path) }
            #expect(error?.reason == reason)
        }
    }

    private func reason(_ bytes: [UInt8]) -> String? {
        let error = #expect(throws: ReadingError.self) { try EncodedText(bytes, path: "a.docx") }
        return error?.reason
    }

    @Test func `what cannot be read is said`() throws {
        #expect(
            reason(try Archive.bytes([(name: "a.txt", text: "Hello.")]))
                == "this is a ZIP archive that holds no DOCX, ODT or XLSX document")
        #expect(
            reason(try Archive.docx("<w:p>"))?.hasPrefix(
                "word/document.xml in it, line 2: Opening and ending tag mismatch")
                == true)
        #expect(
            reason(Array(try Archive.docx("<w:p/>").dropLast(40)))?.hasPrefix("the archive cannot be read: ") == true)
        #expect(
            reason(
                try Archive.bytes(
                    [(name: "mimetype", text: "application/vnd.oasis.opendocument.text")], password: "sesame"))
                == "it needs a password")
        #expect(
            reason(try Archive.bytes([(name: "mimetype", text: "application/vnd.oasis.opendocument.text")]))
                == "it holds no content.xml")
    }

    @Test(arguments: SeededGenerator.seeds)
    func `damaged files are refused or read, never trapped on`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let wholes = [
            try Archive.docx(
                "<w:p><w:r><w:t>We left at noon.</w:t></w:r></w:p>",
                footnotes: "<w:p><w:r><w:t>Note.</w:t></w:r></w:p>"),
            try Archive.xlsx("<row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>", strings: ["<t>One.</t>"]),
        ]
        for round in 0..<200 {
            var bytes = wholes[round % 2]
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? DocumentReader().read(bytes, path: "a.docx")
            _ = try? BilingualText(bytes, path: "a.xlsx")
        }
    }
}
