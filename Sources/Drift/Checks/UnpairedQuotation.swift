import Bitext
import Facts

extension Check {
    /// Quotation marks that are opened and not closed, or the reverse.
    static let unpairedQuotation: Check = Check(
        CheckDescription(
            id: "unpaired-quotation", category: "fluency/punctuation", severity: .minor, status: .preview,
            summary: "A quotation mark of the target lacks the other that belongs to it.",
            rationale: """
                Where a quotation ends is who said what. Double marks of every kind are counted within a paragraph, as one \
                mark opens in one language and closes in another. Not where the source's are unpaired in the same place; \
                not what stands for inches or within a word; nor where each paragraph of a quotation opens anew; nor
                where a dash leads from the quoted words to the speaker, behind whom they may go on.
                """,
            examples: [
                .init(
                    "en", "⟦“The harbour is open,” the minister said.⟧", "de",
                    "⟦„⟧Der Hafen ist offen, sagte der Minister."
                ),
                .init(
                    "en", "⟦The harbour is “open”, the minister said.⟧", "fr",
                    "Le port est ouvert ⟦»⟧, a dit le ministre."
                ),
                .init(
                    "en", "“The harbour is open,” the minister said.", "sv", "”Hamnen är öppen”, sade ministern."),
                .init("en", "The 24-inch screen is new.", "de", "Der 24\" große Bildschirm ist neu."),
                .init("en", "The army is “ready”.", "he", "צה\"ל \"מוכן\"."),
                .init("en", "“The way is long,” she said.", "hu", "„Hosszú az út – mondta."),
                .init("en", "They said that “the way is open”.", "he", "הם אמרו ש“הדרך פתוחה“."),
                .init(
                    "en", "“The harbour is open, the minister said.", "de", "„Der Hafen ist offen, sagte der Minister."),
            ])
    ) { pair, check in
        let target = Quotations(pair.target.segments)
        guard !target.unpaired.isEmpty else { return [] }
        let source = Quotations(pair.source.segments)
        return pair.unpaired(target.unpaired, check, confidence: 0.7) { bead in
            // The source's own may stand in another sentence of the paragraph.
            source.isOdd(pair.source.segments[bead.source])
        }
    }
}
