internal import Bitext

/// How a language bends names, by `Resources/name-forms.tsv`.
struct NameForms: Sendable {
    private let code: String
    /// Whether names stay as they are.
    let isUninflected: Bool
    /// What may follow a short name.
    let after: Set<String>
    /// What shows that a numeral of one character before it counts something.
    let counters: Set<Character>
    /// Numbers in words that ICU's rules lack.
    let numbers: [(word: String, value: Int)]
    /// Language tags of regions whose names of months are used too, such as those of Lebanon in Arabic.
    let regions: [String]
    /// Forms of months that CLDR lacks.
    let months: [(word: String, value: Int)]
    /// Forms of weekdays that CLDR lacks.
    let weekdays: [(word: String, value: Int)]
    /// Places in an order that ICU's rules lack, in all their forms.
    let ordinals: [(word: String, value: Int)]
    /// Names, in small letters, that are words too, or begin like some: a capital says nothing where a text starts.
    let ambiguous: Set<String>
    /// Names that in small letters are words: turkey.
    private let words: Set<String>
    /// Two words, with _ between, of which the second is no number: a second.
    private let others: Set<String>
    /// Two words, with _ between, of which neither is a number: ba năm is three years, năm nay this year.
    private let apart: Set<String>
    /// Words that begin like a name and are none; in languages without spaces, or like a number.
    let plain: [String]

    /// Words with a capital beside names and years, that are none: Mr, BC.
    let titles: Set<String>

    /// Names of months that are words too, and count beside a number only, or alone behind one of these words.
    let dated: Set<String>
    let dating: Set<String>
    /// Words that look like a form of a month's or a weekday's name, and beginnings of such words.
    private let undated: Set<String>
    private let undatedBeginnings: [String]
    /// Names of weekdays that are what is counted behind these words: trei luni are three months.
    private let counted: Set<String>
    private let counting: Set<String>
    /// What is written together with the word that follows, the shortest first.
    private let before: [String]

    private static let rows = Dictionary(
        grouping: ResourceTable.rows(PackageResources.name_forms_tsv, columns: 3), by: { $0[0] })

    /// Whether a word begins as one that is no name, alone or with what is written together with it.
    func isPlain(_ word: String, in token: String) -> Bool {
        plain.contains { word.hasPrefix($0) || token.hasPrefix($0) }
    }

    init(_ language: Language) {
        code = language.code
        let rows = NameForms.rows[language.code] ?? []
        func forms(_ trait: String) -> [String] {
            rows.filter { $0[1] == trait }.flatMap { $0[2].split(separator: " ").map(String.init) }
        }
        isUninflected = !forms("uninflected").isEmpty
        regions = forms("region")
        after = Set(forms("after"))
        words = Set(forms("word"))
        counters = Set(forms("counter").compactMap(\.first))
        func values(_ trait: String) -> [(word: String, value: Int)] {
            forms(trait).compactMap { form in
                let parts = form.split(separator: "=")
                guard parts.count == 2, let value = Int(parts[1]) else { return nil }
                return (String(parts[0]), value)
            }
        }
        numbers = values("number")
        months = values("month")
        weekdays = values("weekday")
        // Druh- stands for druhý, druhá, druhého …
        let endings = forms("ending")
        ordinals = values("ordinal").flatMap { stem, value in
            stem.hasSuffix("-") ? endings.map { (stem.dropLast() + $0, value) } : [(stem, value)]
        }
        ambiguous = Set(forms("ambiguous"))
        others = Set(forms("other"))
        apart = Set(forms("apart"))
        plain = forms("plain")
        titles = Set(forms("title"))
        dated = Set(forms("dated"))
        dating = Set(forms("dating"))
        undated = Set(forms("undated").filter { !$0.hasSuffix("*") })
        undatedBeginnings = forms("undated").filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
        counted = Set(forms("counted"))
        counting = Set(forms("counting"))
        before = forms("before").sorted { ($0.count, $0) < ($1.count, $1) }
    }

    /// Whether names that end in a consonant keep it in all their forms.
    private var keepsConsonants: Bool { NameForms.addingLanguages.contains(code) }
    private static let addingLanguages: Set = [
        "ru", "uk", "be", "bg", "mk", "sr", "hr", "bs", "sl", "pl", "cs", "sk", "hu",
    ]
    /// The vowels that names lose before their last consonant: Египет, Египта; Egipat, Egipta.
    private var lostVowels: Set<Character> {
        ["sr", "hr", "bs"].contains(code) ? ["a", "а"] : ["e", "ě", "е", "ё", "о"]
    }

    /// Whether a name that ends in a vowel has one form: Чили, Джерсі, Марокко.
    private func keepsVowel(_ word: String) -> Bool {
        guard let last = word.last else { return false }
        switch code {
        case "ru": return "иеоэюё".contains(last)
        case "uk": return "іеоює".contains(last)
        // Марока; Макаа.
        case "be": return "іеоэюё".contains(last) || word.hasSuffix("аа")
        default: return false
        }
    }

    /// Whether a token begins with the whole of a name that no form of it shortens; `nil` where some form may.
    ///
    /// Turkish adds to names, Hungarian lengthens their last vowel (Kenya, Kenyában; kenyér is bread), and Finnish changes the
    /// consonant before it where that is k, p or t (Puola, Puolassa; but Kreikka, Kreikassa).
    private func keepsWhole(_ name: String, in token: String) -> Bool? {
        guard let last = name.last else { return nil }
        switch code {
        case "tr": return token.hasPrefix(name)
        case "hu":
            guard let long = ["a": "á", "e": "é"][last] else { return token.hasPrefix(name) }
            return token.hasPrefix(name) || token.hasPrefix(name.dropLast() + long)
        case "fi":
            guard "aäouy".contains(last), let before = name.dropLast().last, !"kpt".contains(before) else { return nil }
            return token.hasPrefix(name)
        default: return nil
        }
    }

    /// Whether a name in -a keeps the consonant before it: those that become others in some form are left out.
    private static func hasLastingStem(_ word: String) -> Bool {
        guard let last = word.last, "aа".contains(last), let consonant = word.dropLast().last else { return false }
        return "bdflmnprsvwzбвдзлмнпрсф".contains(consonant)
    }

    /// What a name may end with and lose.
    private static let lostAtEnds: Set<Character> = Set("aeiouyáéíóúýěůąęőűöüńśźćťďňľаеиоуыэюяєіїйьјsj")

    /// Whether a name is a word where it has no capital.
    func isWord(_ name: String) -> Bool { words.contains(name) }

    /// Whether a word only looks like a form of a month's or a weekday's name: среди is no среда.
    func isUndated(_ word: String) -> Bool {
        undated.contains(word) || undatedBeginnings.contains(where: word.hasPrefix)
    }

    /// Whether a word behind another is counted by it, and names no weekday.
    /// - Parameter before: asked for only where the word may be counted.
    func isCounted(_ word: String, behind before: @autoclosure () -> Substring) -> Bool {
        guard counted.contains(word), case let before = before() else { return false }
        return before.last?.isNumber == true || counting.contains(before.lowercased())
    }

    /// Whether a word is no number behind another.
    func isOther(_ before: String, before word: Substring) -> Bool {
        !others.isEmpty && others.contains(before + "_" + word.lowercased())
    }

    /// Whether two words stand beside each other without the second, or the first, being a number.
    func isApart(_ first: String, _ second: String) -> Bool { !apart.isEmpty && apart.contains(first + "_" + second) }

    /// Whether words may be written together with the one that follows.
    var hasPrefixes: Bool { !before.isEmpty }

    /// A word, and what is left of it without what may be written together with it.
    func starts(of word: String) -> [String] {
        guard hasPrefixes else { return [word] }
        return [word]
            + before.filter { word.hasPrefix($0) && word.count > $0.count + 2 }.map { String(word.dropFirst($0.count)) }
    }

    /// Whether a token of one length may be a form of a word of another: most names are ruled out by it.
    func mayFit(_ token: Int, _ word: Int) -> Bool {
        (word - 2...word + 3).contains(token) || word <= 2 && !after.isEmpty
    }

    /// Whether a token is a word or, in a language that inflects names, a form of it: the same but for its last two
    /// letters, three more at most.
    /// - Parameter lengths: the numbers of their characters.
    func isForm(
        _ token: String, of word: String, lengths: (token: Int, word: Int), kind: NamedFact.Kind
    ) -> Bool {
        if token == word { return true }
        let length = lengths.word
        if !after.isEmpty, length <= 2 {
            return token.hasPrefix(word) && after.contains(String(token.dropFirst(length)))
        }
        guard !kind.isNumber, !isUninflected, (length - 1...length + 3).contains(lengths.token) else {
            return false
        }
        let isShortMonth = length == 4 && (kind == .month || kind == .weekday)
        // Names in -u, such as Палау, lose no letter when they are inflected: Палати is another word.
        let losesNone = word.hasSuffix("u") || word.hasSuffix("у") || length < 5 || keepsVowel(word)
        // Čína, Číny; Куба, Кубы.
        if length == 4, kind.isPlace, let last = word.last, "aа".contains(last), lengths.token <= 5 {
            return token.hasPrefix(word.dropLast())
        }
        // Судан, Судана; but Суда is the court's. A vowel may be lost: Египет, Египта.
        if kind.isPlace, keepsConsonants, let last = word.last, !NameForms.lostAtEnds.contains(last),
            code != "pl" || !"td".contains(last)  // Egipt, w Egipcie.
        {
            guard !token.hasPrefix(word) else { return true }
            let vowel = word.dropLast().last
            return vowel.map(lostVowels.contains) ?? false && token.hasPrefix(word.dropLast(2) + String(last))
        }
        if kind.isPlace, let keeps = keepsWhole(word, in: token) { return keeps }
        // Τζέρσεϊ has one form, and Τζέρεμι is no form of it.
        if code == "el", kind.isPlace, let last = word.last, "ιϊίοόεέ".contains(last) { return false }
        // Nouns have capitals as names do: Monate are no Monaco, Schweine no Schweiz.
        if code == "de" || code == "lb" {
            // Ukrainer, Türken; but a Mal is no Mali.
            let losesVowel = length >= 5 && word.last.map("aei".contains) ?? false
            return token.hasPrefix(losesVowel ? word.dropLast() : word[...])
        }
        // W Kanadzie; but Kanał is a channel. Of Ameryka, w Ameryce, the consonant becomes another.
        let keepsStem = keepsConsonants && kind.isPlace && NameForms.hasLastingStem(word)
        let kept =
            isShortMonth ? 3 : losesNone ? length : length < 6 ? 4 : keepsStem ? length - 1 : length - 2
        return kept >= 3 && lengths.token >= kept && token.hasPrefix(word.prefix(kept))
    }
}
