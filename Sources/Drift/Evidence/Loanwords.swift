internal import Bitext

/// Words that a language has taken over from another as they are: an Italian weekend is no word left untranslated.
///
/// They stand in `Resources/loanwords.tsv`.
struct Loanwords: Sendable {
    private let words: Set<String>

    private struct Pair: Hashable {
        let source: Language
        let target: Language
    }

    private static let known = Memo<Pair, Loanwords> { Loanwords($0) }

    /// The words that a language has from another, read once for each pair.
    static func of(_ source: Language, in target: Language) -> Loanwords { known[Pair(source: source, target: target)] }

    private init(_ pair: Pair) {
        let rows = ResourceTable.rows(PackageResources.loanwords_tsv, columns: 3).filter { row in
            [pair.source.code, "*"].contains(row[0])
                && (row[1] == "*" || row[1].split(separator: ",").contains(pair.target.code[...]))
        }
        words = Set(rows.flatMap { $0[2].split(separator: " ").map(String.init) })
    }

    /// Whether a word is one of them.
    func contains(_ word: Substring) -> Bool { words.contains(word.lowercased()) }
}
