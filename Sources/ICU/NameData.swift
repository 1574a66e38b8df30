internal import CICU

/// Names that CLDR has in each language.
public enum NameData {
    /// The names of the months (from January, as dates use them and as they stand alone) or of the weekdays (from
    /// Sunday), in one language.
    /// - Parameter short: abbreviations, such as Oct, instead of whole names.
    public static func calendarNames(
        _ language: String, short: Bool = false
    ) -> (months: [[String]], weekdays: [[String]]) {
        // Persian and Thai have other calendars of their own; the months of these are not January to December.
        let tag = language.contains("-u-") ? language : language + "-u-ca-gregory"
        guard let symbols = DateSymbols(language: tag) else { return ([], []) }
        func joined(_ types: [UDateFormatSymbolType], from first: Int) -> [[String]] {
            let lists = types.map(symbols.names)
            let count = lists.map(\.count).max() ?? 0
            return (first..<max(first, count)).map { index in
                Array(Set(lists.compactMap { index < $0.count && !$0[index].isEmpty ? $0[index] : nil })).sorted()
            }
        }
        guard !short else {
            return (
                joined([UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS], from: 0),
                joined([UDAT_SHORT_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS], from: 1)
            )
        }
        return (
            joined([UDAT_MONTHS, UDAT_STANDALONE_MONTHS], from: 0),
            joined([UDAT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS], from: 1)
        )
    }

    /// The order of day, month and year in dates, such as `dMy`.
    /// - Parameter inDigits: whether the month is written in digits, or by its name.
    public static func dateOrder(_ language: String, inDigits: Bool) -> String {
        guard LocaleData.covers(language) else { return "dMy" }
        var status = U_ZERO_ERROR
        let style = inDigits ? UDAT_SHORT : UDAT_LONG
        guard let format = unsafe cicu_udat_openDate(style, language + "-u-ca-gregory", &status) else { return "dMy" }
        defer { unsafe cicu_udat_close(format) }
        guard status.rawValue <= U_ZERO_ERROR.rawValue,
            let pattern = unsafe filledString(
                capacity: 64,
                { buffer, capacity, status in
                    unsafe cicu_udat_toPattern(format, buffer, capacity, &status)
                })
        else { return "dMy" }
        var order = ""
        for letter in pattern where "dMy".contains(letter) && !order.contains(letter) { order.append(letter) }
        return order.count == 3 ? order : "dMy"
    }

    /// What a language says with an hour to tell which half or part of the day it is in, such as p.m., in the afternoon,
    /// вечера and 下午, with the hours (0 to 23) that it says so of.
    public static func dayPeriods(_ language: String) -> [String: Set<Int>] {
        guard LocaleData.covers(language) else { return [:] }
        var periods: [String: Set<Int>] = [:]
        for pattern in ["a", "B", "BBBB"] {
            let units = Array(pattern.utf16)
            var status = U_ZERO_ERROR
            guard let format = unsafe cicu_udat_openPattern(language, units, Int32(units.count), &status) else {
                continue
            }
            defer { unsafe cicu_udat_close(format) }
            guard status.rawValue <= U_ZERO_ERROR.rawValue else { continue }
            for hour in 0..<24 {
                // Half past: what is said of noon and midnight alone is no period.
                let time = (Double(hour) + 0.5) * 3_600_000
                let name = unsafe filledString(
                    capacity: 64,
                    { buffer, capacity, status in
                        unsafe cicu_udat_format(format, time, buffer, capacity, &status)
                    })
                if let name, !name.isEmpty { periods[name, default: []].insert(hour) }
            }
        }
        return periods
    }

    /// The names of every region that has an ISO 3166 code, in one language: its name, and its short name where CLDR
    /// has one, such as UK.
    public static func regions(_ language: String) -> [(code: String, name: String)] {
        let sources = [RegionNames(language: language, isShort: false), RegionNames(language: language, isShort: true)]
        return ISORegions.codes.flatMap { code in
            Set(sources.compactMap { $0?.name(code) }).subtracting([code]).sorted().map { (code, $0) }
        }
    }

    /// The names of Africa (002), Asia (142) and Europe (150), the European Union (EU) and the United Nations (UN), in one
    /// language.
    public static func areas(_ language: String) -> [(code: String, name: String)] {
        let names = RegionNames(language: language, isShort: false)
        return ["002", "142", "150", "EU", "UN"].compactMap { code in
            guard let name = names?.name(code), name != code else { return nil }
            return (code, name)
        }
    }

    /// The cities that stand for time zones, in one language; a zone that ICU does not know has none.
    /// - Parameter zones: names of zones, such as `Europe/Moscow`.
    public static func cities(_ language: String, zones: [String]) -> [(zone: String, name: String)] {
        guard LocaleData.covers(language) else { return [] }
        let pattern = Array("VVV".utf16)
        var status = U_ZERO_ERROR
        guard let format = unsafe cicu_udat_openPattern(language, pattern, Int32(pattern.count), &status) else {
            return []
        }
        defer { unsafe cicu_udat_close(format) }
        guard status.rawValue <= U_ZERO_ERROR.rawValue else { return [] }
        return zones.compactMap { zone in
            let units = Array(zone.utf16)
            let name = unsafe filledString(
                capacity: 64,
                { buffer, capacity, status in
                    unsafe cicu_udat_formatIn(
                        format, language, units, Int32(units.count), buffer, capacity, &status)
                })
            return name.map { (zone, $0) }
        }
    }

    /// The names, in one language, of the languages that are likely spoken where each region with an ISO 3166 code speaks
    /// its own: German with `DE`, but with neither `AT` nor `CH`.
    public static func nationalLanguages(_ language: String) -> [(code: String, name: String)] {
        ISORegions.codes.compactMap { region in
            let parts = LocaleData.likelyParts("und_\(region)")
            guard let spoken = parts.first, LocaleData.likelyParts(spoken).last == region else { return nil }
            let name = LocaleData.languageName(spoken, in: language)
            return name == spoken ? nil : (region, name)
        }
    }
}

/// The regions that have an ISO 3166 code.
private enum ISORegions {
    static var codes: [String] {
        guard let codes = unsafe cicu_uloc_getISOCountries() else { return [] }
        var found: [String] = []
        var index = 0
        while let code = unsafe codes[index] {
            unsafe found.append(String(cString: code))
            index += 1
        }
        return found
    }
}

/// A language's names of regions; closes itself.
@safe private final class RegionNames {
    private let names: OpaquePointer

    init?(language: String, isShort: Bool) {
        guard LocaleData.covers(language) else { return nil }
        var status = U_ZERO_ERROR
        guard let opened = unsafe cicu_uldn_open(language, isShort ? 1 : 0, &status),
            status.rawValue <= U_ZERO_ERROR.rawValue
        else { return nil }
        unsafe names = opened
    }

    deinit { unsafe cicu_uldn_close(names) }

    func name(_ code: String) -> String? {
        unsafe filledString { buffer, capacity, status in
            unsafe cicu_uldn_regionDisplayName(names, code, buffer, capacity, &status)
        }
    }
}

/// A language's date symbols; closes itself.
@safe private final class DateSymbols {
    private let format: UnsafeMutablePointer<UDateFormat?>

    init?(language: String) {
        guard LocaleData.covers(language) else { return nil }
        var status = U_ZERO_ERROR
        guard let opened = unsafe cicu_udat_open(language, &status), status.rawValue <= U_ZERO_ERROR.rawValue else {
            return nil
        }
        unsafe format = opened
    }

    deinit { unsafe cicu_udat_close(format) }

    func names(_ type: UDateFormatSymbolType) -> [String] {
        (0..<(unsafe cicu_udat_countSymbols(format, type))).map { index in
            unsafe filledString { buffer, capacity, status in
                unsafe cicu_udat_getSymbols(format, type, index, buffer, capacity, &status)
            } ?? ""
        }
    }
}
