import Bitext

extension Check {
    /// Words that changed places.
    static let wordOrder: Check = Check(
        CheckDescription(
            id: "word-order", category: "accuracy/mistranslation", severity: .major, status: .preview,
            summary: "Words changed places between two versions in one language: who did it to whom may have changed.",
            rationale: """
                Only between versions in one language that have nearly the same words. A clause moved as a whole lowers \
                the confidence, words that each stand where the other stood raise it.
                """,
            examples: [
                .init(
                    "en", "⟦The guard watched the prisoner while the judge spoke to the witness.⟧", "en",
                    "⟦The prisoner watched the guard while the witness spoke to the judge.⟧"),
                .init(
                    "en", "The guard watched the prisoner while the judge spoke.", "en",
                    "The guard watched the prisoner while the judge spoke."),
            ])
    ) { pair, check in
        guard pair.isSameLanguage else { return [] }
        return CauseFindings.inBeads(pair) { bead in
            guard bead.evidence["exchange"] > 0, bead.evidence["unshared"] < 0.2,
                let confidence = bead.probability("order")
            else { return nil }
            return Finding(
                check: check, confidence: confidence,
                message: "The same words stand in another order.",
                source: pair.span(.source, segments: bead.bead.source),
                target: pair.span(.target, segments: bead.bead.target))
        }
    }
}
