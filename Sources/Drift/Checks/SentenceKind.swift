import Bitext

extension Check {
    /// Questions that became statements, and the reverse.
    static let sentenceKind: Check = Check(
        CheckDescription(
            id: "sentence-kind", category: "accuracy/mistranslation", severity: .minor, status: .preview,
            summary: "A question became a statement, or a statement a question.",
            rationale: "Told by the marks at the end of the passage, in any script.",
            examples: [
                .init(
                    "en", "⟦Will the harbour be open in the spring?⟧", "de", "⟦Der Hafen wird im Frühjahr offen sein.⟧"),
                .init("en", "Will the harbour be open in the spring?", "el", "Θα είναι ανοιχτό το λιμάνι την άνοιξη;"),
            ])
    ) { pair, check in
        CauseFindings.inBeads(pair) { bead in
            guard bead.evidence["question"] > 0, let confidence = bead.probability("question") else { return nil }
            let asks = SentenceEnd.asks(pair.text(.source, bead.bead.source))
            return Finding(
                check: check, confidence: confidence,
                message: asks
                    ? "The source asks, the target does not." : "The target asks, the source does not.",
                source: pair.span(.source, segments: bead.bead.source),
                target: pair.span(.target, segments: bead.bead.target))
        }
    }
}
