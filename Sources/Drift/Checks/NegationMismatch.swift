import Bitext
import Facts

extension Check {
    /// Denials that one side has and the other has not.
    static let negationMismatch: Check = Check(
        CheckDescription(
            id: "negation-mismatch", category: "accuracy/mistranslation/negation", severity: .critical,
            status: .preview,
            summary: "One side denies what the other does not.",
            rationale: """
                Words that deny are listed for each language: those that deny a clause (not), those that deny a thing \
                or a time (nobody, never, without), those that may do so (Turkish -siz), and words whose meaning holds \
                a denial (refuse, unable). A denial of the first two kinds is reported where the other side has none of \
                the first three, nor a word of the fourth that is free to answer to it: “not clear” and “unclear” say \
                the same, but “unclear” is not free where the denying side has its own word for it. Long texts \
                that deny where their source does not are left alone, since they mostly say it in other words \
                (lose no sight of, bear in mind), and so are languages without a list.
                """,
            examples: [
                .init(
                    "en", "The committee will ⟦not⟧ publish its report this year.", "de",
                    "Der Ausschuss wird⟦⟧ seinen Bericht in diesem Jahr veröffentlichen."),
                .init(
                    "ru", "Комитет⟦⟧ опубликует доклад в этом году.", "en",
                    "The committee will ⟦not⟧ publish its report this year."),
                .init(
                    "en", "It is not clear who won the vote in the north.", "de",
                    "Es ist unklar, wer die Abstimmung im Norden gewonnen hat."),
                .init(
                    "en", "In 1979 she sang \"Don't Look Back\" at the opening of the new town hall.", "de",
                    "1979 sang sie „Schau nicht zurück“ bei der Eröffnung des neuen Rathauses."),
                .init(
                    "en", "Nobody asked the minister about the bridge.", "fr",
                    "Personne n’a interrogé le ministre sur le pont."),
                .init(
                    "en", "The unqualified manager will ⟦not⟧ be dismissed in March.", "de",
                    "Der unqualifizierte Leiter wird⟦⟧ im März entlassen."),
                .init(
                    "en", "Why does the pump show “cannot open valve” when the harbour is closed?", "fr",
                    "Pourquoi la pompe affiche-t-elle « cannot open valve » quand le port est fermé ?"),
                .init(
                    "en", "The singer was only twenty years old.", "fr",
                    "La chanteuse n’avait que vingt ans."),
            ])
    ) { pair, check in
        CauseFindings.inBeads(pair) { bead in
            for (side, cause) in [(Side.source, "negation-lost"), (.target, "negation-added")]
            where bead.evidence[.negationClear, side] > 0 {
                guard let confidence = bead.probability(cause, prior: Denial.prior(bead, side)),
                    let denial = Denial.range(bead, side),
                    side == .source || bead.evidence[.negationBrief, .target] > Denial.leastBrief
                else { continue }
                let word = bead.text(side, denial)
                return bead.finding(
                    check, confidence, side, denial,
                    message: "The \(side.rawValue) denies (“\(word)”), the \(side.other.rawValue) does not.")
            }
            return nil
        }
    }
}

/// The clearest denial of a side.
private enum Denial {
    /// People who translate news deny once in a hundred sentences what their source says without denying, and leave out a
    /// denial three times more rarely (NTREX-128): what the weights say of denials added is lowered more.
    /// Messages often deny in one language what they say otherwise in another: cannot open, error opening.
    static func prior(_ bead: CauseFindings, _ side: Side) -> Double {
        CauseFindings.prior - (side == .source ? 0 : 1) - (bead.areMessages ? 1 : 0)
    }

    /// What is added to a longer text than about 190 letters is mostly free wording: lose no sight of for bear in mind.
    static let leastBrief = 0.75

    /// Where it stands, in bytes of the bead's text.
    static func range(_ bead: CauseFindings, _ side: Side) -> TextRange? {
        var offset = 0
        var best: (kind: Negation.Kind, range: TextRange)?
        for index in bead.bead[side] {
            let segment = bead.pair[side].segments[index]
            for negation in segment.negations
            where negation.asks && best.map({ negation.kind < $0.kind }) ?? true {
                best = (negation.kind, negation.range.shifted(by: offset))
            }
            offset += segment.segment.text.utf8.count + 1
        }
        return best?.range
    }
}
