import Bitext
internal import ICU

/// Decides which of ICU's sentence boundaries hold.
struct SentenceRules {
    private let abbreviations: AbbreviationTable
    private let language: Language

    init(language: Language) {
        self.language = language
        abbreviations = AbbreviationTable(language: language)
    }

    /// Whether the place between two pieces of text ends a sentence.
    /// - Parameters:
    ///   - before: the text up to the place, white space at its end dropped.
    ///   - after: the text from the place on.
    func isBoundary(before: Substring, after: Substring) -> Bool {
        guard let next = after.first, let last = before.last else { return true }
        if continuesQuotation(before, next: next, after: after) { return false }
        guard last == "." else { return true }
        let body = before.dropLast()
        if endsInInitial(body) { return !(next.isUppercase || next.isLowercase) || startsSentence(after) }
        if startsAbbreviation(body, after: after) { return false }
        if let kind = kind(of: body) {
            switch kind {
            case .name, .inside: return false
            case .number: return !(next.isDigit || isRomanNumeral(after.prefix { $0.isLetter }))
            case .unit: return next.isUppercase || "«“„\"—–(".contains(next)
            }
        }
        if endsInNumber(body) { return !continuesNumber(next, after: after, body: body) }
        return true
    }

    /// `z.` before `B.`: the first word of an abbreviation of several.
    private func startsAbbreviation(_ body: Substring, after: Substring) -> Bool {
        guard abbreviations.mostWords > 1, let stop = after.prefix(8).firstIndex(of: ".") else { return false }
        let word = body.suffix { !$0.isWhitespace && !"(«“„\"'[/—–".contains($0) }
        return !word.isEmpty && abbreviations.kind("\(word). \(after[..<stop])".lowercased()) != nil
    }

    private func kind(of body: Substring) -> AbbreviationTable.Kind? {
        var start = body.endIndex
        var words = 0
        while words < abbreviations.mostWords {
            let head = body[..<start]
            let word = head.suffix { !$0.isWhitespace && !"(«“„\"'[/—–".contains($0) }
            guard !word.isEmpty else { return nil }
            words += 1
            start = word.startIndex
            if let kind = abbreviations.kind(body[start...].lowercased()) { return kind }
            while start > body.startIndex, body[body.index(before: start)].isWhitespace {
                start = body.index(before: start)
            }
        }
        return nil
    }

    /// `V`, `J.K`, `U.S`: one letter before the stop, alone or behind another stop.
    private func endsInInitial(_ body: Substring) -> Bool {
        let word = body.suffix { $0.isLetter }
        guard word.count == 1, word.first?.isUppercase == true else { return false }
        guard let before = body[..<word.startIndex].last else { return true }
        return before == "." || before == "-" || before.isWhitespace || "(«“„\"".contains(before)
    }

    /// Whether a text starts with a word that starts sentences and hardly follows a name or an ordinal.
    private func startsSentence(_ after: Substring) -> Bool {
        SentenceRules.starters.contains(String(after.prefix { $0.isLetter }))
    }

    private static let starters: Set<String> = [
        "The", "They", "We", "He", "She", "It", "This", "That", "These", "Then", "But", "And", "In", "However", "Its",
        "I", "You", "When", "If", "Er", "Sie", "Es", "Wir", "Ich", "Das", "Die", "Der", "Danach", "Und", "Aber",
    ]

    /// `3. Mai`, `19. Jahrhundert`: a number whose stop makes it an ordinal.
    private func endsInNumber(_ body: Substring) -> Bool {
        let digits = body.suffix { $0.isDigit }
        guard (1...2).contains(digits.count) else { return false }
        guard let before = body[..<digits.startIndex].last else { return true }
        return before.isWhitespace || "(«".contains(before)
    }

    private func continuesNumber(_ next: Character, after: Substring, body: Substring) -> Bool {
        if body.allSatisfy(\.isDigit) || next.isLowercase { return true }
        return language.code == "de" && next.isUppercase && !startsSentence(after)
    }

    private func isRomanNumeral(_ word: Substring) -> Bool {
        !word.isEmpty && word.allSatisfy { "IVXLCDM".contains($0) }
    }

    /// A closing quote that a particle or a verb of saying follows: `"네."라고`, `「はい。」と`, `“好。”他说` within limits.
    private func continuesQuotation(_ before: Substring, next: Character, after: Substring) -> Bool {
        guard let last = before.last, "”\"’'」』»“".contains(last) else { return false }
        if next.isLowercase { return true }
        let isHangul = next.unicodeScalars.first?.script == .hangul
        if isHangul { return before.endIndex == after.startIndex }
        return ["と", "って", "など", "という"].contains { after.hasPrefix($0) }
            || (["”", "』"].contains(last) && ["他", "她", "说", "问", "道"].contains(String(next))
                && before.dropLast().last.map { "？！?!".contains($0) } ?? false)
    }
}
