import Bitext

extension Check {
    /// Segments that stand elsewhere in the target.
    static let movedSegment: Check = Check(
        CheckDescription(
            id: "moved-segment", category: "accuracy/order", severity: .minor, status: .preview,
            summary: "A sentence of the source stands elsewhere in the target.",
            rationale: """
                Nothing is lost, but an answer may come before its question, or words into another's mouth. The sentence is \
                found by its words, so that it is not reported as lost in one place and added in another. Sentences in a \
                row are one finding.
                """,
            examples: [
                .init(
                    "en",
                    """
                    ⟦The fishing boats will return to the old harbour before the first winter storms.⟧ The talks lasted for \
                    three hours. Our trade is worth $20 billion. The museum opens its doors again in May.
                    """,
                    "de",
                    """
                    Die Gespräche dauerten drei Stunden. Unser Handel hat einen Wert von 20 Milliarden Dollar. Das Museum \
                    öffnet im Mai wieder seine Türen. ⟦Die Fischerboote kehren vor den ersten Winterstürmen in den alten \
                    Hafen zurück.⟧
                    """)
            ])
    ) { pair, check in
        MovedRun.runs(pair.moves).map { run in
            let count = run.source.count
            return Finding(
                check: check, confidence: run.score,
                message: count == 1
                    ? "This sentence stands elsewhere in the target."
                    : "These \(count) sentences stand elsewhere in the target.",
                source: pair.span(.source, segments: run.source), target: pair.span(.target, segments: run.target))
        }
    }
}

/// Moves in a row on both sides.
private struct MovedRun {
    var source: Range<Int>
    var target: Range<Int>
    var score: Double

    static func runs(_ moves: [Bead]) -> [MovedRun] {
        var runs: [MovedRun] = []
        for move in moves {
            if let last = runs.last, last.source.upperBound == move.source.lowerBound,
                last.target.upperBound == move.target.lowerBound
            {
                runs[runs.count - 1] = MovedRun(
                    source: last.source.lowerBound..<move.source.upperBound,
                    target: last.target.lowerBound..<move.target.upperBound, score: max(last.score, move.score))
            } else {
                runs.append(MovedRun(source: move.source, target: move.target, score: move.score))
            }
        }
        return runs
    }
}
