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

    @Test func `versions in languages far from English are no other texts`() throws {
        let comparison = Comparer().compare(
            try Pairs.segmented(
                [
                    "La commission va maintenant aborder l’examen du point inscrit à son ordre du jour.",
                    "Les membres de la commission sont saisis d’un projet de règlement déposé par la ville du port.",
                    "J’informe la commission que la présidence a rencontré les représentants des pêcheurs, qui ont "
                        + "maintenu leurs positions bien connues.",
                    "Si je n’entends pas d’objection, je vais maintenant mettre aux voix ce projet de règlement.",
                    "En l’absence d’objection de la part des membres, il en est ainsi décidé par la commission.",
                    "Il n’y a pas d’autre orateur inscrit sur la liste pour la séance d’aujourd’hui.",
                    "Nous n’aurions pu y arriver seuls ni sans le travail acharné de toutes les délégations.",
                    "Alors que notre présidence touche à sa fin, je souhaite bonne chance à la délégation qui nous succède.",
                ], "fr"),
            try Pairs.segmented(
                [
                    "委员会现在开始审议其议程上的项目。", "委员会成员面前摆着港口城市提交的一项规章草案。",
                    "我谨通知委员会，主席会晤了渔民代表，他们保持其众所周知的立场。", "如果没有人反对，我现在将这项规章草案付诸表决。",
                    "由于各位成员没有反对意见，委员会就这样决定。", "今天会议的发言名单上没有其他发言者了。",
                    "如果没有各个代表团的辛勤工作，仅凭一己之力，我们是不可能做到这一点的。", "在我们结束主席任期之际，我祝接替我们的代表团好运。",
                ], "zh"))
        #expect(comparison.findings.isEmpty)
        #expect(comparison.summary.coverage == (1, 1))
    }
}
