import Bitext
import Corpus
import Drift
import Formats
import TestSupport
import Testing

@Suite struct InlineCodeTests {
    private func messages(_ source: String, _ target: String, _ others: String = "") throws -> [String] {
        let file = """
            <xliff version="1.2"><file source-language="en" target-language="de"><body>
            <trans-unit id="u"><source>\(source)</source><target>\(target)</target></trans-unit>\(others)
            </body></file></xliff>
            """
        let text = try #require(try BilingualText(Array(file.utf8), path: "a.xlf"))
        let pair = try VersionReader().versions(of: text, path: "a.xlf")
        return Comparer().compare(pair.source, pair.target).findings.filter { $0.check == "inline-code-mismatch" }.map {
            "\($0.severity) \($0.source?.text ?? "-")|\($0.target?.text ?? "-"): \($0.message)"
        }
    }

    /// What is said of a unit; `nil` where nothing is.
    @Test(
        arguments: [
            ("A <x id=\"1\"/> dog", "Ein Hund", "major dog|: <x id=\"1\"/> is missing in the target."),
            ("A dog", "Ein <ph id=\"1\">{0}</ph> Hund", "major |Hund: {0} is not in the source."),
            (
                "A <g id=\"1\">big</g> dog", "Ein <g id=\"2\">großer</g> Hund",
                "major big|großer: <g id=\"1\">…</g> of the source is <g id=\"2\">…</g> in the target."
            ),
            (
                "A <bx id=\"1\"/>big<ex id=\"1\"/> dog", "Ein <bx id=\"1\"/>großer Hund",
                "major dog|: <ex id=\"1\"/> is missing in the target."
            ),
            // One is there twice.
            (
                "<x id=\"1\"/> dog", "<x id=\"1\"/> Hund <x id=\"1\"/>",
                "major |Hund: <x id=\"1\"/> is not in the source."
            ),
            // Numbered anew by another tool.
            (
                "<ph id=\"1\">{0}</ph> of <ph id=\"2\">{1}</ph> dogs",
                "<ph id=\"8\">{1}</ph> Hunde: <ph id=\"9\">{0}</ph>", nil
            ),
            (
                "<ph id=\"1\">{0}</ph> of <ph id=\"2\">{1}</ph> dogs", "<ph id=\"1\">{1}</ph> Hunde",
                "major of|: {0} is missing in the target."
            ),
            // The address of a link is translated.
            (
                "See <ph id=\"1\">&lt;a href='en'&gt;</ph> dogs", "Siehe <ph id=\"1\">&lt;a href='de'&gt;</ph> Hunde",
                nil
            ),
            ("See <ph>&lt;a href='en'&gt;</ph> dogs", "Siehe <ph>&lt;a href='de'&gt;</ph> Hunde", nil),
            (
                "See <ph>&lt;a href='en'&gt;</ph> dogs", "Siehe <ph>&lt;br/&gt;</ph> Hunde",
                "major dogs|Hunde: <a href='en'> of the source is <br/> in the target."
            ),
            // Marks of terms and comments are no codes.
            ("A <mrk mtype=\"term\">dog</mrk> runs", "Ein Hund läuft", nil),
            // A stretch that ends before it starts, and one that holds only a value on both sides.
            (
                "A <bpt id=\"1\">&lt;b></bpt>dog<ept id=\"1\">&lt;/b></ept> runs",
                "Ein <ept id=\"1\">&lt;/b></ept>Hund<bpt id=\"1\">&lt;b></bpt> läuft",
                "major dog|Hund: </b> stands before <b> in the target."
            ),
            ("A <g id=\"1\"><x id=\"2\"/></g> dog", "Ein <g id=\"1\"><x id=\"2\"/></g> Hund", nil),
            // Each language has its own number of forms.
            (
                "{n, plural, one {<x id=\"1\"/> dog} other {<x id=\"1\"/> dogs}}",
                "{n, plural, one {<x id=\"1\"/> Hund} few {<x id=\"1\"/> Hunde} other {<x id=\"1\"/> Hunde}}", nil
            ),
        ] as [(String, String, String?)])
    func `inline codes are compared by name or by what they stand for`(source: String, target: String, message: String?)
        throws
    {
        #expect(try messages(source, target) == (message.map { [$0] } ?? []))
    }

    /// Time grows with the number of codes, not with its square.
    @Test func `a unit of very many codes is compared, a few of them named`() throws {
        let codes = (0..<20_000).map { "<bx id=\"\($0)\"/>" }.joined() + "a dog"
        let found = try messages(codes, "ein Hund")
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix(", <bx id=\"4\"/> and 19995 more is missing in the target.") == true)
    }

    /// What stands between a pair of codes is the same stretch of words however its letters are mended.
    @Test func `marks survive mended letters`() throws {
        #expect(
            try messages("A cafe\u{301} <g id=\"1\">ole\u{301}</g> now", "Ein Milchkaffee jetzt") == [
                "major ole\u{301}|: <g id=\"1\">…</g> is missing in the target."
            ])
    }

    @Test(arguments: SeededGenerator.seeds)
    func `random codes never trap`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "<g id=\"1\">", "</g>", "<x id=\"2\"/>", "<bpt id=\"3\">", "</bpt>", "<ept id=\"3\">", "</ept>", "dog ",
            "\n",
            "é", "<ph>", "</ph>", "<bx id=\"4\"/>", "<ex id=\"4\"/>", "{n, plural, other {", "}}",
        ]
        for _ in 0..<40 {
            let sides = (0..<2).map { _ in
                (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined()
            }
            _ = try? messages(sides[0] + " end", sides[1] + " Ende")
        }
    }
}
