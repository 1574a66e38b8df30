import Aligning
import Bitext
import Corpus
import Drift
import TestSupport
import Testing

/// What people hand to an aligner that no translation is: chapters that are missing, swapped or doubled.
@Suite struct RobustnessTests {
    /// Sentences with words of their own, which a reader can tell apart.
    private func distinct(_ count: Int, using random: inout SeededGenerator) -> [String] {
        let syllables = [
            "ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "zu", "dor", "fen", "gal", "hul", "jor", "pit",
        ]
        return (0..<count).map { number in
            let words = (0..<Int.random(in: 6...14, using: &random)).map { _ in
                (0..<3).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
            }
            return "The \(words.joined(separator: " ")) of \(number + 1)."
        }
    }

    private func align(_ source: [String], _ target: [String]) throws -> AlignedPair {
        let pair = Comparer().align(try Pairs.segmented(source, "en"), try Pairs.segmented(target, "en"))
        for side in Side.allCases {
            #expect(pair.ladder.beads.flatMap { Array($0[side]) } == Array(pair[side].segments.indices))
        }
        return pair
    }

    /// The source segments whose bead holds the same sentence on the other side.
    private func matched(_ pair: AlignedPair) -> Set<Int> {
        Set(
            pair.ladder.beads.filter { $0.shape == "1-1" }.compactMap { bead in
                let texts = (pair.source.text(bead.source), pair.target.text(bead.target))
                return texts.0 == texts.1 ? bead.source.lowerBound : nil
            })
    }

    @Test(arguments: SeededGenerator.seeds.prefix(2))
    func `one in ten lost on either side`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let all = distinct(50, using: &random)
        let lost = (Set(all.indices.filter { $0 % 10 == 3 }), Set(all.indices.filter { $0 % 10 == 7 }))
        let source = all.indices.filter { !lost.0.contains($0) }
        let target = all.indices.filter { !lost.1.contains($0) }
        let pair = try align(source.map { all[$0] }, target.map { all[$0] })
        let nulls = (
            Set(pair.ladder.beads.filter { $0.target.isEmpty }.flatMap { $0.source.map { source[$0] } }),
            Set(pair.ladder.beads.filter { $0.source.isEmpty }.flatMap { $0.target.map { target[$0] } })
        )
        #expect(nulls.0 == lost.1, "seed \(seed)")
        #expect(nulls.1 == lost.0, "seed \(seed)")
    }

    @Test(arguments: SeededGenerator.seeds.prefix(2))
    func `a chapter missing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let all = distinct(45, using: &random)
        let pair = try align(all, Array(all[..<15] + all[30...]))
        #expect(pair.ladder.beads.filter(\.isNull).flatMap { Array($0.source) } == Array(15..<30), "seed \(seed)")
        #expect(matched(pair).count == 30, "seed \(seed)")
    }

    @Test(arguments: SeededGenerator.seeds.prefix(2))
    func `two chapters swapped: one is aligned, the other moved`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let all = distinct(36, using: &random)
        let pair = try align(all, Array(all[..<6] + all[21..<36] + all[6..<21]))
        let moved = Set(pair.moves.flatMap { Array($0.source) })
        #expect(matched(pair).isDisjoint(with: moved), "seed \(seed)")
        #expect(matched(pair).union(moved).count >= 34, "seed \(seed)")
        #expect(
            pair.moves.allSatisfy { pair.source.text($0.source) == pair.target.text($0.target) }, "seed \(seed)")
        let findings = DriftEngine().findings(in: pair).filter { $0.confidence >= 0.5 }
        #expect(findings.filter { $0.check == "moved-segment" }.count <= 2, "seed \(seed)")
        #expect(findings.contains { $0.check == "moved-segment" }, "seed \(seed)")
    }

    @Test(arguments: SeededGenerator.seeds.prefix(2))
    func `a side said twice`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let all = distinct(24, using: &random)
        let pair = try align(all, all + all)
        #expect(matched(pair).count >= 21, "seed \(seed)")
        #expect(pair.ladder.beads.count { $0.source.isEmpty } >= 21, "seed \(seed)")
    }

    @Test func `blank turns and blank segments`() throws {
        let blanks = [String](repeating: "", count: 50)
        _ = try align(blanks, ["One sentence here."])
        _ = try align(["One.", "Two."] + blanks, blanks + ["One.", "Two."])
        let transcript = (0..<50).map { "Minister Anna Berg \($0):" }.joined(separator: "\n\n")
        let spoken = Comparer().compare(
            try Pairs.version(transcript, "en"), try Pairs.version("Minister Anna Berg: Good day.", "en"))
        #expect(spoken.pair.target.segments.count == 1)
    }

    @Test func `texts that do not belong together are said to be so, at once`() throws {
        let reader = VersionReader()
        let comparison = Comparer().compare(
            try reader.read(Project.bytes("corpora/harbour/harbour.en"), path: "harbour.en.txt"),
            try reader.read(Project.bytes("seeds/transcripts/talks.ko.txt"), path: "talks.ko.txt"))
        #expect(comparison.findings.map(\.check) == ["unrelated-text"])
        #expect(comparison.summary.verdict == "These are not versions of one text.")
        #expect(comparison.summary.coverage == (0, 0))
    }
}
