import Bitext
import Corpus
import Drift
import TestSupport
import Testing

@Suite struct TruncatedTextTests {
    private static let source =
        "The ministers signed the treaty on fisheries and promised to protect the whales of the northern ocean."
    private static let whole =
        "Die Minister unterzeichneten das Fischereiabkommen und versprachen, die Wale des nördlichen Ozeans zu schützen"

    private func found(_ source: [String], _ target: [String], _ language: String = "de") throws -> [Finding] {
        Comparer().compare(try Pairs.segmented(source, "en"), try Pairs.segmented(target, language)).findings
    }

    @Test(arguments: [
        ("Die Minister unterzeichneten das Fischereiabkommen und", true),
        ("Die Minister unterzeichneten das Fischereiabkommen,", true),
        ("Die Minister unterzeichneten das Fischereiabkommen.", false),
        ("„Die Minister unterzeichneten das Fischereiabkommen“", false),
        ("Die Minister unterzeichneten das Fischereiabkommen…", false), (whole, false),
    ])
    func `a target that breaks off is found by its end and by what it lacks`(target: String, breaksOff: Bool) throws {
        let findings = try found([TruncatedTextTests.source], [target])
        #expect(findings.contains { $0.check == "truncated-text" } == breaksOff)
        // One cause, one finding.
        if breaksOff { #expect(findings.map(\.check) == ["truncated-text"]) }
    }

    @Test func `a source that breaks off, too, is no finding`() throws {
        let source = String(TruncatedTextTests.source.dropLast())
        let findings = try found([source], ["Die Minister unterzeichneten das Fischereiabkommen und"])
        #expect(!findings.contains { $0.check == "truncated-text" })
    }

    @Test func `where the paragraph goes on, nothing broke off`() throws {
        let source = try Pairs.version(TruncatedTextTests.source + " Nobody spoke against it that day.", "en")
        let target = try Pairs.version(
            "Die Minister unterzeichneten das Fischereiabkommen und. An jenem Tag sprach niemand dagegen.", "de")
        #expect(!Comparer().compare(source, target).findings.contains { $0.check == "truncated-text" })
    }

    @Test func `a text that lost its marks tells nothing`() throws {
        let source = ["The ship left at noon.", "Nobody saw her again.", "The harbour was closed."]
        let target = ["Das Schiff fuhr mittags ab", "Niemand sah es wieder", "Der Hafen war geschlossen"]
        let broken = "Die Minister unterzeichneten das Fischereiabkommen und"
        let findings = try found(source + [TruncatedTextTests.source], target + [broken])
        #expect(!findings.contains { $0.check == "truncated-text" })
        let whole = try found(source + [TruncatedTextTests.source], target.map { $0 + "." } + [broken])
        #expect(whole.contains { $0.check == "truncated-text" })
    }

    @Test func `the place is the end of the target`() throws {
        let target = "Die Minister unterzeichneten das Fischereiabkommen und"
        let place = try #require(try found([TruncatedTextTests.source], [target]).first?.target)
        #expect(place.isPlaceOnly && place.rangeInSegment?.start == target.utf8.count)
    }
}
