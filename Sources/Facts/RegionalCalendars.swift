internal import Bitext
internal import ICU
import Synchronization

/// The calendars besides the Gregorian one by which the region of a language counts days and years, as CLDR lists them: the
/// Thai year 2561 is 2018, 15 خرداد 1403 the 4th of June 2024.
///
/// What is read by them may excuse a mismatch; it raises none, since the day of the Islamic calendar hangs on the moon and the
/// region.
struct RegionalCalendars: Sendable {
    /// A month that a text names: whose, and which of its calendar.
    struct Month {
        let range: TextRange
        let months: [(calendar: String, number: Int)]
        /// Whether its name is the language's word for nought.
        let isZero: Bool
    }

    private struct Name {
        let words: [String]
        let calendar: String
        let number: Int
    }

    /// The calendar that counts the years that stand alone; `nil` where it is the Gregorian one.
    private let yearCalendar: String?
    /// The names of months by their first word.
    private var names: [String: [Name]] = [:]
    private let zeros: Set<String>
    private let forms: NameForms
    private let heads: WordHeads

    /// Calendars whose years begin in another month than January.
    private static let ofOwnMonths = ["persian", "islamic-umalqura", "islamic-civil", "hebrew", "ethiopic"]
    /// Those of them whose months stay where they are in the Gregorian year, but for a day.
    private static let solar: Set = ["persian", "ethiopic"]

    private static let known = PerLanguage { RegionalCalendars($0) }
    private static let convertedYears = Mutex<[String: [Int]]>([:])

    /// The calendars of a language, asked for once.
    static func shared(_ language: Language) -> RegionalCalendars { known[language] }

    private init(_ language: Language) {
        let common = CalendarData.common(language.tag)
        yearCalendar = common.first.flatMap { first in
            first == "buddhist" || RegionalCalendars.ofOwnMonths.contains(first) ? first : nil
        }
        zeros = Set(LocaleData.spelledOut(0, language: language.tag))
        forms = NameForms(language)
        var heads = WordHeads()
        // One name of a month, two ways of counting its days.
        let isIslamic = common.contains { $0.hasPrefix("islamic") }
        for calendar in RegionalCalendars.ofOwnMonths
        where !language.isUnspaced && (common.contains(calendar) || isIslamic && calendar.hasPrefix("islamic")) {
            for (index, forms) in CalendarData.months(language.tag, calendar: calendar).enumerated() {
                for form in forms {
                    let words = form.textWords().map { $0.text.lowercased() }
                    guard let first = words.first, form.count > 1 else { continue }
                    names[first, default: []].append(Name(words: words, calendar: calendar, number: index + 1))
                    heads.insert(first)
                }
            }
        }
        self.heads = heads
    }

    /// Whether the years that stand alone are those of a calendar whose months are others, too.
    var hasYearsOfOwnMonths: Bool { yearCalendar.map(RegionalCalendars.ofOwnMonths.contains) ?? false }

    /// What a date in digits may be; none where its year is no year of the calendar that counts them.
    func dates(year: Int, month: Int, day: Int) -> [CalendarDate] {
        guard let yearCalendar, hasYearsOfOwnMonths, !years(year).isEmpty,
            let found = CalendarData.gregorian(year: year, month: month, day: day, calendar: yearCalendar)
        else { return [] }
        return [CalendarDate(year: found.year, month: found.month, day: found.day)].compactMap(\.self)
    }

    /// The Gregorian years that a year may be which stands alone.
    func years(_ value: Int) -> [Int] {
        guard let yearCalendar, (1000...2999).contains(value) else { return [] }
        return RegionalCalendars.years(value, yearCalendar).filter { RegionalCalendars.present.contains($0) }
    }

    /// The Gregorian years that texts are likely to speak of.
    private static let present = 1700...2150

    private static func years(_ value: Int, _ calendar: String) -> [Int] {
        let key = "\(calendar) \(value)"
        if let years = convertedYears.withLock({ $0[key] }) { return years }
        // A year that does not begin in January belongs to two others.
        let starts = [value, value + 1].compactMap {
            CalendarData.gregorian(year: $0, month: 1, day: 1, calendar: calendar)
        }
        let years = starts.first.map { first in
            calendar == "buddhist" ? [first.year] : Array(first.year...max(first.year, starts.last?.year ?? 0))
        }
        convertedYears.withLock { $0[key] = years ?? [] }
        return years ?? []
    }

    /// The months of other calendars that a text names, in order.
    func months(in text: String) -> [Month] {
        guard !names.isEmpty else { return [] }
        let words = text.textWords()
        var months: [Month] = []
        for index in words.indices where forms.hasPrefixes || heads.mayStart(words[index].text) {
            for first in forms.starts(of: words[index].text.lowercased()) {
                let fitting = (names[first] ?? []).filter { name in
                    index + name.words.count <= words.count
                        && name.words.indices.dropFirst().allSatisfy {
                            words[index + $0].text.lowercased() == name.words[$0]
                        }
                }
                guard let longest = fitting.map(\.words.count).max() else { continue }
                months.append(
                    Month(
                        range: TextRange(words[index].start, words[index + longest - 1].end),
                        months: fitting.filter { $0.words.count == longest }.map { ($0.calendar, $0.number) },
                        isZero: longest == 1 && zeros.contains(first)))
                break
            }
        }
        return months
    }

    /// What a day, or some day, of a month may be in the Gregorian calendar: with its year, and without it where the months are
    /// solar.
    func dates(_ month: Month, day: Int?, year: Int?) -> [CalendarDate] {
        var dates: [CalendarDate] = []
        for (calendar, number) in month.months {
            // A few years of the calendar: leap years move its days by one.
            let isSolar = RegionalCalendars.solar.contains(calendar)
            let some = calendar == "persian" ? 1400 : 2014
            for assumed in year.map({ [$0] }) ?? (isSolar ? Array(some...some + 3) : []) {
                // The new moon is seen a day earlier or later elsewhere.
                let isSeen = calendar.hasPrefix("islamic")
                for assumedDay in day.map({ isSeen ? [$0, $0 - 1, $0 + 1] : [$0] }) ?? [1, 29] {
                    guard
                        let found = CalendarData.gregorian(
                            year: assumed, month: number, day: assumedDay, calendar: calendar),
                        RegionalCalendars.present.contains(found.year),
                        let date = CalendarDate(
                            year: year == nil ? nil : found.year, month: found.month, day: day == nil ? nil : found.day),
                        !dates.contains(date)
                    else { continue }
                    dates.append(date)
                }
            }
        }
        return dates
    }
}
