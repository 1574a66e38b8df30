internal import Bitext

/// Names that each language has in a form of its own, by `Resources/traditional-names.tsv`: James, Jakobus, Santiago, Иаков.
public enum TraditionalNames {
    /// The forms of each name.
    private static let lines = ResourceTable.rows(PackageResources.traditional_names_tsv, columns: 1).map { row in
        row[0].split(separator: " ").map(String.init)
    }
    /// By its beginning, a form with the number of its line.
    private static let known: [Substring: [(form: String, line: Int)]] = {
        var known: [Substring: [(form: String, line: Int)]] = [:]
        for (line, forms) in lines.enumerated() {
            for form in Set(forms) { known[form.prefix(head), default: []].append((form, line)) }
        }
        return known
    }()

    /// How many characters are looked up.
    private static let head = 2
    /// How many letters an ending has at most: Вильгельмами; in Latin letters Štěpánem, but Johnson is no John.
    private static let (ending, latinEnding) = (3, 2)

    /// What a name may be in other languages, in small letters and without endings; empty for most names.
    public static func forms(of name: String) -> [String] {
        let word = name.lowercased()
        let found = Set((known[word.prefix(head)] ?? []).filter { isForm(word[...], of: $0.form) }.map(\.line))
        return found.sorted().flatMap { lines[$0] }
    }

    /// Whether a word in small letters is a form, with an ending or without. Short forms have none: Jan is not January.
    public static func isForm(_ word: Substring, of form: String) -> Bool {
        guard word.hasPrefix(form) else { return false }
        if word.utf8.count == form.utf8.count { return true }
        let isLatin = form.utf8.first.map { $0 < 0xCD } ?? true
        return form.count > ending && word.count - form.count <= (isLatin ? latinEnding : ending)
    }
}
