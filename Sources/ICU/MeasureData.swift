internal import CICU

/// What CLDR calls currencies and units of measurement in each language.
public enum MeasureData {
    /// What a currency is called in a language.
    public struct CurrencyNames: Sendable {
        /// The ISO 4217 code, such as `USD`.
        public let code: String
        /// Its symbols, such as `$` and `US$`; empty where only the code stands for it.
        public let symbols: [String]
        /// Its names, the plural forms among them, such as `US dollar` and `US dollars`.
        public let names: [String]
    }

    /// The currencies in use, with their symbols and names in a language, in the order of their codes.
    public static func currencies(_ language: String) -> [CurrencyNames] {
        guard LocaleData.covers(language) else { return [] }
        return currencyCodes().compactMap { code in
            let units = Array(code.utf16) + [0]
            let symbols = symbols(units, language)
            var names = [name(units, language, UCURR_LONG_NAME)].compactMap { $0 }
            for plural in ["one", "two", "few", "many", "other"] {
                if let form = pluralName(units, language, plural), !names.contains(form) { names.append(form) }
            }
            // Where CLDR has no name, ICU gives the code.
            let isNamed = names.contains { $0 != code }
            return isNamed
                ? CurrencyNames(
                    code: code, symbols: symbols.subtracting([code]).sorted(),
                    names: names.filter { $0 != code })
                : nil
        }
    }

    /// The signs of currencies in a language that are one character each, such as `$`, with the codes they stand for.
    public static func currencySigns(_ language: String) -> [(code: String, sign: String)] {
        currencyCodes().flatMap { code in
            symbols(Array(code.utf16) + [0], language).filter { $0.count == 1 }.sorted().map { (code, $0) }
        }
    }

    private static func symbols(_ code: [UInt16], _ language: String) -> Set<String> {
        // CLDR's root has the signs that all languages share.
        let language = LocaleData.covers(language) ? language : "root"
        return Set([UCURR_SYMBOL_NAME, UCURR_NARROW_SYMBOL_NAME].compactMap { name(code, language, $0) })
    }

    /// The words for a unit behind or before a number in a language, in every plural form and width: `kilometres`, `km`.
    /// - Parameter unit: CLDR's name of a unit, such as `kilometer`.
    public static func unitNames(_ unit: String, language: String) -> [String] {
        guard LocaleData.covers(language) else { return [] }
        var names: [String] = []
        let samples = PluralRules(language)?.oneOfEach(MeasureData.samples) ?? MeasureData.samples
        for width in ["unit-width-full-name", "unit-width-short", "unit-width-narrow"] {
            guard let format = MeasureFormat("unit/\(unit) \(width)", language: language) else { continue }
            for value in samples {
                guard let text = format.format(value) else { continue }
                let scalars = text.unicodeScalars.map { scalar in
                    scalar.properties.generalCategory != .decimalNumber && !",.٫".unicodeScalars.contains(scalar)
                        ? scalar : " "
                }
                let name = String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace)
                    .joined(separator: " ")
                if !name.isEmpty, !names.contains(name) { names.append(name) }
            }
        }
        return names
    }

    /// Numbers that take all the plural forms of all languages between them.
    private static let samples = [1, 2, 3, 5, 11, 1.5]

    private static func currencyCodes() -> [String] {
        var status = U_ZERO_ERROR
        let kinds = UInt32(UCURR_COMMON.rawValue | UCURR_NON_DEPRECATED.rawValue)
        guard let list = unsafe cicu_ucurr_openISOCurrencies(kinds, &status),
            status.rawValue <= U_ZERO_ERROR.rawValue
        else { return [] }
        defer { unsafe cicu_uenum_close(list) }
        var codes: Set<String> = []
        var length: Int32 = 0
        while let code = unsafe cicu_uenum_unext(list, &length, &status), status.rawValue <= U_ZERO_ERROR.rawValue {
            codes.insert(unsafe String(decoding: UnsafeBufferPointer(start: code, count: Int(length)), as: UTF16.self))
        }
        return codes.sorted()
    }

    private static func name(_ code: [UInt16], _ language: String, _ style: UCurrNameStyle) -> String? {
        var status = U_ZERO_ERROR
        var length: Int32 = 0
        guard let name = unsafe cicu_ucurr_getName(code, language, style, &length, &status),
            status.rawValue <= U_ZERO_ERROR.rawValue
        else { return nil }
        return unsafe string(UnsafeBufferPointer(start: name, count: Int(length)))
    }

    private static func pluralName(_ code: [UInt16], _ language: String, _ plural: String) -> String? {
        var status = U_ZERO_ERROR
        var length: Int32 = 0
        guard let name = unsafe cicu_ucurr_getPluralName(code, language, plural, &length, &status),
            status.rawValue <= U_ZERO_ERROR.rawValue
        else { return nil }
        return unsafe string(UnsafeBufferPointer(start: name, count: Int(length)))
    }
}

/// ICU's rules for the plural forms of a language; closes itself.
@safe private final class PluralRules {
    private let rules: OpaquePointer

    init?(_ language: String) {
        var status = U_ZERO_ERROR
        guard let opened = unsafe cicu_uplrules_open(language, &status), status.rawValue <= U_ZERO_ERROR.rawValue else {
            return nil
        }
        unsafe rules = opened
    }

    deinit { unsafe cicu_uplrules_close(rules) }

    /// The numbers that take another form than those before them.
    func oneOfEach(_ numbers: [Double]) -> [Double] {
        var forms: Set<String?> = []
        return numbers.filter { number in
            let form = unsafe filledString { buffer, capacity, status in
                unsafe cicu_uplrules_select(rules, number, buffer, capacity, &status)
            }
            return forms.insert(form).inserted
        }
    }
}

/// One of ICU's formats by skeleton; closes itself.
@safe final class MeasureFormat {
    private let formatter: OpaquePointer
    private let result: OpaquePointer

    init?(_ skeleton: String, language: String) {
        var status = U_ZERO_ERROR
        let units = Array(skeleton.utf16)
        guard let opened = unsafe cicu_unumf_open(units, Int32(units.count), language, &status) else { return nil }
        guard status.rawValue <= U_ZERO_ERROR.rawValue, let made = unsafe cicu_unumf_openResult(&status) else {
            unsafe cicu_unumf_close(opened)
            return nil
        }
        unsafe formatter = opened
        unsafe result = made
    }

    deinit {
        unsafe cicu_unumf_closeResult(result)
        unsafe cicu_unumf_close(formatter)
    }

    /// A number in this format.
    func format(_ value: Double) -> String? {
        var status = U_ZERO_ERROR
        unsafe cicu_unumf_formatDouble(formatter, value, result, &status)
        guard status.rawValue <= U_ZERO_ERROR.rawValue else { return nil }
        return unsafe filledString(capacity: 256) { buffer, capacity, status in
            unsafe cicu_unumf_resultToString(result, buffer, capacity, &status)
        }
    }
}
