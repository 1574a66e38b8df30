import Bitext
import Corpus
import Drift
import Formats
import Foundation
import TestSupport
import Testing

@Suite struct BaselineTests {
    private func checked(_ source: String, _ target: String, path: String = "a.de.txt") throws -> CheckedPair {
        let pair = (
            try Pairs.version(source, "en", path: path.replacing(".de.", with: ".en.")),
            try Pairs.version(target, "de", path: path)
        )
        return CheckedPair(Comparer().compare(pair.0, pair.1))
    }

    private let source = "The budget came to 45 million euros.\n\nThe harbour will be closed for repairs in the spring."
    private let target =
        "Das Budget betrug 54 Millionen Euro.\n\nDer Hafen wird im Frühjahr wegen Reparaturen geschlossen."

    @Test func `what a baseline holds is known, wherever it moves; what is reworded is not`() throws {
        let before = try checked(source, target)
        #expect(before.findings.map(\.check) == ["number-mismatch"])
        let baseline = try Baseline(reading: Array(Baseline([before]).text().utf8), path: "b.jsonl")

        var moved = [
            try checked(
                "Another sentence stands first.\n\n" + source, "Ein anderer Satz steht zuerst.\n\n" + target,
                path: "b.de.txt")
        ]
        #expect(baseline.mark(&moved, day: "2026-11-24").stale.isEmpty)
        #expect(moved[0].findings.map(\.known) == [true])

        var reworded = [try checked(source, target.replacing("54", with: "64"))]
        #expect(baseline.mark(&reworded, day: "2026-11-24").stale.count == 1)
        #expect(reworded[0].findings.map(\.isNew) == [true])
    }

    @Test func `the same finding twice needs two entries`() throws {
        let once = try checked(source, target)
        let baseline = Baseline([once])
        var twice = [once, once]
        baseline.mark(&twice, day: "2026-11-24")
        #expect(twice.flatMap(\.findings).map(\.isNew) == [false, true])
        #expect(Baseline(twice).entries.map(\.count) == [2])
    }

    @Test func `a known finding stays with its file; where it moved is told when it cannot be known`() throws {
        let baseline = Baseline([try checked(source, target, path: "b.de.txt")])
        var both = [
            try checked(source, target, path: "a.de.txt"), try checked(source, target, path: "b.de.txt"),
        ]
        #expect(baseline.mark(&both, day: "2026-11-24").ambiguous.isEmpty)
        #expect(both.flatMap(\.findings).map(\.isNew) == [true, false])
        var moved = [
            try checked(source, target, path: "c.de.txt"), try checked(source, target, path: "d.de.txt"),
        ]
        #expect(CheckedCorpus(pairs: moved).marking(baseline, day: "2026-11-24").ambiguous.count == 1)
        #expect(baseline.mark(&moved, day: "2026-11-24").ambiguous.map(\.path) == ["b.de.txt"])
        #expect(moved.flatMap(\.findings).map(\.isNew) == [false, true])
    }

    @Test func `a decision keeps its reason, and ends on its day`() throws {
        var pairs = [try checked(source, target)]
        var baseline = Baseline([])
        baseline.accept(pairs[0].findings[0], in: "a.de.txt", reason: "as agreed", until: "2026-12-31")
        let again = Baseline(pairs).keepingReasons(of: baseline)
        #expect(again.entries.map(\.reason) == ["as agreed"])
        again.mark(&pairs, day: "2026-12-31")
        #expect(pairs[0].findings[0].reason == "as agreed")
        var later = [try checked(source, target)]
        again.mark(&later, day: "2027-01-01")
        #expect(later[0].findings[0].isNew)
    }

    @Test func `accepting one finding more leaves those that are known`() throws {
        let once = try checked(source, target)
        var baseline = Baseline([once, once])
        baseline.accept(once.findings[0], in: "a.de.txt", reason: "a third")
        var three = [once, once, once]
        #expect(baseline.mark(&three, day: "2026-11-24").stale.isEmpty)
        #expect(three.flatMap(\.findings).allSatisfy { $0.known == true })
    }

    @Test(arguments: [
        ("", nil), ("\n\n", nil), ("\n{}\n", 2), ("{}\n", 1),
        ("{\"type\":\"dragoman-baseline\",\"version\":1,\"program\":\"x\"}\nno\n", 2),
    ])
    func `what is no baseline is an error, not an empty one`(text: String, line: Int?) {
        let error = #expect(throws: ReadingError.self) { try Baseline(reading: Array(text.utf8), path: "b.jsonl") }
        #expect(error?.line == line)
    }

    @Test func `a damaged result in the cache is made again`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cache = ResultCache(folder: folder)
        let pair = FilePair(
            source: "a.en.txt", sourceLanguage: Language("en"), target: "a.de.txt", targetLanguage: Language("de"))
        let key = cache.key(pair, [Array(source.utf8), Array(target.utf8)], signature: "s")
        #expect(cache.result(key) == nil)
        cache.keep(try checked(source, target), key)
        #expect(cache.result(key)?.findings.count == 1)
        #expect(cache.key(pair, [Array(target.utf8), Array(source.utf8)], signature: "s") != key)
        let path = "\(folder)/\(key).json"
        let bytes = try Data(contentsOf: URL(filePath: path))
        try bytes.dropLast(20).write(to: URL(filePath: path))
        #expect(cache.result(key) == nil)
    }
}
