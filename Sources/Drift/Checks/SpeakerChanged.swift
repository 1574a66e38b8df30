import Bitext
import Facts
import Semantics

extension Check {
    /// Turns that answer to each other under different names.
    static let speakerChanged: Check = Check(
        CheckDescription(
            id: "speaker-changed", category: "accuracy/mistranslation", severity: .critical, status: .preview,
            summary: "A turn is given to another speaker than in the source.",
            rationale: """
                Names are compared by their consonants in Latin letters, so that Путин, Putin and 푸틴 agree, and titles \
                and languages may differ. A name that stands for another throughout the document is a translation of \
                a title (The President, Председатель), not a change.
                """,
            examples: [
                .init(
                    "en",
                    """
                    ⟦Anna Berg⟧: We shall meet in Oslo on 3 May 2019.

                    Olaf Dahl: The budget is 45 million kroner.

                    Anna Berg: Thank you for the 7 questions.
                    """,
                    "de",
                    """
                    ⟦Olaf Dahl⟧: Wir treffen uns am 3. Mai 2019 in Oslo.

                    Olaf Dahl: Das Budget beträgt 45 Millionen Kronen.

                    Anna Berg: Danke für die 7 Fragen.
                    """)
            ])
    ) { pair, check in
        let names = SpeakerNames(pair)
        return pair.turns.compactMap { bead in
            guard bead.source.count == 1, bead.target.count == 1, let here = bead.source.first,
                let there = bead.target.first,
                let source = pair.source.document.turns[here].speaker,
                let target = pair.target.document.turns[there].speaker,
                let usual = names.whoElse(source: here, target: there)
            else { return nil }
            return Finding(
                check: check, confidence: 0.85,
                message: "\(source.name)’s words are given to \(target.name); elsewhere \(source.name) is \(usual).",
                source: pair.labelSpan(.source, here), target: pair.labelSpan(.target, there))
        }
    }
}

/// Which speaker of the target answers to which of the source, by name and by how often they meet.
private struct SpeakerNames {
    private let source: [[String]]
    private let target: [[String]]
    private let targetNames: [String]

    init(_ pair: AlignedPair) {
        guard pair.source.document.turns.contains(where: { $0.speaker != nil }) else {
            (source, target, targetNames) = ([], [], [])
            return
        }
        let reader = TermReader(isSameLanguage: false)
        source = pair.source.document.turns.map { $0.speaker.map { reader.skeletons($0.name) } ?? [] }
        target = pair.target.document.turns.map { $0.speaker.map { reader.skeletons($0.name) } ?? [] }
        targetNames = pair.target.document.turns.map { $0.speaker?.name ?? "" }
    }

    /// The target's name for the source's speaker, where this turn has another and both are known from elsewhere.
    func whoElse(source here: Int, target there: Int) -> String? {
        guard source.indices.contains(here), target.indices.contains(there), !source[here].isEmpty,
            !target[there].isEmpty, !SpeakerNames.areAlike(source[here], target[there])
        else {
            return nil
        }
        // The name given must be somebody else's: alike to another speaker of the source.
        let isAnothers = source.contains { $0 != source[here] && SpeakerNames.areAlike($0, target[there]) }
        guard isAnothers else { return nil }
        let own = target.indices.first { SpeakerNames.areAlike(source[here], target[$0]) }
        return own.map { targetNames[$0] }
    }

    private static func areAlike(_ some: [String], _ others: [String]) -> Bool {
        some.contains { word in others.contains { Skeleton.areAlike(word, $0) } }
    }
}

extension AlignedPair {
    /// A span over the label of a turn.
    func labelSpan(_ side: Side, _ turn: Int) -> Span? {
        let document = self[side].document
        guard let speaker = document.turns[turn].speaker else { return nil }
        let first = self[side].segments.firstIndex { $0.segment.turn >= turn } ?? 0
        return Span(
            segments: first..<first, range: speaker.range,
            text: document.isMarkup ? speaker.name : String(document.text.slice(speaker.range)), place: "t\(turn)")
    }
}
