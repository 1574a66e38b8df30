public import Bitext
internal import ICU

/// The names of countries, continents, seas and large cities: CLDR's, and those of `Resources/region-names.tsv`.
public enum PlaceNames {
    private static let table = ResourceTable.rows(PackageResources.region_names_tsv, columns: 3)
    /// The codes of the table by language.
    private static let listed = Dictionary(grouping: table) { $0[0] }.mapValues { Set($0.map { $0[2] }) }
    /// Regions whose names are more often those of others.
    private static let leftOut = Set(table.filter { $0[0] == "*" && $0[1] == "-" }.map { $0[2] })
    /// The codes of cities by their time zones.
    private static let cities = Dictionary(
        ResourceTable.rows(PackageResources.cities_tsv, columns: 2).map { row in
            (row[1], row[0] + "/" + (row[1].split(separator: "/").last ?? ""))
        }, uniquingKeysWith: { first, _ in first })

    /// Whether a language has names for a value: for seas and the like, the languages of the table alone.
    public static func has(_ value: NamedFact.Value, in language: Language) -> Bool {
        guard case .region(let code) = value, code.hasPrefix("x-") else { return true }
        return listed[language.code]?.contains(code) ?? false
    }

    /// The names that a language has.
    static func of(_ language: Language) -> [(name: String, value: NamedFact.Value)] {
        let regions = tags(language).flatMap { NameData.regions($0) }.filter { !leftOut.contains($0.code) }.map {
            (String($0.name.prefix { $0 != "(" && $0 != "（" }), NamedFact.Value.region($0.code))
        }
        let converted = language.script == "Hant" ? traditional(regions) : []
        let areas = NameData.areas(language.tag).map { ($0.name, NamedFact.Value.region($0.code)) }
        let rows = table.filter { $0[0] == language.code }.map { row in
            (row[1], row[2].contains("/") ? NamedFact.Value.city(row[2]) : .region(row[2]))
        }
        let named = NameData.cities(language.tag, zones: cities.keys.sorted()).compactMap { zone, name in
            isWhole(name, language) ? cities[zone].map { (name, NamedFact.Value.city($0)) } : nil
        }
        return regions + converted + areas + rows + named
    }

    /// The tags under which CLDR has names that texts of a language use: those in traditional characters have the names of
    /// Taiwan, of Hong Kong and of the mainland.
    private static func tags(_ language: Language) -> [String] {
        guard let script = language.script else { return [language.tag] }
        return [language.tag, language.code] + (script == "Hant" ? ["zh-Hant-HK"] : [])
    }

    /// Names in traditional characters that are not among some: those of the mainland, which converted texts have.
    private static func traditional(
        _ names: [(String, NamedFact.Value)]
    ) -> [(name: String, value: NamedFact.Value)] {
        guard let transform = try? Transliterator("Hans-Hant") else { return [] }
        let known = Set(names.map(\.0))
        return names.map { (transform.rewrite($0.0), $0.1) }.filter { !known.contains($0.0) }
    }

    /// Whether a city's name is long enough to be no part of another word, where words are not set off.
    private static func isWhole(_ name: String, _ language: Language) -> Bool {
        guard language.isUnspaced else { return true }
        let isHan = name.unicodeScalars.allSatisfy(\.properties.isIdeographic)
        return name.count >= (isHan ? 2 : ["zh", "ja", "yue"].contains(language.code) ? 3 : 6)
    }
}
