public import Bitext
internal import ICU

/// Reads named things by CLDR's names in the language, numbers by ICU's rules for spelling them out (RBNF) and those of `Resources/region-names.tsv`, inflection forgiven.
public struct NamedFactReader: Sendable {
    private struct Name: Sendable {
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
    private var names: [Substring: [Name]] = [:]
    /// Names of languages without spaces by their first character, the longest first.
    private var byFirst: [Character: [Name]] = [:]
    private var heads: WordHeads
    /// Words that only begin like a name, by their first character.
    private var plain: [Character: [String]] = [:]
    private let language: Language
    private let forms: NameForms
    /// Whether months are numbered: tháng 3.
    private var hasNumberedMonths = false

    /// Whether two characters make a word, as in Chinese, Japanese and Korean.
    private var isDense: Bool { language.isDense }
    private var isIdeographic: Bool { ["zh", "ja", "yue"].contains(language.code) }
    /// How many characters names are looked up by.
    private var keyLength: Int { isDense ? 2 : 3 }

    /// What makes a number a month, where CLDR's names of months are numbers.
    private static let monthSigns = ["zh": "月", "ja": "月", "ko": "월"]

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
        let words = parted.replacing("\u{AD}", with: "").lowercased().split { !isInner($0) }.map(String.init)
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
            let whole = words.joined()
            if let head = whole.first { byFirst[head, default: []].append(Name(words: [whole], value: value)) }
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

    private func spacedFacts(in text: String) -> [NamedFact] {
        let hasDigits = isDense || hasNumberedMonths
        let words = text.textWords { hasDigits && ($0.digitValue != nil) }
        let tokens = words.map(\.text)
        var folded: [String?] = Array(repeating: nil, count: tokens.count)
        // Where nothing has a capital, as in what a machine heard, countries lack none.
        let hasCapitals = tokens.contains { $0.contains(where: \.isUppercase) }
        var facts: [NamedFact] = []
        var index = 0
        while index < tokens.count {
            guard forms.hasPrefixes || heads.mayStart(tokens[index]), !isParticle(tokens[index], in: text),
                let found = best(
                    at: index, tokens: tokens, folded: &folded, text: text, hasCapitals: hasCapitals)
            else {
                index += 1
                continue
            }
            let last = words[index + found.words.count - 1]
            let range = TextRange(words[index].start, last.end)
            // Năm 2024 is a year, not five.
            let next = last.text.endIndex < text.endIndex ? text[last.text.endIndex...].dropFirst().first : nil
            let isNumbered = found.value.kind.isNumber && next?.isNumber == true
            // Wait a second. But: a second time, a second-degree charge.
            let endsClause = text[last.text.endIndex...].first.map { !" -".contains($0) } ?? true
            let isOther =
                endsClause && index > 0
                && forms.isOther(NamedFactReader.lower(index - 1, tokens, &folded), before: tokens[index])
            if !isNumbered, !isOther, !isApart(index, found, tokens, &folded) {
                facts.append(NamedFact(value: found.value, range: range, text: String(text.slice(range))))
            }
            index += found.words.count
        }
        return facts
    }

    /// Whether a word is no number beside the word before or behind it.
    private func isApart(_ index: Int, _ name: Name, _ tokens: [Substring], _ folded: inout [String?]) -> Bool {
        guard name.value.kind.isNumber, name.words.count == 1 else { return false }
        func lower(_ index: Int) -> String { NamedFactReader.lower(index, tokens, &folded) }
        return index > 0 && forms.isApart(lower(index - 1), lower(index))
            || index + 1 < tokens.count && forms.isApart(lower(index), lower(index + 1))
    }

    /// Whether a word is written together with the quotation mark that closes before it, as only particles are in Korean:
    /// "노을"이란 is no Iran.
    private func isParticle(_ token: Substring, in text: String) -> Bool {
        guard language.code == "ko", let mark = text[..<token.startIndex].last, "\"'”’」』》)".contains(mark) else {
            return false
        }
        return text[..<token.startIndex].dropLast().last.map { !$0.isWhitespace } ?? false
    }

    /// The name that fits the tokens from an index on best: the most words, then the nearest length.
    private func best(
        at index: Int, tokens: [Substring], folded: inout [String?], text: String, hasCapitals: Bool
    ) -> Name? {
        for first in forms.starts(of: NamedFactReader.lower(index, tokens, &folded)) {
            if let name = bestForm(
                at: index, first: first, tokens: tokens, folded: &folded, text: text, hasCapitals: hasCapitals)
            {
                return name
            }
        }
        return nil
    }

    private static func lower(_ index: Int, _ tokens: [Substring], _ folded: inout [String?]) -> String {
        if let known = folded[index] { return known }
        let lower = tokens[index].lowercased()
        folded[index] = lower
        return lower
    }

    /// - Parameter first: the first token, or what is left of it without what is written together with it.
    private func bestForm(
        at index: Int, first: String, tokens: [Substring], folded: inout [String?], text: String, hasCapitals: Bool
    ) -> Name? {
        // English months, weekdays and countries take capitals: may, march and turkey are words.
        // Countries do in every language that has capitals.
        let isSmall = tokens[index].first?.isLowercase == true
        let lacksNone = isSmall && !hasCapitals
        let needsCapital = ["en", "el"].contains(language.code) && isSmall
        var best: (name: Name, distance: Int)?
        guard let candidates = names[first.prefix(keyLength)] else { return nil }
        let length = first.count
        for name in candidates where index + name.words.count <= tokens.count && forms.mayFit(length, name.lengths[0]) {
            if needsCapital, !name.value.kind.isNumber, hasCapitals || !name.value.kind.isPlace { continue }
            // The koreanische Halbinsel has its capital in its last word.
            let lacksCapital =
                isSmall && !name.isSmall
                && (hasCapitals || forms.isWord(name.words[0]) || forms.ambiguous.contains(name.words[0]))
                && (name.words.count < 2 || tokens[index + name.words.count - 1].first?.isUppercase != true)
            if name.value.kind.isPlace,
                lacksCapital || forms.plain.contains(where: first.hasPrefix)
                    || forms.ambiguous.contains(name.words[0]) && isFirst(index, tokens, in: text)
            {
                continue
            }
            if [.month, .weekday].contains(name.value.kind),
                forms.isUndated(first)
                    || forms.dated.contains(first) && !isDated(tokens[index], in: text)
                    || forms.isCounted(first, behind: wordBefore(tokens[index], in: text))
            {
                continue
            }
            if name.isAbbreviation, first != name.words[0] || !isAbbreviated(tokens[index], in: text) { continue }
            if name.isAcronym,
                hasCapitals || forms.isWord(name.words[0]),
                tokens[index..<index + name.words.count].contains(where: { $0.contains(where: \.isLowercase) })
            {
                continue
            }
            // Without capitals, words are many that begin like a short name.
            let isExact = lacksNone && !forms.isUninflected && name.value.kind.isPlace && name.lengths[0] < 6
            if isExact, first != name.words[0] { continue }
            var distance = 0
            var fits = true
            for (offset, word) in name.words.enumerated() where fits {
                let token = offset == 0 ? first : NamedFactReader.lower(index + offset, tokens, &folded)
                let (count, named) = (offset == 0 ? length : token.count, name.lengths[offset])
                // An adjective before the last word has other endings: Южная, Южной.
                let isAdjective = offset + 1 < name.words.count && named >= 5
                fits =
                    forms.isForm(token, of: word, lengths: (count, named), kind: name.value.kind)
                    || isAdjective && !forms.isUninflected && abs(count - named) <= 2
                        && token.hasPrefix(word.dropLast(2))
                distance += abs(count - named)
            }
            guard fits else { continue }
            if best.map({ (name.words.count, -distance) > ($0.name.words.count, -$0.distance) }) ?? true {
                best = (name, distance)
            }
        }
        return best?.name
    }

    /// Whether a number stands beside a word, or one that goes before months, and no word behind it: în mai, 2 mai.
    private func isDated(_ word: Substring, in text: String) -> Bool {
        let behind = text[word.endIndex...].drop(while: \.isWhitespace).first
        let before = wordBefore(word, in: text)
        if behind?.isNumber == true || before.last?.isNumber == true { return true }
        return behind?.isWordLetter != true && forms.dating.contains(before.lowercased())
    }

    /// The word or number before a word, where only white space stands between.
    private func wordBefore(_ word: Substring, in text: String) -> Substring {
        text[..<word.startIndex].dropLast(while: \.isWhitespace).suffix { $0.isWordLetter || $0.isNumber }
    }

    /// Whether a word has a capital since a text, a sentence or a quotation begins with it.
    private func isFirst(_ index: Int, _ tokens: [Substring], in text: String) -> Bool {
        guard index > 0 else { return true }
        let before = text[tokens[index - 1].endIndex..<tokens[index].startIndex]
        return before.contains { !$0.isWhitespace && !",;-‑/".contains($0) }
    }

    /// Whether a full stop or a number follows a word.
    private func isAbbreviated(_ token: Substring, in text: String) -> Bool {
        let rest = text[token.endIndex...].prefix(2)
        return rest.first == "." || rest.first == " " && rest.last?.isNumber == true
    }

    /// Whether a text starts with a name; a numeral of one character must count something.
    private func fits(_ name: Name, _ text: Substring) -> Bool {
        guard text.hasPrefix(name.words[0]) else { return false }
        guard name.value.kind == .number, name.words[0].count == 1 else { return true }
        let rest = text.dropFirst()
        // 三分之二 is a fraction, 十分 means very.
        if rest.hasPrefix("分之") || rest.hasPrefix("分の") { return false }
        if name.words[0] == "十", rest.hasPrefix("分"), !rest.hasPrefix("分钟"), !rest.hasPrefix("分鐘") {
            return language.code == "ja"
        }
        return rest.first.map(forms.counters.contains) ?? false
    }

    private func unspacedFacts(in text: String) -> [NamedFact] {
        let lower = text.lowercased()
        guard lower.utf8.count == text.utf8.count else { return [] }
        var facts: [NamedFact] = []
        var index = lower.startIndex
        var offset = 0
        while index < lower.endIndex {
            let character = lower[index]
            if let word = plain[character]?.first(where: { lower[index...].hasPrefix($0) }) {
                offset += word.utf8.count
                index = lower.index(index, offsetBy: word.count)
                continue
            }
            // 1月 is the beginning of 11月 too.
            let isInNumber = character.isDigit && index > lower.startIndex && lower[lower.index(before: index)].isDigit
            // 几十, 数百: some tens.
            let isSome = index > lower.startIndex && "几数數幾".contains(lower[lower.index(before: index)])
            let found = isInNumber || isSome ? nil : byFirst[character]?.first { fits($0, lower[index...]) }
            let length = found?.words[0].count ?? 1
            let next = lower.index(index, offsetBy: length)
            let bytes = lower[index..<next].utf8.count
            if let found {
                let range = TextRange(offset, offset + bytes)
                facts.append(NamedFact(value: found.value, range: range, text: String(text.slice(range))))
            }
            offset += bytes
            index = next
        }
        return facts
    }
}
