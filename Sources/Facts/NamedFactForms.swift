internal import Bitext
internal import ICU

/// Finding the names in a text, whatever their form.
extension NamedFactReader {
    func spacedFacts(in text: String) -> [NamedFact] {
        let hasDigits = isDense || hasNumberedMonths
        let words = text.textWords { hasDigits && ($0.digitValue != nil) }
        guard forms.hasPrefixes || words.contains(where: { heads.mayStart($0.text) }) else { return [] }
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

    /// Whether a word is no number or name beside the word before or behind it: pháp luật is law, not France.
    private func isApart(_ index: Int, _ name: Name, _ tokens: [Substring], _ folded: inout [String?]) -> Bool {
        guard name.words.count == 1 else { return false }
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
                lacksCapital || forms.isPlain(first, in: NamedFactReader.lower(index, tokens, &folded))
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

    /// Whether a name in katakana is part of a longer word: プライマリ is no Mali, タイマー no Thailand.
    private func isInKatakana(_ name: String, _ text: Substring) -> Bool {
        func isKatakana(_ character: Character?) -> Bool {
            character?.unicodeScalars.first.map { (0x30A1...0x30FA).contains($0.value) || $0.value == 0x30FC } ?? false
        }
        guard isKatakana(name.first) else { return false }
        if isKatakana(text.base[..<text.startIndex].last) { return true }
        // Longer ones stand before other words: ドイツチーム.
        return name.count < 3 && isKatakana(text.dropFirst(name.count).first)
    }

    /// Whether a name in Latin letters is part of a longer word of such: Museum has no EU.
    private func isInLatinWord(_ name: String, _ text: Substring) -> Bool {
        func isLatin(_ character: Character?) -> Bool { character.map { $0.isASCII && $0.isLetter } ?? false }
        return isLatin(name.first)
            && (isLatin(text.base[..<text.startIndex].last) || isLatin(text.dropFirst(name.count).first))
    }

    /// Whether a text starts with a name; a numeral of one character must count something.
    private func fits(_ name: Name, _ text: Substring) -> Bool {
        guard text.startsWithBytes(of: name.words[0]), text.hasPrefix(name.words[0]) else { return false }
        if language.code == "ja", name.value.kind.isPlace, isInKatakana(name.words[0], text) { return false }
        if isInLatinWord(name.words[0], text) { return false }
        guard name.value.kind == .number, name.words[0].count == 1 else { return true }
        let rest = text.dropFirst()
        // 三分之二 is a fraction, 十分 means very.
        if rest.hasPrefix("分之") || rest.hasPrefix("分の") { return false }
        if name.words[0] == "十", rest.hasPrefix("分"), !rest.hasPrefix("分钟"), !rest.hasPrefix("分鐘") {
            return language.code == "ja"
        }
        return rest.first.map(forms.counters.contains) ?? false
    }

    func unspacedFacts(in text: String) -> [NamedFact] {
        let lower = text.lowercased()
        guard lower.utf8.count == text.utf8.count else { return [] }
        var facts: [NamedFact] = []
        var index = lower.startIndex
        var offset = 0
        while index < lower.endIndex {
            let character = lower[index]
            let rest = lower[index...]
            if let word = plain[character]?.first(where: { rest.startsWithBytes(of: $0) && rest.hasPrefix($0) }) {
                offset += word.utf8.count
                index = lower.index(index, offsetBy: word.count)
                continue
            }
            // 1月 is the beginning of 11月 too.
            let isInNumber = character.isDigit && index > lower.startIndex && lower[lower.index(before: index)].isDigit
            // 几十, 数百: some tens.
            let isSome = index > lower.startIndex && "几数數幾".contains(lower[lower.index(before: index)])
            let found = isInNumber || isSome ? nil : byFirst[character]?.first { fits($0, rest) }
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
