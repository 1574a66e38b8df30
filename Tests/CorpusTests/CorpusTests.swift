import Bitext
import Corpus
import Drift
import TestSupport
import Testing

@Suite struct CorpusTests {
    @Test(arguments: [1, 2, 5])
    func `results come in the order of the items, whatever the number of jobs`(jobs: Int) async throws {
        var next = 0
        var written: [Int] = []
        try await OrderedPipeline.run(jobs: jobs) {
            next += 1
            return next <= 200 ? next : nil
        } work: { (number: Int) in
            // Items of unequal work, so that tasks overtake each other.
            (0..<(number % 7) * 500).reduce(number) { sum, step in sum &+ step &- step }
        } write: {
            written.append($0)
        }
        #expect(written == Array(1...200))
    }

    @Test func `an error while reading ends the run`() async {
        struct Fault: Error {}
        await #expect(throws: Fault.self) {
            try await OrderedPipeline.run(jobs: 3) { () throws -> Int? in
                throw Fault()
            } work: {
                $0
            } write: { _ in
            }
        }
    }

    @Test func `findings that are not sure enough are counted, not reported`() throws {
        var options = Comparer.Options()
        options.minConfidence = 0.95
        let source = try Pairs.version("It costs 45 euros today. We pay.", "en")
        let target = try Pairs.version("Es kostet heute 54 Euro. Wir zahlen.", "de")
        let comparison = Comparer(options: options).compare(source, target)
        #expect(comparison.findings.isEmpty)
        #expect(comparison.withheld == 1)
        #expect(comparison.signature.contains("min-confidence:0.95"))
    }

    @Test func `checks can be chosen and left out`() throws {
        let source = try Pairs.version("It costs 45 euros today. We pay.", "en")
        let target = try Pairs.version("Es kostet heute 54 Euro. Wir zahlen.", "de")
        var options = Comparer.Options()
        options.skip = ["number-mismatch"]
        #expect(Comparer(options: options).compare(source, target).findings.isEmpty)
        options = Comparer.Options()
        options.only = ["omitted-segment"]
        #expect(Comparer(options: options).compare(source, target).findings.isEmpty)
    }

    @Test func `an untranslated document is one finding`() throws {
        var random = SeededGenerator(seed: 4)
        let text = Pairs.sentences(24, using: &random).joined(separator: " ")
        let comparison = Comparer().compare(try Pairs.version(text, "en"), try Pairs.version(text, "de"))
        #expect(comparison.findings.map(\.check) == ["untranslated"])
    }

    @Test func `a version without speakers' labels is said to be unchecked for them`() throws {
        let labelled = try Pairs.version("President Adams: We are glad.\n\nPresident Brown: So are we.\n", "en")
        let plain = try Pairs.version("We are glad.\n\nSo are we.\n", "en")
        let note = "no speaker’s label was recognised: speakers were not compared"
        let one = Comparer().compare(labelled, plain).pair
        #expect(one.source.document.notes.isEmpty)
        #expect(one.target.document.notes == [note])
        #expect(Comparer().compare(plain, labelled).pair.source.document.notes == [note])
        #expect(Comparer().compare(plain, plain).pair.source.document.notes.isEmpty)
    }

    @Test func `the language is told by option, then name, then text`() throws {
        let text = Array("Мы очень рады видеть вас, и мы ещё встретимся в этом городе.".utf8)
        let reader = VersionReader()
        #expect(try reader.read(text, path: "a.uk.txt", language: Language("ru")).document.languageEvidence == .option)
        #expect(try reader.read(text, path: "a.uk.txt").document.language.tag == "uk")
        let told = try reader.read(text, path: "a.txt").document
        #expect(told.language.tag == "ru")
        #expect(told.languageEvidence == .text)
        #expect(try reader.read(Array("12:30".utf8), path: "a.txt").document.languageEvidence == .none)
    }

    @Test func `the summary counts and weighs`() throws {
        let comparison = Comparer().compare(
            try Pairs.version("It costs 45 euros today. We pay.", "en"),
            try Pairs.version("Es kostet heute 54 Euro. Wir zahlen.", "de"))
        #expect(comparison.summary.counts == [.major: 1])
        #expect(abs(comparison.summary.penaltyPerThousandWords - 5.0 / 7 * 1000) < 0.001)
        #expect(comparison.summary.verdict.hasPrefix("1 finding"))
    }
}
