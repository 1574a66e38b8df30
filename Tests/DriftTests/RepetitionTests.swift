import Corpus
import Drift
import TestSupport
import Testing

@Suite struct RepetitionTests {
    private static let opened = "The gate of the old harbour was opened."
    private static let closed = "The gate of the old harbour was closed."
    private static let geöffnet = "Das Tor des alten Hafens wurde geöffnet."
    private static let offen = "Man hat das Tor des alten Hafens aufgemacht."

    private func found(_ check: String, _ source: [String], _ target: [String]) throws -> [Finding] {
        Comparer().compare(units: (try Pairs.segmented(source, "en"), try Pairs.segmented(target, "de"))).findings
            .filter { $0.check == check }
    }

    @Test func `the rarer translation is reported, once, with both counts`() throws {
        let source = Array(repeating: RepetitionTests.opened, count: 5)
        let target = [0, 1, 0, 1, 0].map { [RepetitionTests.geöffnet, RepetitionTests.offen][$0] }
        let findings = try found("inconsistent-translation", source, target)
        #expect(findings.map { $0.target?.segments } == [1..<2])
        #expect(
            findings.map(\.message) == [
                """
                The source’s sentence is translated so here (2 times) and as “\(RepetitionTests.geöffnet)” elsewhere \
                (3 times).
                """
            ])
    }

    @Test func `case, marks and spaces make no other translation`() throws {
        let source = Array(repeating: RepetitionTests.opened, count: 3)
        let target = [
            RepetitionTests.geöffnet, RepetitionTests.geöffnet.uppercased(),
            "„Das Tor des alten  Hafens wurde geöffnet“",
        ]
        #expect(try found("inconsistent-translation", source, target).isEmpty)
    }

    @Test func `other marks of letters make another word, and emoji none`() throws {
        let source = Array(repeating: "The gate of the old harbour was opened.", count: 3)
        let marked = ["पुराने बंदरगाह का फाटक खुला", "पुराने बंदरगाह का फाटक खुला ❤️", "पुराने बंदरगाह का फाटक खाला"]
        let units = (try Pairs.segmented(source, "en"), try Pairs.segmented(marked, "hi"))
        let findings = Comparer().compare(units: units).findings.filter { $0.check == "inconsistent-translation" }
        #expect(findings.map { $0.target?.segments } == [2..<3])
    }

    @Test func `short sentences are said in many ways`() throws {
        let findings = try found(
            "inconsistent-translation", ["Thank you.", "Thank you.", "What can we do?", "What can we do?"],
            ["Danke.", "Vielen Dank.", "Was können wir tun?", "Was tun?"])
        #expect(findings.allSatisfy { $0.confidence < 0.5 && $0.target?.text == "Was tun?" })
    }

    @Test func `two sentences with one translation are asked for`() throws {
        let (open, closed) = (RepetitionTests.opened, RepetitionTests.closed)
        let source = [open, "Nobody spoke.", closed, "We left.", "7. The gates of the old harbour opened!"]
        let target = [
            RepetitionTests.geöffnet, "Niemand sprach.", RepetitionTests.geöffnet, "Wir gingen.",
            "7. " + RepetitionTests.geöffnet,
        ]
        let findings = try found("reused-translation", source, target)
        #expect(findings.map { $0.source?.text } == [closed])
    }

    @Test func `a form that is filled in is no inconsistency, and many repetitions are looked at quickly`() throws {
        let count = 300
        let source = Array(repeating: RepetitionTests.opened, count: count)
        let target = (0..<count).map { "Das Tor \(String(repeating: "a", count: $0 % 97)) wurde geöffnet." }
        #expect(try found("inconsistent-translation", source, target).isEmpty)
    }
}
