import Bitext
import Facts

extension Check {
    /// Inline codes of XLIFF and TMX that were lost, added or emptied.
    static let inlineCodeMismatch: Check = Check(
        CheckDescription(
            id: "inline-code-mismatch", category: "markup", severity: .major, status: .preview,
            summary: "An inline code of the source is missing, added or empty in the target.",
            rationale: """
                XLIFF and TMX keep markup and values as codes among the words: <g id="1">…</g>, <x id="2"/>, <ph>. Where one is \
                missing, the finished document lacks a link or a value; where one is twice or closes before it opens, it may \
                not be written at all. Codes are compared by their names or by what they stand for; their order is free. What is \
                marked are the words of a stretch, or the word beside a code that stands alone. A stretch that holds words in the source and none in the target \
                is minor: its format or link went elsewhere.
                """,
            examples: [
                .init(
                    "en", "Open the <g id=\"1\">⟦file⟧</g> now.", "de", "Öffnen Sie jetzt die Datei.⟦⟧",
                    form: .xliff),
                .init(
                    "en", "Press <x id=\"1\"/> ⟦or⟧ <x id=\"2\"/>.", "de",
                    "Drücken Sie <x id=\"3\"/> ⟦oder⟧ <x id=\"2\"/>.",
                    form: .xliff),
                .init(
                    "en", "Read <g id=\"1\">⟦the guide⟧</g>.", "de", "Lesen Sie den Leitfaden.⟦⟧<g id=\"1\"></g>",
                    form: .xliff),
                .init(
                    "en", "<g id=\"1\">Red</g> and <g id=\"2\">blue</g>.", "fr",
                    "<g id=\"2\">Bleu</g> et <g id=\"1\">rouge</g>.",
                    form: .xliff),
            ])
    ) { pair, check in
        pair.ladder.beads.compactMap { bead -> Finding? in
            guard !bead.isNull else { return nil }
            let codes = InlineCodes(bead, in: pair)
            let (lost, added) = (codes.unmatched.source, codes.unmatched.target)
            let names = (InlineCodes.names(of: lost), InlineCodes.names(of: added))
            // Where a code belongs that is missing is not known: the end of the passage.
            func end(_ side: Side) -> Span? {
                let last = bead[side].upperBound - 1
                let end = pair[side].segments[last].segment.text.utf8.count
                return pair.span(side, segment: last, range: TextRange(end, end))
            }
            guard lost.isEmpty, added.isEmpty else {
                return Finding(
                    check: check, confidence: 0.95,
                    message: added.isEmpty
                        ? "\(names.0) is missing in the target."
                        : lost.isEmpty
                            ? "\(names.1) is not in the source."
                            : "\(names.0) of the source is \(names.1) in the target.",
                    source: lost.first.map { codes.span(.source, $0) } ?? end(.source),
                    target: added.first.map { codes.span(.target, $0) } ?? end(.target))
            }
            if let (source, closing, opening) = codes.reversed {
                return Finding(
                    check: check, confidence: 0.95,
                    message: "\(closing.code.label) stands before \(opening.code.label) in the target.",
                    source: codes.span(.source, source.opening), target: codes.span(.target, closing))
            }
            return codes.emptied.map { source, target in
                Finding(
                    check: check, severity: .minor, confidence: 0.9,
                    message: "\(target.name) holds no words in the target.",
                    source: codes.span(.source, source.opening), target: codes.place(.target, target.opening))
            }
        }
    }
}
