public import Bitext
internal import ICU
import Synchronization

/// How the names of regions begin in a language, by which the words for their people and language are told: Germans, German.
/// CLDR does not have those words.
public struct RegionHints: Sendable {
    private let beginnings: [String: Set<String>]

    /// Shorter beginnings are those of other words, too.
    private static let length = 4

    private static let known = Mutex<[String: RegionHints]>([:])

    /// The beginnings of a language, asked of ICU once.
    public static func shared(_ language: Language) -> RegionHints {
        if let hints = known.withLock({ $0[language.tag] }) { return hints }
        let hints = RegionHints(language)
        known.withLock { $0[language.tag] = hints }
        return hints
    }

    private init(_ language: Language) {
        var beginnings: [String: Set<String>] = [:]
        for (code, name) in NameData.regions(language.tag) where !name.contains(" ") && name.count > RegionHints.length
        {
            beginnings[code, default: []].insert(RegionHints.beginning(name[...]))
        }
        self.beginnings = beginnings
    }

    /// Whether a word with a region's beginning may be of it, by its ISO 3166 code.
    public func mayName(_ region: String, _ word: Substring) -> Bool {
        guard let beginnings = beginnings[region], word.count > RegionHints.length else { return false }
        return beginnings.contains(RegionHints.beginning(word))
    }

    private static func beginning(_ word: Substring) -> String { String(word.lowercased().prefix(length)) }
}
