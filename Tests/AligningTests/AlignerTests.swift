import Aligning
import Bitext
import Corpus
import Drift
import Formats
import TestSupport
import Testing

@Suite struct AlignerTests {
    private func shapes(_ pair: AlignedPair) -> [String] { pair.ladder.beads.map(\.shape) }

    /// Beads must hold each segment of both sides once, in order.
    private func expectCovers(_ pair: AlignedPair, _ comment: Comment) {
        for side in Side.allCases {
            #expect(pair.ladder.beads.flatMap { Array($0[side]) } == Array(pair[side].segments.indices), comment)
        }
    }

    @Test(arguments: SeededGenerator.seeds)
    func `beads cover both sides once, in order, whatever is missing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let sentences = Pairs.sentences(Int.random(in: 0...40, using: &random), using: &random)
        let source = sentences.filter { _ in Int.random(in: 0..<10, using: &random) > 0 }
        let target = sentences.filter { _ in Int.random(in: 0..<10, using: &random) > 0 }
        let pair = Comparer().align(try Pairs.segmented(source, "en"), try Pairs.segmented(target, "en"))
        expectCovers(pair, "seed \(seed)")
        #expect(pair.ladder.beads.allSatisfy { (0...1).contains($0.score) }, "seed \(seed)")
    }

    @Test(arguments: SeededGenerator.seeds)
    func `identical texts give only 1-1 beads and no finding`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = Pairs.sentences(30, using: &random).joined(separator: " ")
        let comparison = Comparer().compare(try Pairs.version(text, "en"), try Pairs.version(text, "en"))
        #expect(shapes(comparison.pair).allSatisfy { $0 == "1-1" }, "seed \(seed)")
        #expect(comparison.findings.isEmpty, "seed \(seed): \(comparison.findings.map(\.message))")
    }

    @Test func `a missing sentence is a null bead where it is missing`() throws {
        var random = SeededGenerator(seed: 3)
        let sentences = Pairs.sentences(20, using: &random)
        var target = sentences
        target.remove(at: 11)
        let pair = Comparer().align(try Pairs.segmented(sentences, "en"), try Pairs.segmented(target, "en"))
        #expect(pair.ladder.beads.filter(\.isNull).map { Array($0.source) } == [[11]])
    }

    @Test(arguments: [([], ["One here."]), (["One here."], []), ([], []), (["A."], ["B."])] as [([String], [String])])
    func `tiny and empty sides are aligned`(source: [String], target: [String]) throws {
        let pair = Comparer().align(try Pairs.segmented(source, "en"), try Pairs.segmented(target, "de"))
        expectCovers(pair, "\(source) \(target)")
    }

    @Test func `a missing turn moves nothing but itself`() throws {
        func transcript(_ turns: [String]) -> String { turns.joined(separator: "\n\n") }
        let names = ["Anna Berg", "Olaf Dahl"]
        var random = SeededGenerator(seed: 5)
        let turns = (0..<12).map { number in
            "Minister \(names[number % 2]): " + Pairs.sentences(3, using: &random).joined(separator: " ")
        }
        var fewer = turns
        fewer.remove(at: 4)
        let pair = Comparer().align(
            try Pairs.version(transcript(turns), "en"), try Pairs.version(transcript(fewer), "en"))
        #expect(pair.turns.filter(\.isNull).map { Array($0.source) } == [[4]])
        #expect(shapes(pair).filter { $0 == "1-1" }.count == 33)
    }

    @Test func `a long bitext is aligned inside a band`() throws {
        var random = SeededGenerator(seed: 9)
        let sentences = Pairs.sentences(1500, using: &random)
        let target = sentences.enumerated().filter { $0.offset % 50 != 7 }.map(\.element)
        let pair = Comparer().align(try Pairs.segmented(sentences, "en"), try Pairs.segmented(target, "en"))
        expectCovers(pair, "band")
        let lost = pair.ladder.beads.filter(\.isNull).flatMap { Array($0.source) }
        #expect(lost.count { $0 % 50 == 7 } >= 27)
        #expect((28...32).contains(lost.count))
    }

    @Test func `the bundled bitext keeps its floor`() throws {
        let folder = "corpora/harbour"
        let reader = VersionReader(form: .segmented)
        let pair = Comparer().align(
            try reader.read(Project.bytes("\(folder)/harbour.en"), path: "harbour.en"),
            try reader.read(Project.bytes("\(folder)/harbour.de"), path: "harbour.de"))
        let gold = String(decoding: try Project.bytes("\(folder)/harbour.gold"), as: UTF8.self)
            .split(separator: "\n").map { $0.filter { $0 != " " } }
        let found = pair.ladder.beads.map { bead in
            "[\(bead.source.map(String.init).joined(separator: ","))]:[\(bead.target.map(String.init).joined(separator: ","))]"
        }
        let right = found.count { gold.contains($0) }
        // The floor stands in corpora/harbour/README.md.
        #expect(right * 100 >= gold.count * 95, "\(right) of \(gold.count): \(Set(gold).subtracting(found).sorted())")
    }
}
