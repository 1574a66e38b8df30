internal import Bitext

/// Numbers in words that belong together.
enum NamedNumbers {
    /// The named things of a text, words of one number made one, and denominators of fractions left out.
    static func joined(_ facts: [NamedFact], in text: String, language: Language) -> [NamedFact] {
        withoutFractions(withCompounds(facts, in: text, language), in: text)
    }

    /// Twee derde, due terzi: what follows a number at once is no place in an order.
    private static func withoutFractions(_ facts: [NamedFact], in text: String) -> [NamedFact] {
        facts.enumerated().filter { index, fact in
            guard index > 0, case .ordinal = fact.value, facts[index - 1].value.kind == .number else { return true }
            return text.slice(TextRange(facts[index - 1].range.end, fact.range.start)) != " "
        }.map(\.element)
    }

    /// Words of one compound number, such as soixante-dix and twenty-two, make one.
    private static func withCompounds(_ facts: [NamedFact], in text: String, _ language: Language) -> [NamedFact] {
        let numbers = facts.filter { $0.value.kind == .number }
        var next = 0
        let whole = SpelledNumberReader(language: language).facts(in: text).compactMap { fact -> NamedFact? in
            while next < numbers.count, numbers[next].range.end <= fact.range.start { next += 1 }
            guard let value = fact.value.whole, next < numbers.count, numbers[next].range.start < fact.range.end,
                numbers[next].range != fact.range
            else { return nil }
            return NamedFact(value: .number(value), range: fact.range, text: fact.text)
        }
        // Both are in the order of the text.
        next = 0
        let others = facts.filter { fact in
            while next < whole.count, whole[next].range.end <= fact.range.start { next += 1 }
            let isPart = next < whole.count && whole[next].range.start < fact.range.end
            return fact.value.kind != .number || !isPart
        }
        return (others + whole).sorted { $0.range.start < $1.range.start }
    }
}
