internal import Bitext

/// Numbers in words that belong together.
enum NamedNumbers {
    /// The named things of a text, words of one number made one, and denominators of fractions left out.
    static func joined(_ facts: [NamedFact], in text: String, language: Language) -> [NamedFact] {
        withoutFractions(withPlaces(withCompounds(facts, in: text, language), in: text, language), in: text)
    }

    /// Languages in which both words of a compound place are places, and those in which the last one is.
    private static let bothPlaces: Set<String> = ["pl", "cs", "sk"]
    private static let lastPlaces: Set<String> = ["ru", "uk", "be", "bg", "mk", "sr", "hr", "bs", "ro"]

    /// Trzydziesty czwarty; тридцять четвертий, двадесет и втори, treizeci și patra: two words of one place in an order.
    private static func withPlaces(_ facts: [NamedFact], in text: String, _ language: Language) -> [NamedFact] {
        guard bothPlaces.contains(language.code) || lastPlaces.contains(language.code) else { return facts }
        var joined: [NamedFact] = []
        for fact in facts {
            guard let last = joined.last, case .ordinal(let unit) = fact.value, (1...9).contains(unit),
                let tens = tens(last.value, language),
                [" ", " и ", " i ", " și ", " şi "].contains(
                    text.slice(TextRange(last.range.end, fact.range.start)).lowercased())
            else {
                joined.append(fact)
                continue
            }
            let range = last.range.union(fact.range)
            joined[joined.count - 1] = NamedFact(
                value: .ordinal(tens + unit), range: range, text: String(text.slice(range)))
        }
        return joined
    }

    /// What a word for twenty, thirty and so on, or for the place where the language has that, is worth before a unit.
    private static func tens(_ value: NamedFact.Value, _ language: Language) -> Int? {
        let number: Int
        switch value {
        case .ordinal(let place) where bothPlaces.contains(language.code): number = place
        case .number(let value) where lastPlaces.contains(language.code): number = value
        default: return nil
        }
        return (20...90).contains(number) && number % 10 == 0 ? number : nil
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
        guard !numbers.isEmpty else { return facts }
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
