import Bitext
import Facts

extension Check {
    /// Countries, months, weekdays and numbers in words that the target does not name.
    static let omittedFact: Check = Check(
        CheckDescription(
            id: "omitted-fact", category: "accuracy/omission", severity: .major, status: .preview,
            summary: "A country, month, weekday or number in words of the source is not in the target.",
            rationale: """
                Told by CLDR's names as the checks for changed ones are. Reported where no word of the target means nearly \
                the same, and where it did not become one other country, month, weekday or number, which those checks \
                report.
                """,
            examples: [
                .init(
                    "en", "The ship from ⟦Norway⟧ reached the old harbour at night.", "de",
                    "Das Schiff⟦⟧ erreichte nachts den alten Hafen."),
                .init(
                    "en", "The ship from Norway reached the old harbour at night.", "de",
                    "Das norwegische Schiff erreichte nachts den alten Hafen."),
            ])
    ) { pair, check in
        CauseFindings.inBeads(pair) { LostFacts.finding($0, .source, check) }
    }

    /// Countries, months, weekdays and numbers in words that the source does not name.
    static let addedFact: Check = Check(
        CheckDescription(
            id: "added-fact", category: "accuracy/addition", severity: .minor, status: .preview,
            summary: "A country, month, weekday or number in words of the target is not in the source.",
            rationale: "The mirror of omitted-fact.",
            examples: [
                .init(
                    "de", "Die Ernte war besser als im⟦⟧ Vorjahr.", "en",
                    "The harvest in ⟦Brazil⟧ was better than last year."),
                .init(
                    "de", "Das norwegische Schiff erreichte nachts den alten Hafen.", "en",
                    "The ship from Norway reached the old harbour at night."),
            ])
    ) { pair, check in
        CauseFindings.inBeads(pair) { LostFacts.finding($0, .target, check) }
    }
}

/// A named fact of one side that nothing on the other side answers to.
///
/// Of names that were lost, nearly all that the model takes for errors are (as read in 9,000 sentences of speeches), so that
/// their odds are lowered less than those of other checks; what was added is often only said more plainly, and lowered more.
private enum LostFacts {
    /// Causes of the error model, the figures that they rest on, and the kinds of facts behind these.
    private static let causes: [(cause: String, figure: Figure, kinds: [NamedFact.Kind])] = [
        ("region", .region, [.region]), ("date", .date, [.month, .weekday]),
        ("number-word", .numberWord, [.number, .ordinal]),
    ]

    /// Less likely ones are mostly numbers that a language says where another does not: both, 양국, the two countries.
    private static let least = 0.4

    private static let priors = Sides(source: -0.2, target: -1.8)

    static func finding(_ bead: CauseFindings, _ side: Side, _ check: CheckDescription) -> Finding? {
        let findings = causes.compactMap { cause, figure, kinds -> Finding? in
            // What both sides lack is told once, of the side that lacks it more surely.
            let lacks = (bead.evidence[figure, side], bead.evidence[figure, side.other])
            guard lacks.0 > lacks.1 || lacks.0 == lacks.1 && side == .source, lacks.0 > 0,
                let confidence = bead.probability(cause, prior: priors[side]),
                confidence >= least,
                let lacking = bead.evidence.lacking[Figures.Key(figure, side)]
            else { return nil }
            let changes = NamedFactChanges(bead.pair)
            guard !kinds.contains(where: { changes.change(bead.bead, $0) != nil }) else {
                return nil
            }
            return bead.finding(
                check, confidence, side, lacking.range,
                message: "Nothing in the \(side.other.rawValue) answers to “\(lacking.fact.text)”.")
        }
        return findings.max { $0.confidence < $1.confidence }
    }
}
