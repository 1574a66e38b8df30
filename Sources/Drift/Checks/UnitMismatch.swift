import Bitext
import Facts

extension Check {
    /// One number that counts something else.
    static let unitMismatch: Check = Check(
        CheckDescription(
            id: "unit-mismatch", category: "accuracy/mistranslation/unit", severity: .major, status: .preview,
            summary: "A number kept its value, but its currency or unit became another.",
            rationale: """
                Currencies and units are read by CLDR's names, codes and signs in both languages, inflection forgiven. \
                Only where both sides say what the same number counts, and no reading is common to both, is that \
                reported: a dollar may be any country's, a pound money or a weight. Units that were converted have \
                another number, and are no mismatch.
                """,
            examples: [
                .init(
                    "en", "Our trade is worth ⟦20 billion dollars⟧ today.", "ru",
                    "Сегодня товарооборот составляет ⟦20 млрд евро⟧."),
                .init(
                    "en", "Our trade is worth $20 billion today.", "uk",
                    "Сьогодні товарообіг становить 20 мільярдів доларів США."),
                .init("de", "Es sind ⟦5 Kilometer⟧ bis Bonn.", "en", "It is ⟦5 miles⟧ to Bonn."),
                .init("de", "Es sind 8 Kilometer bis Bonn.", "en", "It is 5 miles to Bonn."),
                .init("ko", "교역액은 ⟦200억 달러⟧입니다.", "en", "Trade is worth ⟦20 billion won⟧."),
                .init("en", "It weighs 5 pounds.", "fr", "Il pèse 5 livres."),
                .init("en", "He stayed for ⟦12 years⟧.", "es", "Se quedó ⟦12 meses⟧."),
                .init("en", "He stayed for ⟦two years⟧.", "de", "Er blieb ⟦zwei Monate⟧."),
                .init("en", "It weighs ⟦20 kilograms⟧.", "ru", "Он весит ⟦20 граммов⟧."),
                .init("en", "He stayed for two weeks.", "de", "Er blieb zwei Wochen."),
            ])
    ) { pair, check in
        let comparer = UnitComparer(pair, check)
        return pair.ladder.beads.filter { !$0.isNull }.flatMap { comparer.findings($0) }
    }
}

/// Compares what the equal numbers of a bead count.
private struct UnitComparer {
    private struct Counted {
        let fact: Fact
        let segment: Int
    }

    let pair: AlignedPair
    let check: CheckDescription
    private let placeholderKinds: Set<Character>

    init(_ pair: AlignedPair, _ check: CheckDescription) {
        self.pair = pair
        self.check = check
        placeholderKinds = Placeholder.kinds(in: pair)
    }

    func findings(_ bead: Bead) -> [Finding] {
        let source = counted(.source, bead)
        let target = source.isEmpty ? [] : counted(.target, bead)
        var findings: [Finding] = []
        for number in source {
            let equals = target.filter { $0.fact.couldEqual(number.fact) }
            // The same number may stand there twice, with two units.
            guard let became = equals.first, equals.count == 1,
                source.count(where: { $0.fact.couldEqual(number.fact) }) == 1,
                let measure = measure(number, .source), let other = self.measure(became, .target),
                !measure.couldEqual(other), isTelling(number, measure), isTelling(became, other)
            else { continue }
            let (was, now) = (whole(number, measure, .source), whole(became, other, .target))
            findings.append(
                Finding(
                    check: check, confidence: 0.8, message: "\(was.text) became \(now.text).",
                    source: pair.span(.source, segment: number.segment, range: was.range),
                    target: pair.span(.target, segment: became.segment, range: now.range)))
        }
        return findings
    }

    private func counted(_ side: Side, _ bead: Bead) -> [Counted] {
        bead[side].flatMap { index -> [Counted] in
            let segment = pair[side].segments[index]
            let numbers = segment.facts + segment.named.compactMap(\.number)
            guard !numbers.isEmpty else { return [] }
            // %1$04X is no amount.
            let places = Placeholder.ranges(in: segment.segment.text, placeholderKinds)
            return numbers.filter { number in !places.contains { $0.overlaps(number.range) } }
                .map { Counted(fact: $0, segment: index) }
        }
    }

    private func measure(_ number: Counted, _ side: Side) -> Measure? {
        pair.readers[side].measures
            .measure(of: number.fact.range, in: pair[side].segments[number.segment].segment.text)
    }

    /// Years and days of months stand before words for years and days in some languages: 2024年, 5日.
    private func isTelling(_ number: Counted, _ measure: Measure) -> Bool {
        let isCalendar = measure.readings.allSatisfy { ["year", "month", "day"].contains($0) }
        guard isCalendar else { return true }
        return measure.text.utf8.count > 3 && (number.fact.value.whole ?? 0) < 1000
    }

    /// The number with what it counts.
    private func whole(_ number: Counted, _ measure: Measure, _ side: Side) -> (text: String, range: TextRange) {
        let text = pair[side].segments[number.segment].segment.text
        var range = number.fact.range
        let before = text.slice(TextRange(max(0, range.start - 24), range.start))
        let bare = before.dropLast(while: \.isWhitespace)
        let behind = text.slice(TextRange(range.end, min(text.utf8.count, range.end + 60)))
        let lower = behind.lowercased()
        if bare.hasSuffix(measure.text) {
            let gap = before.count - bare.count
            let length = before.suffix(gap + measure.text.count).reduce(0) { $0 + $1.utf8.count }
            range = TextRange(range.start - length, range.end)
        } else if lower.utf8.count == behind.utf8.count, let found = lower.firstRange(of: measure.text.lowercased()) {
            range = TextRange(
                range.start, range.end + lower.utf8.distance(from: lower.startIndex, to: found.upperBound))
        }
        return (String(text.slice(range)), range)
    }
}
