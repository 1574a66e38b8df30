import Bitext
import Facts

extension Check {
    /// Numbers that differ in value.
    static let numberMismatch: Check = Check(
        CheckDescription(
            id: "number-mismatch", category: "accuracy/mistranslation/number", severity: .major, status: .stable,
            summary: "A number of one version is missing or different in the other.",
            rationale: """
                Values are compared, not digits: 20 billion, 20 млрд and 200억 are one number, and so are 1,100 and \
                1.100 where the language groups that way. A number that the other version may say in words or Roman \
                numerals is excused, and the neighbouring sentences are looked at before a number counts as lost. A doubtful \
                reading may excuse a mismatch, never raise one. The number of a note, [1], is none; what a record adds in \
                brackets to what was said, (resolution 2732 (2024)), is less sure. Of two measures in one unit of which one is the \
                other, rounded, the difference is minor: each may have been converted from a third unit.
                """,
            examples: [
                .init(
                    "en", "Our trade is worth $⟦20 billion⟧ today.", "ru",
                    "Сегодня товарооборот составляет ⟦2 млрд⟧ долларов."),
                .init(
                    "en", "Our trade is worth $20 billion today.", "ru",
                    "Сегодня товарооборот составляет 20 миллиардов долларов."),
                .init("ko", "교역액은 200억 달러입니다.", "en", "Trade is worth 20 billion dollars."),
                .init("uk", "Це коштує 3,5 тисячі гривень.", "en", "It costs 3,500 hryvnias."),
                .init("en", "He waited for 7 days.", "ru", "Он ждал семь дней."),
                .init("en", "It began in the 19th century.", "ru", "Это началось в XIX веке."),
                .init("en", "The loan runs for 36 months.", "de", "Der Kredit läuft drei Jahre."),
                .init("en", "They must meet within 60 days.", "zh", "他们必须在两个月内会面。"),
                .init("en", "It was in 2001-2 and in 1/1/08.", "de", "Es war 2001–2002 und am 1. Januar 2008."),
                .init("de", "Es waren 1.100 Gäste.", "en", "There were 1,100 guests."),
                .init("de", "Es waren ⟦1.100⟧ Gäste.", "en", "There were ⟦1,200⟧ guests."),
                .init("fr", "Le vent souffle à ⟦137⟧ km/h.", "de", "Der Wind weht mit ⟦135⟧ km/h."),
                .init("it", "Era negli anni ’80.", "nl", "Het was in de jaren tachtig."),
            ])
    ) { pair, check in
        let comparer = NumberComparer(pair, check)
        return pair.ladder.beads.indices.flatMap { comparer.findings(bead: $0) }
    }
}
