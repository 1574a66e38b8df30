import Bitext

extension Check {
    /// An insult or a swear word that one side has and the other has not.
    static let toxicityMismatch: Check = Check(
        CheckDescription(
            id: "toxicity-mismatch", category: "accuracy/mistranslation", severity: .major, status: .preview,
            summary: "One side insults or swears, the other does not.",
            rationale: """
                Words that insult, swear or debase are listed for 41 languages: some do so wherever they stand, some \
                more weakly. One is reported where the other side has no such word, nor one that may answer to it (dog, \
                dirty, hell), and does not have the word itself: what was put into a speaker’s mouth, or taken out of it. \
                Weak words count for less, since they have other senses, and translators soften them. A word within a \
                sentence that has a capital is taken for a name (Dick), except in German. Languages without a list are \
                left alone.
                """,
            examples: [
                .init(
                    "en", "The minister⟦⟧ answered the question at the end of the session.", "de",
                    "Der Minister, dieses ⟦Arschloch⟧, beantwortete die Frage am Ende der Sitzung."),
                .init(
                    "ru", "Этот ⟦мудак⟧ подписал договор в марте.", "en", "This⟦⟧ man signed the contract in March."),
                .init("en", "Shut up, you bastard!", "fr", "La ferme, espèce de salaud !"),
                .init("en", "Our dog is dirty again.", "es", "Nuestro perro está sucio otra vez."),
                .init("en", "The former vice president Dick Cheney spoke.", "fr", "L’ancien vice-président a parlé."),
            ])
    ) { pair, check in
        CauseFindings.inBeads(pair) { bead in
            for (side, cause) in [(Side.target, "toxic-added"), (.source, "toxic-lost")] {
                guard let found = bead.evidence.toxic[side], let confidence = bead.probability(cause, prior: 0)
                else { continue }
                return bead.finding(
                    check, confidence, side, found.range,
                    message: "The \(side.rawValue) says “\(bead.text(side, found.range))”, "
                        + "the \(side.other.rawValue) nothing of the kind.")
            }
            return nil
        }
    }
}
