public import Bitext
internal import ICU

/// Reads dates: a named month with the day and year beside it, and days, months and years in digits in the language's order
/// (by CLDR) or in that of ISO 8601.
public final class DateReader: Sendable {
    private let language: Language
    /// The order of dates in digits, and of those that name the month.
    private let order: String
    private let namedOrder: String

    /// Makes a reader; the first of a language asks ICU for its patterns.
    public init(language: Language) {
        self.language = language
        (order, namedOrder) = DateReader.orders[language]
    }

    private static let orders = PerLanguage { language in
        (NameData.dateOrder(language.tag, inDigits: true), NameData.dateOrder(language.tag, inDigits: false))
    }

    /// The dates of a text, in order.
    /// - Parameters:
    ///   - numbers: the text's numbers.
    ///   - named: the months and other things that it names.
    public func dates(in text: String, numbers: [Fact], named: [NamedFact]) -> [DateFact] {
        var dates = named.compactMap { fact -> DateFact? in
            guard case .month(let month) = fact.value else { return nil }
            return date(month, fact.range, numbers, text)
        }
        dates += DateReader.without(dates.map(\.range), numericDates(text))
        let regional = RegionalDates(language: language).dates(in: text, numbers: numbers)
            .filter { !$0.readings.isEmpty }
        return (DateReader.without(regional.map(\.range), dates) + regional).sorted { $0.range.start < $1.range.start }
    }

    /// The dates that overlap none of some ranges; both are in the order of the text.
    private static func without(_ ranges: [TextRange], _ dates: [DateFact]) -> [DateFact] {
        guard !ranges.isEmpty else { return dates }
        var next = 0
        return dates.filter { date in
            while next < ranges.count, ranges[next].end <= date.range.start { next += 1 }
            return next >= ranges.count || ranges[next].start >= date.range.end
        }
    }

    // MARK: Named months

    private func date(_ month: Int, _ range: TextRange, _ numbers: [Fact], _ text: String) -> DateFact? {
        var whole = range
        var day: Int?
        var year: Int?
        func take(_ fact: Fact) {
            // 3월 contains the number that is its month.
            guard !fact.range.overlaps(range), let value = fact.value.whole else { return }
            // 令和6年 is 2024.
            let era = fact.otherReadings.compactMap(\.whole).first { (1000...2999).contains($0) }
            if year == nil, let era, fact.text.count <= 2 {
                year = era
            } else if day == nil, (1...31).contains(value), fact.text.count <= 2 {
                day = value
            } else if year == nil, (1000...2999).contains(value), fact.text.count == 4 {
                year = value
            } else {
                return
            }
            whole = whole.union(fact.range)
        }
        // Before the month stands the day, or in some languages the year: 2024년 3월 3일, 2024. március 3.
        let behind = DateReader.firstIndex(in: numbers, from: range.end)
        let ahead = DateReader.firstIndex(in: numbers, from: range.start)
        if ahead > 0, case let before = numbers[ahead - 1], before.range.end <= range.start,
            DateReader.isNear(before.range.end, range.start, text, allowsComma: false),
            namedOrder.hasPrefix("y")
                == (before.text.count > 2 || before.otherReadings.contains { ($0.whole ?? 0) > 999 })
        {
            take(before)
        }
        var end = range.end
        for fact in numbers[behind...] {
            guard DateReader.isNear(end, fact.range.start, text, allowsComma: true) else { break }
            let known = (day, year)
            take(fact)
            guard known != (day, year) else { break }
            end = fact.range.end
        }
        let readings = years(year).compactMap { CalendarDate(year: $0, month: month, day: day) }
        guard !readings.isEmpty else { return nil }
        if day != nil, let sign = text.slice(TextRange(whole.end, text.utf8.count)).first, "日일号".contains(sign) {
            whole = TextRange(whole.start, whole.end + sign.utf8.count)
        }
        return DateFact(readings: readings, range: whole, text: String(text.slice(whole)), isNumeric: false)
    }

    /// The first number that starts at a place or behind it; numbers are in the order of the text.
    static func firstIndex(in numbers: [Fact], from place: Int) -> Int {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle].range.start < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What a year may be: Thai years are also counted from the Buddha's death, 543 years earlier.
    private func years(_ year: Int?) -> [Int?] {
        guard let year else { return [nil] }
        return RegionalCalendars.shared(language).years(year) + [year]
    }

    /// Whether only what joins the parts of a date stands between two places: spaces, a stop, a comma, a short word.
    static func isNear(_ start: Int, _ end: Int, _ text: String, allowsComma: Bool) -> Bool {
        guard end >= start, end - start <= 24 else { return false }
        let between = text.slice(TextRange(start, end))
        guard !between.contains(where: { ";:!?()–—\n".contains($0) }) else { return false }
        // حزيران/يونيه: a month by two names.
        guard !between.contains("/") || between.contains(where: \.isLetter) else { return false }
        let words = between.split { !$0.isWordLetter }
        return words.count <= 2 && words.allSatisfy { $0.count <= 5 }
            && between.count { ",،".contains($0) } <= (allowsComma ? 1 : 0)
    }

    // MARK: In digits

    /// 03.04.2024, 3/4/2024, 2024-04-03: three numbers between two of the same marks.
    private func numericDates(_ text: String) -> [DateFact] {
        var dates: [DateFact] = []
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains(where: { $0.digitValue != nil }) else { return [] }
        var offset = 0
        var index = 0
        while index < scalars.count {
            guard scalars[index].digitValue != nil else {
                offset += UTF8.width(scalars[index])
                index += 1
                continue
            }
            var parts: [(value: Int, digits: Int)] = [(0, 0)]
            var mark: Unicode.Scalar?
            var end = index
            while end < scalars.count {
                if let digit = scalars[end].digitValue, parts[parts.count - 1].digits < 5 {
                    parts[parts.count - 1].value = parts[parts.count - 1].value * 10 + digit
                    parts[parts.count - 1].digits += 1
                } else if "./-‑".unicodeScalars.contains(scalars[end]) || DateReader.isInvisible(scalars[end]),
                    let next = start(scalars, behind: end, mark)
                {
                    mark = next.mark
                    parts.append((0, 0))
                    end = next.index
                    continue
                } else {
                    break
                }
                end += 1
            }
            let bytes = scalars[index..<end].reduce(0) { $0 + UTF8.width($1) }
            let isAlone =
                end >= scalars.count || language.isUnspaced
                || !(scalars[end].isLetter || scalars[end].digitValue != nil)
            if parts.count == 3, isAlone {
                let readings = readings(parts)
                let range = TextRange(offset, offset + bytes)
                if !readings.isEmpty {
                    dates.append(
                        DateFact(readings: readings, range: range, text: String(text.slice(range)), isNumeric: true))
                }
            }
            offset += bytes
            index = max(end, index + 1)
        }
        return dates
    }

    /// Where the next number starts behind a mark, which invisible marks of direction may surround, and a space may follow
    /// where it is a full stop.
    private func start(
        _ scalars: [Unicode.Scalar], behind index: Int, _ mark: Unicode.Scalar?
    ) -> (mark: Unicode.Scalar, index: Int)? {
        var index = index
        while index < scalars.count, DateReader.isInvisible(scalars[index]) { index += 1 }
        guard index < scalars.count, "./-‑".unicodeScalars.contains(scalars[index]),
            mark == nil || mark == scalars[index]
        else { return nil }
        let found = scalars[index]
        index += 1
        while index < scalars.count, DateReader.isInvisible(scalars[index]) { index += 1 }
        if found == ".", index < scalars.count, scalars[index].isSpace { index += 1 }
        return index < scalars.count && scalars[index].digitValue != nil ? (found, index) : nil
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        "\u{200E}\u{200F}\u{61C}".unicodeScalars.contains(scalar)
    }

    private func readings(_ parts: [(value: Int, digits: Int)]) -> [CalendarDate] {
        let values = parts.map(\.value)
        func year(_ part: (value: Int, digits: Int)) -> Int? {
            if part.digits == 4 { return (1000...2999).contains(part.value) ? part.value : nil }
            return nil
        }
        guard parts.allSatisfy({ $0.digits > 0 }), parts.count(where: { $0.digits == 4 }) == 1,
            parts.allSatisfy({ $0.digits <= 2 || $0.digits == 4 })
        else { return [] }
        if let first = year(parts[0]) {
            return [CalendarDate(year: first, month: values[1], day: values[2])].compactMap { $0 }
        }
        guard let last = year(parts[2]) else { return [] }
        let dayFirst = CalendarDate(year: last, month: values[1], day: values[0])
        let monthFirst = CalendarDate(year: last, month: values[0], day: values[1])
        // English is written with the month first in one country, and the day first in others.
        if order.hasPrefix("M") || language.code == "en" { return [monthFirst, dayFirst].compactMap { $0 } }
        return years(last).compactMap { CalendarDate(year: $0, month: values[1], day: values[0]) }
    }
}
