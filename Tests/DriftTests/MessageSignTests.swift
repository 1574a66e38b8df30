import Corpus
import Drift
import Formats
import TestSupport
import Testing

@Suite struct MessageSignTests {
    /// Findings of a check in a PO file, the source in English.
    private func findings(_ check: String, _ language: String, _ messages: [(String, String)]) throws -> [Finding] {
        let head = "msgid \"\"\nmsgstr \"Language: \(language)\\n\"\n\n"
        let file = head + messages.map { "msgid \"\($0)\"\nmsgstr \"\($1)\"\n" }.joined(separator: "\n")
        let text = try #require(try BilingualText(Array(file.utf8), path: "a.po"))
        let pair = try VersionReader().versions(of: text, path: "a.po")
        return Comparer().compare(pair.source, pair.target).findings.filter { $0.check == check }
    }

    private static func many(_ count: Int, _ source: String, _ target: String) -> [(String, String)] {
        (0..<count).map { ("\(source.replacing("#", with: "\($0)"))", "\(target.replacing("#", with: "\($0)"))") }
    }

    /// How a translation treats a sign elsewhere says what its loss means.
    @Test func `signs that a translation often leaves out are not missed`() throws {
        let lost = ("The port is shut.", "Der Hafen ist zu")
        let kept = MessageSignTests.many(20, "Ship # is here.", "Schiff # ist hier.")
        #expect(try findings("end-punctuation", "de", [lost] + kept).map(\.confidence).count { $0 > 0.8 } == 1)
        let without = MessageSignTests.many(20, "Ship # is here.", "Schiff # ist hier")
        #expect(try findings("end-punctuation", "de", [lost] + without).isEmpty)
        #expect(try findings("end-punctuation", "th", [("The port is shut.", "ท่าเรือปิดแล้ว")]).isEmpty)
    }

    @Test(
        arguments: [
            ("Name:", "de", "Name", "The source ends with a colon, the target with no mark."),
            ("Name:", "hy", "Անուն:", nil), ("Name: ", "fr", "Nom : ", nil), ("Open…", "ja", "開く...", nil),
            ("Open...", "zh", "打开。。。", nil), ("It is so.", "hi", "यह ऐसा है।", nil),
            ("Is it so?", "el", "Έτσι είναι;", nil),
            ("Is it so?", "ar", "هل هو كذلك؟", nil), ("Stop!", "es", "¡Alto!", nil),
            ("Stop!", "es", "Alto.", "The source ends with an exclamation mark, the target with a full stop."),
            ("(see below.)", "de", "(siehe unten)", nil), ("Not ':'", "de", "Kein Doppelpunkt", nil),
            (
                "Are you sure?", "de", "Sind Sie sicher.",
                "The source ends with a question mark, the target with a full stop."
            ),
        ] as [(String, String, String, String?)])
    func `marks at the end of messages are compared`(source: String, language: String, target: String, message: String?)
        throws
    {
        #expect(
            try findings("end-punctuation", language, [(source, target)]).map(\.message) == (message.map { [$0] } ?? [])
        )
    }

    @Test(
        arguments: [
            ("Done\\n", "Fertig", "The source ends with white space, the target does not."),
            ("Done", "Fertig ", "The target ends with white space, the source does not."),
            ("\\tDone", "Fertig", "The source starts with white space, the target does not."),
            ("Done\\n", "Fertig\\n", nil),
            ("Done  ", "Fertig ", nil),
        ] as [(String, String, String?)])
    func `white space at the edges of messages is compared`(source: String, target: String, message: String?) throws {
        #expect(try findings("edge-space", "de", [(source, target)]).map(\.message) == (message.map { [$0] } ?? []))
    }

    @Test(
        arguments: [
            ("_Save", "Speichern", true), ("_Save", "_Speichern", false), ("Save _as", "Sichern (_A)", false),
            ("&Save", "Speichern", true), ("Save &amp; go", "Sichern", false), ("R&D", "Forschung", false),
            ("a & b", "a und b", false), ("_a and _b", "a und b", false), ("page_up", "Bild auf", false),
            ("_", "", false), ("x &", "x", false),
        ])
    func `keys set to letters are compared`(source: String, target: String, isFound: Bool) throws {
        #expect(try findings("access-key", "de", [(source, target), ("End", "Ende")]).isEmpty != isFound)
    }

    /// Messages are terser than prose: what a translation says more, in other words or as it is, is no finding.
    @Test(
        arguments: [
            ("out of core", "вихід за межі області пам’яті", "uk", "added-phrase"),
            ("cannot stat %s", "Fehler beim Aufruf von stat für %s", "de", "negation-mismatch"),
            ("set the default branch to master", "đặt nhánh mặc định thành master", "vi", "untranslated-words"),
            (
                "Existing file could not be removed: unlink() failed", "Не вдалося вилучити файл: помилка unlink()",
                "uk", "opposite-word"
            ),
            ("invalid bits %04X in %s", "%2$s hat ungültige Bits %1$04X", "de", "unit-mismatch"),
        ])
    func `what faithful messages do is no finding`(source: String, target: String, language: String, check: String)
        throws
    {
        #expect(try findings(check, language, [(source, target)]).filter { $0.confidence >= 0.5 }.isEmpty)
    }

    /// The same message in two contexts may be two; messages that differ in a mark are one.
    @Test(arguments: [("The ship has left the port", 0), ("The ship has left the port.", 1)])
    func `contexts may ask for two translations`(again: String, count: Int) throws {
        let kept = MessageSignTests.many(3, "Ship # is here.", "Schiff # ist hier.")
        let found = try findings(
            "inconsistent-translation", "de",
            [("The ship has left the port", "Das Schiff hat den Hafen verlassen"), (again, "Es ist abgefahren")] + kept)
        #expect(found.count == count)
    }

    /// In prose none of these signs is one.
    @Test func `prose is left alone`() throws {
        let pair = Comparer().compare(
            try Pairs.segmented(["The ships: ", "_Here_ they are."], "en"),
            try Pairs.segmented(["Die Schiffe", "Da sind sie"], "de"))
        #expect(pair.findings.allSatisfy { !["end-punctuation", "edge-space", "access-key"].contains($0.check) })
    }
}
