import Bitext
import Facts

extension Check {
    /// Source segments without a counterpart.
    static let omittedSegment: Check = Check(
        CheckDescription(
            id: "omitted-segment", category: "accuracy/omission", severity: .major, status: .stable,
            summary: "A sentence of the source has no counterpart in the target.",
            rationale: """
                A lost sentence leaves no trace in a translation: a reader who knows only the target cannot miss it. \
                Sentences in a row are one finding, and a whole lost turn is reported by missing-turn instead. A \
                sentence that may have been merged into its neighbour gets a low confidence.
                """,
            examples: [
                .init(
                    "en",
                    """
                    We met in Seoul in 2017. ⟦The talks lasted for three full hours and ended without a statement.⟧ \
                    Our trade is worth $20 billion.
                    """,
                    "de",
                    """
                    Wir trafen uns 2017 in Seoul. ⟦⟧Unser Handel hat einen Wert von 20 Milliarden Dollar.
                    """),
                .init(
                    "en", "We met in Seoul in 2017. Our trade is worth $20 billion.",
                    "de", "Wir trafen uns 2017 in Seoul. Unser Handel hat einen Wert von 20 Milliarden Dollar."),
            ])
    ) { pair, check in
        NullRun.runs(in: pair, side: .source).compactMap { run in
            finding(check, run, pair, verb: "has no counterpart in the target")
        }
    }

    /// Target segments without a counterpart.
    static let addedSegment: Check = Check(
        CheckDescription(
            id: "added-segment", category: "accuracy/addition", severity: .major, status: .stable,
            summary: "A sentence of the target has no counterpart in the source.",
            rationale: """
                Words that were never said are put into a speaker's mouth. Sentences in a row are one finding, and a \
                whole added turn is reported by extra-turn instead.
                """,
            examples: [
                .init(
                    "de", "Wir trafen uns 2017 in Seoul. ⟦⟧Unser Handel hat einen Wert von 20 Milliarden Dollar.",
                    "en",
                    """
                    We met in Seoul in 2017. ⟦The talks lasted for three full hours and ended without a statement.⟧ \
                    Our trade is worth $20 billion.
                    """)
            ])
    ) { pair, check in
        NullRun.runs(in: pair, side: .target).compactMap { run in
            finding(check, run, pair, verb: "has no counterpart in the source")
        }
    }

    private static func finding(
        _ check: CheckDescription, _ run: NullRun, _ pair: AlignedPair, verb: String
    ) -> Finding? {
        let words = run.segments.reduce(0) { $0 + pair[run.side].segments[$1].wordCount }
        guard words > 0 else { return nil }
        let count = run.segments.count
        let what =
            count == 1
            ? "A sentence of \(words) word\(words == 1 ? "" : "s") \(verb)."
            : "\(count) sentences in a row, \(words) words, "
                + verb.replacing("has", with: "have") + "."
        return Finding(
            check: check, severity: words >= 4 ? nil : .minor,
            confidence: words < NullRun.shortest ? run.confidence * NullRun.shortTrust : run.confidence, message: what,
            source: pair.span(.source, segments: run.side == .source ? run.segments : run.place),
            target: pair.span(.target, segments: run.side == .target ? run.segments : run.place))
    }
}

/// Null beads of one side in a row.
struct NullRun {
    let side: Side
    let segments: Range<Int>
    /// The empty range on the other side.
    let place: Range<Int>
    let confidence: Double

    /// Shorter sentences (“First.”, “Ukrainians!”) are mostly said within another; of null beads with fewer words, half as
    /// many are right as of longer ones with the same score.
    static let shortest = 5
    /// What the confidence of such a run is multiplied by.
    static let shortTrust = 0.6

    /// The runs of a side, without those that a missing or extra turn explains.
    static func runs(in pair: AlignedPair, side: Side) -> [NullRun] {
        let turns = Set(pair.turns.filter { $0[side.other].isEmpty }.flatMap { $0[side] })
        var runs: [NullRun] = []
        let moved = Set(pair.moves.flatMap { $0[side] })
        for bead in pair.ladder.beads where bead[side.other].isEmpty && !bead[side].isEmpty {
            guard !bead[side].allSatisfy(moved.contains) else { continue }
            guard !turns.contains(pair[side].segments[bead[side].lowerBound].segment.turn) else { continue }
            if let last = runs.last, last.segments.upperBound == bead[side].lowerBound, last.place == bead[side.other] {
                runs[runs.count - 1] = NullRun(
                    side: side, segments: last.segments.lowerBound..<bead[side].upperBound, place: last.place,
                    confidence: max(last.confidence, bead.score))
            } else {
                runs.append(
                    NullRun(
                        side: side, segments: bead[side], place: bead[side.other], confidence: bead.score))
            }
        }
        return runs
    }
}
