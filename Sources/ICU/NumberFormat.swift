internal import CICU

/// One of ICU's number formats for a language; closes itself.
@safe final class NumberFormat {
    private let format: UnsafeMutablePointer<UNumberFormat?>

    /// Opens a format; `nil` when ICU has none of that style for the language.
    init?(_ style: UNumberFormatStyle, language: String) {
        guard style == UNUM_SPELLOUT ? LocaleData.spellsOut(language) : LocaleData.covers(language) else { return nil }
        var status = U_ZERO_ERROR
        guard let opened = unsafe cicu_unum_open(style, language, &status),
            status.rawValue <= U_ZERO_ERROR.rawValue
        else { return nil }
        unsafe format = opened
    }

    deinit { unsafe cicu_unum_close(format) }

    /// A whole number in this format.
    func format(_ value: Int) -> String? {
        unsafe filledString(capacity: 256) { buffer, capacity, status in
            unsafe cicu_unum_formatInt64(format, Int64(value), buffer, capacity, &status)
        }
    }

    /// One of the format's symbols.
    func symbol(_ which: UNumberFormatSymbol) -> String? {
        unsafe filledString { buffer, capacity, status in
            unsafe cicu_unum_getSymbol(format, which, buffer, capacity, &status)
        }
    }

    /// The rule sets of a spelled-out format, such as `%spellout-cardinal-feminine`.
    var ruleSets: [String] {
        let names = unsafe filledString(capacity: 1024) { buffer, capacity, status in
            unsafe cicu_unum_getTextAttribute(format, UNUM_PUBLIC_RULESETS, buffer, capacity, &status)
        }
        return (names ?? "").split(separator: ";").map(String.init)
    }

    /// Makes a rule set the one that numbers are formatted by; `false` when the format has no such set.
    func use(ruleSet name: String) -> Bool {
        let units = Array(name.utf16)
        var status = U_ZERO_ERROR
        unsafe cicu_unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, units, Int32(units.count), &status)
        return status.rawValue <= U_ZERO_ERROR.rawValue
    }
}
