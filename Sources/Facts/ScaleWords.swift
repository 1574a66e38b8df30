internal import Bitext
internal import ICU

/// The words that multiply a number in a language, such as `million`, `млрд`, `억`, taken from CLDR's compact formats
/// and, where those lack one, from `Resources/scale-words.tsv`.
struct ScaleWords: Sendable {
    /// Words to powers of ten, in lower case, a full stop at the end left out.
    private var powers: [String: Int] = [:]
    /// Stems of the longer words, for inflected forms.
    private var stems: [(stem: String, power: Int)] = []
    /// Abbreviations that are words of their own without a full stop.
    private var stopped: Set<String> = []
    /// The starts of words that are no scale words, though they start as one does.
    private var others: [String] = []
    /// Words that may stand between a number and what multiplies it: Romanian 20 de milioane.
    private(set) var links: Set<String> = []
    /// One-letter abbreviations that CLDR sets behind a space, as they are written: `334 M` in French.
    private(set) var spacedLetters: [String: Int] = [:]
    /// The largest number of characters in a word.
    private(set) var longest = 0

    /// The words of a language, read once: asking ICU takes milliseconds.
    static func shared(_ language: Language) -> ScaleWords { known[language] }

    private static let known = PerLanguage { ScaleWords(language: $0.tag) }

    init(language: String) {
        let code = language.prefix { $0 != "-" }.lowercased()
        for row in ResourceTable.rows(PackageResources.scale_words_tsv, columns: 3) where row[0] == code {
            if row[2] == "+" {
                links.insert(row[1])
                continue
            }
            if row[2].hasPrefix(".") { stopped.insert(row[1]) }
            guard let power = Int(row[2].drop { $0 == "." }) else {
                others.append(row[1])
                continue
            }
            powers[row[1]] = power
            longest = max(longest, row[1].count)
        }
        for long in [true, false] {
            for power in 3...14 {
                var forms: [String] = []
                for lead in [1, 2, 5] {
                    let value = (0..<power).reduce(lead) { product, _ in product * 10 }
                    guard let text = LocaleData.compact(value, language: language, long: long),
                        let (shown, word) = ScaleWords.split(text), shown > 0, value % shown == 0
                    else { continue }
                    let scale = String(value / shown)
                    guard scale.dropFirst().allSatisfy({ $0 == "0" }), scale.count > 1 else { continue }
                    powers[word] = scale.count - 1
                    if let letter = ScaleWords.spacedLetter(text) { spacedLetters[letter] = scale.count - 1 }
                    longest = max(longest, word.count)
                    forms.append(word)
                    if scale.count - 1 == power, let stem = ScaleWords.commonPrefix(forms), stem.count >= 5,
                        !stems.contains(where: { $0.stem == stem })
                    {
                        stems.append((stem, power))
                    }
                }
            }
        }
    }

    /// The power of ten that a word in lower case stands for; `nil` when it is no scale word.
    func power(of word: String) -> Int? {
        if let power = powers[word] { return power }
        guard !others.contains(where: word.hasPrefix) else { return nil }
        return stems.first { word.hasPrefix($0.stem) && word.count <= $0.stem.count + 4 }?.power
    }

    /// The words for a power of ten.
    func words(of power: Int) -> [String] { powers.filter { $0.value == power }.map(\.key).sorted() }

    /// All words.
    var all: [String] { powers.keys.sorted() }

    /// Whether a word counts only with a full stop: `10 mil.` are millions in Czech, `10 mil` miles.
    func needsStop(_ word: String) -> Bool { stopped.contains(word) }

    /// The power of ten of the longest scale word that a text starts with, for scripts without spaces.
    func leading(_ text: Substring) -> (power: Int, length: Int)? {
        guard !others.contains(where: text.hasPrefix) else { return nil }
        for length in stride(from: min(longest, 4), through: 1, by: -1) {
            let word = text.prefix(length)
            // 5B is for languages that write it so; a letter of another script behind a number is a name's.
            if word.first?.isASCII == true { return nil }
            if word.count == length, let power = powers[word.lowercased()] { return (power, length) }
        }
        return nil
    }

    /// `20 млрд` → 20 and `млрд`.
    private static func split(_ text: String) -> (Int, String)? {
        var shown = 0
        var word = ""
        for character in text {
            if let digit = character.unicodeScalars.first?.digitValue {
                guard shown < 1_000_000_000 else { return nil }
                shown = shown * 10 + digit
            } else if character.isLetter || (character.unicodeScalars.first?.properties.isGraphemeExtend ?? false) {
                word.append(character)
            }
        }
        return word.isEmpty ? nil : (shown, word.lowercased())
    }

    /// `3 M` → `M`; `nil` for words, and for letters that touch the number.
    private static func spacedLetter(_ text: String) -> String? {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, let last = parts.last?.filter({ $0.isLetter }), last.count == 1 else { return nil }
        return String(last)
    }

    private static func commonPrefix(_ words: [String]) -> String? {
        words.dropFirst().reduce(words.first) { $0?.commonPrefix(with: $1) }
    }
}

extension String {
    /// The longest prefix that both share.
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
