import TestSupport
import Testing

@testable import Aligning

/// What keeps the search near the path.
@Suite struct AnchorChainTests {
    private func pairs(_ list: [(Int, Int)]) -> [(source: Int, target: Int, weight: Float)] {
        list.map { (source: $0.0, target: $0.1, weight: 1) }
    }

    @Test
    func `the heaviest chain increases on both sides`() {
        let candidates: [(source: Int, target: Int, weight: Float)] = [
            (0, 0, 1), (1, 9, 2.5), (2, 2, 1), (2, 3, 2.5), (3, 3, 1), (4, 4, 1),
        ]
        #expect(AnchorChain.heaviest(candidates, targets: 10) == [0, 3, 5])
    }

    @Test
    func `anchors are trusted where most pairs agree, and not where chance made them`() {
        var random = SeededGenerator(seed: 5)
        let orderly = (0..<100).map { ($0, $0) }
        let chance = (100..<300).map { ($0, Int.random(in: 100..<300, using: &random)) }
        let trusted = AnchorChain.trusted(pairs(orderly + chance), targets: 300)
        #expect(trusted.count { $0.source < 90 } == 90)
        #expect(trusted.allSatisfy { $0.source < 110 })
    }

    @Test
    func `a path fills what near anchors leave open, unless they contradict it`() {
        let near = [Anchor(source: 10, target: 10, margin: 8), Anchor(source: 60, target: 60, margin: 8)]
        let path = [(5, 5), (12, 12), (30, 31), (40, 70), (50, 52), (58, 58), (90, 90)].map {
            Anchor(source: $0.0, target: $0.1)
        }
        let joined = AnchorChain.joined(near, path)
        #expect(joined.map(\.source) == [10, 30, 50, 60, 90])
    }

    @Test
    func `a narrow band holds the corners, its anchors and as much around them`() {
        let anchors = stride(from: 5, to: 100, by: 5).map { Anchor(source: $0, target: $0 + 2, margin: 8) }
        let band = Band(sources: 100, targets: 102, anchors: anchors, wholeLimit: 0)
        #expect(band.cell(0, 0) == 0)
        #expect(band.cell(100, 102) != nil)
        #expect(anchors.allSatisfy { band.cell($0.source, $0.target - 8) != nil || $0.target < 8 })
        #expect(band.count < 100 * 60)
    }
}
