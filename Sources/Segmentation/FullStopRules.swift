import Bitext

/// The full stop: what the word before it and the word behind it make of it.
extension SentenceRules {
    func stop(_ candidate: Candidate, _ next: NextText, in text: ScannedText, sentenceStart: Int) -> Decision {
        // Tokenised text sets a space before the stop: Mr . Robinson.
        let tokenEnd = text.start(before: candidate.start, atLeast: sentenceStart) { _, kind in kind.contains(.space) }
        let word = text.start(before: tokenEnd, atLeast: sentenceStart) { value, kind in
            kind.isDisjoint(with: [.space, .opener, .quote]) && !SentenceRules.cuts(value)
        }
        let token = text.text(word, tokenEnd)
        if !candidate.hasClosers {
            // 30 km/h.
            if word > 0, text.bytes[word - 1] == 0x2F, token.count <= 3, next.isUpper { return .ends("unit of a rate") }
            let isSpaced = tokenEnd < candidate.start
            let isSpacedWord = isSpaced && !token.contains(".") && token.first?.isUppercase != true
            if !isSpacedWord,
                let kind = kind(of: token, from: word, to: tokenEnd, in: text, sentenceStart: sentenceStart)
            {
                let isBehindNumber = token.contains(".") || follows(word, .digit, in: text, after: sentenceStart)
                let isOpening = (kind == .unit || kind == .month) && isOpening(sentenceStart, candidate.start, in: text)
                return abbreviation(
                    kind, candidate, next, isShort: token.count <= 2, isBehindNumber: isBehindNumber,
                    isOpening: isOpening)
            }
            if isSpaced { return next.isLower ? .goesOn("lower case") : .ends("full stop behind a space") }
            if startsAbbreviation(token, candidate, in: text) { return .goesOn("first word of an abbreviation") }
            if let decision = initial(token, word, candidate, next, in: text, sentenceStart: sentenceStart) {
                return decision
            }
            if let decision = number(token, word, candidate, next, in: text, sentenceStart: sentenceStart) {
                return decision
            }
        }
        if next.isLower {
            // A whole word before the stop: the writer does not set capitals.
            let isWord =
                !candidate.hasClosers && token.allSatisfy(\.isLowercase) && !isUnknownAbbreviation(token)
                && !lexicon.numerals.contains(where: token.hasSuffix)
                && token.count >= (isSmallStarter(next) ? 4 : 5)
            return isWord ? .ends("whole word before the stop") : .goesOn("lower case")
        }
        if !candidate.hasClosers, isUnknownAbbreviation(token), !isStarter(next) {
            return .goesOn("looks like an abbreviation")
        }
        return .ends("full stop")
    }

    func isStarter(_ next: NextText) -> Bool { lexicon.starters.contains(next.word) && !next.isInitial }

    /// A starter in small letters, as writers without capitals begin.
    private func isSmallStarter(_ next: NextText) -> Bool {
        next.word.count > 1 && lexicon.starters.contains(next.word.prefix(1).uppercased() + next.word.dropFirst())
    }

    /// Whether the word before an offset is in the lexicon.
    func isAbbreviation(before offset: Int, in text: ScannedText) -> Bool {
        let start = text.start(before: offset) { _, kind in kind.contains(.letter) }
        return lexicon.kinds[text.text(start, offset).lowercased()] != nil
    }

    private func abbreviation(
        _ kind: Lexicon.Kind, _ candidate: Candidate, _ next: NextText, isShort: Bool, isBehindNumber: Bool,
        isOpening: Bool
    ) -> Decision {
        let rule = "\(kind.rawValue) abbreviation"
        if next.isInvertedMark, kind != .name { return .ends(rule) }
        // м. before a name is a city, and behind a number metres.
        if kind == .name, isShort, isBehindNumber {
            return isStarter(next) || language.code == "en" && next.isFollowedByVerb ? .ends(rule) : .goesOn(rule)
        }
        switch kind {
        case .name: return .goesOn(rule)
        case .inside: return isStarter(next) ? .ends(rule) : .goesOn(rule)
        case .measure where isBehindNumber:
            return next.isUpper || next.first.contains(.unspaced) ? .ends(rule) : .goesOn(rule)
        case .number where next.first.contains(.quote): return .goesOn(rule)
        case .number: return next.isUpper && !next.isRomanNumeral && !next.isInitial ? .ends(rule) : .goesOn(rule)
        case .month:
            // `He was born on 5 Jan. Nobody …`, but not `On 5 Jan. President Smith …`.
            let isDate = isBehindNumber && next.isUpper && !next.isRomanNumeral && !isOpening
            return isStarter(next) || isDate && language.code != "de" ? .ends(rule) : .goesOn(rule)
        case .tail:
            return next.isLower || next.first.contains(.digit) || next.first.contains(.opener)
                ? .goesOn(rule) : .ends(rule)
        case .suffix, .acronym, .measure:
            return isStarter(next) || next.isQuoteBeforeUpper ? .ends(rule) : .goesOn(rule)
        case .unit:
            if !isBehindNumber, next.isUpper { return isStarter(next) ? .ends(rule) : .goesOn(rule) }
            if next.isLower || !next.isUpper && !next.first.contains(.unspaced) { return .goesOn(rule) }
            if isStarter(next) || next.first.contains(.unspaced) { return .ends(rule) }
            // `He left at 6 p.m. Travelers who …`, but not `At 5 p.m. Mr. Smith …`: English states a time at either end.
            let isName = next.isFollowedByVerb && !isDay(next) || lexicon.kinds[next.word.lowercased()] == .name
            return language.code == "en" && isName && !isOpening ? .ends(rule) : .goesOn(rule)
        }
    }

    /// Whether a sentence has only begun: a preposition, and six words at most.
    private func isOpening(_ start: Int, _ end: Int, in text: ScannedText) -> Bool {
        let words = text.text(start, min(end, start + 80)).split(separator: " ")
        return end - start < 60 && words.count <= 7
            && ["At", "On", "In", "Around", "By", "Since", "Until", "From", "About", "After", "Before"].contains(
                words.first ?? "")
    }

    /// Whether the next word is a weekday or month, as in `9 a.m. Monday`.
    private func isDay(_ next: NextText) -> Bool {
        let months: Set<String> = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return next.word.hasSuffix("day") || months.contains(next.word)
    }

    /// The class of the token before a stop, or of the words that end with it.
    private func kind(of token: String, from word: Int, to end: Int, in text: ScannedText, sentenceStart: Int)
        -> Lexicon.Kind?
    {
        let folded = token.lowercased()
        if lexicon.endings.contains(folded) {
            var start = word
            for _ in 0..<3 {
                let gap = text.start(before: start, atLeast: sentenceStart) { _, kind in kind.contains(.space) }
                guard gap < start, gap > sentenceStart else { break }
                start = text.start(before: gap, atLeast: sentenceStart) { value, kind in
                    kind.isDisjoint(with: [.space, .opener, .quote]) && !SentenceRules.cuts(value)
                }
                let phrase = text.text(start, end).lowercased().split(whereSeparator: \.isWhitespace).joined(
                    separator: " ")
                if let kind = lexicon.kinds[phrase] { return kind }
            }
        }
        // One capital is an initial, whatever the small letter abbreviates.
        let isCapital = token.count == 1 && token.first?.isUppercase == true
        if !isCapital, let kind = lexicon.kinds[folded] {
            // `Come in.`, `on the art.`: a unit without a number before it is a word.
            let isWord = kind == .unit || kind == .measure
            let isPlain = isWord && folded.allSatisfy(\.isLetter) && lexicon.plainWords.contains(folded)
            return isPlain && !follows(word, .digit, in: text, after: sentenceStart) ? nil : kind
        }
        if let hyphen = folded.lastIndex(of: "-"),
            let kind = lexicon.kinds[String(folded[folded.index(after: hyphen)...])],
            kind == .name || kind == .inside
        {
            return kind
        }
        return nil
    }

    /// Whether the word before an offset holds a character of a class, such as a digit.
    private func follows(_ offset: Int, _ wanted: CharacterClass, in text: ScannedText, after sentenceStart: Int)
        -> Bool
    {
        let gap = text.start(before: offset, atLeast: sentenceStart) { _, kind in kind.contains(.space) }
        let before = text.start(before: gap, atLeast: sentenceStart) { _, kind in kind.contains(.letter) }
        let isRoman = before < gap && text.text(before, gap).allSatisfy { "IVXLCDMІХ".contains($0) }
        return text.kind(before: gap).contains(wanted) || isRoman
    }

    /// `z.` before `B.`: the first word of an abbreviation of several.
    private func startsAbbreviation(_ token: String, _ candidate: Candidate, in text: ScannedText) -> Bool {
        guard lexicon.openings.contains(token.lowercased()) else { return false }
        var end = candidate.next
        for _ in 0..<2 {
            end = text.end(of: [.letter, .digit, .dash], from: end)
            guard end < text.count, end - candidate.next <= 16 else { return false }
            let phrase = (token + ". " + text.text(candidate.next, end)).lowercased()
            if lexicon.kinds[phrase] != nil || lexicon.kinds[phrase.replacing(" ", with: " ")] != nil { return true }
            guard text.bytes[end] == 0x2E else { return false }
            end = text.end(of: .space, from: end + 1)
        }
        return false
    }

    /// One capital, or capitals with stops between.
    private func initial(
        _ token: String, _ word: Int, _ candidate: Candidate, _ next: NextText, in text: ScannedText, sentenceStart: Int
    ) -> Decision? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isLetter) }) else { return nil }
        let isUpper = parts.allSatisfy {
            $0.first?.isUppercase == true && ($0.count == 1 || $0.last?.isLowercase == true)
        }
        if parts.count > 1 {
            if next.isLower { return .goesOn("lower case") }
            return isStarter(next)
                ? .ends("letters with stops before a word that starts sentences") : .goesOn("letters with stops")
        }
        if let only = token.first, token.count == 1, only.isLetter, SentenceRules.isBrahmic(only) {
            // A syllable alone may be a word, such as Hindi है, but hardly beside another and its stop.
            if token.unicodeScalars.count == 1 || next.isInitial || followsInitial(word, in: text, sentenceStart) {
                return .goesOn("one letter of a script without capitals")
            }
        }
        guard isUpper, token.count == 1 else { return nil }
        if next.isLower { return .goesOn("lower case") }
        let before = text.start(before: word, atLeast: sentenceStart) { _, kind in kind.contains(.space) }
        let isFirst = before <= sentenceStart
        if !isFirst, isStarter(next) { return .ends("a letter before a word that starts sentences") }
        return next.isUpper || next.first.contains(.digit) ? .goesOn("initial") : nil
    }

    /// Whether one letter, with its marks, and a stop stand before a word.
    private func followsInitial(_ word: Int, in text: ScannedText, _ sentenceStart: Int) -> Bool {
        let gap = text.start(before: word, atLeast: sentenceStart) { _, kind in kind.contains(.space) }
        guard gap < word, gap > sentenceStart, text.bytes[gap - 1] == 0x2E else { return false }
        let start = text.start(before: gap - 1, atLeast: max(sentenceStart, gap - 16)) { value, kind in
            !kind.contains(.space) && value != 0x2E
        }
        return text.text(start, gap - 1).count == 1
    }

    /// Letters of the scripts of India; names are abbreviated to one.
    private static func isBrahmic(_ letter: Character) -> Bool {
        letter.unicodeScalars.first.map { (0x900..<0xE00).contains($0.value) } ?? false
    }

    /// Numbers before the stop: `3. Mai`, `19. Jahrhundert`, `1. Name` at the start.
    private func number(
        _ token: String, _ word: Int, _ candidate: Candidate, _ next: NextText, in text: ScannedText, sentenceStart: Int
    ) -> Decision? {
        if token.first?.isDigit == true || token.first.map({ "IVXLCDMА".contains($0) }) ?? false,
            token.allSatisfy({ $0.isDigit || ".IVXLCDMА".contains($0) })
        {
            let gap = text.start(before: word, atLeast: sentenceStart) { _, kind in kind.contains(.space) }
            let heading = text.start(before: gap, atLeast: sentenceStart) { _, kind in !kind.contains(.space) }
            if heading == sentenceStart, gap > heading, lexicon.headings.contains(text.text(heading, gap).lowercased())
            {
                return .goesOn("number of a heading")
            }
        }
        // 1. -3. Jahrhundert
        let isDigits = token.last?.isDigit == true && token.drop { $0 == "-" }.allSatisfy(\.isDigit)
        let isRoman = lexicon.hasOrdinalStop && !token.isEmpty && token.allSatisfy { "IVXLCDM".contains($0) }
        guard isDigits || isRoman else { return nil }
        if word == sentenceStart, isDigits, token.count <= 3 { return .goesOn("number of a list") }
        if next.isLower { return .goesOn("lower case") }
        guard lexicon.hasOrdinalStop, token.count <= (isRoman ? 6 : 2) else {
            return isDigits ? .ends("full stop") : nil
        }
        let following = next.word.lowercased()
        // 1. -3. Jahrhundert
        if next.behindDash?.first.contains(.digit) == true { return .goesOn("ordinal") }
        if lexicon.afterOrdinals.contains(following) || lexicon.kinds[following] == .month { return .goesOn("ordinal") }
        if next.first.contains(.digit) { return .goesOn("date") }
        let gap = text.start(before: word, atLeast: sentenceStart) { _, kind in kind.contains(.space) }
        let previous = text.start(before: gap, atLeast: sentenceStart) { _, kind in kind.contains(.letter) }
        let before = text.text(previous, gap).lowercased()
        if lexicon.beforeOrdinals.contains(before), !isStarter(next) { return .goesOn("ordinal") }
        if isRoman, !isStarter(next) { return .goesOn("ordinal") }
        return nil
    }

    /// Short and without vowels: vgl, bldg, млн.
    private func isUnknownAbbreviation(_ token: String) -> Bool {
        guard (2...5).contains(token.count), token.allSatisfy({ $0.isLetter }),
            token.dropFirst().allSatisfy({ $0.isLowercase })
        else {
            return false
        }
        return !token.lowercased().contains { SentenceRules.vowels.contains($0) }
    }

    private static let vowels = Set(
        "aeiouyäöüåæøœáéíóúýàèìòùâêîôûãõőűąęėįųūāēīōěůŭıəơưаәөүұіеёиоуыэюяіїєαεηιουωάέήίόύώ")

    /// Signs that cut a token: what stands before them is another word.
    static func cuts(_ value: UInt32) -> Bool {
        value == 0x2F || value == 0x2014 || value == 0x2013 || value == 0x3D || value == 0x2A || value == 0x5F
    }
}
