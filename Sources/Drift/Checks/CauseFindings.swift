internal import Bitext
internal import Facts
internal import Semantics

/// What the checks that rest on a cause of the error model have in common: the bead's evidence, and places to point at.
struct CauseFindings {
    /// Checks whose findings are causes of the model already, which a score must not count twice.
    static let checks: Set<String> = [
        "added-fact", "added-phrase", "name-mismatch", "negation-mismatch", "omitted-fact", "omitted-phrase",
        "opposite-word", "sentence-kind",
        "toxicity-mismatch", "untranslated-words", "word-order",
    ]

    /// Checks that name the words which a length that is too short or too long goes back to.
    static let phrases: Set<String> = ["added-phrase", "omitted-phrase"]

    let pair: AlignedPair
    let bead: Bead
    let evidence: Evidence
    let match: PairMatch?

    /// Asks each bead that is not null.
    static func inBeads(_ pair: AlignedPair, _ find: (CauseFindings) -> Finding?) -> [Finding] {
        inBeads(pair) { find($0).map { [$0] } ?? [] }
    }

    /// Asks each bead that is not null, which may have several findings.
    static func inBeads(_ pair: AlignedPair, _ find: (CauseFindings) -> [Finding]) -> [Finding] {
        pair.ladder.beads.indices.flatMap { index -> [Finding] in
            guard let evidence = pair.evidence(index) else { return [] }
            return find(
                CauseFindings(
                    pair: pair, bead: pair.ladder.beads[index], evidence: evidence, match: pair.match(index)))
        }
    }

    /// How likely a cause is at work, by the evidence alone; `nil` where it is too unlikely to speak of.
    /// - Parameter prior: what is added to the log-odds that the weights give.
    func probability(_ cause: String, prior: Double = CauseFindings.prior) -> Double? {
        guard let odds = ErrorModel.shared[cause]?.logOdds(evidence.values) else { return nil }
        let probability = logistic(odds + prior)
        return probability >= CauseFindings.least ? probability : nil
    }

    /// The weights are fitted where about half of the rows are in error. In a translation that is to be published, fewer
    /// are: the odds are halved, which keeps faithful texts clean at the default confidence.
    static let prior = -0.7

    /// Whether the texts are a program's messages: terse, so that translations say more, and in other words.
    var areMessages: Bool {
        pair.source.document.genre == .messages && pair.target.document.genre == .messages
    }

    /// Less likely findings would only fill lists.
    private static let least = 0.25

    /// A span over a stretch of a side's text, which is the bead's segments with a space between; it stays within the
    /// segment that the stretch starts in.
    func span(_ side: Side, _ range: TextRange) -> Span? {
        var offset = 0
        for index in bead[side] {
            let length = pair[side].segments[index].segment.text.utf8.count
            if range.start <= offset + length {
                let start = max(0, range.start - offset)
                return pair.span(side, segment: index, range: TextRange(start, min(length, range.end - offset)))
            }
            offset += length + 1
        }
        return nil
    }

    /// The empty place on the other side where a stretch of a side is missing: behind the counterpart of the last word
    /// before it that has one.
    func place(_ side: Side, missing range: TextRange) -> Span? {
        guard let match else { return pair.span(side.other, segments: bead[side.other]) }
        let before = match[side].indices.last { index in
            let word = match[side][index]
            guard word.range.end <= range.start, word.support > 0.3, let other = word.counterpart else { return false }
            return match[side.other][other].counterpart == index
        }
        guard let last = before.flatMap({ match[side][$0].counterpart }).map({ match[side.other][$0].range }) else {
            return span(side.other, TextRange(0, 0))
        }
        let marks = text(side.other, last)[...].suffix { $0.isPunctuation }.utf8.count
        return span(side.other, TextRange(last.end - marks, last.end - marks))
    }

    /// A finding about a stretch of a side's text that has nothing for its counterpart.
    func finding(
        _ check: CheckDescription, _ confidence: Double, _ side: Side, _ range: TextRange, message: String
    ) -> Finding {
        let (here, there) = (span(side, range), place(side, missing: range))
        return Finding(
            check: check, confidence: confidence, message: message, source: side == .source ? here : there,
            target: side == .target ? here : there)
    }

    /// The stretch of a side's text that words take, without the punctuation at its ends; `nil` where there are none.
    func range(_ side: Side, _ words: Range<Int>) -> TextRange? {
        guard let match, match[side].indices.contains(words), let first = match[side][words].first,
            let last = match[side][words].last
        else { return nil }
        return bare(side, TextRange(first.range.start, last.range.end))
    }

    /// A stretch without the punctuation at its ends.
    func bare(_ side: Side, _ range: TextRange) -> TextRange {
        let slice = pair.text(side, bead[side]).slice(range)
        let head = slice.prefix { $0.isPunctuation }.utf8.count
        let tail = slice.suffix { $0.isPunctuation }.utf8.count
        return TextRange(range.start + head, max(range.start + head, range.end - tail))
    }

    /// The text of a stretch.
    func text(_ side: Side, _ range: TextRange) -> String { String(pair.text(side, bead[side]).slice(range)) }
}
