internal import CICU

/// The calendars besides the Gregorian one that regions count days and years by.
public enum CalendarData {
    /// The calendars that are commonly used where a language is most spoken, by CLDR, the most used first: `persian`,
    /// `gregorian`, `islamic` for Persian.
    public static func common(_ language: String) -> [String] {
        var status = U_ZERO_ERROR
        guard let list = unsafe cicu_ucal_commonCalendars(language, &status) else { return [] }
        defer { unsafe cicu_uenum_close(list) }
        var calendars: [String] = []
        var length: Int32 = 0
        while status.rawValue <= U_ZERO_ERROR.rawValue,
            let name = unsafe cicu_uenum_unext(list, &length, &status)
        {
            let units = unsafe UnsafeBufferPointer(start: name, count: Int(length))
            calendars.append(String(decoding: unsafe Array(units), as: UTF16.self))
        }
        return calendars
    }

    /// The names of a calendar's months in a language, from its first month on; empty where ICU knows no such calendar.
    /// - Parameter calendar: its name in BCP 47, such as `persian`.
    public static func months(_ language: String, calendar: String) -> [[String]] {
        language.contains("-u-") ? [] : NameData.calendarNames("\(language)-u-ca-\(calendar)").months
    }

    /// The Gregorian year, month (1 to 12) and day of a day in another calendar's current era; `nil` where there is no such
    /// day.
    /// - Parameters:
    ///   - month: 1 for the first.
    ///   - calendar: its name in BCP 47.
    public static func gregorian(
        year: Int, month: Int, day: Int, calendar: String
    ) -> (year: Int, month: Int, day: Int)? {
        guard (1...9999).contains(year), (1...13).contains(month), (1...31).contains(day),
            let here = OpenCalendar("en-u-ca-\(calendar)"), let there = OpenCalendar("en-u-ca-gregory"),
            let time = here.time(year: year, month: month, day: day)
        else { return nil }
        return there.day(at: time)
    }
}

/// A calendar of ICU's; closes itself.
@safe private final class OpenCalendar {
    private let calendar: UnsafeMutablePointer<UCalendar?>

    init?(_ locale: String) {
        var status = U_ZERO_ERROR
        guard let opened = unsafe cicu_ucal_open(locale, &status) else { return nil }
        unsafe calendar = opened
        guard status.rawValue <= U_ZERO_ERROR.rawValue else { return nil }
    }

    deinit { unsafe cicu_ucal_close(calendar) }

    /// Milliseconds from 1970.
    func time(year: Int, month: Int, day: Int) -> Double? {
        unsafe cicu_ucal_setStrictDay(calendar, Int32(year), Int32(month - 1), Int32(day))
        var status = U_ZERO_ERROR
        let time = unsafe cicu_ucal_getMillis(calendar, &status)
        return status.rawValue <= U_ZERO_ERROR.rawValue ? time : nil
    }

    func day(at time: Double) -> (year: Int, month: Int, day: Int)? {
        var status = U_ZERO_ERROR
        unsafe cicu_ucal_setMillis(calendar, time, &status)
        let fields = [UCAL_YEAR, UCAL_MONTH, UCAL_DATE].map { field in
            Int(unsafe cicu_ucal_get(calendar, field, &status))
        }
        return status.rawValue <= U_ZERO_ERROR.rawValue ? (fields[0], fields[1] + 1, fields[2]) : nil
    }
}
