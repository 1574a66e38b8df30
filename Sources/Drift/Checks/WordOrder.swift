import Bitext
import Facts

extension Check {
    /// Words that changed places.
    static let wordOrder: Check = Check(
        CheckDescription(
            id: "word-order", category: "accuracy/mistranslation", severity: .major, status: .preview,
            summary: "The words stand in an order that says something else, or nothing at all.",
            rationale: """
                Between versions in one language that have nearly the same words: a clause moved as a whole lowers the \
                confidence, words that each stand where the other stood raise it (who did it to whom may have changed). \
                Between two languages only a jumble is seen, such as text that was read from right to left: links between \
                words that cross and lead backwards far more than those of translations between the two.
                """,
            examples: [
                .init(
                    "en", "⟦The guard watched the prisoner while the judge spoke to the witness.⟧", "en",
                    "⟦The prisoner watched the guard while the witness spoke to the judge.⟧"),
                .init(
                    "de",
                    """
                    ⟦Der Minister traf in der Hauptstadt die Vertreter der Gewerkschaft und der Bauern, um über die Preise \
                    von Milch, Brot und Wasser zu sprechen.⟧
                    """, "en",
                    """
                    ⟦Water and bread, milk of prices the about speak to capital the in farmers the and union the of \
                    representatives the met minister the.⟧
                    """),
                .init(
                    "en", "The guard watched the prisoner while the judge spoke.", "en",
                    "The guard watched the prisoner while the judge spoke."),
            ])
    ) { pair, check in
        CauseFindings.inBeads(pair) { bead in
            guard pair.isSameLanguage else { return jumbled(bead, check) }
            guard bead.evidence[.exchange] > 0, bead.evidence[.unshared] < 0.2,
                let confidence = bead.probability("order")
            else { return nil }
            return Finding(
                check: check, confidence: confidence,
                message: "The same words stand in another order.",
                source: pair.span(.source, segments: bead.bead.source),
                target: pair.span(.target, segments: bead.bead.target))
        }
    }

    /// More words than these are several sentences, as messages hold them: people order them anew. All thirty that were found in
    /// a game's messages in thirty languages had more, and were no errors.
    private static let longest = 70

    /// Words of another language in no order.
    private static func jumbled(_ bead: CauseFindings, _ check: CheckDescription) -> Finding? {
        guard let confidence = bead.probability("disorder") else { return nil }
        let words = bead.bead.source.reduce(0) { count, index in
            count + bead.pair.source.segments[index].tokens.count { $0.kind == .word }
        }
        guard words <= longest else { return nil }
        return Finding(
            check: check, confidence: confidence,
            message: "The words stand in no order that a translation of this sentence would have.",
            source: bead.pair.span(.source, segments: bead.bead.source),
            target: bead.pair.span(.target, segments: bead.bead.target))
    }
}
