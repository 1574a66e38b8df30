import Bitext
import Semantics

extension Check {
    /// Stretches of the source that the target says nothing of.
    static let omittedPhrase: Check = Check(
        CheckDescription(
            id: "omitted-phrase", category: "accuracy/omission", severity: .major, status: .preview,
            summary: "A part of a sentence has no counterpart in the target.",
            rationale: """
                Every telling word of the source looks for the target’s word that means most nearly the same. A stretch \
                that finds none is reported where the target is also shorter than this pair lets expect: either sign \
                alone is mostly a free wording.
                """,
            examples: [
                .init(
                    "en",
                    """
                    The ministers signed the treaty on fisheries ⟦and promised to protect the whales and dolphins of \
                    the northern ocean⟧.
                    """, "fr", "Les ministres ont signé le traité sur la pêche⟦⟧."),
                .init(
                    "en", "The ministers signed the treaty on fisheries in the capital.", "de",
                    "Die Minister unterzeichneten das Fischereiabkommen in der Hauptstadt."),
            ])
    ) { pair, check in
        CauseFindings.inBeads(pair) { LostWords.finding($0, .source, cause: "omission", check) }
    }

    /// Stretches of the target that the source says nothing of.
    static let addedPhrase: Check = Check(
        CheckDescription(
            id: "added-phrase", category: "accuracy/addition", severity: .major, status: .preview,
            summary: "A part of a sentence has no counterpart in the source.",
            rationale: """
                The mirror of omitted-phrase: a stretch of the target that answers to nothing, in a target that is \
                longer than this pair lets expect.
                """,
            examples: [
                .init(
                    "fr", "Les ministres ont signé le traité sur la pêche⟦⟧.", "en",
                    """
                    The ministers signed the treaty on fisheries ⟦and promised to protect the whales and dolphins of \
                    the northern ocean⟧.
                    """),
                .init(
                    "fr", "Les ministres ont signé le traité sur la pêche dans la capitale.", "en",
                    "The ministers signed the treaty on fisheries in the capital."),
            ])
    ) { pair, check in
        CauseFindings.inBeads(pair) { LostWords.finding($0, .target, cause: "addition", check) }
    }
}

/// The heaviest stretch of a side that nothing answers to.
private enum LostWords {
    /// A stretch that weighs less says nothing.
    private static let leastWeight = 2.0
    /// A stretch that is nearly everything is not lost, but worded freely, unless all the figures together are so sure and
    /// the sentence is no exclamation.
    private static let (mostShare, sureOfMore, longEnough) = (0.75, 0.6, 40)

    /// Headings and captions, which end without punctuation, are worded more freely than sentences.
    private static let headingPrior = CauseFindings.prior - 0.5

    private static func prior(_ bead: CauseFindings) -> Double {
        let endsInLetter = Side.allCases.allSatisfy { side in
            bead.pair.text(side, bead.bead[side]).last?.isWordLetter ?? false
        }
        return endsInLetter ? headingPrior : CauseFindings.prior
    }

    static func finding(
        _ bead: CauseFindings, _ side: Side, cause: String, _ check: CheckDescription
    ) -> Finding? {
        guard let match = bead.match, let coverage = bead.evidence.coverage[side],
            coverage.heaviestRun >= leastWeight, bead.evidence[side == .source ? "short" : "long"] > 1,
            let confidence = bead.probability(cause, prior: prior(bead)),
            coverage.runShare < mostShare
                || confidence >= sureOfMore && bead.pair.text(side, bead.bead[side]).count >= longEnough,
            let first = match[side][coverage.run].first, let last = match[side][coverage.run].last
        else { return nil }
        let other = side == .source ? "target" : "source"
        if coverage.runShare >= mostShare {
            return Finding(
                check: check, confidence: confidence, message: "Much of this has no counterpart in the \(other).",
                source: bead.pair.span(.source, segments: bead.bead.source),
                target: bead.pair.span(.target, segments: bead.bead.target))
        }
        let range = bead.bare(side, TextRange(first.range.start, last.range.end))
        let here = bead.span(side, range)
        let there = bead.place(side, missing: range)
        let text = bead.text(side, range)
        return Finding(
            check: check, confidence: confidence,
            message: "Nothing in the \(other) answers to “\(text)”.",
            source: side == .source ? here : there, target: side == .target ? here : there)
    }
}
