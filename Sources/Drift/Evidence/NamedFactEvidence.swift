internal import Bitext
internal import Facts
internal import Semantics

/// Months, weekdays, countries and numbers in words that one side names and the other does not.
enum NamedFactEvidence {
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
    static func surest(
        _ pair: AlignedPair, _ bead: Bead, _ side: Side, _ kinds: [NamedFact.Kind], _ match: PairMatch?
    ) -> Lacking? {
        let others = Set(bead[side.other].flatMap { pair[side.other].segments[$0].named.map(\.value) })
        var surest: Lacking?
        lazy var hasOtherPeople = !unansweredDemonyms(pair, bead, side.other).isEmpty
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            // What is first is often said otherwise: at first, not before.
            for fact in segment.named where kinds.contains(fact.value.kind) && fact.value != .ordinal(1) {
                if isAnswered(fact.value, others, pair, bead, side.other) { continue }
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

    /// A word of a side for the people or the language of a country that the other side does not have in any form.
    struct Demonym {
        let fact: NamedFact
        let segment: Int
    }

    /// Every word is compared with every word of the other side: no more are.
    private static let mostWords = 400

    /// The words of a side for peoples and languages whose countries the other side has in no form; none in a bead of very
    /// many words.
    static func unansweredDemonyms(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> [Demonym] {
        let isLong = Side.allCases.contains { side in
            bead[side].reduce(0) { $0 + pair[side].segments[$1].tokens.count } > mostWords
        }
        guard !isLong else { return [] }
        let demonyms = Demonyms.shared(pair[side].language)
        var found: [Demonym] = []
        for index in bead[side] {
            let segment = pair[side].segments[index]
            for token in segment.tokens where token.kind == .word {
                let word = segment.segment.text.slice(token.range)
                let regions = demonyms.regions(word)
                guard let region = regions.min(), !segment.named.contains(where: { $0.range.overlaps(token.range) }),
                    !isNamed(regions, pair, bead, side.other)
                else { continue }
                let fact = NamedFact(value: .region(region), range: token.range, text: String(word))
                found.append(Demonym(fact: fact, segment: index))
            }
        }
        return found
    }

    /// Whether a side may name one of the regions, or its people.
    private static func isNamed(_ regions: Set<String>, _ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Bool {
        let demonyms = Demonyms.shared(pair[side].language)
        return bead[side].contains { index in
            let segment = pair[side].segments[index]
            return segment.named.contains { fact in
                if case .region(let region) = fact.value { regions.contains(region) } else { false }
            }
                || segment.tokens.contains { token in
                    guard token.kind == .word, !segment.named.contains(where: { $0.range.overlaps(token.range) })
                    else { return false }
                    let word = segment.segment.text.slice(token.range)
                    return regions.contains { demonyms.mayName($0, word) }
                }
        }
    }

    /// Whether a side has a fact, named, in digits or as a people's name.
    /// - Parameter named: the facts that the side names.
    static func isAnswered(
        _ value: NamedFact.Value, _ named: Set<NamedFact.Value>, _ pair: AlignedPair, _ bead: Bead, _ side: Side
    ) -> Bool {
        // Le trois mars is the third of March.
        if case .number(let number) = value, named.contains(.ordinal(number)) { return true }
        if case .ordinal(let number) = value, named.contains(.number(number)) { return true }
        return named.contains(value) || isInDigits(value, pair, bead, side) || isHinted(value, pair, bead, side)
    }

    /// Whether a side has a word for the people of a region: Ukrainians are of Ukraine.
    private static func isHinted(_ value: NamedFact.Value, _ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Bool {
        if case .region(let region) = value { isNamed([region], pair, bead, side) } else { false }
    }

    /// Whether a side has the value as a number in digits that no number in digits of the other side answers to: in “At 2pm
    /// four vans”, for «В 14:00 два фургона», 2 is the hour.
    private static func isInDigits(_ value: NamedFact.Value, _ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Bool {
        let number: Int
        switch value {
        case .month(let month): number = month
        case .number(let value), .ordinal(let value): number = value
        case .weekday, .region: return false
        }
        return digits(number, pair, bead, side) > digits(number, pair, bead, side.other)
    }

    /// How often a side has a value in digits, as the hour of the afternoon too.
    private static func digits(_ value: Int, _ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Int {
        bead[side].reduce(0) { count, index in
            let segment = pair[side].segments[index]
            return count
                + segment.facts.count { fact in
                    if fact.readings.contains(DecimalValue(mantissa: value)) { return true }
                    guard (1...11).contains(value), fact.value == DecimalValue(mantissa: value + 12) else {
                        return false
                    }
                    let text = segment.segment.text
                    return text.utf8.dropFirst(fact.range.end).first == UInt8(ascii: ":")
                }
        }
    }
}
