import Bitext

extension Check {
    /// Messages that no key is set to any more.
    static let accessKey: Check = Check(
        CheckDescription(
            id: "access-key", category: "markup", severity: .minor, status: .preview,
            summary: "A message sets a key to one of its letters (_Save, &Save), its translation does not.",
            rationale: """
                Without the sign the command cannot be reached by the keyboard. Only in files of messages and in XLIFF, and only for \
                a sign before a word that stands once: names such as page_width and R&D have it, too. Where a translation \
                often leaves it out, less sure.
                """,
            examples: [
                .init("en", "⟦_S⟧ave the map", "de", "Karte speichern⟦⟧", form: .message),
                .init("en", "⟦&S⟧ave the map", "cs", "Uložit mapu⟦⟧", form: .message),
                .init("en", "_Save the map", "ja", "地図を保存(_S)", form: .message),
                .init("en", "Save &as a map", "it", "Salva co&me mappa", form: .message),
                .init("en", "The call of page_width fails", "de", "Der Aufruf scheitert", form: .message),
                .init("en", "Ships &amp; boats", "de", "Schiffe und Boote", form: .message),
            ])
    ) { pair, check in
        guard let signs = MessageSigns(pair) else { return [] }
        let keyed = signs.units.compactMap { unit in
            MessageSigns.accessKey(signs.text(.source, unit)).map { (unit: unit, key: $0) }
        }
        let lost = keyed.filter { MessageSigns.accessKeys(signs.text(.target, $0.unit)).isEmpty }
        guard let confidence = MessageSigns.confidence(lost: lost.count, kept: keyed.count - lost.count) else {
            return []
        }
        return lost.map { unit, key in
            let end = signs.text(.target, unit).utf8.count
            return Finding(
                check: check, confidence: confidence,
                message: "“\(signs.text(.source, unit).slice(key))” of the source sets a key, the target none.",
                source: signs.span(.source, unit, key), target: signs.span(.target, unit, TextRange(end, end)))
        }
    }
}
