import Bitext
import Formats
import TestSupport
import Testing

@Suite struct MessageFormsTests {
    private func read(_ message: String) throws -> Document {
        let escaped = message.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return try DocumentReader().read(Array("{\"a\": \"\(escaped)\", \"b\": \"x\"}".utf8), path: "a.json")
    }

    @Test(
        arguments: [
            ("{count, plural, =0{No files} one{# file} other{# files}} deleted", "{count} files deleted"),
            ("{n,plural,offset:1 one {a} few {b # c} other {d '#' # {x}}}", "d '#' {n} {x}"),
            ("{g, select, male {He} female {She}} left", "He left"),
            (
                "{g, select, other {{n, plural, one {# file of his} other {# files of theirs}}}}!",
                "{n} files of theirs!"
            ),
            ("{place, selectordinal, one {#st} other {#th}} of {total, number}", "{place}th of {total, number}"),
            ("$1 {{PLURAL:$1|link|links}} by {{GENDER:$2|[[User:$2|him]]|{{FULLNAME}}}}", "$1 links by {{FULLNAME}}"),
            ("na {{grammar:6sg|{{SITENAME}}}}", "na {{SITENAME}}"),
            // What is none, or broken, stays.
            ("{count, plural, one {x}", "{count, plural, one {x}"),
            ("{{GENDER:$1}}has left {{PLURAL:$1", "has left {{PLURAL:$1"),
            ("{name}, {0} # {a, b}", "{name}, {0} # {a, b}"), ("{{fullurl:x|y=1}}", "{{fullurl:x|y=1}}"),
            ("it's {n, plural, other {don't '{quote}' # it}}", "it's don't '{quote}' {n} it"),
            ("{n, plural, other }", "{n, plural, other }"),
        ])
    func `the most general form stands for all`(message: String, expected: String) throws {
        let content = try #require(read(message).turns.first?.paragraphs.first?.content)
        #expect(content.text == expected)
    }

    @Test func `the form still stands in the file, which is shown as it stands`() throws {
        let document = try read("{n, plural, one {1 ship} other {# ships}}")
        let content = try #require(document.turns.first?.paragraphs.first?.content)
        #expect(content.text == "{n} ships")
        #expect(document.text.slice(content.documentRange(TextRange(4, 9))) == "ships")
        #expect(content.written(TextRange(4, 9)) == "ships")
    }

    @Test(arguments: SeededGenerator.seeds)
    func `any braces are read`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "{", "}", "{{", "}}", "n", ", plural, ", "other ", "one{", "#", "'", "''", "|", ":", "PLURAL:", "é",
            "offset:1 ", ",", "[", "]",
        ]
        for _ in 0..<300 {
            let message = (0..<15).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            let document = try read("{n, plural, " + message)
            for paragraph in document.turns.flatMap(\.paragraphs) {
                #expect(paragraph.content.documentRange.end <= document.text.utf8.count, "\(message)")
            }
        }
        _ = try read(String(repeating: "{n, plural, other {", count: 3_000))
        _ = try read(String(repeating: "{n, plural, other {", count: 300) + String(repeating: "}}", count: 300))
    }
}
