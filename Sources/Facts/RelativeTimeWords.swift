internal import Bitext
internal import ICU

/// A language's expressions for relative times: CLDR's, and those of `Resources/relative-times.tsv`.
struct RelativeTimeWords: Sendable {
    /// A word of an expression.
    struct Word: Hashable, Sendable {
        /// In lower case.
        let text: String
        /// Whether it may go on.
        var isOpen = false
    }

    /// An expression.
    struct Expression: Sendable {
        /// Its words; in scripts without spaces, and in Korean, all of it as one.
        let words: [Word]
        /// Whether it counts only with a capital.
        let isCapital: Bool
        /// What it may mean; nothing for words that only look like it.
        var readings: Set<RelativeTime>
        /// Whether it means nothing else.
        var isSure: Bool

        /// What goes before: long expressions, those with a capital, and whole words.
        fileprivate var rank: (letters: Int, capital: Int, text: String) {
            (
                -words.reduce(0) { $0 + 2 * $1.text.unicodeScalars.count - ($1.isOpen ? 1 : 0) }, isCapital ? 0 : 1,
                words.map(\.text).joined(separator: " ")
            )
        }
    }

    /// The expressions by their first letter, the longest first.
    private(set) var byFirst: [Unicode.Scalar: [Expression]] = [:]
    private(set) var heads = WordHeads(length: 3)

    private static let known = PerLanguage { RelativeTimeWords($0) }

    /// The expressions of a language, asked of ICU once.
    static func shared(_ language: Language) -> RelativeTimeWords { known[language] }

    private init(_ language: Language) {
        var expressions: [Key: Expression] = [:]
        for (unit, offset, name) in RelativeTimeNames.of(language.tag) {
            guard let unit = RelativeTime.Unit(rawValue: unit) else { continue }
            let key = Key(words: RelativeTimeWords.words(name, language).map { Word(text: $0) })
            expressions[key, default: key.expression()].readings.insert(RelativeTime(unit: unit, offset: offset))
        }
        var listed: [Key: Expression] = [:]
        for row in ResourceTable.rows(PackageResources.relative_times_tsv, columns: 4)
        where row[0] == language.tableCode {
            let time = RelativeTime.Unit(rawValue: row[1]).flatMap { unit in
                Int(row[2]).map { RelativeTime(unit: unit, offset: $0) }
            }
            for form in row[3].split(separator: " ") {
                let bare = form.drop { $0 == "~" }
                let key = Key(
                    words: RelativeTimeWords.pattern(bare, language), isCapital: bare.first?.isUppercase == true)
                var expression = listed[key] ?? key.expression()
                if let time { expression.readings.insert(time) }
                if form.first == "~" { expression.isSure = false }
                listed[key] = expression
            }
        }
        // The table knows better than CLDR.
        expressions.merge(listed) { $1 }
        for expression in expressions.values {
            guard let word = expression.words.first?.text, let first = word.unicodeScalars.first else { continue }
            byFirst[first, default: []].append(expression)
            heads.insert(word)
        }
        for first in byFirst.keys { byFirst[first]?.sort { $0.rank < $1.rank } }
    }

    /// What expressions are told apart by.
    private struct Key: Hashable {
        let words: [Word]
        var isCapital = false

        func expression() -> Expression {
            Expression(words: words, isCapital: isCapital, readings: [], isSure: true)
        }
    }

    /// The words of an expression of the table.
    private static func pattern(_ form: Substring, _ language: Language) -> [Word] {
        if language.isDense { return [Word(text: String(form.replacing("_", with: " ")))] }
        return form.lowercased().split(separator: "_").map { word in
            Word(text: String(word.filter { $0 != "*" }), isOpen: word.last == "*")
        }
    }

    /// The words of a name.
    private static func words(_ text: String, _ language: Language) -> [String] {
        let lower = text.lowercased()
        return language.isDense ? [lower] : lower.textWords().map { String($0.text) }
    }
}
