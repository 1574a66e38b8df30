import Bitext

extension Check {
    /// Questions that became statements, and the reverse.
    static let sentenceKind: Check = Check(
        CheckDescription(
            id: "sentence-kind", category: "accuracy/mistranslation", severity: .minor, status: .preview,
            summary: "A question became a statement, or a statement a question.",
            rationale: """
                Told by the marks at the end of the passage, in any script; not where the side without one asks before \
                its end or by its words (why, ли, 吗), as far as a list in sixteen languages has them. In files of messages and \
                in XLIFF it is `end-punctuation` that compares marks.
                """,
            examples: [
                .init(
                    "en", "⟦Will the harbour be open in the spring?⟧", "de", "⟦Der Hafen wird im Frühjahr offen sein.⟧"),
                .init(
                    "en", "How will the harbour look in the spring", "de", "Wie wird der Hafen im Frühjahr aussehen?"),
                .init("en", "The harbour is open; in the spring;", "de", "Der Hafen ist offen; im Frühjahr;"),
                .init("en", "Will the harbour be open in the spring?", "el", "Θα είναι ανοιχτό το λιμάνι την άνοιξη;"),
            ])
    ) { pair, check in
        guard MessageSigns(pair) == nil else { return [] }
        return CauseFindings.inBeads(pair) { bead in
            // Of what was found in labelled pairs, four of five were in error: the odds are taken as they are.
            guard bead.evidence[.question] > 0, let confidence = bead.probability("question", prior: 0) else {
                return nil
            }
            let asks = Questions.asks(pair.text(.source, bead.bead.source), pair.source.language)
            return Finding(
                check: check, confidence: confidence,
                message: asks
                    ? "The source asks, the target does not." : "The target asks, the source does not.",
                source: pair.span(.source, segments: bead.bead.source),
                target: pair.span(.target, segments: bead.bead.target))
        }
    }
}
