import Bitext
import Facts

extension Check {
    /// Text that stands twice in the target and once in the source.
    static let repeatedText: Check = Check(
        CheckDescription(
            id: "repeated-text", category: "fluency/duplication", severity: .minor, status: .stable,
            summary: "A sentence of the target stands twice in a row, but not in the source.",
            rationale:
                "A slip of editing, or a machine translation that loops. Short sentences (“Thank you.”) may repeat.",
            examples: [
                .init(
                    "en", "The committee will publish its report next week. We shall read it.", "de",
                    """
                    Der Ausschuss veröffentlicht seinen Bericht nächste Woche. ⟦Der Ausschuss veröffentlicht seinen \
                    Bericht nächste Woche.⟧ Wir werden ihn lesen.
                    """)
            ])
    ) { pair, check in
        // Messages that stand side by side are shown in different places.
        guard pair.target.document.genre != .messages else { return [] }
        let target = pair.target.segments
        let repeatedInSource = Set(
            zip(pair.source.segments, pair.source.segments.dropFirst()).filter {
                LetterFold.of($0.segment.text) == LetterFold.of($1.segment.text)
            }.map { $1.segment.index })
        let beadOf = Dictionary(
            pair.ladder.beads.flatMap { bead in bead.target.map { ($0, bead) } },
            uniquingKeysWith: { first, _ in first })
        return target.indices.dropFirst().compactMap { index in
            let here = LetterFold.of(target[index].segment.text)
            guard here.utf8.count >= 20, here == LetterFold.of(target[index - 1].segment.text),
                !(beadOf[index]?.source.contains(where: repeatedInSource.contains) ?? false)
            else { return nil }
            return Finding(
                check: check, confidence: 0.9, message: "This sentence stands here a second time.",
                source: nil, target: pair.span(.target, segments: index..<index + 1))
        }
    }
}
