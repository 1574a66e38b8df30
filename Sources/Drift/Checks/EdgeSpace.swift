import Bitext

extension Check {
    /// White space at the edge of a message that one version lacks.
    static let edgeSpace: Check = Check(
        CheckDescription(
            id: "edge-space", category: "markup", severity: .minor, status: .preview,
            summary: "A message starts or ends with a space or a line's end, its translation does not, or the reverse.",
            rationale: """
                Programs put messages together: without the space behind “Name: ” the value sticks to it, without the line's end \
                the next message does. Only in files of messages and units of XLIFF that keep their space, and not between languages that write none. \
                Where a translation does so often, less sure.
                """,
            examples: [
                .init("en", "Name of the ship:⟦ ⟧", "de", "Name des Schiffs:⟦⟧", form: .message),
                .init("en", "⟦⟧Open the harbour", "fr", "⟦ ⟧Ouvrir le port", form: .message),
                .init("en", "Name of the ship: ", "ru", "Название судна: ", form: .message),
                .init("en", "Name of the ship: ", "ja", "船名：", form: .message),
            ])
    ) { pair, check in
        guard let signs = MessageSigns(pair), !pair.source.language.isUnspaced, !pair.target.language.isUnspaced else {
            return []
        }
        return [true, false].flatMap { isStart -> [Finding] in
            func space(_ side: Side, _ unit: Bead) -> TextRange {
                let text = signs.text(side, unit)
                let length = text.utf8.count
                return isStart
                    ? TextRange(0, text.prefix(while: \.isBlank).utf8.count)
                    : TextRange(
                        length - text.reversed().prefix(while: \.isBlank).reduce(0) { $0 + $1.utf8.count }, length)
            }
            let spaces = signs.units.map { unit in (unit, Sides { space($0, unit) }) }
            let lost = spaces.filter { $1.source.isEmpty != $1.target.isEmpty }
            let kept = spaces.count { !$1.source.isEmpty && !$1.target.isEmpty }
            guard let confidence = MessageSigns.confidence(lost: lost.count, kept: kept) else { return [] }
            return lost.map { unit, space in
                let (has, lacks): (Side, Side) = space.source.isEmpty ? (.target, .source) : (.source, .target)
                return Finding(
                    check: check, confidence: confidence,
                    message:
                        "The \(has.rawValue) \(isStart ? "starts" : "ends") with white space, the \(lacks.rawValue) does not.",
                    source: signs.span(.source, unit, space.source), target: signs.span(.target, unit, space.target))
            }
        }.sorted { ($0.source?.range.start ?? 0) < ($1.source?.range.start ?? 0) }
    }
}
