internal import Bitext

/// The words of a language that say how large a number is: `Resources/magnitude-words.tsv`.
struct MagnitudeWords: Sendable {
    /// What a word adds to a group.
    struct Entry: Sendable {
        /// The powers of ten that it may stand for.
        let powers: ClosedRange<Int>
        let form: Magnitude.Form
        /// Whether it says nothing unless another follows: Turkish yüz is a face, too.
        let isPart: Bool
    }

    /// By word, in lower case.
    private(set) var entries: [String: Entry] = [:]
    private(set) var heads = WordHeads(length: 3)
    /// Words that make a word of the form `one` a number: a hundred.
    private(set) var articles: Set<String> = []
    /// Words that stand between those of a group: tens of thousands.
    private(set) var links: Set<String> = []
    /// Signs before the units, where words are written together: 数千.
    private(set) var prefixes: [Character: Magnitude.Form] = [:]
    /// The units there, with their powers of ten.
    private(set) var units: [Character: Int] = [:]

    private static let known = PerLanguage { MagnitudeWords($0.tableCode) }

    /// The words of a language, read once.
    static func shared(_ language: Language) -> MagnitudeWords { known[language] }

    private init(_ code: String) {
        for row in ResourceTable.rows(PackageResources.magnitude_words_tsv, columns: 4) where row[0] == code {
            let words = row[3].split(separator: " ").map(String.init)
            switch row[2] {
            case "article": articles.formUnion(words)
            case "of": links.formUnion(words)
            case "prefix": for sign in words.compactMap(\.first) { prefixes[sign] = .many }
            case "about": for sign in words.compactMap(\.first) { prefixes[sign] = .unknown }
            case "unit":
                guard let power = Int(row[1]) else { continue }
                for sign in words.compactMap(\.first) { units[sign] = power }
            default:
                let bounds = row[1].split(separator: "-").compactMap { Int($0) }
                guard let low = bounds.first, let high = bounds.last, low <= high else { continue }
                let entry = Entry(
                    powers: low...high, form: Magnitude.Form(rawValue: row[2]) ?? .unknown, isPart: row[2] == "part")
                for word in words {
                    entries[word] = entry
                    heads.insert(word)
                }
            }
        }
    }
}
