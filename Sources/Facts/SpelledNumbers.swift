public import Bitext
internal import ICU
import Synchronization

/// Whether a text says a number in words; used only to excuse a number that is missing in digits.
public final class SpelledNumbers: Sendable {
    /// The language of the texts that are searched.
    public let language: Language
    /// Makes a searcher.
    public init(language: Language) { self.language = language }

    /// Whether a text may say the value in words, inflection forgiven.
    /// - Parameters:
    ///   - value: a whole number; of larger ones than a million those are looked for that a scale word makes: two billion.
    ///   - words: the text's words in lower case.
    ///   - text: the text in lower case, for languages without spaces.
    public func mentions(_ value: Int, words: Set<String>, text: String) -> Bool {
        if value >= 1_000_000, isScaled(value, words: words, text: text) { return true }
        guard (0...1_000_000).contains(value) else { return false }
        if isSaid(value, words: words, text: text) || isWrittenInDigits(value, text: text) { return true }
        // Years and symbols are also said by halves or digit by digit: twenty twenty-five, seven five eight.
        guard value >= 100 else { return false }
        let digits = String(value).compactMap(\.wholeNumberValue)
        return [value / 100, value % 100].allSatisfy { isSaid($0, words: words, text: text) }
            || digits.allSatisfy { isSaid($0, words: words, text: text) }
    }

    /// Whether a text writes a number digit by digit in Chinese signs: 九二, 二〇一八; of a year two are enough.
    private func isWrittenInDigits(_ value: Int, text: String) -> Bool {
        guard ["zh", "ja", "yue"].contains(language.code), value >= 10 else { return false }
        let signs = String(value).compactMap(\.wholeNumberValue).map { SpelledNumbers.digits[$0] }
        let isYear = (1900..<2100).contains(value)
        return [signs, signs.map { $0 == "〇" ? "零" : $0 }].contains {
            text.contains($0.joined()) || isYear && text.contains($0.suffix(2).joined())
        }
    }

    private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// Whether a text has a word for a half: half an inch, полчаса, 半.
    public func mentionsHalf(words: Set<String>, text: String) -> Bool {
        let halves = SpelledVocabulary.shared(language).halves
        if language.isUnspaced { return halves.contains { text.contains($0) } }
        return halves.contains { half in words.contains { $0 == half || half.count > 2 && $0.hasPrefix(half) } }
    }

    /// Whether a text says a large number by a scale word, with what it multiplies in words: zehn Millionen, a billion,
    /// 两百五十万, مليوني (two million).
    private func isScaled(_ value: Int, words: Set<String>, text: String) -> Bool {
        let scaleWords = ScaleWords.shared(language)
        var power = 3
        var unit = 1000
        let isRun = language.isDense
        // 两 is 二 before a scale word.
        let text = isRun ? text.replacing("两", with: "二").replacing("兩", with: "二") : text
        while power <= 15, unit <= value {
            if value % unit == 0 {
                let factor = value / unit
                if isRun {
                    let forms = SpelledForms.shared.forms(factor, language: language).map { $0.joined() }
                    for name in scaleWords.words(of: power) where text.contains(name) {
                        if factor == 1 || forms.contains(where: { text.contains($0 + name) }) { return true }
                    }
                } else if words.contains(where: { scaleWords.power(of: $0) == power }) {
                    if factor == 1 || isSaid(factor, words: words, text: text) { return true }
                    // The Arabic dual has no word for two.
                    if factor == 2, language.code == "ar" { return true }
                }
            }
            let (next, overflow) = unit.multipliedReportingOverflow(by: 10)
            guard !overflow else { break }
            (unit, power) = (next, power + 1)
        }
        return false
    }

    /// The letters of a text alone; the dot that lower case leaves of İ is none.
    private static func letters(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isAlphabetic)))
    }

    /// Shorter numbers may stand in other words by chance.
    private static let shortestCompound = 6
    private static let hundred: Set<String> = ["сто", "ста", "sto", "sta", "stu"]

    private func isSaid(_ value: Int, words: Set<String>, text: String) -> Bool {
        let forms = SpelledForms.shared.forms(value, language: language)
        if language.isDense {
            return forms.contains { form in
                let joined = form.joined()
                return text.holdsBytes(of: joined) && text.contains(joined)
            }
        }
        // İki yüz bin, duecentomila: what CLDR sets as one word or as several, the writer may set the other way.
        var squeezed: String?
        return forms.contains { form in
            let joined = form.joined()
            if joined.count >= SpelledNumbers.shortestCompound {
                let whole = squeezed ?? SpelledNumbers.letters(text)
                squeezed = whole
                let wanted = String(joined.dropLast(joined.count > 8 ? 1 : 0))
                if whole.holdsBytes(of: wanted), whole.contains(wanted) { return true }
            }
            return form.allSatisfy { part in
                // Slavic hundreds: сто, ста; sto, sta, stu.
                if part == "сто" || part == "sto" { return !words.isDisjoint(with: SpelledNumbers.hundred) }
                let stem = String(part.prefix(max(3, part.count - 2)))
                // Long stems also begin compounds: třináctiletého is “of thirteen years”.
                return words.contains {
                    $0[...].startsWithBytes(of: stem) && $0.hasPrefix(stem)
                        && ($0.count <= part.count + 4 || stem.count > 4 || part.count > 3 && $0.hasPrefix(part))
                }
            }
        }
    }
}

/// The spelled-out forms that were asked for, by language and value: each costs some tenths of a millisecond.
private final class SpelledForms: Sendable {
    static let shared = SpelledForms()
    /// More forms than this are forgotten again, so that memory stays bounded.
    private static let limit = 20_000

    /// By language and value, what stands for a number before the rest of a word: czterdziesto-dwu-letni.
    private static let linking: [String: [Int: [String]]] = {
        var linking: [String: [Int: [String]]] = [:]
        for row in ResourceTable.rows(PackageResources.number_words_tsv, columns: 3) where row[2].hasSuffix("-") {
            guard let value = Int(row[2].dropLast()) else { continue }
            linking[row[0], default: [:]][value, default: []] += row[1].split(separator: " ").map(String.init)
        }
        return linking
    }()

    private struct Key: Hashable {
        let language: Language
        let value: Int
    }

    private let known = Mutex<[Key: [[String]]]>([:])

    func forms(_ value: Int, language: Language) -> [[String]] {
        let key = Key(language: language, value: value)
        if let forms = known.withLock({ $0[key] }) { return forms }
        func said(_ value: Int) -> [[String]] {
            LocaleData.spelledOut(value, language: language.tag).flatMap(SpellingVariants.of).map { form in
                form.lowercased().split { $0 == " " || $0 == "-" || $0 == "\u{AD}" || $0 == "\u{A0}" }
                    .map(String.init)
            }.filter { !$0.isEmpty && !$0.joined().contains(where: \.isDigit) }
        }
        var forms = said(value)
        if language.code == "cs", (21..<100).contains(value), value % 10 != 0 {
            // Jednatřicet, dvaatřicet: one and thirty in one word.
            let (ones, tens) = (said(value % 10).flatMap(\.self), said(value / 10 * 10).flatMap(\.self))
            forms += ones.flatMap { one in tens.map { [one + (one == "jedna" ? "" : "a") + $0] } }
        }
        if (21..<100).contains(value), value % 10 != 0, let linking = SpelledForms.linking[language.code] {
            let (tens, ones) = (linking[value / 10 * 10] ?? [], linking[value % 10] ?? [])
            forms += tens.flatMap { ten in ones.map { [ten + $0] } }
        }
        known.withLock { known in
            if known.count >= SpelledForms.limit { known.removeAll(keepingCapacity: true) }
            known[key] = forms
        }
        return forms
    }
}
