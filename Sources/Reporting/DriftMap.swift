import Bitext
import Corpus
import Drift

/// The strip at the top of a page: where the findings stand along the text, and how sure the alignment is there.
struct DriftMap {
    /// A finding's place on the strip.
    struct Tick {
        /// The finding's number, from 1.
        let number: Int
        /// The finding.
        let finding: Finding
        /// Its place, 0 to ``width``.
        let x: Int
    }

    /// The width of the strip in its own units.
    static let width = 1_000
    /// Its height in the same units.
    static let height = 48
    private static let mostTicks = 1_000
    private static let mostPoints = 250

    /// The findings, in their order.
    let ticks: [Tick]
    /// How many findings the strip does not show.
    let leftOut: Int
    /// The points of the line, as SVG wants them.
    let plot: String

    init(_ comparison: Comparison, _ places: FindingPlaces) {
        let beads = comparison.pair.ladder.beads
        func x(_ bead: Int) -> Int { bead * DriftMap.width / max(1, beads.count) }
        let all = places.byBead.sorted { $0.key < $1.key }.flatMap { bead, numbers in
            numbers.map { Tick(number: $0 + 1, finding: comparison.findings[$0], x: x(bead)) }
        }
        ticks = Array(all.prefix(DriftMap.mostTicks))
        leftOut = all.count - ticks.count
        let step = max(1, (beads.count + DriftMap.mostPoints - 1) / DriftMap.mostPoints)
        plot = stride(from: 0, to: beads.count, by: step).map { start in
            // The least sure bead of a stretch stands for it: a dip must not vanish in a mean.
            let least = beads[start..<min(start + step, beads.count)].map(\.score).min() ?? 1
            return "\(x(start)),\(Int(((1 - least) * Double(DriftMap.height)).rounded()))"
        }.joined(separator: " ")
    }
}
