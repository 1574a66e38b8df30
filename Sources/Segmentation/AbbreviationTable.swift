import Bitext

/// What `Resources/abbreviations.tsv` says for a language.
struct AbbreviationTable: Sendable {
    /// How an abbreviation behaves before a full stop.
    enum Kind: String, Sendable {
        case name, number, inside, unit
    }

    private let kinds: [String: Kind]
    /// The largest number of words in one entry.
    let mostWords: Int

    /// The entries for a language, those for all languages included.
    init(language: Language) {
        var kinds: [String: Kind] = [:]
        for line in String(decoding: PackageResources.abbreviations_tsv, as: UTF8.self).split(separator: "\n") {
            let columns = line.split(separator: "\t")
            guard columns.count == 3, !line.hasPrefix("#"), let kind = Kind(rawValue: String(columns[0])) else {
                continue
            }
            if columns[1] == "*" || columns[1].split(separator: ",").contains(Substring(language.code)) {
                kinds[String(columns[2])] = kind
            }
        }
        self.kinds = kinds
        mostWords = kinds.keys.map { $0.count { $0 == " " } + 1 }.max() ?? 1
    }

    /// What is known of a word or words before a full stop, in lower case.
    func kind(_ word: String) -> Kind? { kinds[word] }
}
