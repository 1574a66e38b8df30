internal import CICU

/// The words that CLDR has for days, weeks, months and years as seen from today: yesterday, next year.
public enum RelativeTimeNames {
    /// The units, by name.
    private static let units: [(name: String, code: URelativeDateTimeUnit)] = [
        ("day", UDAT_REL_UNIT_DAY), ("week", UDAT_REL_UNIT_WEEK), ("month", UDAT_REL_UNIT_MONTH),
        ("year", UDAT_REL_UNIT_YEAR),
    ]

    /// The names of a language; what it says with a number, as “in 2 days”, has none.
    /// - Returns: the unit (`day`, `week`, `month` or `year`), how many of them ahead (-2 to 2), and the name.
    public static func of(_ language: String) -> [(unit: String, offset: Int, name: String)] {
        guard LocaleData.covers(language) else { return [] }
        var status = U_ZERO_ERROR
        guard let format = unsafe cicu_ureldatefmt_open(language, &status) else { return [] }
        defer { unsafe cicu_ureldatefmt_close(format) }
        guard status.rawValue <= U_ZERO_ERROR.rawValue else { return [] }
        return units.flatMap { unit, code in
            (-2...2).compactMap { offset in
                let name = unsafe filledString { buffer, capacity, status in
                    unsafe cicu_ureldatefmt_format(format, Double(offset), code, buffer, capacity, &status)
                }
                let counted = unsafe filledString { buffer, capacity, status in
                    unsafe cicu_ureldatefmt_formatNumeric(format, Double(offset), code, buffer, capacity, &status)
                }
                guard let name, name != counted else { return nil }
                return (unit, offset, name)
            }
        }
    }
}
