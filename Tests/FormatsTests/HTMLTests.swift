import Bitext
import Formats
import TestSupport
import Testing

@Suite struct HTMLTests {
    private let page = """
        <!DOCTYPE html>
        <html lang="en-GB"><head><title>Talks</title><script>var a = "<p>no</p>";</script></head>
        <body><header><nav><ul><li>News</li></ul></nav></header>
        <main>
        <h1>Press statements</h1>
        <p><b>President of Norland Anna Berg:</b> Good afternoon,
          ladies &amp; gentlemen. Trade reached $20&nbsp;billion <i>last</i> year.</p>
        <p><b>President of Sudland Marco Vidal</b> (<i>retranslated</i>): Thank you.<br>We <a href="x">agree</a>.</p>
        </main><footer>© Site</footer></body></html>
        """

    private func read(_ page: String, path: String = "talks.html") throws -> Document {
        try DocumentReader().read(Array(page.utf8), path: path)
    }

    @Test func `a page is read as the transcript it shows`() throws {
        let document = try read(page)
        #expect(document.language.tag == "en-GB")
        #expect(document.languageEvidence == .markup)
        #expect(
            document.turns.map { $0.speaker?.name } == [
                nil, "President of Norland Anna Berg", "President of Sudland Marco Vidal",
            ])
        #expect(document.turns.map { $0.manner?.kind } == [nil, nil, .retranslated])
        let words = document.turns.flatMap(\.paragraphs).map(\.content.text)
        #expect(
            words == [
                "Press statements", "Good afternoon, ladies & gentlemen. Trade reached $20\u{A0}billion last year.",
                "Thank you.", "We agree.",
            ])
        #expect(document.words(of: 2..<3) == "President of Sudland Marco Vidal\nThank you.\nWe agree.")
    }

    @Test func `what is printed as typed, or marked, is verbatim`() throws {
        let document = try read(
            """
            <html><body><p>Type this where the harbour map is shown:</p><pre><span>ferry list</span> | sort\n  | head</pre><p>Then read &amp; wait.</p>
            <p translate="NO">Harbour Board of Nuuk</p><div class="note notranslate"><p>ferry <b>two</b></p></div>
            <p>The <code translate="no">ferry</code> command.</p></body></html>
            """)
        #expect(
            document.turns.flatMap(\.paragraphs).map { "\($0.kind) \($0.content.text)" } == [
                "prose Type this where the harbour map is shown:", "verbatim ferry list | sort | head",
                "prose Then read & wait.",
                "verbatim Harbour Board of Nuuk", "verbatim ferry two", "prose The ferry command.",
            ])
    }

    @Test(arguments: ["<html translate=\"no\"><body><p>%</p>", "<html><body><h1>Log</h1><pre>%</pre>"])
    func `a page that is verbatim as a whole is prose`(page: String) throws {
        let words = "The harbour board met on Monday and chose the berth of the ferry."
        let document = try read(page.replacing("%", with: words) + "</body></html>")
        #expect(document.turns.flatMap(\.paragraphs).map(\.kind).contains(.verbatim) == false)
        #expect(document.turns.last?.paragraphs.last?.content.text == words)
    }

    @Test func `words know where they stand in the page`() throws {
        let document = try read(page)
        for paragraph in document.turns.flatMap(\.paragraphs) {
            for word in paragraph.content.text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" })
            where word != "&" && word != "$20" {
                let text = paragraph.content.text
                let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
                let range = paragraph.content.documentRange(TextRange(start, start + word.utf8.count))
                #expect(document.text.slice(range).replacing("</a>", with: "") == word)
            }
        }
    }

    @Test(arguments: [
        ("<html><body><div>One.</div><p>Two.<p>Three.", ["One.", "Two.", "Three."]),
        ("<!doctype html><p>A<b>B</b>C &lt; D", ["ABC < D"]),
        ("<html><header>Menu</header><p>Text.<footer>End</footer>", ["Text."]),
        ("<html><p hidden>No.</p><p>Yes.</p><aside>No</aside>", ["Yes."]),
        (
            "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Text.</p></body></html>",
            ["Text."]
        ),
        ("<html><table><tr><td>One</td><td>Two</td></tr></table>", ["One", "Two"]),
        ("<html><body><p>\u{201E}Ja\u{201C}\r\n  und   nein", ["\u{201E}Ja\u{201C} und nein"]),
        ("<html>", []), ("<html><nav><p>Never closed", []),
    ])
    func `broken and odd pages`(page: String, expected: [String]) throws {
        #expect(try read(page).turns.flatMap(\.paragraphs).map(\.content.text) == expected)
    }

    @Test(arguments: SeededGenerator.seeds)
    func `pages of random pieces never trap, and ranges stay in the page`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "<p>", "</p>", "<main>", "</main>", "&amp;", "&#x41;", "&bad", "é", "漢字。", "<!--", "-->", "<![CDATA[", "\"",
            "<a href=\"", ">", "<script>", "</script>", "\r\n", " ", "word ", "<br/>", "<td>", "\u{1}", "</html>",
        ]
        let page = "<html>" + (0..<300).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let document = try read(page)
        for turn in document.turns {
            for paragraph in turn.paragraphs {
                let range = paragraph.content.documentRange
                #expect(range.start >= 0 && range.end <= page.utf8.count, "seed \(seed)")
            }
        }
    }

    @Test func `a page is no text of a segment a line`() throws {
        let error = #expect(throws: ReadingError.self) {
            try DocumentReader(form: .segmented).read(Array("<html><p>One".utf8), path: "a.html")
        }
        #expect(error?.description.contains("does not hold a segment a line") == true)
    }
}
