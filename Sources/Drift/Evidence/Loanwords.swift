internal import Bitext
import Synchronization

/// Words that a language has taken over from another as they are: an Italian weekend is no word left untranslated.
///
/// They stand in `Resources/loanwords.tsv`.
struct Loanwords: Sendable {
    private let words: Set<String>

    private static let known = Mutex<[String: Loanwords]>([:])

    /// The words that a language has from another, read once for each pair.
    static func of(_ source: Language, in target: Language) -> Loanwords {
        let pair = source.code + ">" + target.code
        if let words = known.withLock({ $0[pair] }) { return words }
        let words = Loanwords(source, target)
        known.withLock { $0[pair] = words }
        return words
    }

    private init(_ source: Language, _ target: Language) {
        let rows = ResourceTable.rows(PackageResources.loanwords_tsv, columns: 3).filter { row in
            [source.code, "*"].contains(row[0])
                && (row[1] == "*" || row[1].split(separator: ",").contains(target.code[...]))
        }
        words = Set(rows.flatMap { $0[2].split(separator: " ").map(String.init) })
    }

    /// Whether a word is one of them.
    func contains(_ word: Substring) -> Bool { words.contains(word.lowercased()) }
}
