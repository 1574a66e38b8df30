public import Bitext
internal import ICU

/// Reads what numbers count: per cent, currencies by code, symbol and name, and units, by CLDR's names in the language and
/// those of `Resources/measure-words.tsv`.
public final class MeasureReader: Sendable {
    private let names: MeasureNames
    private let language: Language

    /// Makes a reader; the first of a language asks ICU for some thousand names, which takes some milliseconds.
    public init(language: Language) {
        self.language = language
        names = MeasureNames.shared(language)
    }

    /// Spaces, and marks of direction, which show nothing.
    private static let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{200E}", "\u{200F}", "\u{61C}"]

    /// What a number of a text counts; `nil` where nothing is read.
    /// - Parameter range: the number's bytes, its scale words included.
    public func measure(of range: TextRange, in text: String) -> Measure? {
        let before = text.slice(TextRange(max(0, range.start - 24), range.start))
        // A sign that touches the number is surest: $20 billion in bonds.
        if let last = before.last, !last.isWhitespace, !last.isLetter, let sign = names.sign(before, isBefore: true) {
            return sign
        }
        let behind = text.slice(TextRange(range.end, min(text.utf8.count, range.end + 60)))
        return named(behind) ?? letter(behind) ?? named(before: before)
    }

    /// 5 m, but not 5 m² or m/s.
    private func letter(_ behind: Substring) -> Measure? {
        let bare = behind.drop(while: MeasureReader.spaces.contains)
        guard let next = bare.dropFirst().first, "²³/^'’".contains(next) else { return names.letter(bare) }
        return nil
    }

    // MARK: Behind the number

    private func named(_ behind: Substring) -> Measure? {
        let bare = behind.drop { MeasureReader.spaces.contains($0) || $0 == "-" || $0 == "‑" }
        guard let first = bare.first else { return nil }
        let sign = names.sign(bare, isBefore: false)
        if language.isUnspaced { return sign ?? dense(bare) }
        guard first.isLetter else { return sign }
        var words: [String] = []
        var previous = bare.startIndex
        for word in bare.split(maxSplits: 5, whereSeparator: { !$0.isWordLetter }) {
            // Another clause counts something else.
            guard bare[previous..<word.startIndex].allSatisfy(" \u{A0}\u{202F}-'’".contains)
            else { break }
            let isElided = word.endIndex < bare.endIndex && "'’".contains(bare[word.endIndex])
            if !isElided { words.append(String(word)) }
            previous = word.endIndex
            if words.count == 4 { break }
        }
        // 3 tháng 3 năm 2024: a numbered month or year.
        if language.code == "vi", let next = bare[previous...].drop(while: MeasureReader.spaces.contains).first,
            next.isNumber,
            words.count == 1
        {
            return nil
        }
        // Km/h is a sign of which km is the first word.
        guard let named = names.measure(words), named.text.count >= sign?.text.count ?? 0 else { return sign }
        return named
    }

    /// In a script without spaces: right behind the number, or behind one sign such as 多.
    private func dense(_ text: Substring) -> Measure? {
        if let measure = names.leading(text) { return isInitial(measure.text, of: text) ? nil : measure }
        return (text.first.map("多余餘来來強".contains) ?? false ? names.leading(text.dropFirst()) : nil)
    }

    /// Whether an abbreviation is only the first letters of a word: 5 ม. are metres, 5 มกราคม is a day.
    private func isInitial(_ name: String, of text: Substring) -> Bool {
        let scalars = name.unicodeScalars
        return !["zh", "ja", "yue"].contains(language.code) && scalars.count <= 2
            && scalars.allSatisfy { $0.properties.generalCategory == .otherLetter }
            && text.dropFirst(name.count).first?.isWordLetter ?? false
    }

    // MARK: Before the number

    private func named(before text: Substring) -> Measure? {
        let bare = text.dropLast(while: MeasureReader.spaces.contains)
        guard let last = bare.last else { return nil }
        // 3 % 12 000: a sign of per cent belongs to what stands before it.
        if let sign = names.sign(bare, isBefore: true), sign.readings != ["percent"] { return sign }
        guard last.isLetter else { return nil }
        if language.isUnspaced, !last.isASCII { return names.denseBefore(String(bare)) }
        let word = bare.suffix { $0.isWordLetter && (!language.isUnspaced || $0.isASCII) }
        return names.code(String(word)) ?? names.before(word.lowercased())
    }
}
