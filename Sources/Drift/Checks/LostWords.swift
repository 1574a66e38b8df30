import Bitext
import Facts
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
                alone is mostly a free wording. Of names that stand in a list one is reported where the target has its \
                neighbours, and no name that could be its own; in Korean, whose names show by no capital, where \
                it is joined to one that the target has (톨스토이와 체호프).
                """,
            examples: [
                .init(
                    "en",
                    """
                    The ministers signed the treaty on fisheries ⟦and promised to protect the whales and dolphins of \
                    the northern ocean⟧.
                    """, "fr", "Les ministres ont signé le traité sur la pêche⟦⟧."),
                .init(
                    "en", "He met Merkel and ⟦Macron⟧ in Brussels on Monday.", "de",
                    "Am Montag traf er Merkel⟦⟧ in Brüssel."),
                .init(
                    "en", "The ministers signed the treaty on fisheries in the capital.", "de",
                    "Die Minister unterzeichneten das Fischereiabkommen in der Hauptstadt."),
            ])
    ) { pair, check in
        let names = NamesInText(pair)
        return CauseFindings.inBeads(pair) { LostWords.findings($0, .source, cause: "omission", names, check) }
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
        let names = NamesInText(pair)
        return CauseFindings.inBeads(pair) { LostWords.findings($0, .target, cause: "addition", names, check) }
    }
}

/// The heaviest stretch of a side that nothing answers to.
struct LostWords {
    /// The words of the stretch, by their numbers; `nil` where it is nearly the whole side.
    let words: Range<Int>?
    /// How likely it is missing from the other side, 0 to 1.
    let confidence: Double

    /// A stretch that weighs less says nothing.
    private static let leastWeight = 2.0
    /// A stretch that is nearly everything is not lost, but worded freely, unless all the figures together are so sure and
    /// the sentence is no exclamation.
    private static let (mostShare, sureOfMore, longEnough) = (0.75, 0.6, 40)

    /// The stretch of a bead, where the bead is also shorter on the other side than expected.
    /// - Parameter confidence: how likely anything is missing; `nil` where it is too unlikely to speak of.
    init?(_ bead: CauseFindings, _ side: Side, confidence: Double?) {
        guard let confidence, let coverage = bead.evidence.coverage[side],
            coverage.heaviestRun >= LostWords.leastWeight, bead.evidence[side == .source ? .short : .long] > 1
        else { return nil }
        self.confidence = confidence
        guard coverage.runShare >= LostWords.mostShare else {
            words = coverage.run
            return
        }
        guard confidence >= LostWords.sureOfMore, bead.pair.text(side, bead.bead[side]).count >= LostWords.longEnough
        else { return nil }
        words = nil
    }

    /// Headings and captions, which end without punctuation, are worded more freely than sentences.
    private static let headingPrior = CauseFindings.prior - 0.5

    /// What messages say more than their source is mostly what it leaves to be guessed: of 37 such findings that were read, of
    /// some four hundred in the messages of Debian's programs, none was an error.
    private static let wordierPrior = CauseFindings.prior - 4

    private static func prior(_ bead: CauseFindings, _ side: Side) -> Double {
        if side == .target, bead.areMessages { return wordierPrior }
        let endsInLetter = Side.allCases.allSatisfy { side in
            bead.pair.text(side, bead.bead[side]).last?.isWordLetter ?? false
        }
        return (endsInLetter ? headingPrior : CauseFindings.prior) + brevity(bead)
    }

    /// What a text's length adds: a part is lost, or put in, somewhere in a long text sooner than in a short one. The weights
    /// were fitted on sentences, most of a hundred letters or more; what translations of a manual's short ones say more is
    /// mostly what they leave to be guessed (“Click Edit”).
    private static func brevity(_ bead: CauseFindings) -> Double {
        min(0, bead.evidence[.length] - logarithm(usualLength))
    }

    private static let usualLength = 100.0

    /// What is missing from the other side: a stretch, and names of a list beside it.
    fileprivate static func findings(
        _ bead: CauseFindings, _ side: Side, cause: String, _ names: NamesInText, _ check: CheckDescription
    ) -> [Finding] {
        let stretch = finding(bead, side, cause: cause, check)
        let known = side == .source ? stretch?.source : stretch?.target
        let lost = bead.evidence.lostNames[side].compactMap { range -> Finding? in
            guard names.areNames(bead.text(side, range), side) else { return nil }
            if let known, let name = bead.span(side, range), known.range.overlaps(name.range) { return nil }
            return bead.finding(
                check, nameConfidence, side, range,
                message: "The \(side.other.rawValue) lacks “\(bead.text(side, range))” of these names.")
        }
        return lost + (stretch.map { [$0] } ?? [])
    }

    /// Of 19 such names in the labelled pairs at hand 16 stood in one that is in error; in 80,000 sentences of two
    /// manuals in nine languages two were found, which were no names.
    private static let nameConfidence = 0.7

    /// The finding that a stretch of a side is missing from the other.
    private static func finding(
        _ bead: CauseFindings, _ side: Side, cause: String, _ check: CheckDescription
    ) -> Finding? {
        guard let lost = LostWords(bead, side, confidence: bead.probability(cause, prior: prior(bead, side))) else {
            return nil
        }
        let other = side.other.rawValue
        guard let words = lost.words, let range = bead.range(side, words) else {
            return Finding(
                check: check, confidence: lost.confidence, message: "Much of this has no counterpart in the \(other).",
                source: bead.pair.span(.source, segments: bead.bead.source),
                target: bead.pair.span(.target, segments: bead.bead.target))
        }
        let text = LostWords.untagged(range, in: bead.pair.text(side, bead.bead[side]))
        return bead.finding(
            check, lost.confidence, side, text,
            message: "Nothing in the \(other) answers to “\(bead.text(side, text))”.")
    }

    /// The longest part of a range that holds no tag, nor a piece of one, without the marks at its ends; all of it where it holds
    /// none.
    static func untagged(_ range: TextRange, in text: String) -> TextRange {
        let tags = Placeholder.ranges(in: text, ["<"]).filter { $0.overlaps(range) }
        guard !tags.isEmpty else { return range }
        let starts = [range.start] + tags.map { max(range.start, $0.end) }
        let ends = tags.map { min(range.end, $0.start) } + [range.end]
        let parts = zip(starts, ends).filter { $0 < $1 }.map { start, end in
            let part = text.slice(TextRange(start, end))
            let bare = part.trimmed { !$0.isWordLetter && !$0.isNumber }
            let first = start + part.utf8.distance(from: part.startIndex, to: bare.startIndex)
            return TextRange(first, first + bare.utf8.count)
        }
        return parts.filter { !$0.isEmpty }.max { $0.length < $1.length } ?? range
    }
}
