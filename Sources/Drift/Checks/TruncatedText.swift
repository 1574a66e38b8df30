import Bitext
import Facts
import Semantics

extension Check {
    /// A target that stops in mid-sentence.
    static let truncatedText: Check = Check(
        CheckDescription(
            id: "truncated-text", category: "accuracy/omission", severity: .major, status: .preview,
            summary: "The target breaks off in the middle of a sentence.",
            rationale: """
                The source’s paragraph ends in a full stop or its like, the target’s in a word, a comma or a dash, and a \
                part of the source finds no counterpart. The lost mark alone is no finding, nor is anything where the \
                target’s next sentence has no counterpart: the sentence may go on behind a list. Nothing is looked for \
                where a tenth of the target’s sentences lack their marks, nor in Thai, Lao, Khmer, Burmese, Tibetan and \
                Japanese, whose sentences may end without.
                """,
            examples: [
                .init(
                    "en",
                    """
                    The ministers signed the treaty on fisheries and ⟦promised to protect the whales and dolphins of \
                    the northern ocean⟧.
                    """, "fr", "Les ministres ont signé le traité sur la pêche et ont⟦⟧"),
                .init(
                    "en", "The ministers signed the treaty on fisheries in the capital.", "de",
                    "Die Minister unterzeichneten das Fischereiabkommen in der Hauptstadt"),
                .init(
                    "en", "The ministers signed the treaty on fisheries in the capital", "de",
                    "Die Minister unterzeichneten das Fischereiabkommen"),
            ])
    ) { pair, check in
        guard !Ending.without.contains(pair.target.language.code), Ending.areUsual(pair) else { return [] }
        let unaligned = Set(pair.ladder.beads.filter(\.isNull).flatMap(\.target))
        return CauseFindings.inBeads(pair) { bead in
            // A sentence that a list or a table cuts in two goes on behind it.
            guard bead.isLastInParagraph(.target), !unaligned.contains(bead.bead.target.upperBound),
                Ending(pair, .source, bead.bead) == .mark, Ending(pair, .target, bead.bead) == .open
            else { return nil }
            let confidence = bead.probability("omission", prior: CauseFindings.prior + Ending.odds)
            guard let lost = LostWords(bead, .source, confidence: confidence) else { return nil }
            let range = lost.words.flatMap { bead.range(.source, bead.grown($0)) }
            let text = range.map { "“\(bead.text(.source, $0))”" }
            return Finding(
                check: check, confidence: lost.confidence,
                message: "The target breaks off: nothing answers to \(text ?? "much of the source").",
                source: range.map { bead.span(.source, $0) } ?? pair.span(.source, segments: bead.bead.source),
                target: bead.end(.target))
        }
    }
}

extension CauseFindings {
    /// Whether nothing of the bead's paragraph follows on a side.
    fileprivate func isLastInParagraph(_ side: Side) -> Bool {
        let segments = pair[side].segments
        guard let last = bead[side].last else { return false }
        return !segments.indices.contains(last + 1)
            || segments[last + 1].segment.paragraph != segments[last].segment.paragraph
    }

    /// The empty place behind a side's text.
    fileprivate func end(_ side: Side) -> Span? {
        guard let last = bead[side].last else { return nil }
        let length = pair[side].segments[last].segment.text.utf8.count
        return pair.span(side, segment: last, range: TextRange(length, length))
    }

    /// Words of the source and those behind them whose counterparts are hardly that: what broke off goes on to the next
    /// word that has its counterpart.
    fileprivate func grown(_ words: Range<Int>) -> Range<Int> {
        let all = match?.source ?? []
        var end = words.upperBound
        for index in all.indices.dropFirst(words.upperBound) where all[index].weight >= telling {
            guard all[index].ownSupport < answered else { break }
            end = index + 1
        }
        return words.lowerBound..<end
    }
}

/// Words that weigh less, such as articles, belong to what stands around them.
private let telling: Float = 2
/// Words of more support have their counterpart.
private let answered: Float = 0.4

/// How a text ends.
private enum Ending {
    /// In a mark that ends sentences.
    case mark
    /// In a word, or in a mark that something follows.
    case open
    /// In another mark.
    case other

    /// How much more likely it is that the target broke off where it lacks the mark that its source ends in, in nats: of
    /// faithful translations, one in two hundred lacks it.
    static let odds = 2.5
    /// Languages whose sentences may end without a mark.
    static let without: Set<String> = ["th", "lo", "km", "my", "bo", "dz", "ja"]

    /// Whether the target ends sentences in marks where the source does: a text that lost its marks tells nothing.
    static func areUsual(_ pair: AlignedPair) -> Bool {
        var (marked, open) = (0, 0)
        for bead in pair.ladder.beads where !bead.isNull && Ending(pair, .source, bead) == .mark {
            marked += 1
            if Ending(pair, .target, bead) == .open { open += 1 }
        }
        return open <= mostOpen || open * 10 <= marked
    }

    /// So many sentences without a mark may all have broken off.
    private static let mostOpen = 2
    private static let inner: Set<Character> = [",", "،", "、", "，", "-", "–", "—", "(", "（"]

    /// How a side of a bead ends.
    init(_ pair: AlignedPair, _ side: Side, _ bead: Bead) {
        let text = bead[side].last.map { pair[side].segments[$0].segment.text } ?? ""
        let bare = text[...].dropLast(while: Ending.closes)
        guard let last = bare.last else {
            self = .other
            return
        }
        if last.unicodeScalars.allSatisfy({ $0.properties.isSentenceTerminal }) || last == "…" {
            self = .mark
        } else if bare.endIndex == text.endIndex, last.isWordLetter || Ending.inner.contains(last) {
            self = .open
        } else {
            self = .other
        }
    }

    private static func closes(_ character: Character) -> Bool {
        character.unicodeScalars.contains { scalar in
            scalar.properties.generalCategory == .closePunctuation || scalar.properties.isQuotationMark
        }
    }
}
