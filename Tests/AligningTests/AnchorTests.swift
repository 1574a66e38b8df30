import Aligning
import Bitext
import Corpus
import Drift
import Formats
import TestSupport
import Testing

/// What a user fixes of a ladder.
@Suite struct AnchorTests {
    private func align(
        _ source: AlignedPair.Version, _ target: AlignedPair.Version, _ anchors: String, turns: Aligner.Turns = .strict
    ) throws -> AlignedPair {
        var options = Comparer.Options()
        options.turns = turns
        options.fixed = try FixedPoints.of(
            AnchorReader.read(Array(anchors.utf8), path: "anchors"), path: "anchors", source, target)
        return Comparer(options: options).align(source, target)
    }

    @Test(arguments: SeededGenerator.seeds.prefix(12))
    func `beads that are fixed stand, whatever they are, and the rest covers both sides`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let sentences = Pairs.sentences(Int.random(in: 6...30, using: &random), using: &random)
        let target = sentences.filter { _ in Int.random(in: 0..<8, using: &random) > 0 }
        let versions = (try Pairs.segmented(sentences, "en"), try Pairs.segmented(target, "en"))
        var fixed: [(Range<Int>, Range<Int>)] = []
        var place = (source: 0, target: 0)
        while true {
            let source = place.source + Int.random(in: 0...4, using: &random)
            let target = place.target + Int.random(in: 0...4, using: &random)
            let ends = (
                source + Int.random(in: 1...3, using: &random), target + Int.random(in: 1...3, using: &random)
            )
            guard ends.0 <= versions.0.segments.count, ends.1 <= versions.1.segments.count else { break }
            fixed.append((source..<ends.0, target..<ends.1))
            place = ends
        }
        let lines = fixed.map { "\(Array($0.0)):\(Array($0.1)):0.5" }
        let pair = try align(versions.0, versions.1, lines.shuffled(using: &random).joined(separator: "\n"))
        for side in Side.allCases {
            #expect(
                pair.ladder.beads.flatMap { Array($0[side]) } == Array(pair[side].segments.indices), "seed \(seed)")
        }
        for (source, target) in fixed {
            #expect(
                pair.ladder.beads.contains { $0.source == source && $0.target == target }, "seed \(seed): \(source)")
        }
        // A whole ladder that is fixed is kept whole.
        let whole = pair.ladder.beads.map { "\(Array($0.source)):\(Array($0.target))" }
        let again = try align(versions.0, versions.1, whole.joined(separator: "\r\n"))
        func numbered(_ pair: AlignedPair) -> [NumberedBead] {
            pair.ladder.beads.map { NumberedBead(source: Set($0.source), target: Set($0.target)) }
        }
        // Null beads beside each other may change places.
        #expect(numbered(again).count == numbered(pair).count, "seed \(seed)")
        #expect(Set(numbered(again)) == Set(numbered(pair)), "seed \(seed)")
    }

    @Test func `two places or texts start beads`() throws {
        let source = try Pairs.segmented(["One bird sang.", "It was late.", "We went home."], "en")
        let target = try Pairs.segmented(["Ein Vogel sang spät.", "Wir gingen heim."], "de")
        let pair = try align(source, target, "# the end\nWe went\tgingen heim\n")
        #expect(pair.ladder.beads.last.map { [$0.source.lowerBound, $0.target.lowerBound] } == [2, 1])
        let moved = try align(source, target, "t0.s1\tt0.s1\n")
        #expect(moved.ladder.beads.contains { $0.source.lowerBound == 1 && $0.target.lowerBound == 1 })
    }

    @Test func `turns bound sentences, surely or not at all`() throws {
        let names = ["Anna Berg", "Olaf Dahl"]
        var random = SeededGenerator(seed: 7)
        let turns = (0..<8).map { _ in Pairs.sentences(3, using: &random).joined(separator: " ") }
        func transcript(_ shift: Int) -> String {
            turns.enumerated().map { "Minister \(names[($0 + shift) % 2]): \($1)" }.joined(separator: "\n\n")
        }
        // The labels of the target are all the other speaker's.
        let versions = (try Pairs.version(transcript(0), "en"), try Pairs.version(transcript(1), "en"))
        for setting in [Aligner.Turns.soft, .ignore] {
            let pair = try align(versions.0, versions.1, "", turns: setting)
            #expect(pair.ladder.beads.allSatisfy { $0.shape == "1-1" }, "\(setting)")
        }
    }

    @Test(arguments: [
        ("[0]:[9]", 1, "has no segment 9"), ("\n[0,2]:[0]", 2, "do not follow each other"),
        ("[1]:[0]\n[0]:[1]", 1, "crosses or overlaps the anchor of line 2"), ("[0", 1, "neither a bead"),
        ("[0]:[0]\n[2]:[]", 2, "the bead before or behind"),
        ("bird\tKatze", 1, "no segment of the target is or holds “Katze”"), ("was\tn", 1, "3 segments of the target"),
    ])
    func `anchors that cannot be kept are errors with their line`(text: String, line: Int, reason: String) throws {
        let source = try Pairs.segmented(["One bird sang.", "It was late.", "We went home."], "en")
        let target = try Pairs.segmented(["Ein Vogel sang.", "Es war schon spät.", "Wir gingen heim."], "de")
        let error = #expect(throws: ReadingError.self) { try align(source, target, text) }
        #expect(error?.line == line && error?.reason.contains(reason) == true, "\(error?.description ?? "")")
    }
}
