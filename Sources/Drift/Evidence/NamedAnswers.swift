internal import Bitext
internal import Facts

/// What a side of a bead has to answer facts of the other side with; read when it is first asked for.
final class NamedAnswers {
    private let pair: AlignedPair
    private let bead: Bead
    private let side: Side
    private let named: Set<NamedFact.Value>
    /// What the other side names.
    private lazy var there = NamedAnswers.named(pair, bead, side.other)
    /// The regions that it names, or may name the people of: Ukrainians are of Ukraine.
    private(set) lazy var regions: Set<String> = readRegions()
    /// The regions of the other side, as ``regions`` are of this one.
    private lazy var otherRegions = NamedAnswers(pair, bead, side.other).regions
    /// The values of its words in Roman numerals.
    private lazy var romans: Set<Int> = readRomans()
    /// What its other words may answer to.
    private lazy var hints: Set<NamedFact.Value> = bead[side].reduce(into: []) { hints, index in
        hints.formUnion(pair.readers[side].hints.values(in: pair[side].segments[index]))
    }

    init(_ pair: AlignedPair, _ bead: Bead, _ side: Side) {
        (self.pair, self.bead, self.side) = (pair, bead, side)
        named = NamedAnswers.named(pair, bead, side)
    }

    private static func named(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Set<NamedFact.Value> {
        Set(bead[side].flatMap { pair[side].segments[$0].named.map(\.value) })
    }

    /// Whether the side has a fact: named, in digits or as a people's name.
    func have(_ value: NamedFact.Value) -> Bool {
        if named.contains(value) || isInDigits(value) || hints.contains(value) && !isReplaced(value) { return true }
        return switch value {
        // Le trois mars is the third of March; Thutmose III is Thutmosis der Dritte.
        case .number(let number): named.contains(.ordinal(number)) || romans.contains(number)
        case .ordinal(let number): named.contains(.number(number)) || romans.contains(number)
        case .region(let region): regions.contains(region)
        case .city(let city): isCalledByCountry(city)
        case .month, .weekday: false
        }
    }

    /// Whether the side names another country that the other lacks: UNAMI is of Iraq, but not where it is “in Afghanistan”.
    private func isReplaced(_ value: NamedFact.Value) -> Bool {
        guard case .region = value else { return false }
        return named.contains {
            guard case .region(let region) = $0 else { return false }
            return !otherRegions.contains(region)
        }
    }

    /// Whether the side may call a city by its country; where the other side names that, too, it has its own answer.
    private func isCalledByCountry(_ city: String) -> Bool {
        let country = NamedAnswers.country(of: city)
        return regions.contains(country) && !there.contains(.region(country))
    }

    /// A lone I is the first of a name only where a name stands before it.
    private func readRomans() -> Set<Int> {
        var romans: Set<Int> = []
        for index in bead[side] {
            let segment = pair[side].segments[index]
            var followsName = false
            for token in segment.tokens where token.kind == .word {
                let word = segment.segment.text.slice(token.range)
                if let value = RomanNumeral.value(word) ?? RomanNumeral.ordinal(word) { romans.insert(value) }
                if word == "I", followsName { romans.insert(1) }
                followsName = word.first?.isUppercase == true
            }
        }
        return romans
    }

    private func readRegions() -> Set<String> {
        let demonyms = pair.readers[side].demonyms
        var regions: Set<String> = []
        var cities: Set<String> = []
        for value in named {
            switch value {
            case .region(let region): regions.insert(region)
            case .city(let city): cities.insert(city)
            default: break
            }
        }
        // The government of a country is also called by its capital; a city that both sides name answers to itself.
        if !cities.isEmpty {
            regions.formUnion(cities.filter { !there.contains(.city($0)) }.map(NamedAnswers.country))
        }
        for index in bead[side] {
            regions.formUnion(demonyms.abbreviatedRegions(in: pair[side].segments[index].segment.text))
            for (word, _) in NamedAnswers.words(beside: pair[side].segments[index]) {
                regions.formUnion(demonyms.possibleRegions(word))
            }
        }
        // The European Union is often called Europe.
        if !regions.isDisjoint(with: NamedAnswers.europe) { regions.formUnion(NamedAnswers.europe) }
        return regions
    }

    private static let europe: Set = ["150", "EU"]

    private static func country(of city: String) -> String { String(city.prefix { $0 != "/" }) }

    /// The words of a segment that name no fact, in order.
    static func words(beside segment: AnalysedSegment) -> [(word: Substring, range: TextRange)] {
        // Both are in the order of the text.
        var named = segment.named[...]
        return segment.tokens.filter { token in
            named = named.drop { $0.range.end <= token.range.start }
            return token.kind == .word && named.first?.range.overlaps(token.range) != true
        }.map { (segment.segment.text.slice($0.range), $0.range) }
    }

    /// Whether the side has a value as a number in digits that no number in digits of the other side answers to: in “At 2pm
    /// four vans”, for «В 14:00 два фургона», 2 is the hour.
    private func isInDigits(_ value: NamedFact.Value) -> Bool {
        let number: Int
        switch value {
        case .month(let month): number = month
        case .number(let value), .ordinal(let value): number = value
        case .weekday, .region, .city: return false
        }
        return digits(number, side) > digits(number, side.other)
    }

    /// How often a side has a value in digits, as the hour of the afternoon too.
    private func digits(_ value: Int, _ side: Side) -> Int {
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
