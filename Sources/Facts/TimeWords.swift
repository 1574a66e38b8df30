internal import Bitext
internal import ICU

/// What makes a number a time of day in a language: CLDR's parts of the day, and `Resources/time-words.tsv`.
struct TimeWords: Sendable {
    /// A name of a part of the day.
    struct Period: Sendable {
        let name: String
        /// The hours that it is said of, 0 to 23.
        let hours: Set<Int>
        /// Whether it is English in a language that borrows it, where its letters are words too: am.
        let isBorrowed: Bool
        /// Whether it tells something only beside minutes: one letter may be a unit behind an hour alone.
        var needsMinutes: Bool { isBorrowed || name.count == 1 }
    }

    /// What stands behind an hour and makes it a time.
    private(set) var clock: [String] = []
    /// The same, where minutes may follow without a sign.
    private(set) var between: [String] = []
    /// What stands behind an hour, also of a duration.
    private(set) var hour: [String] = []
    /// What stands behind minutes.
    private(set) var minute: [String] = []
    /// What means half an hour behind the hour's sign.
    private(set) var half: [String] = []
    /// What stands before a time.
    private(set) var before: [String] = []
    /// What stands before a time with minutes, and before much else.
    private(set) var exact: [String] = []
    /// The parts of the day, in lower case, the longest name first.
    private(set) var periods: [Period] = []
    /// Whether parts of the day stand before the hour.
    private(set) var isPeriodFirst = false
    /// What names time zones.
    let zones: ZoneReader

    private static let known = PerLanguage { TimeWords($0) }

    /// The words of a language, asked of ICU once.
    static func shared(_ language: Language) -> TimeWords { known[language] }

    private init(_ language: Language) {
        var periods: [String: Set<Int>] = [:]
        for (name, hours) in NameData.dayPeriods(language.tag) {
            for form in TimeWords.forms(name.lowercased(), language) { periods[form, default: []].formUnion(hours) }
        }
        let code = language.tableCode
        let rows = ResourceTable.rows(PackageResources.time_words_tsv)
        zones = ZoneReader(Language(code), rows: rows)
        for row in rows where row.count >= 3 && row[0] == code {
            switch row[1] {
            case "clock": clock.append(row[2])
            case "between": between.append(row[2])
            case "hour": hour.append(row[2])
            case "minute": minute.append(row[2])
            case "half": half.append(row[2])
            case "before": before.append(row[2])
            case "exact": exact.append(row[2])
            case "first": isPeriodFirst = true
            case "period":
                let bounds = row.last?.split(separator: "-").compactMap { Int($0) } ?? []
                if bounds.count == 2, bounds[0] <= bounds[1] { periods[row[2]] = Set(bounds[0]...bounds[1]) }
            default: break
            }
        }
        self.periods = periods.map { name, hours in
            Period(name: name, hours: hours, isBorrowed: language.code != "en" && (name == "am" || name == "pm"))
        }
        .sorted { ($1.name.count, $0.name) < ($0.name.count, $1.name) }
    }

    /// How a name of a part of the day is written: p.m., p. m. and pm are one.
    private static func forms(_ name: String, _ language: Language) -> [String] {
        let letters = name.filter { !$0.isWhitespace && $0 != "." }
        guard letters == "am" || letters == "pm" || letters.count == 2 && name.contains(".") else { return [name] }
        let stops = letters.map { "\($0)." }
        return [letters, stops.joined()] + [" ", "\u{A0}", "\u{202F}"].map { stops.joined(separator: $0) }
    }
}
