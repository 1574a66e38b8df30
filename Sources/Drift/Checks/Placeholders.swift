import Bitext
import Facts

extension Check {
    /// Places for values and tags that were lost, added or changed.
    static let placeholderMismatch: Check = Check(
        CheckDescription(
            id: "placeholder-mismatch", category: "markup", severity: .major, status: .stable,
            summary: "A placeholder or tag of the source is missing, added or changed in the target.",
            rationale: """
                A program puts values where %s, %1$d, {name}, {{name}}, ${name} or %(name)s stand, in files of messages \
                also $1, and takes <b> and </b> for markup; where one is missing or misspelt the program shows the wrong \
                thing or stops. Placeholders with a number or name may change places; those without may not. A message \
                that is a form for one number (files.one) may do without the place for it. A per cent sign behind a \
                digit is no placeholder, nor, in prose, is a kind of sign that only one version uses. Whole pairs of tags \
                that change no more than how letters look, such as <i> and </i>, are minor; Chinese, Japanese and Korean have \
                other ways to stress a word than italics.
                """,
            examples: [
                .init("en", "Sent to ⟦{user}⟧ on {date}.", "de", "Am {date} an ⟦{benutzer}⟧ gesendet."),
                .init("en", "⟦%d⟧ files were copied to %s.", "de", "Dateien wurden nach %s kopiert.⟦⟧"),
                .init("en", "%1$s sent %2$d files.", "de", "%2$d Dateien von %1$s gesendet."),
                .init("en", "He is <i>very</i> late.", "zh", "他<b>非常</b>晚。"),
                .init("en", "Sales grew by 100% in May.", "fr", "Les ventes ont augmenté de 100 % en mai."),
                .init("en", "Click <a href=\"x\">here</a>.", "de", "Klicken Sie <a href=\"y\">hier</a>."),
            ])
    ) { pair, check in
        let kinds = Placeholder.kinds(in: pair)
        return pair.ladder.beads.compactMap { bead -> Finding? in
            guard !bead.isNull else { return nil }
            let sides = Placeholder.withoutArguments(Placeholder.sides(of: bead, in: pair, kinds))
            guard !sides.0.isEmpty || !sides.1.isEmpty else { return nil }
            let (lost, added) = Placeholder.withoutKnownNumber(
                Placeholder.difference(sides.0, sides.1), of: pair.target.segments[bead.target.lowerBound].segment)
            guard !lost.isEmpty || !added.isEmpty else { return nil }
            let isStyle = Placeholder.areStyles(lost) && Placeholder.areStyles(added)
            if isStyle, lost.count == added.count, pair[.target].language.hasNoItalics { return nil }
            func span(_ side: Side, _ places: [Placeholder]) -> Span? {
                guard let place = places.first else {
                    // Where it belongs is not known: the end of the passage.
                    let last = bead[side].upperBound - 1
                    let end = pair[side].segments[last].segment.text.utf8.count
                    return pair.span(side, segment: last, range: TextRange(end, end))
                }
                return pair.span(side, segment: place.segment, range: place.range)
            }
            let names = (lost.map(\.text).joined(separator: ", "), added.map(\.text).joined(separator: ", "))
            let message =
                added.isEmpty
                ? "\(names.0) is missing in the target."
                : lost.isEmpty
                    ? "\(names.1) is not in the source."
                    : names.0 == names.1
                        ? "\(names.0) stands in another order: without a number it takes another’s value."
                        : "\(names.0) of the source is \(names.1) in the target."
            return Finding(
                check: check, severity: isStyle ? .minor : nil, confidence: 0.95, message: message,
                source: span(.source, lost),
                target: span(.target, added))
        }
    }
}
