import Bitext
import Facts

extension Check {
    /// Source turns without a counterpart.
    static let missingTurn: Check = Check(
        CheckDescription(
            id: "missing-turn", category: "accuracy/omission", severity: .critical, status: .stable,
            summary: "All that a speaker said in a turn is missing from the target.",
            rationale:
                "A question without its answer, or an answer without its question, changes what a talk was about.",
            examples: [
                .init(
                    "en",
                    """
                    President Anna Berg: We shall meet in Oslo on 3 May 2019 and sign the treaty.

                    ⟦Question: Will the treaty be published before the vote?⟧

                    Minister Olaf Dahl: The budget is 45 million kroner, and the ships are ready.
                    """,
                    "de",
                    """
                    Präsidentin Anna Berg: Wir treffen uns am 3. Mai 2019 in Oslo und unterzeichnen den Vertrag.

                    ⟦⟧Minister Olaf Dahl: Das Budget beträgt 45 Millionen Kronen, und die Schiffe sind bereit.
                    """)
            ])
    ) { pair, check in turnFindings(check, pair, lostFrom: .source, words: "is missing from the target") }

    /// Target turns without a counterpart.
    static let extraTurn: Check = Check(
        CheckDescription(
            id: "extra-turn", category: "accuracy/addition", severity: .major, status: .stable,
            summary: "A turn of the target has no counterpart in the source.",
            rationale: "The target has someone say what the source does not have.",
            examples: [
                .init(
                    "de",
                    """
                    Präsidentin Anna Berg: Wir treffen uns am 3. Mai 2019 in Oslo und unterzeichnen den Vertrag.

                    ⟦⟧Minister Olaf Dahl: Das Budget beträgt 45 Millionen Kronen, und die Schiffe sind bereit.
                    """,
                    "en",
                    """
                    President Anna Berg: We shall meet in Oslo on 3 May 2019 and sign the treaty.

                    ⟦Question: Will the treaty be published before the vote?⟧

                    Minister Olaf Dahl: The budget is 45 million kroner, and the ships are ready.
                    """)
            ])
    ) { pair, check in turnFindings(check, pair, lostFrom: .target, words: "has no counterpart in the source") }

    /// Several turns that became one.
    static let mergedTurn: Check = Check(
        CheckDescription(
            id: "merged-turn", category: "accuracy/mistranslation", severity: .major, status: .preview,
            summary: "Turns of several speakers stand as one turn in the other version.",
            rationale: """
                Where a label is lost, one speaker is given another's words. Turns of one speaker that were joined \
                are not reported.
                """,
            examples: [
                .init(
                    "en",
                    """
                    ⟦President Anna Berg: We shall meet in Oslo on 3 May 2019 and sign the treaty.

                    Minister Olaf Dahl: The budget is 45 million kroner, and the 12 ships are ready.⟧

                    President Anna Berg: Thank you, and let us begin with the 7 open questions.
                    """,
                    "de",
                    """
                    ⟦Präsidentin Anna Berg: Wir treffen uns am 3. Mai 2019 in Oslo und unterzeichnen den Vertrag. \
                    Das Budget beträgt 45 Millionen Kronen, und die 12 Schiffe sind bereit.⟧

                    Präsidentin Anna Berg: Danke, beginnen wir mit den 7 offenen Fragen.
                    """)
            ])
    ) { pair, check in
        pair.turns.compactMap { bead in
            guard min(bead.source.count, bead.target.count) == 1, max(bead.source.count, bead.target.count) > 1 else {
                return nil
            }
            let split: Side = bead.source.count > 1 ? .source : .target
            // A text without any label, such as speech recognition's, has not lost one label more than another.
            guard pair[split.other].document.turns.contains(where: { $0.speaker != nil }) else { return nil }
            let speakers = bead[split].compactMap { pair[split].document.turns[$0].speaker?.name }
            guard Set(speakers).count > 1 else { return nil }
            return Finding(
                check: check, confidence: bead.score,
                message:
                    "Turns of \(speakers.joined(separator: " and ")) stand as one turn in the \(split.other.rawValue).",
                source: pair.turnSpan(.source, bead.source), target: pair.turnSpan(.target, bead.target))
        }
    }

    private static func turnFindings(
        _ check: CheckDescription, _ pair: AlignedPair, lostFrom side: Side, words: String
    ) -> [Finding] {
        pair.turns.compactMap { bead in
            guard bead[side.other].isEmpty, let index = bead[side].first,
                pair[side].document.turns.indices.contains(index), !pair[side.other].document.turns.isEmpty
            else { return nil }
            let turn = pair[side].document.turns[index]
            let count = pair[side].segments.count { $0.segment.turn == index }
            guard count > 0 else { return nil }
            let who = turn.speaker.map { "\($0.name)’s turn" } ?? "A passage without a speaker"
            let place = pair.turnSpan(side.other, bead[side.other])
            let lost = pair.turnSpan(side, bead[side])
            return Finding(
                check: check, severity: turn.speaker == nil ? .minor : nil, confidence: bead.score,
                message: "\(who) (\(count) sentence\(count == 1 ? "" : "s")) \(words).",
                source: side == .source ? lost : place, target: side == .target ? lost : place)
        }
    }
}

extension AlignedPair {
    /// A span over whole turns; for an empty range, the empty place before the turn it names.
    func turnSpan(_ side: Side, _ turns: Range<Int>) -> Span? {
        let all = self[side].document.turns
        guard !all.isEmpty else { return nil }
        let segments = self[side].segments
        let from = segments.firstIndex { $0.segment.turn >= turns.lowerBound } ?? segments.count
        let to = segments.firstIndex { $0.segment.turn >= turns.upperBound } ?? segments.count
        if turns.isEmpty {
            let offset = turns.lowerBound < all.count ? all[turns.lowerBound].range.start : all[all.count - 1].range.end
            return Span(
                segments: from..<from, range: TextRange(offset, offset), text: "", place: "t\(turns.lowerBound)")
        }
        let range = TextRange(all[turns.lowerBound].range.start, all[turns.upperBound - 1].range.end)
        return Span(
            segments: from..<to, range: range, text: self[side].document.words(of: turns),
            place: "t\(turns.lowerBound)")
    }
}
