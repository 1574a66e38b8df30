/// A number in Roman numerals, as centuries, chapters and monarchs have it.
public enum RomanNumeral {
    /// The value of a word in capital Roman numerals, 2 to 3,999, in Latin letters or the Cyrillic ones that look like
    /// them; nothing for any other word, nor for `I`, `C`, `D`, `L` and `M` alone, which are words and abbreviations.
    public static func value(_ word: some StringProtocol) -> Int? {
        guard mayBegin(word) else { return nil }
        let digits = word.prefix(limit).compactMap { values[$0] }
        guard digits.count == word.prefix(limit).count, digits.count < limit, let last = digits.last,
            digits.count > 1 || last == 5 || last == 10
        else { return nil }
        let pairs = zip(digits, digits.dropFirst())
        let value = pairs.reduce(last) { $0 + ($1.0 < $1.1 ? -$1.0 : $1.0) }
        return value > 1 && written(value) == digits ? value : nil
    }

    /// The value of a word that is a Roman numeral with the ending of an ordinal, as French writes it: XIXe.
    public static func ordinal(_ word: some StringProtocol) -> Int? {
        guard mayBegin(word) else { return nil }
        let numeral = word.prefix { values[$0] != nil }
        guard numeral.endIndex < word.endIndex else { return nil }
        let ending = String(word[numeral.endIndex...])
        // Va is a word.
        return endings.contains(ending) || numeral.count > 1 && longNumeralEndings.contains(ending)
            ? value(numeral) : nil
    }

    private static let endings: Set = ["e", "è", "ᵉ", "ème", "eme", "ième", "ª", "º"]
    private static let longNumeralEndings: Set = ["a", "er", "re"]

    /// One letter more than the longest number, MMMDCCCLXXXVIII, has.
    private static let limit = 16

    /// Whether a word may begin with a numeral: in Latin letters, or the Cyrillic ones, whose first byte is D0.
    private static func mayBegin(_ word: some StringProtocol) -> Bool {
        word.utf8.first.map { $0 == 0xD0 || ascii.contains($0) } ?? false
    }

    private static let ascii = Array("IVXLCDM".utf8)

    private static let values: [Character: Int] = [
        "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000, "І": 1, "Х": 10, "С": 100, "М": 1000,
    ]

    /// The letters of a number by their values, in the one way it is written.
    private static func written(_ value: Int) -> [Int] {
        let steps = [
            [1000], [100, 1000], [500], [100, 500], [100], [10, 100], [50], [10, 50], [10], [1, 10], [5], [1, 5], [1],
        ]
        var rest = value
        var letters: [Int] = []
        for step in steps {
            let worth = step.count == 2 ? step[1] - step[0] : step[0]
            while rest >= worth, letters.count < limit {
                letters += step
                rest -= worth
            }
        }
        return letters
    }
}
