import Bitext

extension Check {
    /// Messages that end with another mark.
    static let endPunctuation: Check = Check(
        CheckDescription(
            id: "end-punctuation", category: "fluency/punctuation", severity: .minor, status: .preview,
            summary: "A message lost the mark that it ends with, or ends with another.",
            rationale: """
                In a program a colon says that something follows, an ellipsis that a window opens or that work goes on. Only \
                in files of messages and in XLIFF; marks of all scripts are one (: and ：, . and 。). Signs that a \
                translation often leaves out are not missed: where one in twelve is without its full stop, none is \
                reported at the default confidence. A full stop that only the target has is none of its business.
                """,
            examples: [
                .init("en", "Name of the ship⟦:⟧", "de", "Name des Schiffs⟦⟧", form: .message),
                .init("en", "Save as⟦…⟧", "fr", "Enregistrer sous⟦⟧", form: .message),
                .init("en", "The harbour is open⟦.⟧", "pl", "Port jest otwarty⟦:⟧", form: .message),
                .init("en", "The harbour⟦⟧", "sv", "Hamnen⟦...⟧", form: .message),
                .init("en", "Opening...", "zh", "正在打开…", form: .message),
                .init("en", "The harbour is open.", "th", "ท่าเรือเปิดแล้ว", form: .message),
            ])
    ) { pair, check in
        guard let signs = MessageSigns(pair) else { return [] }
        let languages = Sides { pair[$0].language }
        func mark(_ side: Side, _ unit: Bead) -> (mark: MessageSigns.EndMark, range: TextRange)? {
            MessageSigns.endMark(signs.text(side, unit), languages[side])
        }
        let marks = signs.units.map { unit in Sides { mark($0, unit) } }
        // No full stops are written in these.
        let hasStops = !["th", "lo"].contains(languages.target.code)
        func counts(_ mark: MessageSigns.EndMark) -> (lost: Int, kept: Int) {
            let units = marks.filter { $0.source?.mark == mark || (mark != .stop && $0.target?.mark == mark) }
            let kept = units.count { $0.source?.mark == $0.target?.mark }
            return (units.count - kept, kept)
        }
        var confidences: [MessageSigns.EndMark: Double] = [:]
        for mark in MessageSigns.EndMark.allCases where mark != .stop || hasStops {
            let (lost, kept) = counts(mark)
            confidences[mark] = MessageSigns.confidence(lost: lost, kept: kept)
        }
        return zip(signs.units, marks).compactMap { unit, marks -> Finding? in
            let (was, became) = (marks.source, marks.target)
            guard was?.mark != became?.mark, let mark = (was ?? became)?.mark, was != nil || mark != .stop,
                let confidence = confidences[mark]
            else { return nil }
            func span(_ side: Side, _ found: (mark: MessageSigns.EndMark, range: TextRange)?) -> Span? {
                let words = signs.text(side, unit).utf8.count
                return signs.span(side, unit, found?.range ?? TextRange(words, words))
            }
            return Finding(
                check: check, confidence: confidence,
                message: was == nil
                    ? "The target ends with \(mark.rawValue), the source without a mark."
                    : "The source ends with \(mark.rawValue), the target with \(became?.mark.rawValue ?? "no mark").",
                source: span(.source, was), target: span(.target, became))
        }
    }
}
