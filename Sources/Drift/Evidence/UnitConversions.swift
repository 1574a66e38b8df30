import Bitext
import Facts

/// Tells whether numbers are one another in other units of measure.
struct UnitConversions {
    typealias Placed = NumberComparer.Placed

    private let pair: AlignedPair
    private let units = UnitMemory()

    init(_ pair: AlignedPair) { self.pair = pair }

    /// The numbers that are left when those are taken off that are one another in other units: miles and kilometres,
    /// inches and centimetres, feet and metres, pounds and kilograms, degrees. Whether a conversion is right is judged
    /// only roughly, since conversions are rounded.
    func without(_ missing: [Placed], _ extra: [Placed]) -> ([Placed], [Placed]) {
        var extra = extra
        let missing = missing.filter { number in
            guard let match = extra.firstIndex(where: { isConverted(number, $0) }) else { return true }
            // The 80s are from 27 to 31 degrees.
            if isDecade(number, .source) {
                extra.removeAll { isConverted(number, $0) }
            } else {
                extra.remove(at: match)
            }
            return false
        }
        return (missing, extra)
    }

    private func isConverted(_ was: Placed, _ became: Placed) -> Bool {
        isConverted(was, .source, as: became, .target)
    }

    private func isConverted(_ was: Placed, _ side: Side, as became: Placed, _ otherSide: Side) -> Bool {
        let (one, two) = (was.fact.value.approximate, became.fact.value.approximate)
        let kinds = kinds(was, side).union(kinds(became, otherSide))
        guard one > 0, two > 0, !kinds.isEmpty else { return false }
        let (high, low) = (max(one, two), min(one, two))
        if kinds.contains("temperature") {
            let isDecade = one > two ? isDecade(was, side) : isDecade(became, otherSide)
            let celsius = ((high - 32) / 1.8, (high - 32 + (isDecade ? 9 : 0)) / 1.8)
            return low > celsius.0 - 1.7 && low < celsius.1 + 1.7 || abs(high / low / 1.8 - 1) < 0.15
        }
        if let measure = measure(was, side), let other = self.measure(became, otherSide),
            UnitScale.areEqual(one, measure, two, other)
        {
            return true
        }
        // Degrees of both scales are called degrees; other units are told by their names.
        if areInOneUnit((was, side), (became, otherSide)) { return false }
        // Yards and metres are so near that both must be said.
        let both = self.kinds(was, side).intersection(self.kinds(became, otherSide))
        if both.contains("length"), abs(high / low / UnitConversions.yardsOfMetre - 1) < 0.025 { return true }
        for factor in kinds.flatMap({ UnitConversions.factors[$0] ?? [] }) {
            if abs(high / low / factor - 1) < 0.04 { return true }
            // What is rounded to a whole number may be half a unit away.
            if high >= 3, factor > 1.5, abs(high - low * factor) < 0.6 { return true }
        }
        return false
    }

    /// Whether a number stands for ten, as the 80s do.
    private func isDecade(_ number: Placed, _ side: Side) -> Bool { text(behind: number, side).hasPrefix("s") }

    /// Yards in a metre.
    private static let yardsOfMetre = 1.0936

    /// Whether two numbers are known to measure in the same unit: 5 km are no 8 km.
    private func areInOneUnit(_ one: (number: Placed, side: Side), _ other: (number: Placed, side: Side)) -> Bool {
        let measures = [one, other].compactMap { measure($0.number, $0.side) }
        return measures.count == 2 && measures[0].couldEqual(measures[1])
    }

    /// Whether two numbers measure in one unit and one is the other, rounded, as where each was converted from a third: 137 and
    /// 135 km/h.
    func areNearlySame(_ was: Placed, _ became: Placed) -> Bool {
        guard let measure = measure(was, .source), areInOneUnit((was, .source), (became, .target)) else { return false }
        let (one, two) = (was.fact.value.approximate, became.fact.value.approximate)
        if measure.readings.contains("celsius") { return abs(one - two) <= 1 }
        guard UnitScale.has(measure), abs(one - two) < UnitScale.tolerance * max(one, two) else { return false }
        return UnitScale.isRounded(one, of: two) || UnitScale.isRounded(two, of: one)
    }

    /// What one unit is in another, by what is measured.
    private static let factors: [String: [Double]] = [
        "distance": [1.609], "length": [2.54, 3.281, 25.4], "weight": [2.205], "area": [2.471],
        "volume": [3.785],
    ]

    /// Whether a number is one of the other side's, or of its own side, in other units: “10 miles” for “16 km (10 milles)”.
    func isConverted(_ number: Placed, _ side: Side, anyOf others: [Placed], own: [Placed]) -> Bool {
        guard !kinds(number, side).isEmpty else { return false }
        func pairs(_ other: Placed, _ otherSide: Side) -> Bool {
            let kinds = kinds(other, otherSide)
            return !kinds.isEmpty && kinds != ["temperature"]
                && isConverted(number, side, as: other, otherSide)
        }
        if others.contains(where: { pairs($0, side.other) }) || isHeight(number, others) { return true }
        return own.contains { other in
            other.fact != number.fact && (pairs(other, side) || isRepeated(number, other, side))
        }
    }

    /// Whether a number in brackets says in another unit what stands before them, often roughly: six metres (18 feet).
    private func isRepeated(_ number: Placed, _ other: Placed, _ side: Side) -> Bool {
        guard number.segment == other.segment, other.fact.range.end <= number.fact.range.start,
            number.fact.range.start - other.fact.range.end < 40, let measure = measure(number, side),
            let before = self.measure(other, side)
        else { return false }
        let text = pair[side].segments[number.segment].segment.text
        let between = text.slice(TextRange(other.fact.range.end, number.fact.range.start))
        return between.count { "(（".contains($0) } == 1 && !between.contains { ")）".contains($0) }
            && UnitScale.areEqual(
                number.fact.value.approximate, measure, other.fact.value.approximate, before, tolerance: 0.15)
    }

    /// Whether a number is what the other side says with a unit, but without a number in digits: a mile, half an inch, a
    /// two-foot brim.
    func isSaidInWords(_ number: Placed, _ side: Side, in bead: Bead) -> Bool {
        guard let measure = measure(number, side), UnitScale.has(measure) else { return false }
        return bead[side.other].contains { index in
            let values = pair[side.other].segments[index].named.compactMap(\.number?.value.approximate)
            return unnumberedUnits(side.other, segment: index).contains { unit in
                ([0.25, 0.5, 0.75, 1, 1.5] + values).contains {
                    UnitScale.areEqual(number.fact.value.approximate, measure, $0, unit)
                }
            }
        }
    }

    /// The units that a segment names without a number in digits before them, each once.
    private func unnumberedUnits(_ side: Side, segment index: Int) -> [Measure] {
        if let known = units.unnumbered[side][index] { return known }
        let segment = pair[side].segments[index]
        let text = segment.segment.text
        let reader = pair.readers[side].measures
        var found: [Measure] = []
        var followsNumber = false
        for token in segment.tokens where token.kind != .mark {
            defer { followsNumber = token.kind == .number }
            // In digits it would have been compared by its value.
            guard token.kind == .word, !followsNumber,
                let unit = reader.measure(of: TextRange(token.range.start, token.range.start), in: text),
                UnitScale.has(unit), !found.contains(unit)
            else { continue }
            found.append(unit)
        }
        units.unnumbered[side][index] = found
        return found
    }

    /// 1,98 m and 198 cm are 6-foot-6.
    private func isHeight(_ number: Placed, _ others: [Placed]) -> Bool {
        let value = number.fact.value.approximate
        let centimetres = value < 3 ? value * 100 : value
        for (feet, inches) in zip(others, others.dropFirst()) {
            guard let one = feet.fact.value.whole, let two = inches.fact.value.whole, (3...8).contains(one),
                (0...11).contains(two)
            else { continue }
            let whole = Double(one * 12 + two) * 2.54
            if abs(whole - centimetres) < 1.6 { return true }
        }
        return false
    }

    /// What the words behind a number measure; asked once for each, since each may be compared with many.
    private func kinds(_ number: Placed, _ side: Side) -> Set<String> {
        let place = UnitMemory.Place(side: side, segment: number.segment, offset: number.fact.range.end)
        if let kinds = units.known[place] { return kinds }
        let measured = measure(number, side).map { Units.kinds(of: $0) } ?? []
        let kinds = Units.kinds(text(behind: number, side)).union(measured)
        units.known[place] = kinds
        return kinds
    }

    /// What a number measures, where its unit is one that CLDR names; the first of two measures what the second does: 1 to 2
    /// inches. Asked for once for each.
    private func measure(_ number: Placed, _ side: Side) -> Measure? {
        let place = UnitMemory.Place(side: side, segment: number.segment, offset: number.fact.range.end)
        if let known = units.measures[place] { return known }
        let measure = readMeasure(number, side)
        units.measures[place] = .some(measure)
        return measure
    }

    private func readMeasure(_ number: Placed, _ side: Side) -> Measure? {
        let segment = pair[side].segments[number.segment]
        let reader = pair.readers[side].measures
        if let measure = reader.measure(of: number.fact.range, in: segment.segment.text) { return measure }
        guard
            let next = segment.facts.first(where: { (1...8).contains($0.range.start - number.fact.range.end) }),
            !segment.segment.text.slice(TextRange(number.fact.range.end, next.range.start)).contains(where: {
                ".,;:!?()/".contains($0)
            })
        else { return nil }
        return reader.measure(of: next.range, in: segment.segment.text)
    }

    /// A few characters behind a number.
    private func text(behind number: Placed, _ side: Side) -> Substring {
        pair[side].segments[number.segment].text(behind: number.fact)
    }
}

/// The units behind the numbers of a pair that were asked for.
private final class UnitMemory {
    struct Place: Hashable {
        let side: Side
        let segment: Int
        let offset: Int
    }

    var known: [Place: Set<String>] = [:]
    var measures: [Place: Measure?] = [:]
    /// By segment, the units that it names without a number in digits.
    var unnumbered = Sides<[Int: [Measure]]>(source: [:], target: [:])
}

/// Words for units behind numbers, by `Resources/units.tsv`.
enum Units {
    /// What CLDR's units measure, of those that translations convert.
    private static let measured: [String: [String]] = [
        "distance": ["mile", "kilometer"], "length": ["inch", "centimeter", "foot", "meter", "yard", "millimeter"],
        "weight": ["pound", "kilogram"], "area": ["acre", "hectare"], "volume": ["gallon", "liter"],
        "temperature": ["celsius", "fahrenheit"],
    ]

    /// What a measure may be of.
    static func kinds(of measure: Measure) -> Set<String> {
        Set(measured.filter { $0.value.contains(where: measure.readings.contains) }.keys)
    }

    /// By their first character, words with what they measure.
    private static let words: [Character: [(kind: String, word: String, isWhole: Bool)]] = {
        var words: [Character: [(kind: String, word: String, isWhole: Bool)]] = [:]
        for row in ResourceTable.rows(PackageResources.units_tsv, columns: 2) {
            for word in row[1].split(separator: " ").map(String.init) {
                guard let first = word.first else { continue }
                let isWhole = word.count < 3 && word.utf8.allSatisfy { $0 < 0x80 }
                words[first, default: []].append((row[0], word, isWhole))
            }
        }
        return words
    }()

    /// What the words right behind a number measure.
    static func kinds(_ text: Substring) -> Set<String> {
        let near = text.lowercased().split(whereSeparator: \.isWhitespace).prefix(3).map { $0.drop { $0 == "-" } }
        var kinds: Set<String> = []
        for word in near {
            // The sentence may end with its unit: 10 cm.
            let bare = word.dropLast(while: { !$0.isLetter })
            for unit in word.first.flatMap({ words[$0] }) ?? []
            where unit.isWhole ? word == unit.word || bare == unit.word : word.hasPrefix(unit.word) {
                kinds.insert(unit.kind)
            }
        }
        return kinds
    }
}
