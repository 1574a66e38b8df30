import Bitext
import Drift
import Formats
import TestSupport
import Testing

@testable import Corpus

@Suite struct VersionChoiceTests {
    private static func ladder(_ beads: [(Range<Int>, Range<Int>)]) -> Ladder {
        Ladder(beads: beads.map { Bead(source: $0.0, target: $0.1, score: 1) })
    }

    @Test func `stretches end where beads of both ladders do`() {
        let some = VersionChoiceTests.ladder([(0..<1, 0..<1), (1..<3, 1..<2), (3..<4, 2..<3)])
        let other = VersionChoiceTests.ladder([(0..<2, 0..<2), (2..<3, 2..<3), (3..<4, 3..<3), (4..<4, 3..<4)])
        let found = VersionChoice.joined(some, other)
        #expect(found.map(\.source) == [0..<3, 3..<4])
        #expect(found.map(\.some) == [0..<2, 2..<3])
        #expect(found.map(\.other) == [0..<3, 3..<4])
    }

    @Test func `what comes before the source's first segment is a stretch`() {
        let some = VersionChoiceTests.ladder([(0..<0, 0..<2), (0..<1, 2..<3)])
        let other = VersionChoiceTests.ladder([(0..<1, 0..<1)])
        let found = VersionChoice.joined(some, other)
        #expect(found.map(\.source) == [0..<0, 0..<1])
        #expect(found.map(\.some) == [0..<2, 2..<3])
        #expect(found.map(\.other) == [0..<0, 0..<1])
    }

    @Test(arguments: SeededGenerator.seeds.prefix(20)) func `stretches hold each segment once`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func ladder(_ count: Int) -> Ladder {
            var beads: [(Range<Int>, Range<Int>)] = []
            var reached = (0, 0)
            while reached.0 < count {
                let step = (Int.random(in: 0...2, using: &random), Int.random(in: 0...2, using: &random))
                guard step != (0, 0) else { continue }
                let next = (min(count, reached.0 + step.0), reached.1 + step.1)
                beads.append((reached.0..<next.0, reached.1..<next.1))
                reached = next
            }
            return VersionChoiceTests.ladder(beads)
        }
        let (some, other) = (ladder(12), ladder(12))
        let found = VersionChoice.joined(some, other)
        for (ranges, count) in [
            (found.map(\.source), 12), (found.map(\.some), some.beads.last?.target.upperBound ?? 0),
            (found.map(\.other), other.beads.last?.target.upperBound ?? 0),
        ] {
            #expect(ranges.flatMap(Array.init) == Array(0..<count), "seed \(seed)")
        }
    }

    private static func version(_ text: String, _ name: String) throws -> AlignedPair.Version {
        try VersionReader().read(Array(text.utf8), path: name)
    }

    @Test(
        arguments: [
            ("Sie kommen am Montag an. Es waren 40 Schiffe.", "Sie kommen am Montag an. Es waren 14 Schiffe.", "new"),
            ("Sie kommen am Montag an. Es waren 14 Schiffe.", "Sie kommen am Montag an. Es waren 40 Schiffe.", "old"),
        ])
    func `the version with the right figure is closer`(old: String, new: String, verdict: String) throws {
        let source = try VersionChoiceTests.version("They arrive on Monday. There were 14 ships.", "s.en.txt")
        let choice = try VersionChoice(
            old: VersionChoiceTests.version(old, "a.de.txt"), new: VersionChoiceTests.version(new, "b.de.txt"),
            source: source, comparer: Comparer())
        #expect(choice.stretches.map { $0.closer?.rawValue } == ["same", verdict])
    }
}
