internal import Bitext
internal import ICU

/// The words and parts of words that say numbers in a language: learnt from the forms that ICU's rules (RBNF) make of some
/// two hundred numbers, and from `Resources/number-words.tsv`.
struct SpelledVocabulary: Sendable {
    /// What a word does in a number.
    enum Item: Hashable, Sendable {
        /// It is worth so many tenths.
        case value(Int)
        /// It multiplies what stands before it.
        case multiplier(Int)
        /// It only joins: and, и, und.
        case joiner
        /// It is no number, though it looks like one.
        case none
    }

    /// Single words, or characters in scripts without spaces.
    private(set) var items: [String: Item] = [:]
    /// Words in a row whose worth is not the sum of theirs, such as quatre-vingts, by the first of them.
    private(set) var sequences: [String: [(words: [String], item: Item)]] = [:]
    /// What looks like a number and is another word.
    private(set) var excluded: Set<String> = []
    /// Letters that are written together with the word behind them, such as Arabic's and Hebrew's “and”.
    private(set) var joinedPrefixes: Set<Character> = []
    /// What single words and compounds start with.
    private var heads: WordHeads
    /// The words for a half.
    private(set) var halves: [String] = []
    /// The largest number of characters in a single word.
    private(set) var longest = 0
    /// Whether numbers are found character by character.
    let isDense: Bool
    /// Whether numbers are written in one word: dreiundzwanzig.
    private(set) var hasCompounds = false
    private let scaleWords: ScaleWords
    private let forms: NameForms

    /// The words of a language, learnt once: it takes some milliseconds.
    static func shared(_ language: Language) -> SpelledVocabulary { known[language] }

    private static let known = PerLanguage { SpelledVocabulary(language: $0) }

    /// The numbers whose forms teach the words, the simpler ones first.
    private static let samples: [Int] = {
        let factors = [1, 2, 3, 5, 10, 11, 12, 21, 22, 25, 100, 200]
        let scaled = (3...12).flatMap { power in
            factors.map { factor in (0..<power).reduce(factor) { value, _ in value * 10 } }
        }
        let tens = (1...9).map { $0 * 10 }
        let hundreds = (1...9).flatMap { [$0 * 100, $0 * 100 + 5] }
        let mixed = [
            101, 102, 111, 120, 123, 180, 188, 881, 884, 1001, 1005, 1010, 1023, 1100, 1234, 2005, 2021, 1_000_001,
            2_300_045,
        ]
        return Array(0...9) + tens + Array(11...99) + hundreds + scaled + mixed
    }()

    private init(language: Language) {
        isDense = language.isUnspaced
        let isSyllabic = language.code == "ko"
        heads = WordHeads(length: isSyllabic ? 1 : 3)
        scaleWords = ScaleWords.shared(language)
        forms = NameForms(language)
        let forms = LocaleData.spelledOutCardinals(SpelledVocabulary.samples, language: language.tag)
        hasCompounds = isSyllabic || forms.values.contains { $0.contains { $0.unicodeScalars.contains("\u{AD}") } }
        // What the first pass could not tell for an unknown word beside it, the second can.
        let lessons = SpelledVocabulary.samples.flatMap { value in
            (forms[value] ?? []).flatMap(SpellingVariants.of).map {
                (words: words(in: $0, code: language.code), value: value)
            }
        }
        for _ in 0..<2 {
            for lesson in lessons { learn(lesson.words, lesson.value) }
        }
        for (word, item) in items {
            // Ettusen: what looked like a scale word before its parts were known.
            if case .multiplier(let scale) = item, isCompound(word, scale) { items[word] = nil }
        }
        readTable(language.code)
        for word in items.keys.map({ $0 }) + sequences.keys + scaleWords.all.filter({ $0.count >= 5 }) {
            heads.insert(word)
        }
        halves = items.filter { $0.value == .value(5) }.keys.sorted()
        longest = items.keys.map(\.count).max() ?? 0
        for first in sequences.keys { sequences[first]?.sort { $0.words.count > $1.words.count } }
    }

    /// Numbers' words as they are looked up: in lower case, ё as е, one sign for the apostrophe.
    static func folded(_ word: String) -> String {
        var word = word.lowercased()
        guard !word.utf8.allSatisfy({ $0 < 0x80 }) || word.utf8.contains(0x27) else { return word }
        // İ leaves a dot behind.
        word.unicodeScalars.removeAll { $0 == "\u{AD}" || $0 == "\u{200B}" || $0 == "\u{307}" }
        return String(
            String.UnicodeScalarView(
                word.unicodeScalars.map { scalar in
                    switch scalar {
                    case "ё": "е"
                    case "’", "'": "ʼ"
                    default: scalar
                    }
                }))
    }

    /// The syllables of numbers that Korean took from Chinese, which are set without spaces.
    private static let sinoKorean = Set("일이삼사오육칠팔구십백천만억조경영공")

    /// The words of a form that ICU's rules made.
    private func words(in form: String, code: String) -> [String] {
        let parts = form.split {
            $0 == " " || $0 == "-" || $0 == "\u{AD}" || $0 == "\u{200B}" || $0 == "\u{A0}" || $0 == "," || $0 == "‑"
        }.map { SpelledVocabulary.folded(String($0)) }
        guard parts.allSatisfy({ !$0.contains(where: { $0.isASCII && $0.isNumber }) }) else { return [] }
        if code == "zh" || code == "ja" || code == "yue" { return parts.flatMap { $0.map(String.init) } }
        guard code == "ko" else { return parts }
        return parts.flatMap { $0.allSatisfy(SpelledVocabulary.sinoKorean.contains) ? $0.map(String.init) : [$0] }
    }

    /// Learns from one form of a number what its one unknown word means.
    private mutating func learn(_ form: [String], _ value: Int) {
        let unknown = form.indices.filter { items[form[$0]] == nil }
        guard let index = unknown.first else {
            if !form.isEmpty { learnOrder(form, value) }
            return
        }
        let word = form[index]
        guard unknown.count == 1 else { return }
        guard form.count > 1 else {
            guard !isCompound(word, value) else { return }
            items[word] =
                SpelledVocabulary.power(value).map { $0 >= 2 } ?? false ? .multiplier(value) : .value(value * 10)
            return
        }
        if let first = word.first, word.count > 2, let rest = items[String(word.dropFirst())], index > 0 {
            let items = form.indices.flatMap { $0 == index ? [.joiner, rest] : [self.items[form[$0]] ?? .none] }
            if SpelledComposer.whole(items) == value * 10 {
                joinedPrefixes.insert(first)
                return
            }
        }
        let before = worth(form[..<index])
        let after = worth(form[(index + 1)...])
        guard let before, let after else { return }
        let rest = value - after
        guard rest > 0, !isCompound(word, rest) else { return }
        if index == 0, after >= 10, value % after == 0, value / after < (after >= 1000 ? 1000 : 10) {
            if !isCompound(word, value / after) { items[word] = .value(value / after * 10) }
        } else if index == 0 {
            items[word] = SpelledVocabulary.power(rest).map { $0 >= 2 } ?? false ? .multiplier(rest) : .value(rest * 10)
        } else if before > 0, rest % before == 0, after < rest / before,
            SpelledVocabulary.power(rest / before).map({ $0 >= 1 }) ?? false
        {
            items[word] = .multiplier(rest / before)
        } else if index == form.count - 1, before % 10 == 0, (1...9).contains(value - before) {
            items[word] = .value((value - before) * 10)
        } else if index == form.count - 1, value - before == 10 {
            // سبعة عشر: ten has another form behind the ones.
            items[word] = .value(100)
            learn(form, .value(value * 10))
        } else if index < form.count - 1, before + after == value, word.count <= 3 {
            items[word] = .joiner
        } else if let digit = (1...9).first(where: { worth(form, with: $0, for: word) == value }) {
            items[word] = .value(digit * 10)
        } else if value < 100 {
            learn(form, .value(value * 10))
        }
    }

    /// Whether known parts make a word of that worth: honderdeen is honderd and een.
    private mutating func isCompound(_ word: String, _ value: Int) -> Bool {
        guard value > 100, let parts = compound(Array(word), isOpen: false, isWhole: false) else {
            return false
        }
        let isWhole = SpelledComposer.whole(parts.map(\.item)) == value * 10
        hasCompounds = hasCompounds || isWhole
        return isWhole
    }

    /// The worth of a form where one word is worth so much.
    private func worth(_ form: [String], with digit: Int, for word: String) -> Int? {
        SpelledComposer.whole(form.map { $0 == word ? .value(digit * 10) : items[$0] ?? .none }).map { $0 / 10 }
    }

    /// Learns from known words whose worth is not what they come to: five tens (五十), quatre-vingts, dua belas.
    private mutating func learnOrder(_ form: [String], _ value: Int) {
        guard form.count > 1, SpelledComposer.whole(form.map { items[$0] ?? .none }) != value * 10 else { return }
        if form.count == 2, case .value(let ten)? = items[form[1]], let power = SpelledVocabulary.power(ten / 10),
            power >= 1, case .value(let one)? = items[form[0]], one * ten == value * 100
        {
            items[form[1]] = .multiplier(ten / 10)
        } else if value < 100 {
            learn(form, .value(value * 10))
        }
    }

    /// The worth of known words; 0 for none, `nil` where they make no number.
    private func worth(_ words: ArraySlice<String>) -> Int? {
        let words = words.drop { items[$0] == .joiner }
        guard !words.isEmpty else { return 0 }
        return SpelledComposer.whole(words.map { items[$0] ?? .none }).map { $0 / 10 }
    }

    private mutating func learn(_ words: [String], _ item: Item) {
        guard let first = words.first, words.count > 1 else { return }
        if sequences[first]?.contains(where: { $0.words == words }) != true {
            sequences[first, default: []].append((words, item))
        }
    }

    /// The power of ten that a value is; `nil` for other values.
    private static func power(_ value: Int) -> Int? {
        guard value > 0 else { return nil }
        var (rest, power) = (value, 0)
        while rest % 10 == 0 { (rest, power) = (rest / 10, power + 1) }
        return rest == 1 ? power : nil
    }

    /// What a word is: what was learnt, or one of CLDR's scale words, inflected.
    func item(_ folded: String) -> Item? {
        if let item = items[folded] { return item }
        guard !isDense, folded.count >= 5, let power = scaleWords.power(of: folded), power >= 3, power <= 15 else {
            return nil
        }
        return .multiplier((0..<power).reduce(1) { value, _ in value * 10 })
    }

    /// Whether a word may be a number or begin with one, by its first letters.
    func mayStart(_ word: Substring) -> Bool {
        if heads.mayStart(word) || !joinedPrefixes.isEmpty && word.first.map(joinedPrefixes.contains) ?? false {
            return true
        }
        return starts(behindPrefixesOf: String(word)).contains { heads.mayStart($0[...]) }
    }

    /// What a word may be behind what is written together with it: שארבעה עשר, that fourteen.
    func starts(behindPrefixesOf word: String) -> ArraySlice<String> {
        forms.hasPrefixes ? forms.starts(of: word).dropFirst() : []
    }

    private mutating func readTable(_ code: String) {
        for row in ResourceTable.rows(PackageResources.number_words_tsv, columns: 3) where row[0] == code {
            let item: Item? =
                switch row[2] {
                case "-": Item.none
                case "0+": .joiner
                case let text where text.hasPrefix("x"): Int(text.dropFirst()).map { .multiplier($0) }
                case let text: Double(text).map { .value(Int(($0 * 10).rounded())) }
                }
            guard let item else { continue }
            if item == .none { excluded.insert(row[1]) }
            let words = row[1].split(separator: " ").map { SpelledVocabulary.folded(String($0)) }
            if words.count > 1 {
                learn(words, item)
            } else if let word = words.first, item != .none {
                items[word] = item
            }
        }
    }

    /// The parts of a compound, each known, the longest tried first, with their lengths in UTF-8 bytes; `nil` for other words.
    /// - Parameter isOpen: whether something else may follow the last part.
    /// - Parameter isWhole: whether the whole word counts as a part.
    func compound(_ word: [Character], isOpen: Bool, isWhole: Bool = true) -> [(item: Item, length: Int)]? {
        guard word.count <= 80 else { return nil }
        let longest = self.longest > 0 ? self.longest : word.count
        // Places that nothing was found behind.
        var dead = [Bool](repeating: false, count: word.count)
        func parts(from start: Int) -> [(item: Item, length: Int)]? {
            guard start < word.count else { return [] }
            guard !dead[start] else { return nil }
            for length in stride(from: min(longest, word.count - start), through: 1, by: -1) {
                if length == word.count, !isWhole { continue }
                let part = String(word[start..<start + length])
                // One letter inside a word is chance, where words are spelled in letters.
                guard let item = items[part], item != .none, length > 1 || part.utf8.count >= 3,
                    let rest = parts(from: start + length)
                else { continue }
                return [(item, part.utf8.count)] + rest
            }
            dead[start] = !isOpen
            return isOpen ? [] : nil
        }
        return parts(from: 0)
    }
}
