internal import CICU
internal import Synchronization

/// What CLDR knows about a language, generated through ICU when asked for.
public enum LocaleData {
    /// The characters that a language puts into its numbers.
    public struct NumberSymbols: Hashable, Sendable {
        /// Between a number's whole part and its fraction.
        public let decimal: String
        /// Between groups of digits.
        public let grouping: String
    }

    /// Whether CLDR has data in a language.
    ///
    /// For one that it has none in, ICU would answer in the language that the machine is set to, and a text would be read
    /// otherwise on each.
    public static func covers(_ language: String) -> Bool { covered.contains(code(language)) }

    /// Whether ICU has rules to write a language's numbers in words (RBNF): fewer have them than have names of months.
    static func spellsOut(_ language: String) -> Bool { spelledOut.contains(code(language)) }

    private static let covered = Set(
        (0..<cicu_uloc_countAvailable()).compactMap { number in
            unsafe cicu_uloc_getAvailable(number).map { code(unsafe String(cString: $0)) }
        })

    private static let spelledOut: Set<String> = {
        var status = U_ZERO_ERROR
        // Where ICU does not say, those of all its languages: some are then the machine's.
        guard let locales = unsafe cicu_ures_openSpellouts(&status), status.rawValue <= U_ZERO_ERROR.rawValue else {
            return covered
        }
        defer { unsafe cicu_uenum_close(locales) }
        var codes: Set<String> = []
        var length: Int32 = 0
        while let name = unsafe cicu_uenum_next(locales, &length, &status), status.rawValue <= U_ZERO_ERROR.rawValue {
            codes.insert(code(unsafe String(cString: name)))
        }
        return codes
    }()

    /// The first subtag of a tag or of a locale's name, in lower case.
    private static func code(_ name: String) -> String { name.prefix { $0 != "-" && $0 != "_" }.lowercased() }

    /// A language's decimal and grouping marks; those of English where ICU has none.
    public static func numberSymbols(_ language: String) -> NumberSymbols {
        guard let format = NumberFormat(UNUM_DECIMAL, language: language) else {
            return NumberSymbols(decimal: ".", grouping: ",")
        }
        return NumberSymbols(
            decimal: format.symbol(UNUM_DECIMAL_SEPARATOR_SYMBOL) ?? ".",
            grouping: format.symbol(UNUM_GROUPING_SEPARATOR_SYMBOL) ?? ",")
    }

    /// How a language writes a large number in short, such as `2 million`, `20 млрд`, `1억`.
    /// - Parameters:
    ///   - value: a whole number.
    ///   - language: a BCP 47 tag.
    ///   - long: words (`20 миллиардов`) instead of abbreviations (`20 млрд`).
    /// - Returns: `nil` when ICU has no such format for the language.
    public static func compact(_ value: Int, language: String, long: Bool) -> String? {
        NumberFormat(long ? UNUM_DECIMAL_COMPACT_LONG : UNUM_DECIMAL_COMPACT_SHORT, language: language)?.format(value)
    }

    /// A whole number in words, in every form that ICU's rules (RBNF) have for the language: cardinal and ordinal,
    /// each gender and case; above 100 the cardinal ones alone.
    ///
    /// Changing to another set of rules costs tens of microseconds: keep what comes back.
    /// - Returns: an empty list when ICU has no rules for the language.
    public static func spelledOut(_ value: Int, language: String) -> [String] {
        spellouts.withLock { open in
            guard let format = open[language] ?? NumberFormat(UNUM_SPELLOUT, language: language) else { return [] }
            if open.count >= mostSpellouts { open = [:] }
            open[language] = format
            var words: [String] = []
            for name in format.ruleSets
            where name.hasPrefix("%spellout") && (value <= 100 || !name.contains("ordinal")) {
                guard format.use(ruleSet: name), let word = format.format(value), !words.contains(word) else {
                    continue
                }
                words.append(word)
            }
            return words
        }
    }

    /// The rules of languages that were asked for: reading a language's takes a millisecond.
    private static let spellouts = Mutex<[String: NumberFormat]>([:])
    private static let mostSpellouts = 50

    /// Whole numbers in words, in every cardinal form that ICU's rules (RBNF) have for the language.
    /// - Returns: for each value its forms; empty when ICU has no rules for the language.
    public static func spelledOutCardinals(_ values: [Int], language: String) -> [Int: [String]] {
        spelledOut(values, language: language, ordinals: false)
    }

    /// Places in an order in words (first, second), in every form that ICU's rules have for the language.
    /// - Returns: for each value its forms; empty when ICU has no rules for the language.
    public static func spelledOutOrdinals(_ values: [Int], language: String) -> [Int: [String]] {
        spelledOut(values, language: language, ordinals: true)
    }

    private static func spelledOut(_ values: [Int], language: String, ordinals: Bool) -> [Int: [String]] {
        guard let format = NumberFormat(UNUM_SPELLOUT, language: language) else { return [:] }
        var words: [Int: [String]] = [:]
        for name in format.ruleSets where name.hasPrefix("%spellout") && name.contains("ordinal") == ordinals {
            guard format.use(ruleSet: name), !name.contains("year") else { continue }
            for value in values {
                guard let word = format.format(value), !words[value, default: []].contains(word) else { continue }
                words[value, default: []].append(word)
            }
        }
        return words
    }

    /// Whether the language is written from right to left.
    public static func isRightToLeft(_ language: String) -> Bool {
        unsafe cicu_uloc_isRightToLeft(language)
    }

    /// The language's English name, such as `Russian`; the tag itself where CLDR has none.
    public static func englishName(_ language: String) -> String { languageName(language, in: "en") }

    /// A language's name in a language; the tag itself where CLDR has none.
    public static func languageName(_ language: String, in other: String) -> String {
        guard covers(other) else { return language }
        return unsafe filledString { buffer, capacity, status in
            unsafe cicu_uloc_getDisplayLanguage(language, other, buffer, capacity, &status)
        } ?? language
    }

    /// The tag of the language that CLDR knows by an English name, such as `Russian`, whatever its case; `nil` for any other
    /// word.
    public static func language(named name: String) -> String? { languagesByName[name.lowercased()] }

    private static let languagesByName: [String: String] = {
        var languages: [String: String] = [:]
        for number in 0..<cicu_uloc_countAvailable() {
            guard let name = unsafe cicu_uloc_getAvailable(number) else { continue }
            let code = unsafe String(cString: name).prefix { $0 != "_" }
            languages[englishName(String(code)).lowercased()] = String(code)
        }
        return languages
    }()

    /// The script that the language is usually written in, as an ISO 15924 name; `nil` where CLDR does not know.
    public static func likelyScript(_ language: String) -> String? {
        if let known = likelyScripts.withLock({ $0[language] }) { return known }
        let script = askedLikelyScript(language)
        likelyScripts.withLock { scripts in
            if scripts.count > 1000 { scripts = [:] }
            scripts[language] = .some(script)
        }
        return script
    }

    /// What ICU answered before: it reads its tables anew each time.
    private static let likelyScripts = Mutex<[String: String?]>([:])

    private static func askedLikelyScript(_ language: String) -> String? {
        likelyParts(language).dropFirst().first { $0.utf8.count == 4 }
    }

    /// The scripts, by ISO 15924, that CLDR has a language's names in besides the usual one: `Latn` for Serbian, `Hant` for
    /// Chinese.
    public static func otherScripts(_ language: String) -> Set<String> { scripts[language] ?? [] }

    private static let scripts: [String: Set<String>] = {
        var scripts: [String: Set<String>] = [:]
        for number in 0..<cicu_uloc_countAvailable() {
            guard let name = unsafe cicu_uloc_getAvailable(number) else { continue }
            let parts = unsafe String(cString: name).split(separator: "_").map(String.init)
            guard parts.count == 2, parts[1].utf8.count == 4, askedLikelyScript(parts[0]) != parts[1] else { continue }
            scripts[parts[0], default: []].insert(parts[1])
        }
        return scripts
    }()

    /// Language, script and region of a language, as far as ICU knows them.
    static func likelyParts(_ language: String) -> [String] {
        var status = U_ZERO_ERROR
        let characters = unsafe [CChar](unsafeUninitializedCapacity: 64) { buffer, count in
            let length = unsafe cicu_uloc_addLikelySubtags(language, buffer.baseAddress, 64, &status)
            count = max(0, min(Int(length), 64))
        }
        guard status.rawValue <= U_ZERO_ERROR.rawValue else { return [] }
        let tag = String(decoding: characters.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return tag.split(separator: "_").map(String.init)
    }

    /// Whether the text is a well-formed language tag whose language CLDR knows by name.
    public static func isKnownLanguage(_ tag: String) -> Bool {
        let name = englishName(tag)
        return !name.isEmpty && name.lowercased() != tag.lowercased()
            && !name.lowercased().hasPrefix(tag.lowercased() + "_") && tag.lowercased() != "und"
    }
}
