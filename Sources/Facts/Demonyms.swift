public import Bitext
internal import ICU

/// Words for the people, the language and the things of a country (demonyms: Germans, German), told by how they begin.
///
/// CLDR does not have those words, but the names of countries and of languages that they begin like; `Resources/demonyms.tsv`
/// has those that begin otherwise (British, американский). A reading is doubtful: it may excuse a difference or say what a
/// country became; two of them make a difference only where either side has no other that lacks a counterpart.
public struct Demonyms: Sendable {
    /// What names begin with, and the ISO 3166 codes, by their first letters.
    private var names: [String: [(beginning: String, region: String)]] = [:]
    /// What names of four letters begin with, without a vowel at their end, by the first three letters.
    private var shortNames: [String: [(beginning: String, region: String)]] = [:]
    /// The same by `Resources/demonyms.tsv`, by their first letter.
    private var listed: [Character: [(beginning: String, region: String)]] = [:]
    /// What a character behind the beginning of a language's name may make of it, in Chinese: 法语, 法文, 法军.
    private var dense: [Character: Set<String>] = [:]
    /// What one character stands for beside another, in Chinese: 中美关系, 访华.
    private var signs: [Character: Set<String>] = [:]
    /// What stands before such a character: to visit, towards, stationed in.
    private static let denseBeginnings: Set<Character> = ["访", "訪", "驻", "駐", "对", "對", "赴", "旅", "涉", "援", "留"]
    private static let denseEndings: Set<Character> = ["语", "語", "文", "人", "国", "國", "裔", "军", "軍", "籍", "方"]
    private var heads = WordHeads(length: 3)
    /// Whether such words have capitals wherever they stand.
    private let hasCapitals: Bool
    /// What is written together with words.
    private let forms: NameForms
    /// What the language calls itself, without its ending; `nil` where CLDR does not say.
    private let ownName: String?

    /// Shorter beginnings are those of other words, too.
    private static let length = 4

    /// Where a language is likeliest that names no country: Arabic is spoken in twenty.
    private static let manyCountries: Set<String> = ["EG"]

    /// Makes the demonyms of a language; asks ICU for its names.
    public init(_ language: Language) {
        hasCapitals = language.code == "en"
        forms = NameForms(language)
        let ownName = LocaleData.languageName(language.code, in: language.tag)
        self.ownName =
            ownName == language.code
            ? nil : String(Demonyms.folded(ownName).prefix(max(Demonyms.length, ownName.count - 3)))
        guard !language.isUnspaced else {
            for (code, name) in NameData.nationalLanguages(language.tag) where name.count == 2 {
                if let first = name.first { dense[first, default: []].insert(code) }
            }
            for row in ResourceTable.rows(PackageResources.demonyms_tsv, columns: 3) where row[0] == language.code {
                if let sign = row[1].first { signs[sign, default: []].insert(row[2]) }
            }
            return
        }
        let languages = NameData.nationalLanguages(language.tag).filter { !Demonyms.manyCountries.contains($0.code) }
        for (code, name) in NameData.regions(language.tag) + NameData.areas(language.tag) + languages
        where !name.contains(" ") && name.count >= Demonyms.length {
            heads.insert(name)
            let name = Demonyms.folded(name)
            guard name.count > Demonyms.length else {
                let stem = name.last.map("aeiouáаеиоу".contains) == true ? name.dropLast() : name[...]
                shortNames[String(name.prefix(3)), default: []].append((String(stem), code))
                continue
            }
            let entry = (String(name.prefix(max(Demonyms.length + 1, name.count - 2))), code)
            names[String(name.prefix(Demonyms.length)), default: []].append(entry)
            heads.insert(name)
        }
        for row in ResourceTable.rows(PackageResources.demonyms_tsv, columns: 3) where row[0] == language.code {
            let beginning = Demonyms.folded(row[1])
            guard let first = beginning.first else { continue }
            listed[first, default: []].append((beginning, row[2]))
            heads.insert(row[1])
            heads.insert(beginning)
        }
    }

    /// The regions that a word is of, by their ISO 3166 codes.
    public func regions(_ word: Substring) -> Set<String> {
        guard !forms.hasPrefixes, heads.mayStart(word), word.count > Demonyms.length,
            !hasCapitals || word.first?.isUppercase == true
        else {
            return []
        }
        let lower = Demonyms.folded(word)
        let listed = listed(lower).filter { lower.hasPrefix($0.beginning) }
        guard listed.isEmpty else { return Demonyms.either(Set(listed.map(\.region)).subtracting(["-"])) }
        let named = names[String(lower.prefix(Demonyms.length))] ?? []
        return Demonyms.either(Set(named.filter { lower.hasPrefix($0.beginning) }.map(\.region)))
    }

    /// Whether a word is what the language calls itself: in Ukrainian, українською.
    public func isOwnLanguage(_ word: some StringProtocol) -> Bool {
        ownName.map(Demonyms.folded(word).hasPrefix) ?? false
    }

    /// Koreans are of the one Korea or the other.
    private static func either(_ regions: Set<String>) -> Set<String> {
        regions.isDisjoint(with: ["KR", "KP"]) ? regions : regions.union(["KR", "KP"])
    }

    /// The regions that a word may be of, by no more than its first letters.
    public func possibleRegions(_ word: Substring) -> Set<String> {
        if let first = word.first, let regions = dense[first] {
            return word.dropFirst().first.map(Demonyms.denseEndings.contains) == true ? regions : []
        }
        guard forms.hasPrefixes || heads.mayStart(word), word.count > Demonyms.length else { return [] }
        var regions: Set<String> = []
        // In Arabic and Hebrew the article stands before: الأمريكي.
        for start in forms.starts(of: word.lowercased()) {
            let lower = Demonyms.folded(start)
            let listed = listed(lower).filter { lower.hasPrefix($0.beginning) }.map(\.region)
            regions.formUnion(listed)
            // What is listed as no such word is none by its first letters either.
            guard listed.isEmpty || listed.contains(where: { $0 != "-" }) else { continue }
            regions.formUnion((names[String(lower.prefix(Demonyms.length))] ?? []).map(\.region))
            let short = shortNames[String(lower.prefix(3))] ?? []
            regions.formUnion(short.filter { lower.hasPrefix($0.beginning) }.map(\.region))
        }
        return regions.subtracting(["-"])
    }

    /// What the table has of words with a word's first letter.
    private func listed(_ word: String) -> [(beginning: String, region: String)] {
        word.first.flatMap { listed[$0] } ?? []
    }

    /// The regions that a text may name by one character each, in Chinese: beside another such, or beside a word that asks
    /// for one.
    public func abbreviatedRegions(in text: String) -> Set<String> {
        guard !signs.isEmpty else { return [] }
        var regions: Set<String> = []
        for (first, second) in zip(text, text.dropFirst()) {
            if let own = signs[second], signs[first] != nil || Demonyms.denseBeginnings.contains(first) {
                regions.formUnion(own)
            }
            if let own = signs[first], signs[second] != nil || Demonyms.denseEndings.contains(second) {
                regions.formUnion(own)
            }
        }
        return regions
    }

    /// In lower case, where İ leaves a dot behind, and Arabic without hamzas.
    private static func folded(_ word: some StringProtocol) -> String {
        var lower = word.lowercased()
        lower.unicodeScalars.removeAll { $0 == "\u{307}" }
        return SpellingVariants.withoutHamzas(lower)
    }
}
