import Bitext

extension Check {
    /// Terms of the source that the target gives in another way than elsewhere.
    static let inconsistentTerm: Check = Check(
        CheckDescription(
            id: "inconsistent-term", category: "terminology/inconsistent", severity: .minor, status: .preview,
            summary: "A term of the source is translated otherwise than everywhere else.",
            rationale: """
                Terms are words that the source repeats side by side (safety adviser), or one long word where the language \
                writes such terms together. Reported where the words of the target that answer to a term are the same in \
                four uses and more and in three of four, and others here, so that an omission or a pronoun counts for \
                nothing. Endings are forgiven. The more often the term is met, the surer the finding; in a novel it may be \
                style. Looked for within a document, and not in languages that write without spaces.
                """,
            examples: [
                .init(
                    "en",
                    """
                    The safety adviser came early. We asked the safety adviser for a plan. Nobody had seen the safety adviser \
                    at noon. The letter of the safety adviser was long. They paid the safety adviser in March. A ⟦safety \
                    adviser⟧ reads every contract.
                    """, "fr",
                    """
                    Le conseiller à la sécurité est venu tôt. Nous avons demandé un plan au conseiller à la sécurité. Personne \
                    n’avait vu le conseiller à la sécurité à midi. La lettre du conseiller à la sécurité était longue. Ils ont \
                    payé le conseiller à la sécurité en mars. Un ⟦responsable de la protection⟧ lit chaque contrat.
                    """),
                .init(
                    "en",
                    """
                    The safety adviser came early. We asked the safety adviser for a plan. Nobody had seen the safety adviser \
                    at noon. The letter of the safety adviser was long. They paid the safety adviser in March. A safety \
                    adviser reads every contract.
                    """, "fr",
                    """
                    Le conseiller à la sécurité est venu tôt. Nous avons demandé un plan au conseiller à la sécurité. Personne \
                    n’avait vu le conseiller à la sécurité à midi. La lettre du conseiller à la sécurité était longue. Ils ont \
                    payé le conseiller à la sécurité en mars. Les conseillers à la sécurité lisent chaque contrat.
                    """),
            ])
    ) { pair, check in
        TermUses(pair).rare.compactMap { rare in
            guard let evidence = pair.evidence(rare.bead) else { return nil }
            let bead = CauseFindings(
                pair: pair, bead: pair.ladder.beads[rare.bead], evidence: evidence, match: pair.match(rare.bead))
            let ranges = Sides { bead.bare($0, rare.ranges[$0]) }
            return Finding(
                check: check, confidence: rare.usualCount < 6 ? 0.5 : rare.usualCount < 12 ? 0.6 : 0.7,
                message:
                    "“\(bead.text(.source, ranges.source))” is “\(bead.text(.target, ranges.target))” here (\(MessageText.times(rare.count))) and “\(rare.usual)” elsewhere (\(MessageText.times(rare.usualCount))).",
                source: bead.span(.source, ranges.source), target: bead.span(.target, ranges.target))
        }
    }
}
