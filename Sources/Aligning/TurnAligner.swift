import Bitext
import Facts
internal import Semantics

/// Aligns turns, so that a missing or merged turn moves nothing but itself.
struct TurnAligner {
    let reader: TermReader

    /// Merged turns are rarer than missing ones, and must show by what they hold.
    private static let shapes: [BeadSearch.Shape] = [
        .init(source: 1, target: 1, cost: 0.1), .init(source: 2, target: 1, cost: 8),
        .init(source: 1, target: 2, cost: 8), .init(source: 3, target: 1, cost: 12),
        .init(source: 1, target: 3, cost: 12),
    ]
    /// What speakers of the same name count for, in nats.
    private static let speakerWeight: Float = 6

    /// The beads of turns; one bead of everything where a side has no turns to tell apart.
    func align(
        _ source: Aligner.Input, _ target: Aligner.Input, terms: (source: [[Term]], target: [[Term]])
    ) -> [Bead] {
        guard source.turns.contains(where: { $0.speaker != nil }), target.turns.contains(where: { $0.speaker != nil })
        else {
            return [Bead(source: 0..<source.turns.count, target: 0..<target.turns.count, score: 1)]
        }
        let sourceTurns = TurnAligner.gather(source, terms.source)
        let targetTurns = TurnAligner.gather(target, terms.target)
        let evidence = TermEvidence(source: sourceTurns.map(\.terms), target: targetTurns.map(\.terms))
        let band = Band(sources: source.turns.count, targets: target.turns.count, anchors: [])
        var overlap = [Float](repeating: 0, count: band.count)
        let names = (source.turns.map(name), target.turns.map(name))
        var memory: [String: Float] = [:]
        for row in source.turns.indices {
            let columns = band.low[row]..<min(band.high[row] + 1, target.turns.count)
            guard !columns.isEmpty else { continue }
            var cells = [Float](repeating: 0, count: columns.count)
            evidence.addOverlap(source: row, targets: columns, to: &cells)
            for column in columns {
                let index = column - columns.lowerBound
                cells[index] = min(cells[index], 20)
                let pair = names.0[row].joined(separator: " ") + "\n" + names.1[column].joined(separator: " ")
                let alike = memory[pair] ?? TurnAligner.likeness(names.0[row], names.1[column])
                memory[pair] = alike
                overlap[band.starts[row] + index] = cells[index] + alike * TurnAligner.speakerWeight
            }
        }
        let lengths = (sourceTurns.map(\.length), targetTurns.map(\.length))
        let all = (lengths.0.reduce(0, +), lengths.1.reduce(0, +))
        let ratio = all.0 > 0 ? min(1.5, max(0.67, all.1 / all.0)) : 1
        let search = BeadSearch(
            source: .init(lengths: lengths.0, totals: lengths.0.map { _ in 30 }),
            target: .init(lengths: lengths.1, totals: lengths.1.map { _ in 30 }), band: band,
            lengthModel: LengthModel(ratio: ratio), overlap: overlap, expectedShare: 0, shapes: TurnAligner.shapes,
            nullCost: 6)
        return BeadScorer(shapes: search.shapes, nullCost: search.nullCost) { search.cost($0, $1, shape: $2) }
            .scored(search.run())
    }

    private struct Gathered {
        var terms: [Term] = []
        var length = 0.0
    }

    /// What the segments of each turn hold together.
    private static func gather(_ input: Aligner.Input, _ terms: [[Term]]) -> [Gathered] {
        var turns = [Gathered](repeating: Gathered(), count: input.turns.count)
        for (segment, terms) in zip(input.segments, terms) where turns.indices.contains(segment.segment.turn) {
            turns[segment.segment.turn].terms += terms
            turns[segment.segment.turn].length += InformationLength.of(segment.segment.text)
        }
        return turns
    }

    /// A speaker's name as the skeletons of its words.
    private func name(_ turn: Turn) -> [String] {
        guard let speaker = turn.speaker else { return [] }
        return reader.skeletons(speaker.name)
    }

    /// How alike two names are, −1 (both known and different) to 1.
    private static func likeness(_ some: [String], _ others: [String]) -> Float {
        guard !some.isEmpty, !others.isEmpty else { return some.isEmpty == others.isEmpty ? 0.5 : -1 }
        let shared = some.count { word in others.contains { Skeleton.areAlike(word, $0) } }
        return shared > 0 ? Float(min(2, shared)) / 2 + 0.25 : -0.25
    }
}
