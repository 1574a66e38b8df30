import Bitext
import Facts
import Semantics

extension Check {
    /// Beads whose lengths hardly belong together.
    static let lengthOutlier: Check = Check(
        CheckDescription(
            id: "length-outlier", category: "accuracy/omission", severity: .minor, status: .preview,
            summary: "A passage is much shorter or longer than its counterpart.",
            rationale: """
                Lengths are letters, each script's characters weighed by what they say, and compared at the pair's own \
                ratio. The finding says that something may be lost or added, not what.
                """,
            examples: [
                .init(
                    "en",
                    """
                    ⟦The committee, which met in private for the whole of last week, has at last decided to publish \
                    its long report in full, with all of its annexes, before the end of the year.⟧
                    """,
                    "de", "⟦Der Ausschuss veröffentlicht den Bericht.⟧"),
                .init(
                    "en", "The committee will publish its report next week.", "de",
                    "Der Ausschuss wird seinen Bericht nächste Woche veröffentlichen."),
            ])
    ) { pair, check in
        pair.ladder.beads.compactMap { bead in
            guard !bead.isNull else { return nil }
            let lengths = (
                InformationLength.of(pair.text(.source, bead.source)) * pair.lengthRatio,
                InformationLength.of(pair.text(.target, bead.target))
            )
            let cost = LengthModel(ratio: 1).cost(lengths.0, lengths.1)
            let (shorter, longer) = (min(lengths.0, lengths.1), max(lengths.0, lengths.1))
            guard cost > 7, longer > 40, shorter < longer * 0.6 else { return nil }
            let percent = Int((shorter / max(longer, 1) * 100).rounded())
            let isShort = lengths.1 < lengths.0
            return Finding(
                check: check, severity: percent < 40 ? .major : nil,
                confidence: min(0.9, 0.3 + cost / 30),
                message: isShort
                    ? "The target says this in \(percent) % of the length that this pair would let expect."
                    : "The source says this in \(percent) % of the length that this pair would let expect.",
                source: pair.span(.source, segments: bead.source), target: pair.span(.target, segments: bead.target))
        }
    }
}
