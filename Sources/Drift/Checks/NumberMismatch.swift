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
private struct NumberComparer {
    /// A number and the segment it stands in.
    struct Placed {
        let fact: Fact
        let segment: Int
    }

    let pair: AlignedPair
    let check: CheckDescription
    private let spelled: [Side: SpelledNumbers]

    init(_ pair: AlignedPair, _ check: CheckDescription) {
        self.pair = pair
        self.check = check
        spelled = [
            .source: SpelledNumbers(language: pair.source.language),
            .target: SpelledNumbers(language: pair.target.language),
        ]
    }

    func findings(bead index: Int) -> [Finding] {
        let bead = pair.ladder.beads[index]
        guard !bead.isNull else { return [] }
        let source = facts(.source, bead.source)
        let target = facts(.target, bead.target)
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
        missing = missing.filter { isReportable($0, of: .source, in: bead, index) }
        extra = extra.filter { isReportable($0, of: .target, in: bead, index) }
        if isConverted(missing, extra) { return [] }
        if missing.count == 1, extra.count == 1, let was = missing.first, let became = extra.first {
            return [changed(was, became)]
        }
        return missing.map { lost($0, from: .source, bead) } + extra.map { lost($0, from: .target, bead) }
    }

    /// Whether two numbers may be one: equal in some reading, or a year and its last two digits.
    private func couldAgree(_ some: Placed, _ other: Placed) -> Bool {
        if some.fact.couldEqual(other.fact) { return true }
        guard let one = some.fact.value.whole, let two = other.fact.value.whole else { return false }
        let (short, long) = (min(one, two), max(one, two))
        // 14:00 is 2 p.m.
        let late = one > two ? (some, Side.source) : (other, Side.target)
        if (13..<24).contains(long), long - short == 12, text(behind: late.0, late.1).hasPrefix(":") { return true }
        return (10..<100).contains(short) && (1900..<2100).contains(long) && long % 100 == short
    }

    /// Whether the numbers that are left are one another in other units: miles and kilometres, inches and centimetres,
    /// feet and metres, pounds and kilograms, degrees. Whether a conversion is right is not judged here.
    private func isConverted(_ missing: [Placed], _ extra: [Placed]) -> Bool {
        guard !missing.isEmpty, missing.count == extra.count else { return false }
        return zip(missing, extra).allSatisfy { was, became in
            let (one, two) = (was.fact.value.approximate, became.fact.value.approximate)
            guard one > 0, two > 0 else { return false }
            guard hasUnit(was, .source) || hasUnit(became, .target) else { return false }
            let ratio = max(one, two) / min(one, two)
            let isLength = [1.609, 2.54, 3.281, 2.205, 25.4].contains { abs(ratio / $0 - 1) < 0.02 }
            let (warm, cold) = (max(one, two), min(one, two))
            return isLength || (cold < 60 && abs((warm - 32) / 1.8 - cold) <= 1)
        }
    }

    /// A few characters behind a number.
    private func text(behind number: Placed, _ side: Side) -> Substring {
        let text = pair[side].segments[number.segment].segment.text
        return text.slice(TextRange(number.fact.range.end, min(text.utf8.count, number.fact.range.end + 24)))
    }

    private func hasUnit(_ number: Placed, _ side: Side) -> Bool {
        let behind = text(behind: number, side).lowercased()
        return NumberComparer.units.contains { behind.contains($0) }
    }

    /// Beginnings of the units that are converted in translation, in the languages of most users.
    private static let units = [
        "km", "kilom", "км", "кілом", "килом", "公里", "千米", "キロ", "킬로", "mile", "mph", "мил", "°", "º", "grad", "degr",
        "град", "度", "도", "cm", "см", "сант", "centim", "zentim", "inch", "ft", "feet", "foot", "pound", "kg", "кг",
    ]

    private func facts(_ side: Side, _ segments: Range<Int>) -> [Placed] {
        segments.flatMap { index in pair[side].segments[index].facts.map { Placed(fact: $0, segment: index) } }
    }

    private func isReportable(_ number: Placed, of side: Side, in bead: Bead, _ index: Int) -> Bool {
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

    private func lost(_ number: Placed, from side: Side, _ bead: Bead) -> Finding {
        // Small numbers are often said in other words (both, a pair, double).
        let isSmall = (number.fact.value.whole ?? 100) <= 12
        let own = pair.span(side, segment: number.segment, range: number.fact.range)
        let place = pair.span(side.other, segments: bead[side.other].upperBound..<bead[side.other].upperBound)
        return Finding(
            check: check, severity: isSmall ? .minor : nil, confidence: isSmall ? 0.4 : 0.7,
            message: "\(reading(number.fact)) has no counterpart in the \(side.other.rawValue).",
            source: side == .source ? own : place, target: side == .target ? own : place)
    }

    /// The text of a number, and its value where the digits alone do not show it.
    private func reading(_ fact: Fact) -> String {
        let value = fact.value.description
        return fact.text == value ? value : "\(fact.text) = \(value)"
    }
}
