internal import Bitext

/// An entry of a list of references, which translations leave as it is: Heiberg, J. L. (Ed.): Syntaxis Mathematica, Leipzig, 1898.
enum BibliographicEntry {
    /// What stands beside volumes, pages and numbers of books, in lower case.
    private static let signs: Set = [
        "isbn", "issn", "doi", "p", "pp", "pg", "pgs", "ed", "eds", "vol", "hrsg", "éd", "bd", "st", "s", "press",
        "verlag",
    ]
    /// Fewer of its words have a capital in prose than in names and titles.
    private static let leastCapitals = 0.4

    /// So many commas part authors, title, publisher and place.
    private static let leastCommas = 3

    /// Whether a text is one: a year, and either a sign, an initial or several commas, among words of which many have capitals.
    static func matches(_ text: String) -> Bool {
        let words = text.textWords(also: { ("0"..."9").contains($0) })
        guard words.count >= 4, words.contains(where: { isYear($0.text) }) else { return false }
        let plain = words.filter { $0.text.first?.isLetter == true }
        let capitals = plain.count { $0.text.first?.isUppercase == true }
        guard Double(capitals) >= leastCapitals * Double(plain.count) else { return false }
        return text.count { $0 == "," } >= leastCommas
            || words.contains { word in
                let isInitial = word.text.count == 1 && word.text.first?.isUppercase == true
                return isInitial && text[word.text.endIndex...].first == "." || signs.contains(word.text.lowercased())
            }
    }

    private static func isYear(_ word: Substring) -> Bool {
        word.utf8.count == 4 && Int(word).map { (1400...2100).contains($0) } ?? false
    }
}
