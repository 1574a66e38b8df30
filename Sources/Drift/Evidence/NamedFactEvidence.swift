internal import Bitext
internal import Facts
internal import Semantics

/// Months, weekdays, countries and numbers in words that one side names and the other does not.
struct NamedFactEvidence {
    private let pair: AlignedPair
    private let bead: Bead
    /// What each side has to answer facts of the other with.
    private let answers: Sides<NamedAnswers>

    init(_ pair: AlignedPair, _ bead: Bead) {
        (self.pair, self.bead) = (pair, bead)
        answers = Sides { NamedAnswers(pair, bead, $0) }
    }

    /// Whether a side has a fact in any form.
    func isAnswered(_ value: NamedFact.Value, by side: Side) -> Bool { answers[side].have(value) }

    /// Whether a side lacks a fact that its language has names for.
    func lacks(_ fact: NamedFact, _ side: Side) -> Bool {
        !isAnswered(fact.value, by: side) && PlaceNames.has(fact.value, in: pair[side].language)
            && !stands(fact, side)
    }

    /// A fact that the other side does not name.
    struct Lacking {
        let fact: NamedFact
        /// Where, in bytes of the bead's text.
        let range: TextRange
        /// How surely it is missing, 0 to 1.
        let lack: Double
    }

    /// What a side names and the other does not, the surest; words of the other side that mean nearly the same speak
    /// against it.
    func surest(_ side: Side, _ kinds: [NamedFact.Kind], _ match: PairMatch?) -> Lacking? {
        var surest: Lacking?
        lazy var hasOtherPeople = !unansweredDemonyms(side.other).isEmpty
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            // What is first is often said otherwise: at first, not before.
            for fact in segment.named where kinds.contains(fact.value.kind) && fact.value != .ordinal(1) {
                guard lacks(fact, side.other) else { continue }
                let range = fact.range.shifted(by: offset)
                let support = match?[side].filter { $0.range.overlaps(range) }.map(\.support).max() ?? 0
                // Countries, months and numbers are all alike to the model: only the nearest say the same.
                // So are their peoples: where there is one of another country, this became that.
                let lack = fact.value.kind == .region && !hasOtherPeople ? 1 - Double(max(0, support)) : 1
                if lack > surest?.lack ?? 0 { surest = Lacking(fact: fact, range: range, lack: lack) }
            }
            offset += segment.segment.text.utf8.count + 1
        }
        return surest
    }

    /// Whether a side has the word as it is, as part of a name: The Sunday Times.
    private func stands(_ fact: NamedFact, _ side: Side) -> Bool {
        fact.text.first?.isUppercase == true
            && bead[side].contains { index in
                let segment = pair[side].segments[index]
                return segment.tokens.contains { segment.segment.text.slice($0.range) == fact.text }
            }
    }

    /// Where a side names what the other side has, too: in bytes of the bead's text, in order.
    func answered(_ side: Side) -> [TextRange] {
        var ranges: [TextRange] = []
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            for fact in segment.named where isAnswered(fact.value, by: side.other) {
                ranges.append(fact.range.shifted(by: offset))
            }
            offset += segment.segment.text.utf8.count + 1
        }
        return ranges
    }

    /// A word of a side for the people or the language of a country that the other side does not have in any form.
    struct Demonym {
        let fact: NamedFact
        let segment: Int
    }

    /// The words of a side for peoples and languages whose countries the other side has in no form.
    func unansweredDemonyms(_ side: Side) -> [Demonym] {
        let demonyms = pair.readers[side].demonyms
        var found: [Demonym] = []
        for index in bead[side] {
            for (word, range) in NamedAnswers.words(beside: pair[side].segments[index]) {
                let regions = demonyms.regions(word)
                guard let region = regions.min(), answers[side.other].regions.isDisjoint(with: regions)
                else { continue }
                let fact = NamedFact(value: .region(region), range: range, text: String(word))
                found.append(Demonym(fact: fact, segment: index))
            }
        }
        return found
    }
}
