internal import Bitext

/// Finds the dates of a text that are counted by another calendar than the Gregorian one.
struct RegionalDates {
    /// A date, and what its numbers, by their places among those of the text, may be in the Gregorian calendar.
    private struct Found {
        let date: DateFact
        var parts: [(index: Int, values: [Int])] = []
    }

    private let calendars: RegionalCalendars

    init(language: Language) { calendars = RegionalCalendars.shared(language) }

    /// The dates, in order.
    func dates(in text: String, numbers: [Fact]) -> [DateFact] { found(in: text, numbers: numbers).map(\.date) }

    /// The numbers with what they may be in the Gregorian calendar: days and years of dates, and years that stand alone.
    func withReadings(_ numbers: [Fact], in text: String) -> [Fact] {
        var numbers = numbers
        for index in numbers.indices where numbers[index].text.count == 4 {
            guard let value = numbers[index].value.whole else { continue }
            for year in calendars.years(value) {
                numbers[index] = numbers[index].alsoRead(as: DecimalValue(mantissa: year))
            }
        }
        for date in found(in: text, numbers: numbers) {
            for (index, values) in date.parts {
                for value in values { numbers[index] = numbers[index].alsoRead(as: DecimalValue(mantissa: value)) }
                // The day of a month of the moon can be any without its year.
                if date.date.readings.isEmpty { numbers[index] = numbers[index].doubted }
            }
        }
        return numbers
    }

    /// The Gregorian months, 1 to 12, that the dates of a text may fall into: any, where the moon counts and no year is said.
    func gregorianMonths(in text: String, numbers: [Fact]) -> [Int] {
        found(in: text, numbers: numbers).flatMap { found in
            found.date.readings.isEmpty ? Array(1...12) : found.date.readings.map(\.month)
        }
    }

    private func found(in text: String, numbers: [Fact]) -> [Found] {
        guard !numbers.isEmpty else { return [] }
        return (calendars.months(in: text).compactMap { date($0, text, numbers) } + inDigits(text, numbers))
            .sorted { $0.date.range.start < $1.date.range.start }
    }

    /// A named month with the day and year beside it.
    private func date(_ month: RegionalCalendars.Month, _ text: String, _ numbers: [Fact]) -> Found? {
        var day: Int?
        var year: Int?
        var whole = month.range
        func take(_ index: Int) -> Bool {
            guard let value = numbers[index].value.whole else { return false }
            if day == nil, (1...31).contains(value), numbers[index].text.count <= 2 {
                day = index
            } else if year == nil, (1000...6999).contains(value), numbers[index].text.count == 4 {
                year = index
            } else {
                return false
            }
            whole = whole.union(numbers[index].range)
            return true
        }
        let ahead = DateReader.firstIndex(in: numbers, from: month.range.start) - 1
        if ahead >= 0, numbers[ahead].range.end <= month.range.start,
            DateReader.isNear(numbers[ahead].range.end, month.range.start, text, allowsComma: false)
        {
            _ = take(ahead)
        }
        var index = DateReader.firstIndex(in: numbers, from: month.range.end)
        while index < numbers.count, DateReader.isNear(whole.end, numbers[index].range.start, text, allowsComma: true),
            take(index)
        {
            index += 1
        }
        // 3-صفر is a score: the month has the name of nought.
        guard year != nil || day != nil && !month.isZero else { return nil }
        let readings = calendars.dates(
            month, day: day.flatMap { numbers[$0].value.whole }, year: year.flatMap { numbers[$0].value.whole })
        // A month with a year that its calendar has not reached is somebody's name: 2023 Recep Tayyip.
        guard year == nil || !readings.isEmpty else { return nil }
        var found = Found(
            date: DateFact(readings: readings, range: whole, text: String(text.slice(whole)), isNumeric: false))
        if let day { found.parts.append((day, readings.compactMap(\.day))) }
        if let year { found.parts.append((year, readings.compactMap(\.year))) }
        return found
    }

    /// 1403/03/15: year, month and day between two of the same marks.
    private func inDigits(_ text: String, _ numbers: [Fact]) -> [Found] {
        guard calendars.hasYearsOfOwnMonths, numbers.count > 2 else { return [] }
        return numbers.indices.dropLast(2).compactMap { index in
            let parts = numbers[index...index + 2].map(\.value.whole)
            let ranges = numbers[index...index + 2].map(\.range)
            let marks = zip(ranges, ranges.dropFirst()).map { text.slice(TextRange($0.end, max($0.end, $1.start))) }
            guard marks[0] == marks[1], ["/", "-", "."].contains(marks[0]), let year = parts[0], let month = parts[1],
                let day = parts[2]
            else { return nil }
            let readings = calendars.dates(year: year, month: month, day: day)
            guard !readings.isEmpty else { return nil }
            let whole = ranges[0].union(ranges[2])
            return Found(
                date: DateFact(readings: readings, range: whole, text: String(text.slice(whole)), isNumeric: true),
                parts: [
                    (index, readings.compactMap(\.year)), (index + 1, readings.map(\.month)),
                    (index + 2, readings.compactMap(\.day)),
                ])
        }
    }
}
