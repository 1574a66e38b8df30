import Bitext
import Facts

/// Compares the numbers of beads by value.
struct NumberComparer {
    /// A number and the segment it stands in.
    struct Placed {
        let fact: Fact
        let segment: Int
    }

    let pair: AlignedPair
    let check: CheckDescription
    private let placeholderKinds: Set<Character>
    private let conversions: UnitConversions
    private let times: TimeComparer
    private let durations: Durations

    init(_ pair: AlignedPair, _ check: CheckDescription) {
        self.pair = pair
        self.check = check
        placeholderKinds = Placeholder.kinds(in: pair)
        times = TimeComparer(pair)
        durations = Durations(pair)
        conversions = UnitConversions(pair)
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
        let unsaid = (
            missing.filter { !durations.isSaid($0.fact, segment: $0.segment, .source, in: bead) },
            extra.filter { !durations.isSaid($0.fact, segment: $0.segment, .target, in: bead) }
        )
        (missing, extra) = conversions.without(unsaid.0, unsaid.1)
        if missing.count + extra.count > 0, missing.count != 1 || extra.count != 1 {
            let all = (source + smallNumbers(.source, bead), target + smallNumbers(.target, bead))
            missing = missing.filter { !conversions.isConverted($0, .source, anyOf: all.1, own: all.0) }
            extra = extra.filter { !conversions.isConverted($0, .target, anyOf: all.0, own: all.1) }
        }
        missing = missing.filter { !conversions.isSaidInWords($0, .source, in: bead) }
        extra = extra.filter { !conversions.isSaidInWords($0, .target, in: bead) }
        // A code that differs is one finding, of its own check.
        missing = withoutCodes(missing, codeRanges(missing, .source))
        extra = withoutCodes(extra, codeRanges(extra, .target))
        // So is a placeholder.
        if !placeholderKinds.isEmpty {
            missing = withoutCodes(missing, placeholderRanges(missing, .source))
            extra = withoutCodes(extra, placeholderRanges(extra, .target))
        }
        let near = takeNearlySame(&missing, &extra)
        if !missing.isEmpty, !extra.isEmpty { NumberExcuses.takeForeignScales(&missing, &extra, pair, bead) }
        if missing.count == 1, extra.count == 1, let was = missing.first, let became = extra.first {
            return near + [changed(was, became)]
        }
        func findings(_ numbers: [Placed], _ side: Side, _ others: [Placed]) -> [Finding] {
            guard !numbers.isEmpty else { return [] }
            let excuses = NumberExcuses(pair, side, bead)
            return numbers.compactMap { number in
                let verdict = excuses.verdict(number, others: others)
                return verdict == .excused ? nil : lost(number, from: side, bead, isDoubtful: verdict == .doubtful)
            }
        }
        return near + findings(missing, .source, target) + findings(extra, .target, source)
    }

    /// The findings about numbers that are nearly the same in one unit, and takes those numbers off.
    private func takeNearlySame(_ missing: inout [Placed], _ extra: inout [Placed]) -> [Finding] {
        var findings: [Finding] = []
        missing.removeAll { was in
            guard let index = extra.firstIndex(where: { conversions.areNearlySame(was, $0) }) else { return false }
            findings.append(rounded(was, extra.remove(at: index)))
            return true
        }
        return findings
    }

    /// The small numbers that a side has in words.
    private func smallNumbers(_ side: Side, _ bead: Bead) -> [Placed] {
        bead[side].flatMap { index in
            pair[side].segments[index].named.compactMap(\.number).map { Placed(fact: $0, segment: index) }
        }
    }

    /// The numbers that belong to no code, where both sides have codes, which are compared as wholes.
    private func withoutCodes(_ source: [Placed], _ target: [Placed]) -> ([Placed], [Placed]) {
        let codes = (codeRanges(source, .source), codeRanges(target, .target))
        guard !codes.0.isEmpty, !codes.1.isEmpty else { return (source, target) }
        return (withoutCodes(source, codes.0), withoutCodes(target, codes.1))
    }

    private func withoutCodes(_ numbers: [Placed], _ codes: [Int: [TextRange]]) -> [Placed] {
        numbers.filter { number in !(codes[number.segment]?.contains { $0.overlaps(number.fact.range) } ?? false) }
    }

    /// By segment, where the codes stand beside a side's numbers.
    private func codeRanges(_ numbers: [Placed], _ side: Side) -> [Int: [TextRange]] {
        Dictionary(
            uniqueKeysWithValues: Set(numbers.map(\.segment)).map { index in
                (index, CodeReader.codes(in: pair[side].segments[index].segment.text).map(\.range))
            }
        ).filter { !$0.value.isEmpty }
    }

    /// By segment, where the placeholders stand beside a side's numbers.
    private func placeholderRanges(_ numbers: [Placed], _ side: Side) -> [Int: [TextRange]] {
        Dictionary(
            uniqueKeysWithValues: Set(numbers.map(\.segment)).map { index in
                (index, Placeholder.ranges(in: pair[side].segments[index].segment.text, placeholderKinds))
            })
    }

    /// Whether a number stands alone in square brackets: notes are counted anew in each edition.
    private func isFootnote(_ number: Placed, _ side: Side) -> Bool {
        let text = pair[side].segments[number.segment].segment.text
        return text.slice(TextRange(0, number.fact.range.start)).last == "["
            && text.slice(TextRange(number.fact.range.end, text.utf8.count)).first == "]"
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
        // The 19th century is 1800-talet.
        let century = one < two ? (some, Side.source) : (other, .target)
        if (2...21).contains(short), long == (short - 1) * 100,
            pair[century.1].segments[century.0.segment].countsCenturies(century.0.fact)
        {
            return true
        }
        // 08 is 2008, 8 is not.
        let hasTwoDigits = [some, other].contains { $0.fact.value.whole == short && $0.fact.text.count == 2 }
        return hasTwoDigits && (1900..<2100).contains(long) && long % 100 == short
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
        if behind.first == ":" || number.fact.text.contains(".") || number.fact.text.contains(":") { return true }
        let bare = behind.drop(while: \.isWhitespace)
        return NumberComparer.clockSigns.contains { sign in
            guard bare.hasPrefix(sign) else { return false }
            let next = bare.dropFirst(sign.count).first
            // 14 hommes are no time, 3時間 three hours.
            return !(next.map { "时時点點시".contains(sign) ? "間间간".contains($0) : $0.isLetter } ?? false)
        }
    }

    /// What stands behind the hour of a time.
    private static let clockSigns = [
        "h", "heures", "horas", "hrs", "hours", "Uhr", "uur", "ч", "часов", "часа", "时", "時", "点", "點", "시",
    ]

    /// A few characters behind a number.
    private func text(behind number: Placed, _ side: Side) -> Substring {
        pair[side].segments[number.segment].text(behind: number.fact)
    }

    private func facts(_ side: Side, _ segments: Range<Int>) -> [Placed] {
        segments.flatMap { index in pair[side].segments[index].facts.map { Placed(fact: $0, segment: index) } }
    }

    /// The numbers that a side of a bead spells out.
    private func numbersInWords(_ side: Side, _ bead: Bead) -> [Fact] {
        let reader = pair.readers[side].spelled
        return bead[side].flatMap { reader.facts(in: pair[side].segments[$0].segment.text) }
    }

    /// - Parameter spelledOut: the numbers that the other side spells out.
    private func isReportable(
        _ number: Placed, of side: Side, in bead: Bead, _ index: Int, spelledOut: [Fact]
    ) -> Bool {
        guard number.fact.certainty == .sure, !isFootnote(number, side) else { return false }
        let other = side.other
        // A neighbour may hold it: sentences are cut and joined elsewhere in a translation.
        let beads = pair.ladder.beads
        for near in [index - 1, index + 1] where beads.indices.contains(near) {
            if facts(other, beads[near][other]).contains(where: { number.fact.couldEqual($0.fact) }) { return false }
        }
        guard let whole = number.fact.value.whole else { return true }
        let segments = pair[other].segments[bead[other]]
        let text = segments.map { $0.segment.text.lowercased() }.joined(separator: " ")
        // 14 h may be two in the afternoon.
        let values = (13...24).contains(whole) && isClockTime(number, side) ? [whole, whole - 12] : [whole]
        if spelledOut.contains(where: { fact in
            number.fact.couldEqual(fact) || values.contains { fact.value.whole == $0 }
        }) {
            return false
        }
        if segments.contains(where: { $0.named.contains { $0.value == .ordinal(whole) } }) { return false }
        let words = segments.flatMap { segment in
            segment.tokens.filter { $0.kind == .word }.map { segment.segment.text.slice($0.range) }
        }
        if words.contains(where: { RomanNumeral.value($0) == whole || RomanNumeral.ordinal($0) == whole }) {
            return false
        }
        let folded = Set(words.map { $0.lowercased() })
        return !values.contains { pair.readers[other].spelledForms.mentions($0, words: folded, text: text) }
    }

    private func changed(_ was: Placed, _ became: Placed) -> Finding {
        Finding(
            check: check, confidence: 0.9,
            message: "\(reading(was.fact)); the target has \(reading(became.fact)).",
            source: pair.span(.source, segment: was.segment, range: was.fact.range),
            target: pair.span(.target, segment: became.segment, range: became.fact.range))
    }

    private func rounded(_ was: Placed, _ became: Placed) -> Finding {
        Finding(
            check: check, severity: .minor, confidence: 0.6,
            message:
                "\(reading(was.fact)); the target has \(reading(became.fact)): nearly the same, as where each was converted from another unit.",
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

    /// The text of a number, its value where the digits alone do not show it, and the year that it may be instead.
    private func reading(_ fact: Fact) -> String {
        let value = fact.value.description
        let shown = fact.text == value ? value : "\(fact.text) = \(value)"
        let years = fact.otherReadings.compactMap(\.whole).filter { (1700...2150).contains($0) }
        return fact.value.whole == nil || years.isEmpty
            ? shown : "\(shown) (the year \(years.map(String.init).joined(separator: " or ")))"
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
