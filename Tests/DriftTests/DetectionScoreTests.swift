import Drift
import TestSupport
import Testing

@Suite struct DetectionScoreTests {
    private func score(_ errors: [Double], _ clean: [Double]) -> DetectionScore {
        DetectionScore(
            errors.map { .init(score: $0, isError: true, category: "x") }
                + clean.map { .init(score: $0, isError: false) })
    }

    @Test(
        arguments: [
            ([0.9, 0.8], [0.1, 0.2], 1.0), ([0.1, 0.2], [0.9, 0.8], 0.0), ([0.5], [0.5], 0.5),
            ([0.9, 0.1], [0.5], 0.5),
            ([0.9, 0.5], [0.5, 0.1], 0.875),
        ] as [([Double], [Double], Double)])
    func `the area is how often an error scores above a faithful pair`(
        errors: [Double], clean: [Double], area: Double
    ) {
        #expect(score(errors, clean).area == area)
    }

    @Test(arguments: SeededGenerator.seeds.prefix(8))
    func `the area is that of counting all pairs`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func draw(_ count: Int) -> [Double] {
            (0..<count).map { _ in Double(Int.random(in: 0...12, using: &random)) / 12 }
        }
        let (errors, clean) = (
            draw(Int.random(in: 1...40, using: &random)), draw(Int.random(in: 1...40, using: &random))
        )
        let wins = errors.reduce(0.0) { sum, one in
            sum + clean.reduce(0.0) { $0 + (one > $1 ? 1 : one == $1 ? 0.5 : 0) }
        }
        let found = score(errors, clean)
        let area = found.area ?? -1
        #expect(abs(area - wins / Double(errors.count * clean.count)) < 1e-12, "seed \(seed)")
        #expect(found.interval?.contains(area) == true, "seed \(seed)")
        #expect(found.bins.reduce(0) { $0 + $1.count } == errors.count + clean.count, "seed \(seed)")
        #expect(found.bins.reduce(0) { $0 + $1.errors } == errors.count, "seed \(seed)")
    }

    @Test func `precision, correlation and recall on a case counted by hand`() {
        let found = score([0.9, 0.7, 0.3], [0.8, 0.2, 0.1])
        // Precisions at the three errors: 1, 2/3, 3/4.
        #expect(abs(found.averagePrecision - (1 + 2.0 / 3 + 0.75) / 3) < 1e-12)
        // At 0.3: three hits, one alarm, two quiet.
        #expect(abs(found.bestCorrelation.value - 6 / (4 * 3 * 3 * 2.0).squareRoot()) < 1e-12)
        #expect(found.bestCorrelation.threshold == 0.3)
        #expect(found.categories.map(\.recall) == [1.0 / 3])
        #expect(score([0.5], []).area == nil)
        #expect(score([], []).bins.isEmpty)
    }
}
