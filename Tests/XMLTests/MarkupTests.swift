import Testing
import XML

@Suite struct MarkupTests {
    @Test func `HTML gives elements, text and where it stands`() throws {
        let page = "<p lang=de>Öl &amp; <b>Gas</b>\r\n<!-- no gas --></p><br>"
        var seen: [String] = []
        try MarkupParser.html(page) { event in
            switch event {
            case .start(let name, let attributes): seen.append("<\(name) \(attributes["lang"] ?? "")>")
            case .end(let name): seen.append("</\(name)>")
            case .text(let text, let end):
                let before = String(decoding: page.utf8.prefix(end).suffix(text.utf8.count), as: UTF8.self)
                seen.append(before == text ? text : "\(text) from an entity")
            case .comment(let text, let offset):
                #expect(page.utf8.prefix(offset).count > page.utf8.count - "no gas --></p><br>".utf8.count)
                seen.append("comment:\(text)")
            }
        }
        #expect(
            seen == [
                "<html >", "<body >", "<p de>", "Öl ", "& from an entity", " ", "<b >", "Gas", "</b>", "\r\n",
                "comment: no gas ", "</p>",
                "<br >", "</br>", "</body>", "</html>",
            ])
    }

    @Test func `XML that is not well formed is told, with its line`() {
        let failure = #expect(throws: MarkupParser.Failure.self) { try MarkupParser.xml("<a>\n<b></a>") { _ in } }
        #expect(failure?.line == 2)
    }

    @Test func `entities that a document declares are refused, and no file is fetched`() {
        let bomb = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>1&b;2</a>"
        var text = ""
        #expect(throws: MarkupParser.Failure.self) {
            try MarkupParser.xml(bomb) { event in
                if case .text(let more, _) = event { text += more }
            }
        }
        #expect(text == "1")
    }

    @Test func `XML tells where its text stands`() throws {
        let document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a><b>Öl ist</b>\n<c>Gas</c></a>"
        var seen: [String] = []
        try MarkupParser.xml(document) { event in
            if case .text(let text, let end) = event {
                seen.append(String(decoding: document.utf8.prefix(end).suffix(text.utf8.count), as: UTF8.self))
            }
        }
        #expect(seen == ["Öl ist", "\n", "Gas"])
    }

    @Test func `what is written can be read`() throws {
        let writer = try #require(MarkupWriter())
        writer.element("a", ["b": "\"<&\u{1}"]) { writer.text("x < y & z\u{0}") }
        #expect(
            writer.finished() == """
                <?xml version="1.0" encoding="UTF-8"?>
                <a b="&quot;&lt;&amp;">x &lt; y &amp; z</a>

                """)
    }

    @Test func `a page of opening tags is refused, not followed for ever`() {
        let page = String(repeating: "<div>", count: 100_000) + String(repeating: "</p>", count: 100_000)
        #expect(throws: MarkupParser.Failure.self) { try MarkupParser.html(page) { _ in } }
    }
}
