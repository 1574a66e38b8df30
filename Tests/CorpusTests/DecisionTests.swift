import Corpus
import Drift
import Formats
import Testing

/// Decisions that stand beside the text.
@Suite struct DecisionTests {
    private func checked(
        _ source: String, _ target: String, name: String, beside: String? = nil
    ) throws -> CheckedPair {
        let reader = VersionReader()
        let comparison: Comparison
        if let text = try BilingualText(Array(target.utf8), path: name) {
            comparison = Comparer().compare(units: try reader.versions(of: text, path: name))
        } else {
            comparison = Comparer().compare(
                try reader.read(Array(source.utf8), path: "a.en.txt"), try reader.read(Array(target.utf8), path: name))
        }
        return try CheckedPair(comparison, beside: beside.map { (name + Decision.fileSuffix, Array($0.utf8)) })
    }

    /// Which findings are new, and what is said of decisions, on a day.
    private func marked(_ pair: CheckedPair, day: String = "2026-11-26") -> CheckedCorpus {
        CheckedCorpus(pairs: [pair]).marking(nil, day: day)
    }

    private let source = "The budget came to 45 million euros.\n\nThe harbour opens on 12 May."

    private static let comment = "dragoman: accept number-mismatch: agreed with the treasurer until 2027-01-31"
    private static let files = [
        (
            "a.de.html",
            """
            <html lang="de"><body><p>Das Budget betrug 54 Millionen Euro. <!-- \(comment) --></p>
            <p>Der Hafen öffnet am 13. Mai.</p></body></html>
            """, 1
        ),
        (
            "a.de.html",
            """
            <html lang="de"><body>
            <!-- \(comment) -->
            <p>Das Budget betrug 54 Millionen Euro.</p>
            <p>Der Hafen öffnet am 13. Mai.</p></body></html>
            """, 2
        ),
        (
            "de.po",
            """
            # \(comment)
            #: budget.c:12
            msgid "The budget came to 45 million euros."
            msgstr "Das Budget betrug 54 Millionen Euro."

            msgid "The harbour opens on 12 May."
            msgstr "Der Hafen öffnet am 13. Mai."
            """, 1
        ),
        (
            "a.xlf",
            """
            <xliff version="1.2"><file source-language="en" target-language="de"><body><trans-unit id="a">
            <source>The budget came to 45 million euros.</source>
            <target>Das Budget betrug 54 Millionen Euro.</target>
            <note>\(comment)</note></trans-unit>
            <trans-unit id="b"><source>The harbour opens on 12 May.</source>
            <target>Der Hafen öffnet am 13. Mai.</target></trans-unit></body></file></xliff>
            """, 4
        ),
        (
            "a.xlf",
            """
            <xliff version="2.0" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">
            <unit id="a"><notes><note>\(comment)</note></notes><segment>
            <source>The budget came to 45 million euros.</source>
            <target>Das Budget betrug 54 Millionen Euro.</target></segment></unit>
            <unit id="b"><segment><source>The harbour opens on 12 May.</source>
            <target>Der Hafen öffnet am 13. Mai.</target></segment></unit></file></xliff>
            """, 2
        ),
        (
            "a.tmx",
            """
            <tmx version="1.4"><header srclang="en"/><body>
            <tu><note>\(comment)</note><tuv xml:lang="en"><seg>The budget came to 45 million euros.</seg></tuv>
            <tuv xml:lang="de"><seg>Das Budget betrug 54 Millionen Euro.</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>The harbour opens on 12 May.</seg></tuv>
            <tuv xml:lang="de"><seg>Der Hafen öffnet am 13. Mai.</seg></tuv></tu></body></tmx>
            """, 2
        ),
    ]

    @Test(arguments: files)
    func `a comment accepts the findings of its own paragraph or unit, until its day`(
        name: String, text: String, line: Int
    ) throws {
        let pair = try checked(source, text, name: name)
        #expect(pair.findings.count == 2, "\(pair.findings.map(\.message))")
        let corpus = marked(pair)
        #expect(corpus.new.count == 1)
        #expect(corpus.new.first?.finding.message.contains("13") == true)
        let accepted = corpus.all.first { !$0.finding.isNew }?.finding
        #expect(accepted?.reason == "agreed with the treasurer")
        #expect(accepted?.decidedIn == "\(name):\(line)")
        #expect(corpus.unneeded.isEmpty && corpus.expired.isEmpty)
        #expect(marked(pair, day: "2027-02-01").new.count == 2)
        #expect(marked(pair, day: "2027-02-01").expired.count == 1)
    }

    private let target = "Das Budget betrug 54 Millionen Euro.\n\nDer Hafen öffnet am 13. Mai."

    @Test func `a file next to the target accepts findings by place or id`() throws {
        let plain = try checked(source, target, name: "a.de.txt")
        #expect(plain.findings.count == 2)
        let beside = """
            # agreed on Tuesday
            number-mismatch#t0.s0: agreed with the treasurer
            \(plain.findings[1].check)#\(plain.findings[1].id): a moved date
            untranslated#t0.s1: of an earlier version
            """
        let corpus = marked(try checked(source, target, name: "a.de.txt", beside: beside))
        #expect(corpus.new.isEmpty)
        #expect(corpus.all.map(\.finding.decidedIn) == ["a.de.txt.dragoman:2", "a.de.txt.dragoman:3"])
        #expect(corpus.unneeded.map(\.line) == [4])
        #expect(try Baseline(corpus.pairs).text().split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        ("number-mismatch#t0.s0", "a.de.txt.dragoman:1: a decision needs a reason"),
        (
            "\nnumber-mismach#t0.s0: x",
            "a.de.txt.dragoman:2: unknown check “number-mismach”; did you mean “number-mismatch”?"
        ),
        ("number-mismatch: all of them", "is not CHECK#PLACE"),
        ("number-mismatch#t0.s0: x until Easter", "a.de.txt.dragoman:1: “until” takes a day such as 2027-01-31"),
        ("number-mismatch#t0.s0: until 2027-01-31", "needs a reason behind the colon"),
    ])
    func `a line that is no decision is an error with its place`(beside: String, message: String) throws {
        let error = #expect(throws: ReadingError.self) {
            try checked(source, target, name: "a.de.txt", beside: beside)
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test func `a comment that is no decision is an error with its place`() throws {
        let page =
            "<html lang=\"de\"><body>\n<p>Das Budget <!-- dragoman: ignore this --> betrug 54 Millionen Euro.</p></body></html>"
        let error = #expect(throws: ReadingError.self) { try checked(source, page, name: "a.de.html") }
        #expect(error?.description.hasPrefix("a.de.html:2: “ignore this” is not “accept CHECK: reason”") == true)
    }
}
