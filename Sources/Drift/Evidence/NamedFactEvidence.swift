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
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            for fact in segment.named where kinds.contains(fact.value.kind) && !others.contains(fact.value) {
                if isInDigits(fact.value, pair, bead, side.other) { continue }
                if isHinted(fact.value, pair, bead, side.other) { continue }
                let range = fact.range.shifted(by: offset)
                let support = match?[side].filter { $0.range.overlaps(range) }.map(\.support).max() ?? 0
                // Countries, months and numbers are all alike to the model: only the nearest say the same.
                let lack = fact.value.kind == .region ? 1 - Double(max(0, support)) : 1
                if lack > surest?.lack ?? 0 { surest = Lacking(fact: fact, range: range, lack: lack) }
            }
            offset += segment.segment.text.utf8.count + 1
        }
        return surest
    }

    /// Whether a side has a word that begins as a region's name does there: Ukrainians are of Ukraine.
    private static func isHinted(_ value: NamedFact.Value, _ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Bool {
        guard case .region(let code) = value else { return false }
        let hints = RegionHints.shared(pair[side].language)
        return bead[side].contains { index in
            let segment = pair[side].segments[index]
            return segment.tokens.contains {
                $0.kind == .word && hints.mayName(code, segment.segment.text.slice($0.range))
            }
        }
    }

    /// Whether a side has the value as a number in digits that no number in digits of the other side answers to: in “At 2pm
    /// four vans”, for «В 14:00 два фургона», 2 is the hour.
    static func isInDigits(_ value: NamedFact.Value, _ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Bool {
        let number: Int
        switch value {
        case .month(let month): number = month
        case .number(let value): number = value
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
