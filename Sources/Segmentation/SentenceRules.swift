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

    func decide(_ candidate: Candidate, in text: ScannedText, sentenceStart: Int, newline: Segmenter.Newline)
        -> Decision
    {
        let next = NextText(text, at: candidate.next)
        if candidate.mark == .lineEnd {
            if newline == .space { return .goesOn("wrapped line") }
            return unfinishedLine(candidate, next, in: text)
        }
        if candidate.mark == .symbol {
            return candidate.gap == .space && next.first.contains(.upper) || next.value == 0x23 || next.value == 0x40
                ? .ends("emoji or smiley before a capital") : .goesOn("emoji or smiley")
        }
        if candidate.mark == .semicolon {
            let isStart =
                next.first.contains(.upper) && isStarter(next) && !SentenceRules.alwaysCapitals.contains(next.word)
            return candidate.gap != .none && isStart
                ? .ends("semicolon before a word that starts sentences") : .goesOn("semicolon")
        }
        if candidate.mark == .closingWord {
            return next.first.isDisjoint(with: [.letter, .digit, .quote, .opener])
                ? .goesOn("closing word") : .ends("closing word")
        }
        if candidate.gap == .none, candidate.mark != .strong {
            return glued(candidate, next, in: text, sentenceStart: sentenceStart)
        }
        if let decision = continues(candidate, next, in: text) { return decision }
        switch candidate.mark {
        case .strong: return .ends("full-width or national mark")
        case .exclamation: return exclamation(candidate, next, in: text)
        case .twoStops: return next.isLower ? .goesOn("lower case") : .ends("two stops")
        case .ellipsis: return ellipsis(candidate, next, in: text)
        case .spacedEllipsis: return .goesOn("spaced ellipsis")
        case .symbol, .semicolon, .closingWord: return .goesOn("no mark")
        case .stop, .lineEnd: return stop(candidate, next, in: text, sentenceStart: sentenceStart)
        }
    }

    /// Pronouns that are written with a capital anywhere.
    private static let alwaysCapitals: Set<String> = [
        "I", "Sie", "Ihr", "Ihre", "Ihnen", "Ihren", "Вы", "Вас", "Вам", "Ваш", "De", "Dem", "U", "Lei", "Loro",
    ]

    /// Whether the word before an offset closes sentences without a mark.
    func closesSentence(before offset: Int, in text: ScannedText, sentenceStart: Int) -> Bool {
        lexicon.closings.contains { offset - $0.utf8.count > sentenceStart && text.has($0, at: offset - $0.utf8.count) }
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
            // Thai sets stops behind abbreviations only.
            if candidate.mark == .stop, (0xE00..<0xE80).contains(next.value) { return .goesOn("abbreviation") }
            return candidate.mark == .stop && text.kind(before: candidate.start).contains(.digit)
                ? .goesOn("inside a number") : .ends("glued to a script without spaces")
        }
        guard next.isUpper, candidate.mark == .stop || candidate.mark == .exclamation else {
            return .goesOn("no white space")
        }
        let token = text.start(before: candidate.start, atLeast: sentenceStart) { _, kind in !kind.contains(.space) }
        let tail = text.end(while: { !CharacterClass.of($0).contains(.space) }, from: candidate.next)
        // Addresses: Jane.Doe@example.com, example.Com/Path.
        let isAddress =
            text.bytes[token..<tail].contains { $0 == 0x40 || $0 == 0x2F || $0 == 0x5F } || text.has("www.", at: token)
        if isAddress { return .goesOn("an address") }
        let word = text.start(before: candidate.start, atLeast: sentenceStart) { _, kind in
            kind.contains(.letter) || kind.contains(.digit)
        }
        let isNumber = text.kind(before: candidate.start).contains(.digit) && candidate.start - token > 2
        let isWord =
            isNumber
            || (text.text(word, candidate.start).count >= 2 && text.kind(before: candidate.start).contains(.lower))
        // sentence.Next, but not J.K or Y!J: a whole word before, a capitalised one behind.
        let isNext =
            next.word.count >= 2
            ? next.word.dropFirst().allSatisfy(\.isLowercase) || next.isRomanNumeral : isStarter(next)
        let isPlainStarter = isNext && isStarter(next) && next.word.count >= 2
        guard isWord && isNext || isPlainStarter && word < candidate.start else {
            return .goesOn("no white space")
        }
        let isKnown =
            lexicon.kinds[text.text(word, candidate.start).lowercased()].map { $0 == .name || $0 == .inside } ?? false
        return isKnown && !isStarter(next) ? .goesOn("abbreviation") : .ends("glued sentences")
    }

    /// What follows says that the sentence goes on, whatever the mark.
    private func continues(_ candidate: Candidate, _ next: NextText, in text: ScannedText) -> Decision? {
        if let decision = continuesUnspaced(candidate, next, in: text) { return decision }
        // 《…？》: a title.
        if candidate.hasClosers, text.scalar(at: text.before(candidate.end)).value == 0x300B {
            return .goesOn("a title")
        }
        // (!!), [...]: the mark is said of what stands around it.
        if candidate.hasClosers, text.kind(before: candidate.start).contains(.opener) {
            return .goesOn("a mark in brackets")
        }
        if candidate.mark == .strong, candidate.gap == .none, isFullWidthLetter(before: candidate.start, in: text) {
            return .goesOn("letters with stops")
        }
        return continuesAfter(next, candidate, in: text)
    }

    /// Particles and verbs of saying behind a quotation, in Korean, Japanese and Chinese.
    private func continuesUnspaced(_ candidate: Candidate, _ next: NextText, in text: ScannedText) -> Decision? {
        guard !next.first.isDisjoint(with: [.unspaced, .hangul]) else { return nil }
        if candidate.hasClosers, candidate.gap == .none, next.first.contains(.hangul) {
            return .goesOn("a particle follows the quote")
        }
        if candidate.hasClosers, candidate.mark == .strong || candidate.gap == .none,
            ["と", "って", "など", "という"].contains(where: { next.starts(with: $0) })
        {
            return .goesOn("a particle follows the quote")
        }
        if candidate.hasClosers,
            ["说", "問", "问", "道", "他说", "她说", "他问", "她问", "他問", "她問"].contains(where: { next.starts(with: $0) })
        {
            let mark = text.scalar(at: text.before(candidate.markEnd)).value
            if mark == 0xFF1F || mark == 0xFF01 || mark == 0x3F || mark == 0x21 {
                return .goesOn("said after the quote")
            }
        }
        if candidate.mark == .exclamation || candidate.mark == .strong, !candidate.hasClosers,
            ["の", "を", "が", "に", "へ", "的"].contains(where: { next.starts(with: $0) })
        {
            return .goesOn("a particle follows the mark")
        }
        return nil
    }

    /// `Ｕ．Ｓ．Ａ．の`: one letter of full width before a stop of full width.
    private func isFullWidthLetter(before offset: Int, in text: ScannedText) -> Bool {
        guard offset > 2, offset < text.count, text.scalar(at: offset).value == 0xFF0E else { return false }
        let letter = text.before(offset)
        let value = text.scalar(at: letter).value
        guard (0xFF21...0xFF3A).contains(value) || (0xFF41...0xFF5A).contains(value) else { return false }
        return letter == 0 || !text.kind(before: letter).contains(.letter)
            || text.kind(before: letter).contains(.unspaced)
    }

    /// Marks behind the candidate that cannot open a sentence.
    private func continuesAfter(_ next: NextText, _ candidate: Candidate, in text: ScannedText) -> Decision? {
        switch next.value {
        case 0x2C, 0x3B, 0x3A, 0x29, 0x5D, 0x7D, 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0x060C, 0x061B, 0x25, 0x26, 0x3D, 0x2F,
            0x2B:
            // ,, opens a quotation in Dutch and German typing.
            if isOwnTerminator(next.value) || text.has(",,", at: candidate.next) { return nil }
            return .goesOn("a mark follows")
        case 0x2E
        where candidate.hasClosers
            && text.kind(at: candidate.next + 1).isDisjoint(with: [.letter, .digit, .terminator]):
            // … in “Good Night!”.
            return .goesOn("a mark follows")
        default: break
        }
        if next.first.contains(.dash), let after = next.behindDash {
            if after.isLower { return .goesOn("lower case behind a dash") }
            if candidate.mark == .stop, candidate.gap == .space, !after.isUpper, !after.first.contains(.digit) {
                return .goesOn("a dash follows")
            }
        }
        return nil
    }

    private func ellipsis(_ candidate: Candidate, _ next: NextText, in text: ScannedText) -> Decision {
        if candidate.hasClosers {
            return next.first.contains(.quote) ? .ends("ellipsis") : .goesOn("ellipsis in quotes")
        }
        let isFree = next.isUpper || next.first.contains(.digit) || next.first.contains(.unspaced) || next.isTag
        return isFree ? .ends("ellipsis") : .goesOn("no capital behind an ellipsis")
    }

    private func exclamation(_ candidate: Candidate, _ next: NextText, in text: ScannedText) -> Decision {
        if next.isLower { return .goesOn("lower case") }
        let word = text.start(before: candidate.start) { value, kind in
            !kind.contains(.space) && value != 0x28 && value != 0x22
        }
        let name = text.text(word, candidate.markEnd)
        if name.first?.isLowercase != true, lexicon.exclaims.contains(name.lowercased()), !isStarter(next) {
            return .goesOn("a name that ends in a mark")
        }
        return .ends("mark")
    }
}
