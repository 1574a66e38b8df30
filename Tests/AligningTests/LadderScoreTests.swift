import Aligning
import Bitext
import Formats
import Testing

@Suite struct LadderScoreTests {
    private func counts(_ gold: String, _ found: String) throws -> LadderScore.Counts {
        LadderScore.Counts(
            gold: try LadderReader.read(gold, path: "gold"), found: try LadderReader.read(found, path: "found"))
    }

    @Test func `strict, lax and null figures are Vecalign's`() throws {
        let score = LadderScore(
            try counts(
                "[0]:[0]\n[1,2]:[1]\n[3]:[]\n[]:[2]\n[4]:[3]\n",
                "[0]:[0]:1\n[1]:[1]:0.5\n[2]:[]:0.2\n[3]:[]:1\n[4]:[2,3]:0\n"))
        // Five were found: [0]-[0] and the null [3] are right; three gold beads have both sides.
        #expect(score.strict == .init(precision: 2 / 5, recall: 1 / 3))
        #expect(score.lax == .init(precision: 4 / 5, recall: 1))
        #expect(score.null == .init(precision: 1 / 2, recall: 1 / 2))
    }

    @Test func `hunalign's rungs read as Vecalign's beads`() throws {
        let rungs = try LadderReader.read("0\t0\t1\n1\t1\t0.3\n3\t2\t0\n4\t2\t1\n", path: "ladder")
        #expect(rungs == (try LadderReader.read("[0]:[0]\n[1,2]:[1]\n[3]:[]\n", path: "vecalign")))
    }

    @Test(arguments: [("[0]:[0]\nnonsense\n", 2), ("5\t5\t1\n0\t0\t1\n", 2), ("\n\nx\ty\n", 3)])
    func `what is no ladder is an error with its line`(text: String, line: Int) {
        let error = #expect(throws: ReadingError.self) { try LadderReader.read(text, path: "ladder") }
        #expect(error?.line == line)
    }

    @Test func `a damaged rung does not ask for memory without end`() {
        #expect(throws: ReadingError.self) { try LadderReader.read("0\t0\t1\n1\t999999999999\t1\n", path: "ladder") }
    }

    @Test func `an interval holds the figure, and is the same every time`() throws {
        let documents = [
            try counts("[0]:[0]\n[1]:[1]\n", "[0]:[0]\n[1]:[1]\n"),
            try counts("[0]:[0]\n[1]:[1]\n", "[0]:[1]\n[1]:[0]\n"),
            try counts("[0]:[0]\n", "[0]:[0]\n"),
        ]
        let whole = LadderScore(documents.reduce(.init(), +)).strict.f1
        let interval = try #require(LadderScore.interval(documents) { $0.strict.f1 })
        #expect(interval.contains(whole) && interval.lowerBound < interval.upperBound)
        #expect(interval == LadderScore.interval(documents) { $0.strict.f1 })
        #expect(LadderScore.interval([documents[0]]) { $0.strict.f1 } == nil)
    }
}
