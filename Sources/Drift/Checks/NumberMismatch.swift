import Bitext
import Facts

extension Check {
    /// Numbers that differ in value.
    static let numberMismatch: Check = Check(
        CheckDescription(
            id: "number-mismatch", category: "accuracy/mistranslation/number", severity: .major, status: .stable,
            summary: "A number of one version is missing or different in the other.",
            rationale: """
                Values are compared, not digits: 20 billion, 20 млрд and 200억 are one number, and so are 1,100 and \
                1.100 where the language groups that way. A number that the other version may say in words or Roman \
                numerals is excused, and the neighbouring sentences are looked at before a number counts as lost. A doubtful \
                reading may excuse a mismatch, never raise one.
                """,
            examples: [
                .init(
                    "en", "Our trade is worth $⟦20 billion⟧ today.", "ru",
                    "Сегодня товарооборот составляет ⟦2 млрд⟧ долларов."),
                .init(
                    "en", "Our trade is worth $20 billion today.", "ru",
                    "Сегодня товарооборот составляет 20 миллиардов долларов."),
                .init("ko", "교역액은 200억 달러입니다.", "en", "Trade is worth 20 billion dollars."),
                .init("uk", "Це коштує 3,5 тисячі гривень.", "en", "It costs 3,500 hryvnias."),
                .init("en", "He waited for 7 days.", "ru", "Он ждал семь дней."),
                .init("en", "It began in the 19th century.", "ru", "Это началось в XIX веке."),
                .init("de", "Es waren 1.100 Gäste.", "en", "There were 1,100 guests."),
                .init("de", "Es waren ⟦1.100⟧ Gäste.", "en", "There were ⟦1,200⟧ guests."),
            ])
    ) { pair, check in
        let comparer = NumberComparer(pair, check)
        return pair.ladder.beads.indices.flatMap { comparer.findings(bead: $0) }
    }
}

/// Compares the numbers of beads by value.
struct NumberComparer {
    /// A number and the segment it stands in.
    struct Placed {
        let fact: Fact
        let segment: Int
    }

    let pair: AlignedPair
    let check: CheckDescription
    private let spelled: [Side: SpelledNumbers]
    private let units = UnitMemory()
    private let times: TimeComparer

    init(_ pair: AlignedPair, _ check: CheckDescription) {
        self.pair = pair
        self.check = check
        times = TimeComparer(pair)
        spelled = [
            .source: SpelledNumbers(language: pair.source.language),
            .target: SpelledNumbers(language: pair.target.language),
        ]
    }

    func findings(bead index: Int) -> [Finding] {
        let bead = pair.ladder.beads[index]
        guard !bead.isNull else { return [] }
        let (source, target) = withoutTimes(
            withoutCodes(facts(.source, bead.source), facts(.target, bead.target)), bead)
        guard !source.isEmpty || !target.isEmpty else { return [] }
        var missing: [Placed] = []
        var extra = target
        for number in source {
            if let match = extra.firstIndex(where: { number.fact.couldEqual($0.fact) }) {
                extra.remove(at: match)
            } else {
                missing.append(number)
            }
        }
        // A number said twice on one side and once on the other is no mismatch.
        missing.removeAll { number in target.contains { couldAgree(number, $0) } }
        extra.removeAll { number in source.contains { couldAgree($0, number) } }
        let inWords = (
            missing.isEmpty ? [] : numbersInWords(.target, bead), extra.isEmpty ? [] : numbersInWords(.source, bead)
        )
        missing = missing.filter { isReportable($0, of: .source, in: bead, index, spelledOut: inWords.0) }
        extra = extra.filter { isReportable($0, of: .target, in: bead, index, spelledOut: inWords.1) }
        (missing, extra) = withoutConversions(missing, extra)
        if missing.count != 1 || extra.count != 1 {
            missing = missing.filter { !isConverted($0, .source, anyOf: target, own: source) }
            extra = extra.filter { !isConverted($0, .target, anyOf: source, own: target) }
        }
        if missing.count == 1, extra.count == 1, let was = missing.first, let became = extra.first {
            return [changed(was, became)]
        }
        func findings(_ numbers: [Placed], _ side: Side, _ others: [Placed]) -> [Finding] {
            guard !numbers.isEmpty else { return [] }
            let excuses = NumberExcuses(pair, side, bead)
            return numbers.compactMap { number in
                let verdict = excuses.verdict(number, others: others)
                return verdict == .excused ? nil : lost(number, from: side, bead, isDoubtful: verdict == .doubtful)
            }
        }
        return findings(missing, .source, target) + findings(extra, .target, source)
    }

    /// The numbers that belong to no code, where both sides have codes, which are compared as wholes.
    private func withoutCodes(_ source: [Placed], _ target: [Placed]) -> ([Placed], [Placed]) {
        func ranges(_ numbers: [Placed], _ side: Side) -> [Int: [TextRange]] {
            Dictionary(
                uniqueKeysWithValues: Set(numbers.map(\.segment)).map { index in
                    (index, CodeReader.codes(in: pair[side].segments[index].segment.text).map(\.range))
                }
            ).filter { !$0.value.isEmpty }
        }
        let codes = (ranges(source, .source), ranges(target, .target))
        guard !codes.0.isEmpty, !codes.1.isEmpty else { return (source, target) }
        func bare(_ numbers: [Placed], _ codes: [Int: [TextRange]]) -> [Placed] {
            numbers.filter { number in
                !(codes[number.segment]?.contains { $0.overlaps(number.fact.range) } ?? false)
            }
        }
        return (bare(source, codes.0), bare(target, codes.1))
    }

    /// The numbers that belong to no time of day that the other side has too, or has another of.
    private func withoutTimes(_ numbers: ([Placed], [Placed]), _ bead: Bead) -> ([Placed], [Placed]) {
        guard !numbers.0.isEmpty, !numbers.1.isEmpty else { return numbers }
        let times = times.compare(bead)
        return (
            numbers.0.filter { !times.holds($0.fact.range, segment: $0.segment, .source) },
            numbers.1.filter { !times.holds($0.fact.range, segment: $0.segment, .target) }
        )
    }

    /// Whether two numbers may be one: equal in some reading, or a year and its last two digits.
    private func couldAgree(_ some: Placed, _ other: Placed) -> Bool {
        if some.fact.couldEqual(other.fact) { return true }
        if isTime(some, .source, as: other, .target) || isTime(other, .target, as: some, .source) { return true }
        guard let one = some.fact.value.whole, let two = other.fact.value.whole else { return false }
        let (short, long) = (min(one, two), max(one, two))
        // 14:00 is 2 p.m.
        let (late, early) =
            one > two ? ((some, Side.source), (other, Side.target)) : ((other, .target), (some, .source))
        if (12..<25).contains(long), long - short == 12,
            isClockTime(late.0, late.1) || DayHalf.follows(text(behind: early.0, early.1))
        {
            return true
        }
        return (10..<100).contains(short) && (1900..<2100).contains(long) && long % 100 == short
    }

    /// Whether a number such as 7.55 is the time that the other side writes as 07h55 or 7:55: its parts stand there.
    private func isTime(_ number: Placed, _ side: Side, as other: Placed, _ otherSide: Side) -> Bool {
        let parts = number.fact.text.split { $0 == "." || $0 == ":" || $0 == "," }.compactMap { Int($0) }
        guard parts.count == 2, (0..<25).contains(parts[0]), (0..<60).contains(parts[1]) else { return false }
        guard let whole = other.fact.value.whole, whole == parts[0] || whole == parts[1] else { return false }
        let values = pair[otherSide].segments[other.segment].facts.compactMap(\.value.whole)
        return values.contains(parts[0]) && (parts[1] == 0 || values.contains(parts[1]))
    }

    /// Whether a number is the hour of a time: 14:00, 14h, 14.30.
    private func isClockTime(_ number: Placed, _ side: Side) -> Bool {
        let behind = text(behind: number, side)
        return behind.hasPrefix(":") || behind.hasPrefix("h") || behind.hasPrefix(" h") || behind.hasPrefix(" Uhr")
            || number.fact.text.contains(".") || number.fact.text.contains(":")
    }

    /// The numbers that are left when those are taken off that are one another in other units: miles and kilometres,
    /// inches and centimetres, feet and metres, pounds and kilograms, degrees. Whether a conversion is right is judged
    /// only roughly, since conversions are rounded.
    private func withoutConversions(_ missing: [Placed], _ extra: [Placed]) -> ([Placed], [Placed]) {
        var extra = extra
        let missing = missing.filter { number in
            guard let match = extra.firstIndex(where: { isConverted(number, $0) }) else { return true }
            extra.remove(at: match)
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
            return abs((high - 32) / 1.8 - low) <= 1.5 || abs(high / low / 1.8 - 1) < 0.15
        }
        for factor in kinds.flatMap({ NumberComparer.factors[$0] ?? [] }) {
            if abs(high / low / factor - 1) < 0.04 { return true }
            // What is rounded to a whole number may be half a unit away.
            if high >= 5, abs(high - low * factor) < 0.6 { return true }
        }
        return false
    }

    /// What one unit is in another, by what is measured.
    private static let factors: [String: [Double]] = [
        "distance": [1.609], "length": [2.54, 3.281, 25.4], "weight": [2.205], "area": [2.471], "volume": [3.785],
    ]

    /// Whether a number is one of the other side's, or of its own side, in other units: “10 miles” for “16 km (10 milles)”.
    private func isConverted(_ number: Placed, _ side: Side, anyOf others: [Placed], own: [Placed]) -> Bool {
        guard !kinds(number, side).isEmpty else { return false }
        func pairs(_ other: Placed, _ otherSide: Side) -> Bool {
            let kinds = kinds(other, otherSide)
            return !kinds.isEmpty && kinds != ["temperature"]
                && isConverted(number, side, as: other, otherSide)
        }
        if others.contains(where: { pairs($0, side.other) }) || isHeight(number, others) { return true }
        return own.contains { other in other.fact != number.fact && pairs(other, side) }
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
        let kinds = Units.kinds(text(behind: number, side))
        units.known[place] = kinds
        return kinds
    }

    /// A few characters behind a number.
    private func text(behind number: Placed, _ side: Side) -> Substring {
        let text = pair[side].segments[number.segment].segment.text
        return text.slice(TextRange(number.fact.range.end, min(text.utf8.count, number.fact.range.end + 24)))
    }

    private func facts(_ side: Side, _ segments: Range<Int>) -> [Placed] {
        segments.flatMap { index in pair[side].segments[index].facts.map { Placed(fact: $0, segment: index) } }
    }

    /// The numbers that a side of a bead spells out.
    private func numbersInWords(_ side: Side, _ bead: Bead) -> [Fact] {
        let reader = SpelledNumberReader(language: pair[side].language)
        return bead[side].flatMap { reader.facts(in: pair[side].segments[$0].segment.text) }
    }

    /// - Parameter spelledOut: the numbers that the other side spells out.
    private func isReportable(
        _ number: Placed, of side: Side, in bead: Bead, _ index: Int, spelledOut: [Fact]
    ) -> Bool {
        guard number.fact.certainty == .sure else { return false }
        let other = side.other
        // A neighbour may hold it: sentences are cut and joined elsewhere in a translation.
        let beads = pair.ladder.beads
        for near in [index - 1, index + 1] where beads.indices.contains(near) {
            if facts(other, beads[near][other]).contains(where: { number.fact.couldEqual($0.fact) }) { return false }
        }
        guard let whole = number.fact.value.whole else { return true }
        let segments = pair[other].segments[bead[other]]
        let text = segments.map { $0.segment.text.lowercased() }.joined(separator: " ")
        if spelledOut.contains(where: number.fact.couldEqual) { return false }
        let words = segments.flatMap { segment in
            segment.tokens.filter { $0.kind == .word }.map { segment.segment.text.slice($0.range) }
        }
        if words.contains(where: { RomanNumeral.value($0) == whole }) { return false }
        return !(spelled[other]?.mentions(whole, words: Set(words.map { $0.lowercased() }), text: text) ?? false)
    }

    private func changed(_ was: Placed, _ became: Placed) -> Finding {
        Finding(
            check: check, confidence: 0.9,
            message: "\(reading(was.fact)); the target has \(reading(became.fact)).",
            source: pair.span(.source, segment: was.segment, range: was.fact.range),
            target: pair.span(.target, segment: became.segment, range: became.fact.range))
    }

    private func lost(_ number: Placed, from side: Side, _ bead: Bead, isDoubtful: Bool) -> Finding {
        // Small numbers are often said in other words (both, a pair, double).
        let isSmall = (number.fact.value.whole ?? 100) <= 12
        let own = pair.span(side, segment: number.segment, range: number.fact.range)
        let place = pair.span(side.other, segments: bead[side.other].upperBound..<bead[side.other].upperBound)
        return Finding(
            check: check, severity: isSmall ? .minor : nil, confidence: isSmall || isDoubtful ? 0.4 : 0.7,
            message: "\(reading(number.fact)) has no counterpart in the \(side.other.rawValue).",
            source: side == .source ? own : place, target: side == .target ? own : place)
    }

    /// The text of a number, and its value where the digits alone do not show it.
    private func reading(_ fact: Fact) -> String {
        let value = fact.value.description
        return fact.text == value ? value : "\(fact.text) = \(value)"
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
}

/// Words for units behind numbers, by `Resources/units.tsv`.
enum Units {
    private static let words: [(kind: String, word: String)] = ResourceTable.rows(
        PackageResources.units_tsv, columns: 2
    ).flatMap { row in row[1].split(separator: " ").map { (row[0], String($0)) } }

    /// What the words right behind a number measure.
    static func kinds(_ text: Substring) -> Set<String> {
        let near = text.lowercased().split(whereSeparator: \.isWhitespace).prefix(3).map { $0.drop { $0 == "-" } }
        return Set(
            words.filter { unit in
                near.contains {
                    unit.word.count < 3 && unit.word.utf8.allSatisfy { $0 < 0x80 }
                        ? $0 == unit.word : $0.hasPrefix(unit.word)
                }
            }.map(\.kind))
    }
}

/// Marks of the half of the day behind an hour.
private enum DayHalf {
    static func follows(_ text: Substring) -> Bool {
        let bare = text.lowercased().drop {
            $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == ":" || $0.isNumber
        }
        return ["pm", "p.m", "p. m", "am", "a.m", "a. m", "μ.μ", "π.μ"].contains { bare.hasPrefix($0) }
    }
}
