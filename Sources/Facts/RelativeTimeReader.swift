public import Bitext

/// Reads days, weeks, months and years as seen from when a text was written, by CLDR's names in the language: yesterday, next
/// year.
public final class RelativeTimeReader: Sendable {
    private let words: RelativeTimeWords
    private let language: Language

    /// Makes a reader; the first of a language asks ICU for its names.
    public init(language: Language) {
        self.language = language
        words = RelativeTimeWords.shared(language)
    }

    /// The relative times of a text, in order.
    public func times(in text: String) -> [RelativeTimeFact] {
        language.isDense ? denseTimes(text) : spacedTimes(text)
    }

    private func spacedTimes(_ text: String) -> [RelativeTimeFact] {
        var facts: [RelativeTimeFact] = []
        let tokens = text.textWords()
        var index = 0
        while index < tokens.count {
            let found = words.heads.mayStart(tokens[index].text) ? expression(at: index, tokens) : nil
            guard let found else {
                index += 1
                continue
            }
            let range = TextRange(tokens[index].start, tokens[index + found.words.count - 1].end)
            add(found, range, text, to: &facts)
            index += found.words.count
        }
        return facts
    }

    private func expression(at index: Int, _ tokens: [TextWord]) -> RelativeTimeWords.Expression? {
        let lower = tokens[index].text.lowercased()
        guard let first = lower.unicodeScalars.first else { return nil }
        return words.byFirst[first]?.first { expression in
            guard tokens.count - index >= expression.words.count,
                !expression.isCapital || tokens[index].text.first?.isUppercase == true
            else { return false }
            for (place, word) in expression.words.enumerated() {
                let token = place == 0 ? lower : tokens[index + place].text.lowercased()
                guard word.isOpen ? token.hasPrefix(word.text) : token == word.text else { return false }
            }
            return true
        }
    }

    /// In scripts without spaces, and in Korean, whose particles stand right behind: expressions wherever they stand.
    private func denseTimes(_ text: String) -> [RelativeTimeFact] {
        var facts: [RelativeTimeFact] = []
        let scalars = Array(text.unicodeScalars)
        var offset = 0
        var index = 0
        while index < scalars.count {
            let isInside = language.code == "ko" && index > 0 && scalars[index - 1].isAlphabetic
            let found =
                isInside
                ? nil
                : words.byFirst[scalars[index]]?.first { expression in
                    scalars[index...].starts(with: (expression.words.first?.text ?? "").unicodeScalars)
                }
            guard let found, let word = found.words.first?.text else {
                offset += UTF8.width(scalars[index])
                index += 1
                continue
            }
            add(found, TextRange(offset, offset + word.utf8.count), text, to: &facts)
            offset += word.utf8.count
            index += word.unicodeScalars.count
        }
        return facts
    }

    private func add(
        _ expression: RelativeTimeWords.Expression, _ range: TextRange, _ text: String,
        to facts: inout [RelativeTimeFact]
    ) {
        // 3 tahun lalu is three years ago.
        let before = text.slice(TextRange(0, range.start)).dropLast(while: \.isWhitespace).last
        guard !expression.readings.isEmpty, before?.isNumber != true else { return }
        facts.append(
            RelativeTimeFact(
                readings: expression.readings.sorted(), isSure: expression.isSure && expression.readings.count == 1,
                range: range, text: String(text.slice(range))))
    }
}
