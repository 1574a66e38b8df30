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
        var answers = NamedAnswers(pair, bead, side.other)
        var surest: Lacking?
        lazy var hasOtherPeople = !unansweredDemonyms(pair, bead, side.other).isEmpty
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            // What is first is often said otherwise: at first, not before.
            for fact in segment.named where kinds.contains(fact.value.kind) && fact.value != .ordinal(1) {
                if answers.have(fact.value) { continue }
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

    /// Where a side names what the other side has, too: in bytes of the bead's text, in order.
    static func answered(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> [TextRange] {
        var answers = NamedAnswers(pair, bead, side.other)
        var ranges: [TextRange] = []
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            for fact in segment.named where answers.have(fact.value) { ranges.append(fact.range.shifted(by: offset)) }
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
    static func unansweredDemonyms(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> [Demonym] {
        let demonyms = Demonyms.shared(pair[side].language)
        var answers = NamedAnswers(pair, bead, side.other)
        var found: [Demonym] = []
        for index in bead[side] {
            for (word, range) in words(beside: pair[side].segments[index]) {
                let regions = demonyms.regions(word)
                guard let region = regions.min(), answers.regions.isDisjoint(with: regions) else { continue }
                let fact = NamedFact(value: .region(region), range: range, text: String(word))
                found.append(Demonym(fact: fact, segment: index))
            }
        }
        return found
    }

    /// The words of a segment that name no fact, in order.
    fileprivate static func words(beside segment: AnalysedSegment) -> [(word: Substring, range: TextRange)] {
        // Both are in the order of the text.
        var named = segment.named[...]
        return segment.tokens.filter { token in
            named = named.drop { $0.range.end <= token.range.start }
            return token.kind == .word && named.first?.range.overlaps(token.range) != true
        }.map { (segment.segment.text.slice($0.range), $0.range) }
    }

    /// Whether a side has the value as a number in digits that no number in digits of the other side answers to: in “At 2pm
    /// four vans”, for «В 14:00 два фургона», 2 is the hour.
    fileprivate static func isInDigits(_ value: NamedFact.Value, _ pair: AlignedPair, _ bead: Bead, _ side: Side)
        -> Bool
    {
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

/// What a side of a bead has to answer facts of the other side with.
struct NamedAnswers {
    private let pair: AlignedPair
    private let bead: Bead
    private let side: Side
    private let named: Set<NamedFact.Value>
    /// The regions that it names, or may name the people of: Ukrainians are of Ukraine.
    private(set) lazy var regions: Set<String> = readRegions()
    /// The values of its words in Roman numerals.
    private lazy var romans: Set<Int> = readRomans()

    init(_ pair: AlignedPair, _ bead: Bead, _ side: Side) {
        (self.pair, self.bead, self.side) = (pair, bead, side)
        named = Set(bead[side].flatMap { pair[side].segments[$0].named.map(\.value) })
    }

    /// Whether the side has a fact: named, in digits or as a people's name.
    mutating func have(_ value: NamedFact.Value) -> Bool {
        if named.contains(value) || NamedFactEvidence.isInDigits(value, pair, bead, side) { return true }
        return switch value {
        // Le trois mars is the third of March; Thutmose III is Thutmosis der Dritte.
        case .number(let number): named.contains(.ordinal(number)) || romans.contains(number)
        case .ordinal(let number): named.contains(.number(number)) || romans.contains(number)
        case .region(let region): regions.contains(region)
        case .month, .weekday: false
        }
    }

    /// A lone I is the first of a name only where a name stands before it.
    private func readRomans() -> Set<Int> {
        var romans: Set<Int> = []
        for index in bead[side] {
            let segment = pair[side].segments[index]
            var followsName = false
            for token in segment.tokens where token.kind == .word {
                let word = segment.segment.text.slice(token.range)
                if let value = RomanNumeral.value(word) { romans.insert(value) }
                if word == "I", followsName { romans.insert(1) }
                followsName = word.first?.isUppercase == true
            }
        }
        return romans
    }

    private func readRegions() -> Set<String> {
        let demonyms = Demonyms.shared(pair[side].language)
        var regions: Set<String> = []
        for value in named { if case .region(let region) = value { regions.insert(region) } }
        for index in bead[side] {
            for (word, _) in NamedFactEvidence.words(beside: pair[side].segments[index]) {
                regions.formUnion(demonyms.possibleRegions(word))
            }
        }
        return regions
    }
}
