internal import Bitext

/// An entry of a list of references, which translations leave as it is: Heiberg, J. L. (Ed.): Syntaxis Mathematica, Leipzig, 1898.
enum BibliographicEntry {
    /// What stands before numbers of books and papers.
    private static let numbers: Set = ["isbn", "issn", "doi"]
    /// Abbreviations beside editors, volumes and pages.
    private static let abbreviations: Set = ["p", "pp", "pg", "ed", "eds", "hrsg", "éd", "vol", "bd"]
    /// Fewer of its words have a capital in prose than in names and titles; and where nothing but commas tells.
    private static let (leastCapitals, leastOfList) = (0.4, 0.6)
    /// So many commas part authors, title, publisher and place.
    private static let leastCommas = 3

    /// Whether a text is one: a year, and either a number, an abbreviation, an initial or several commas, among words of which
    /// many have capitals.
    static func matches(_ text: String) -> Bool {
        let words = text.textWords(also: { ("0"..."9").contains($0) })
        guard words.count >= 4, words.contains(where: { isYear($0.text) }) else { return false }
        let plain = words.filter { $0.text.first?.isLetter == true }
        let capitals = Double(plain.count { $0.text.first?.isUppercase == true }) / Double(max(1, plain.count))
        let commas = text.count { $0 == "," }
        guard capitals >= leastCapitals else { return false }
        if capitals >= leastOfList, commas >= leastCommas { return true }
        return words.contains { word in
            let (lower, behind) = (word.text.lowercased(), text[word.text.endIndex...])
            let isInitial = word.text.count == 1 && word.text.first?.isUppercase == true && behind.first == "."
            let isAbbreviated = behind.first == "." || behind.dropFirst().first?.isNumber == true
            return numbers.contains(lower) || isInitial && commas > 0 || abbreviations.contains(lower) && isAbbreviated
        }
    }

    private static func isYear(_ word: Substring) -> Bool {
        word.utf8.count == 4 && Int(word).map { (1400...2100).contains($0) } ?? false
    }
}
