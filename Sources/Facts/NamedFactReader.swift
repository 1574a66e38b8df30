public import Bitext
internal import ICU

/// Reads named things by CLDR's names in the language, numbers by ICU's rules for spelling them out (RBNF) and those of `Resources/region-names.tsv`, inflection forgiven.
public struct NamedFactReader: Sendable {
    final class Name: Sendable {
        let words: [String]
        /// The number of characters of each.
        let lengths: [Int]
        let value: NamedFact.Value
        /// Whether it is written in capitals only, as US, which us is not.
        let isAcronym: Bool
        /// Whether it begins with a small letter: péninsule coréenne.
        let isSmall: Bool
        /// Whether it is an abbreviation, which counts only before a full stop or a number.
        let isAbbreviation: Bool

        init(
            words: [String], value: NamedFact.Value, isAcronym: Bool = false, isSmall: Bool = false,
            isAbbreviation: Bool = false
        ) {
            self.words = words
            lengths = words.map(\.count)
            self.value = value
            self.isAcronym = isAcronym
            self.isSmall = isSmall
            self.isAbbreviation = isAbbreviation
        }
    }

    /// Names by the first three letters of their first word.
    private(set) var names: [Substring: [Name]] = [:]
    /// Names of languages without spaces by their first character, the longest first.
    private(set) var byFirst: [Character: [Name]] = [:]
    private(set) var heads: WordHeads
    /// Words that only begin like a name, by their first character.
    private(set) var plain: [Character: [String]] = [:]
    let language: Language
    let forms: NameForms
    /// Whether months are numbered: tháng 3.
    private(set) var hasNumberedMonths = false

    /// Whether two characters make a word, as in Chinese, Japanese and Korean.
    var isDense: Bool { language.isDense }
    var isIdeographic: Bool { ["zh", "ja", "yue"].contains(language.code) }
    /// How many characters names are looked up by.
    var keyLength: Int { isDense ? 2 : 3 }

    /// What makes a number a month, where CLDR's names of months are numbers.
    static let monthSigns = ["zh": "月", "ja": "月", "ko": "월"]

    /// Numbers in words from two on; one is an article in many languages.
    private static let numbers = Array(2...20) + [30, 40, 50, 60, 70, 80, 90]
    /// Places in an order: days, centuries and sessions have no larger ones.
    private static let ordinals = Array(1...60) + [70, 80, 90]

    /// Makes a reader; asks ICU for some hundred names.
    public init(language: Language) {
        self.language = language
        forms = NameForms(language)
        heads = WordHeads(length: language.isDense ? 2 : 3)
        let calendars = ([language.tag] + forms.regions).map { NameData.calendarNames($0) }
        hasNumberedMonths = !isDense && calendars[0].months.contains { $0.contains { $0.contains(where: \.isNumber) } }
        for calendar in calendars {
            for (index, names) in calendar.months.enumerated() where index < 12 {
                for name in names.flatMap({ SpellingVariants.of(name: $0, in: language) }) {
                    add(name, .month(index + 1))
                }
            }
            for (index, names) in calendar.weekdays.enumerated() {
                for name in names.flatMap({ SpellingVariants.of(name: $0, in: language) }) {
                    add(name, .weekday(index + 1))
                }
            }
        }
        let short = NameData.calendarNames(language.tag, short: true)
        for (index, names) in short.months.enumerated() where index < 12 && !isDense {
            for name in names { add(name, .month(index + 1), isAbbreviation: true) }
        }
        // Thai abbreviations are parts of other words.
        for (index, names) in short.weekdays.enumerated() where !language.isUnspaced || isIdeographic {
            for name in names { add(name, .weekday(index + 1), isAbbreviation: !language.isUnspaced) }
        }
        for (name, value) in PlaceNames.of(language) {
            for spelling in SpellingVariants.of(name: name, in: language) { add(spelling, value) }
        }
        if let sign = NamedFactReader.monthSigns[language.code] {
            for month in (1...12).reversed() { add("\(month)\(sign)", .month(month)) }
        }
        let cardinals = LocaleData.spelledOutCardinals(
            NamedFactReader.numbers + NamedFactReader.ordinals, language: language.tag)
        for value in NamedFactReader.numbers {
            for form in (cardinals[value] ?? []).flatMap(SpellingVariants.of) where canStandAlone(form) {
                add(form, .number(value))
            }
        }
        let ordinals = LocaleData.spelledOutOrdinals(NamedFactReader.ordinals, language: language.tag)
        for value in NamedFactReader.ordinals {
            for form in (ordinals[value] ?? []).flatMap(SpellingVariants.of)
            where canStandAlone(form, ofSeveralWords: true) {
                if cardinals[value]?.contains(form) != true { add(form, .ordinal(value)) }
            }
        }
        for number in forms.numbers { add(number.word, .number(number.value)) }
        for ordinal in forms.ordinals {
            for spelling in SpellingVariants.of(ordinal.word) { add(spelling, .ordinal(ordinal.value)) }
        }
        for month in forms.months { add(month.word, .month(month.value)) }
        for day in forms.weekdays { add(day.word, .weekday(day.value)) }
        plain = Dictionary(grouping: forms.plain) { $0.first ?? " " }
        for key in byFirst.keys {
            byFirst[key]?.sort { ($0.words[0].count, $0.words[0]) > ($1.words[0].count, $1.words[0]) }
        }
    }

    /// Whether a number in words is one word, and long enough to be no other.
    private func canStandAlone(_ form: String, ofSeveralWords: Bool = false) -> Bool {
        guard !form.contains(where: { $0.isASCII && $0.isNumber }),
            ofSeveralWords || !form.contains(where: { $0.isWhitespace || $0 == "-" })
        else { return false }
        let length = form.unicodeScalars.count
        return form.utf8.count == length ? length > 2 : length > (forms.counters.isEmpty ? 1 : 0)
    }

    /// Whether a character belongs to names: a letter, or a digit where months are written with them (6월).
    private func isInner(_ character: Character) -> Bool {
        character.isWordLetter || (isDense || hasNumberedMonths) && character.isNumber
    }

    /// Characters without width, at which words part in texts: سه‌شنبه.
    private static let joiners: Set<Unicode.Scalar> = ["\u{200B}", "\u{200C}"]

    private mutating func add(_ name: String, _ value: NamedFact.Value, isAbbreviation: Bool = false) {
        // CLDR's apostrophe is a letter; that of most texts parts words.
        if name.unicodeScalars.contains("\u{2BC}") {
            add(name.replacing("\u{2BC}", with: "'"), value, isAbbreviation: isAbbreviation)
        }
        // ICU marks where compounds may be broken.
        let parted = name.unicodeScalars.split { NamedFactReader.joiners.contains($0) }.map { String($0) }
            .joined(separator: " ")
        let whole = parted.replacing("\u{AD}", with: "").lowercased()
        let words = whole.split { !isInner($0) }.map(String.init)
        let isAcronym =
            !isAbbreviation && name.count < 5 && name.contains(where: \.isUppercase)
            && !name.contains(where: \.isLowercase)
        // Mỹ and Úc are countries.
        let isShort = language.code == "vi" && value.kind.isPlace
        let least = value.kind.isNumber ? 1 : isDense || isAcronym || isShort ? 2 : 3
        let joined = words.joined()
        // Two signs of a script whose signs are syllables are enough: मई.
        guard let first = words.first, joined.unicodeScalars.count >= least || joined.utf8.count >= 6 else { return }
        if language.isUnspaced {
            // トリニダード・トバゴ is written without the dot, too.
            guard let head = joined.first else { return }
            for form in Set([joined, whole]) where form.first == head {
                byFirst[head, default: []].append(Name(words: [form], value: value))
            }
        } else {
            heads.insert(first)
            names[first.prefix(keyLength), default: []].append(
                Name(
                    words: words, value: value, isAcronym: isAcronym, isSmall: name.first?.isLowercase == true,
                    isAbbreviation: isAbbreviation))
        }
    }

    /// The named things of a text, in order.
    public func facts(in text: String) -> [NamedFact] {
        let facts = language.isUnspaced ? unspacedFacts(in: text) : spacedFacts(in: text)
        return facts.contains { [.number, .ordinal].contains($0.value.kind) }
            ? NamedNumbers.joined(facts, in: text, language: language) : facts
    }
}
