import Bitext

/// Decides which candidates end a sentence.
///
/// The rules are asked in order, and the first that knows decides. What a word means before a full stop comes from the
/// language's ``Lexicon``; how the next word looks is the other half of most rules.
struct SentenceRules: Sendable {
    let lexicon: Lexicon
    let language: Language

    init(language: Language) {
        self.language = language
        lexicon = Lexicon(language: language)
    }

    /// Greek asks with ;, and Armenian ends with a colon.
    func isOwnTerminator(_ value: UInt32) -> Bool {
        (value == 0x3B && language.code == "el") || (value == 0x3A && language.code == "hy")
    }

    func decide(_ candidate: Candidate, in text: ScannedText, sentenceStart: Int, newline: Segmenter.Newline) -> Decision {
        let next = NextText(text, at: candidate.next)
        if candidate.mark == .lineEnd {
            if newline == .space { return .goesOn("wrapped line") }
            return unfinishedLine(candidate, next, in: text)
        }
        if candidate.mark == .symbol {
            return candidate.gap == .space && next.first.contains(.upper) || next.value == 0x23 || next.value == 0x40
                ? .ends("emoji or smiley before a capital") : .goesOn("emoji or smiley")
        }
        if candidate.gap == .none, candidate.mark != .strong { return glued(candidate, next, in: text, sentenceStart: sentenceStart) }
        if let decision = continues(candidate, next, in: text) { return decision }
        switch candidate.mark {
        case .strong: return .ends("full-width or national mark")
        case .exclamation: return exclamation(candidate, next, in: text)
        case .ellipsis: return ellipsis(candidate, next, in: text)
        case .spacedEllipsis: return .goesOn("spaced ellipsis")
        case .symbol: return .goesOn("emoji or smiley")
        case .stop, .lineEnd: return stop(candidate, next, in: text, sentenceStart: sentenceStart)
        }
    }

    /// A line end without a mark: a boundary unless the next line goes on in lower case.
    private func unfinishedLine(_ candidate: Candidate, _ next: NextText, in text: ScannedText) -> Decision {
        if next.isLower { return .goesOn("line goes on in lower case") }
        let last = text.kind(before: candidate.end)
        let mark = candidate.end > 0 ? text.scalar(at: text.before(candidate.end)).value : 0
        if mark == 0x2C || last.contains(.dash) { return .goesOn("line ends in the middle") }
        return .ends("line end")
    }

    /// Marks that no white space follows.
    private func glued(_ candidate: Candidate, _ next: NextText, in text: ScannedText, sentenceStart: Int) -> Decision {
        if next.first.contains(.unspaced) || next.first.contains(.hangul) {
            if candidate.hasClosers { return .goesOn("a particle follows the quote") }
            return candidate.mark == .stop && text.kind(before: candidate.start).contains(.digit)
                ? .goesOn("inside a number") : .ends("glued to a script without spaces")
        }
        guard next.isUpper, candidate.mark == .stop || candidate.mark == .exclamation else { return .goesOn("no white space") }
        let token = text.start(before: candidate.start, atLeast: sentenceStart) { _, kind in !kind.contains(.space) }
        let tail = text.end(while: { !CharacterClass.of($0).contains(.space) }, from: candidate.next)
        // Addresses: Jane.Doe@example.com, example.Com/Path.
        let isAddress = text.bytes[token..<tail].contains { $0 == 0x40 || $0 == 0x2F || $0 == 0x5F } || text.has("www.", at: token)
        if isAddress { return .goesOn("an address") }
        let word = text.start(before: candidate.start, atLeast: sentenceStart) { _, kind in
            kind.contains(.letter) || kind.contains(.digit)
        }
        let isNumber = text.kind(before: candidate.start).contains(.digit) && candidate.start - token > 2
        let isWord = isNumber || (text.text(word, candidate.start).count >= 2 && text.kind(before: candidate.start).contains(.lower))
        // sentence.Next, but not J.K or Y!J: a whole word before, a capitalised one behind.
        let isNext = next.word.count >= 2 ? next.word.dropFirst().allSatisfy(\.isLowercase) || next.isRomanNumeral : isStarter(next)
        guard isWord, isNext else {
            return .goesOn("no white space")
        }
        let isKnown = lexicon.kinds[text.text(word, candidate.start).lowercased()].map { $0 == .name || $0 == .inside } ?? false
        return isKnown && !isStarter(next) ? .goesOn("abbreviation") : .ends("glued sentences")
    }

    /// What follows says that the sentence goes on, whatever the mark.
    private func continues(_ candidate: Candidate, _ next: NextText, in text: ScannedText) -> Decision? {
        if let decision = continuesUnspaced(candidate, next, in: text) { return decision }
        // 《…？》: a title.
        if candidate.hasClosers, text.scalar(at: text.before(candidate.end)).value == 0x300B { return .goesOn("a title") }
        // (!!), [...]: the mark is said of what stands around it.
        if candidate.hasClosers, text.kind(before: candidate.start).contains(.opener) { return .goesOn("a mark in brackets") }
        return continuesAfter(next, candidate, in: text)
    }

    /// Particles and verbs of saying behind a quotation, in Korean, Japanese and Chinese.
    private func continuesUnspaced(_ candidate: Candidate, _ next: NextText, in text: ScannedText) -> Decision? {
        guard !next.first.isDisjoint(with: [.unspaced, .hangul]) else { return nil }
        if candidate.hasClosers, candidate.gap == .none, next.first.contains(.hangul) {
            return .goesOn("a particle follows the quote")
        }
        if candidate.hasClosers, candidate.mark == .strong || candidate.gap == .none,
            ["と", "って", "など", "という"].contains(where: { next.starts(with: $0) }) {
            return .goesOn("a particle follows the quote")
        }
        if candidate.hasClosers, ["说", "問", "问", "道", "他说", "她说", "他问", "她问", "他問", "她問"].contains(where: { next.starts(with: $0) }) {
            let mark = text.scalar(at: text.before(candidate.markEnd)).value
            if mark == 0xFF1F || mark == 0xFF01 || mark == 0x3F || mark == 0x21 { return .goesOn("said after the quote") }
        }
        if candidate.mark == .exclamation || candidate.mark == .strong, !candidate.hasClosers,
            ["の", "を", "が", "に", "へ", "的"].contains(where: { next.starts(with: $0) }) {
            return .goesOn("a particle follows the mark")
        }
        return nil
    }

    /// Marks behind the candidate that cannot open a sentence.
    private func continuesAfter(_ next: NextText, _ candidate: Candidate, in text: ScannedText) -> Decision? {
        switch next.value {
        case 0x2C, 0x3B, 0x3A, 0x29, 0x5D, 0x7D, 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0x060C, 0x061B, 0x25, 0x26, 0x3D, 0x2F, 0x2B:
            // ,, opens a quotation in Dutch and German typing.
            if isOwnTerminator(next.value) || text.has(",,", at: candidate.next) { return nil }
            return .goesOn("a mark follows")
        default: break
        }
        if next.first.contains(.dash), let after = next.behindDash {
            if after.isLower { return .goesOn("lower case behind a dash") }
            if candidate.mark == .stop, candidate.gap == .space, !after.isUpper { return .goesOn("a dash follows") }
        }
        return nil
    }

    private func ellipsis(_ candidate: Candidate, _ next: NextText, in text: ScannedText) -> Decision {
        if candidate.hasClosers { return next.first.contains(.quote) ? .ends("ellipsis") : .goesOn("ellipsis in quotes") }
        return next.isUpper || next.first.contains(.digit) || next.first.contains(.unspaced)
            ? .ends("ellipsis") : .goesOn("no capital behind an ellipsis")
    }

    private func exclamation(_ candidate: Candidate, _ next: NextText, in text: ScannedText) -> Decision {
        if next.isLower { return .goesOn("lower case") }
        let word = text.start(before: candidate.start) { value, kind in !kind.contains(.space) && value != 0x28 && value != 0x22 }
        let name = text.text(word, candidate.markEnd).lowercased()
        if lexicon.exclaims.contains(name) { return .goesOn("a name that ends in a mark") }
        return .ends("mark")
    }

    // MARK: the full stop

    private func stop(_ candidate: Candidate, _ next: NextText, in text: ScannedText, sentenceStart: Int) -> Decision {
        let word = text.start(before: candidate.start, atLeast: sentenceStart) { value, kind in
            kind.isDisjoint(with: [.space, .opener, .quote]) && !SentenceRules.cuts(value)
        }
        let token = text.text(word, candidate.start)
        if !candidate.hasClosers {
            if let kind = kind(of: token, from: word, to: candidate.start, in: text, sentenceStart: sentenceStart) {
                let isBehindNumber = token.contains(".") || follows(word, .digit, in: text, after: sentenceStart)
                let isOpening = kind == .unit && isOpening(sentenceStart, candidate.start, in: text)
                return abbreviation(kind, candidate, next, isShort: token.count <= 2, isBehindNumber: isBehindNumber, isOpening: isOpening)
            }
            if startsAbbreviation(token, candidate, in: text) { return .goesOn("first word of an abbreviation") }
            if let decision = initial(token, word, candidate, next, in: text, sentenceStart: sentenceStart) { return decision }
            if let decision = number(token, word, candidate, next, in: text, sentenceStart: sentenceStart) { return decision }
        }
        if next.isLower {
            // A whole word before the stop: the writer does not set capitals.
            let isWord = !candidate.hasClosers && token.allSatisfy(\.isLowercase) && !isUnknownAbbreviation(token)
                && token.count >= (isSmallStarter(next) ? 4 : 5)
            return isWord ? .ends("whole word before the stop") : .goesOn("lower case")
        }
        if !candidate.hasClosers, isUnknownAbbreviation(token), !isStarter(next) { return .goesOn("looks like an abbreviation") }
        return .ends("full stop")
    }

    private func isStarter(_ next: NextText) -> Bool { lexicon.starters.contains(next.word) && !next.isInitial }

    /// A starter in small letters, as writers without capitals begin.
    private func isSmallStarter(_ next: NextText) -> Bool {
        next.word.count > 1 && lexicon.starters.contains(next.word.prefix(1).uppercased() + next.word.dropFirst())
    }

    /// Whether the word before an offset is in the lexicon.
    func isAbbreviation(before offset: Int, in text: ScannedText) -> Bool {
        let start = text.start(before: offset) { _, kind in kind.contains(.letter) }
        return lexicon.kinds[text.text(start, offset).lowercased()] != nil
    }

    private func abbreviation(_ kind: Lexicon.Kind, _ candidate: Candidate, _ next: NextText, isShort: Bool, isBehindNumber: Bool, isOpening: Bool) -> Decision {
        let rule = "\(kind.rawValue) abbreviation"
        // м. before a name is a city, and behind a number metres.
        if kind == .name, isShort, isBehindNumber { return isStarter(next) ? .ends(rule) : .goesOn(rule) }
        switch kind {
        case .name, .inside: return .goesOn(rule)
        case .number where next.first.contains(.quote): return .goesOn(rule)
        case .number: return next.isUpper && !next.isRomanNumeral && !next.isInitial ? .ends(rule) : .goesOn(rule)
        case .month: return isStarter(next) ? .ends(rule) : .goesOn(rule)
        case .tail: return next.isLower || next.first.contains(.digit) || next.first.contains(.opener) ? .goesOn(rule) : .ends(rule)
        case .suffix, .acronym: return isStarter(next) || next.isQuoteBeforeUpper ? .ends(rule) : .goesOn(rule)
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
            && ["At", "On", "In", "Around", "By", "Since", "Until", "From", "About", "After", "Before"].contains(words.first ?? "")
    }

    /// Whether the next word is a weekday or month, as in `9 a.m. Monday`.
    private func isDay(_ next: NextText) -> Bool {
        let word = next.word.lowercased()
        return (3...4).contains { lexicon.kinds[String(word.prefix($0))] == .month && word.count > 3 }
    }

    /// The class of the token before a stop, or of the words that end with it.
    private func kind(of token: String, from word: Int, to end: Int, in text: ScannedText, sentenceStart: Int) -> Lexicon.Kind? {
        let folded = token.lowercased()
        if lexicon.endings.contains(folded) {
            var start = word
            for _ in 0..<3 {
                let gap = text.start(before: start, atLeast: sentenceStart) { _, kind in kind.contains(.space) }
                guard gap < start, gap > sentenceStart else { break }
                start = text.start(before: gap, atLeast: sentenceStart) { value, kind in
                    kind.isDisjoint(with: [.space, .opener, .quote]) && !SentenceRules.cuts(value)
                }
                let phrase = text.text(start, end).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
                if let kind = lexicon.kinds[phrase] { return kind }
            }
        }
        // One capital is an initial, whatever the small letter abbreviates.
        let isCapital = token.count == 1 && token.first?.isUppercase == true
        if !isCapital, let kind = lexicon.kinds[folded] {
            // `Come in.`, `on the art.`: a unit without a number before it is a word.
            let isWord = kind == .unit && folded.allSatisfy(\.isLetter) && lexicon.plainWords.contains(folded)
            return isWord && !follows(word, .digit, in: text, after: sentenceStart) ? nil : kind
        }
        if let hyphen = folded.lastIndex(of: "-"), let kind = lexicon.kinds[String(folded[folded.index(after: hyphen)...])],
            kind == .name || kind == .inside { return kind }
        return nil
    }

    /// Whether the word before an offset holds a character of a class, such as a digit.
    private func follows(_ offset: Int, _ wanted: CharacterClass, in text: ScannedText, after sentenceStart: Int) -> Bool {
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
        let isUpper = parts.allSatisfy { $0.first?.isUppercase == true && ($0.count == 1 || $0.last?.isLowercase == true) }
        if parts.count > 1 {
            if next.isLower { return .goesOn("lower case") }
            return isStarter(next) ? .ends("letters with stops before a word that starts sentences") : .goesOn("letters with stops")
        }
        if let only = token.first, token.unicodeScalars.count == 1, !text.kind(before: candidate.start).contains(.hangul), !only.isUppercase, !only.isLowercase, only.isLetter {
            return .goesOn("one letter of a script without capitals")
        }
        guard isUpper, token.count == 1 else { return nil }
        if next.isLower { return .goesOn("lower case") }
        let before = text.start(before: word, atLeast: sentenceStart) { _, kind in kind.contains(.space) }
        let isFirst = before <= sentenceStart
        if !isFirst, isStarter(next) { return .ends("a letter before a word that starts sentences") }
        return next.isUpper || next.first.contains(.digit) ? .goesOn("initial") : nil
    }

    /// Numbers before the stop: `3. Mai`, `19. Jahrhundert`, `1. Name` at the start.
    private func number(
        _ token: String, _ word: Int, _ candidate: Candidate, _ next: NextText, in text: ScannedText, sentenceStart: Int
    ) -> Decision? {
        if token.first?.isDigit == true || token.first.map({ "IVXLCDMА".contains($0) }) ?? false,
            token.allSatisfy({ $0.isDigit || ".IVXLCDMА".contains($0) }) {
            let gap = text.start(before: word, atLeast: sentenceStart) { _, kind in kind.contains(.space) }
            let heading = text.start(before: gap, atLeast: sentenceStart) { _, kind in !kind.contains(.space) }
            if heading == sentenceStart, gap > heading, lexicon.headings.contains(text.text(heading, gap).lowercased()) {
                return .goesOn("number of a heading")
            }
        }
        let isDigits = !token.isEmpty && token.allSatisfy(\.isDigit)
        let isRoman = lexicon.hasOrdinalStop && !token.isEmpty && token.allSatisfy { "IVXLCDM".contains($0) }
        guard isDigits || isRoman else { return nil }
        if word == sentenceStart, isDigits, token.count <= 3 { return .goesOn("number of a list") }
        if next.isLower { return .goesOn("lower case") }
        guard lexicon.hasOrdinalStop, token.count <= (isRoman ? 6 : 2) else { return isDigits ? .ends("full stop") : nil }
        let following = next.word.lowercased()
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
        guard (2...5).contains(token.count), token.allSatisfy({ $0.isLetter }), token.dropFirst().allSatisfy({ $0.isLowercase }) else {
            return false
        }
        return !token.lowercased().contains { SentenceRules.vowels.contains($0) }
    }

    private static let vowels = Set("aeiouyäöüåæøáéíóúýàèìòùâêîôûãõőűąęėįųūāēīōаеёиоуыэюяіїєαεηιουωάέήίόύώ")

    /// Signs that cut a token: what stands before them is another word.
    private static func cuts(_ value: UInt32) -> Bool {
        value == 0x2F || value == 0x2014 || value == 0x2013 || value == 0x3D || value == 0x2A || value == 0x5F
    }
}

/// The text behind a candidate.
struct NextText {
    let first: CharacterClass
    let value: UInt32
    /// The first word, without the quotes and brackets before it.
    let word: String
    private let text: ScannedText
    private let offset: Int
    /// Behind the first word.
    private let end: Int

    init(_ text: ScannedText, at offset: Int) {
        self.text = text
        self.offset = offset
        first = text.kind(at: offset)
        value = offset < text.count ? text.scalar(at: offset).value : 0
        var start = offset
        while start < text.count, !text.kind(at: start).isDisjoint(with: [.quote, .opener]) || text.bytes[start] == 0x2A
            || text.has("¿", at: start) || text.has("¡", at: start) { start += text.scalar(at: start).width }
        end = text.end(of: .letter, from: start)
        word = text.text(start, end)
        inner = text.kind(at: start)
    }

    /// The class of the first character behind quotes and brackets.
    private let inner: CharacterClass

    /// Lower case; iPhone and eBay start sentences as capitals do, and `b)` is a list's marker.
    var isLower: Bool {
        guard inner.contains(.lower) else { return false }
        if word.utf8.count > 1, word.dropFirst().first?.isUppercase == true { return false }
        return !isListMarker
    }

    var isUpper: Bool { inner.contains(.upper) || (inner.contains(.lower) && !isLower) }

    /// One letter and a stop: an initial.
    var isInitial: Bool {
        word.count == 1 && end < text.count && text.bytes[end] == 0x2E
    }

    /// `b)`, `(ii)`.
    private var isListMarker: Bool {
        word.utf8.count <= 4 && end + 1 < text.count && text.bytes[end] == 0x29
            && (word.utf8.count == 1 || word.allSatisfy { "ivx".contains($0) })
            && (first.contains(.opener) || first.contains(.lower))
    }

    /// A capitalised word before a small one, as at a sentence's start; not `Moscow time`.
    var isFollowedByVerb: Bool {
        guard isUpper, word.count > 1, word.dropFirst().allSatisfy(\.isLowercase), end < text.count else { return false }
        let second = text.end(of: .space, from: end)
        guard second > end, text.kind(at: second).contains(.lower) else { return false }
        return !["time", "to", "and", "or"].contains(text.text(second, text.end(of: .letter, from: second)))
    }

    var isQuoteBeforeUpper: Bool { first.contains(.quote) && isUpper }

    var isRomanNumeral: Bool { !word.isEmpty && word.allSatisfy { "IVXLCDM".contains($0) } }

    /// What follows a dash and the space behind it.
    var behindDash: NextText? {
        guard first.contains(.dash) else { return nil }
        return NextText(text, at: text.end(of: .space, from: text.end(of: .dash, from: offset)))
    }

    func starts(with prefix: String) -> Bool { text.has(prefix, at: offset) }
}
