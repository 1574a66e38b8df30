public import Bitext

/// Tells whether two spellings are forms of one word, or spell one name in two ways.
public struct NameSpelling: Sendable {
    private let isUninflected: Bool
    /// What names and titles end with for their number and gender.
    private let endings: Set<Character>

    /// How many letters endings have at most.
    private static let ending = 3
    /// What names take behind them in languages that do not inflect them.
    private static let possessives = ["’s", "’"]

    /// Makes one for a language.
    public init(language: Language) {
        isUninflected = NameForms(language).isUninflected
        switch language.code {
        case "ca", "es", "fr", "gl", "it", "pt": endings = ["a", "e", "i", "o", "s"]
        case "nl": endings = ["e", "s"]
        default: endings = ["s"]
        }
    }

    /// Whether two words are the same but for capitals, accents' encoding and what languages add to names: Kyiv’s is Kyiv,
    /// Зеленського is Зеленський; Kiev is not Kyiv.
    public func areForms(_ one: String, _ other: String) -> Bool {
        let words = (bare(one), bare(other))
        if words.0 == words.1 { return true }
        guard !isUninflected else { return stem(words.0) == stem(words.1) }
        let shared = zip(words.0, words.1).prefix { $0 == $1 }.count
        return shared >= 2 && max(words.0.count, words.1.count) - shared <= NameSpelling.ending
    }

    /// Whether two words may be forms of one word, by their beginnings alone.
    public static func mayBeForms(_ one: String, _ other: String) -> Bool {
        let shared = zip(one.lowercased(), other.lowercased()).prefix { $0 == $1 }.count
        return shared >= 2 && max(one.count, other.count) - shared <= ending
    }

    private func stem(_ word: String) -> Substring {
        var stem = word[...]
        while stem.count > word.count - 2, let last = stem.last, endings.contains(last) { stem.removeLast() }
        return stem
    }

    private func bare(_ word: String) -> String {
        let lower = word.lowercased().replacing("\u{2BC}", with: "’").replacing("'", with: "’")
        let ending = NameSpelling.possessives.first { lower.hasSuffix($0) && lower.count > $0.count + 1 }
        return ending.map { String(lower.dropLast($0.count)) } ?? lower
    }
}
