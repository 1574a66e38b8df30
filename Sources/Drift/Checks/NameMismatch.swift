import Bitext
import Facts

extension Check {
    /// Names that the other side has in no spelling.
    static let nameMismatch: Check = Check(
        CheckDescription(
            id: "name-mismatch", category: "accuracy/mistranslation/name", severity: .major, status: .preview,
            summary: "A name of the source became another in the target.",
            rationale: """
                Names are words with a capital where not every word has one. They are compared by their consonants in \
                Latin letters, so that Достоевский and Dostoyevsky agree, and by meaning, so that London and Londres do; \
                nearly fifty names of kings, popes, saints and of scripture by a table of their forms (James, Santiago). \
                Reported where each side has a name that the other lacks, and neither text has it in small letters \
                elsewhere. Names in scripts without capitals are not looked for, only found.
                """,
            examples: [
                .init(
                    "en", "The bridge was opened by ⟦Johansson⟧ last Monday.", "ru",
                    "Мост открыл ⟦Иваненко⟧ в прошлый понедельник."),
                .init(
                    "en", "The prize went to Dostoyevsky that year.", "ru",
                    "В том году премию получил Достоевский."),
                .init(
                    "en", "Saint James and Saint Stephen are the patrons of the church.", "pl",
                    "Święty Jakub i święty Szczepan są patronami kościoła."),
            ])
    ) { pair, check in
        let names = NamesInText(pair)
        return CauseFindings.inBeads(pair) { bead in
            guard bead.evidence[.name, .source] > 0, bead.evidence[.name, .target] > 0 else {
                return nil
            }
            func worst(_ side: Side) -> NameEvidence.Judged? {
                let lost = bead.evidence.lostNames[side]
                return bead.evidence.names[side].filter { name in
                    name.isPlainlyName && name.lack > 0.15 && !lost.contains { $0.overlaps(name.range) }
                        && names.areNames(name.mention.text, side)
                }.max { $0.lack < $1.lack }
            }
            // In 12,168 faithful labelled pairs nothing was found at these odds, in 10,551 others 37 names.
            guard let was = worst(.source), let became = worst(.target),
                let confidence = bead.probability("name", prior: 0.5)
            else { return nil }
            return Finding(
                check: check, confidence: confidence,
                message: "\(was.mention.text) is missing; the target has \(became.mention.text) instead.",
                source: pair.span(.source, segment: was.segment, range: was.mention.range),
                target: pair.span(.target, segment: became.segment, range: became.mention.range))
        }
    }
}
