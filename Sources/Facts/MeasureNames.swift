internal import Bitext
internal import ICU

/// The words and signs of a language for currencies, units and per cent.
struct MeasureNames: Sendable {
    /// Whole names, by their first word in lower case: the words, and what they mean.
    private(set) var names: [String: [(words: [String], reading: String)]] = [:]
    /// The word of a currency's name that stands for it alone, such as `dollars`: the codes it may mean.
    var heads: [String: Set<String>] = [:]
    /// Beginnings of heads, in languages that inflect.
    var stems: [(stem: String, readings: Set<String>)] = []
    /// Signs and abbreviations that touch or follow the number: $, €, km², zł.
    private var signs: [(sign: String, reading: String)] = []
    /// The signs by their first, and by their last character, the longest first.
    private var signsByFirst: [Character: [(sign: String, reading: String)]] = [:]
    private var signsByLast: [Character: [(sign: String, reading: String)]] = [:]
    /// In scripts without spaces: names by their first character, the longest first.
    private var dense: [Character: [(name: String, reading: String)]] = [:]
    /// Units of one letter, as they are written: m is metres, or minutes.
    private var letters: [Character: [String]] = [:]
    var codes: Set<String> = []
    let isDense: Bool
    let isKorean: Bool
    /// What may follow a name in one word.
    private let particles: Set<String>

    /// The names of a language, asked for once.
    static func shared(_ language: Language) -> MeasureNames { known[language] }

    private static let known = PerLanguage { MeasureNames($0) }

    /// CLDR's names of the units that are read.
    static let units = [
        "kilometer", "meter", "centimeter", "millimeter", "mile", "foot", "inch", "yard", "kilogram", "gram", "tonne",
        "pound", "ounce", "liter", "gallon", "barrel", "hectare", "acre", "square-kilometer", "square-meter", "celsius",
        "fahrenheit", "second", "minute", "hour", "day", "week", "month", "year", "kilowatt", "megawatt",
        "kilometer-per-hour", "mile-per-hour", "meter-per-second", "square-mile", "square-foot", "milliliter",
        "nautical-mile", "percent",
    ]

    private init(_ language: Language) {
        isDense = language.isUnspaced
        isKorean = language.code == "ko"
        particles = NameForms(language).after
        for sign in ["%", "٪", "％"] { signs.append((sign, "percent")) }
        for unit in MeasureNames.units {
            for name in MeasureData.unitNames(unit, language: language.tag) { addUnit(name, unit) }
        }
        addCurrencies(language)
        for row in ResourceTable.rows(PackageResources.measure_words_tsv, columns: 3)
        where row[0] == language.code || row[0] == "*" {
            if let letter = row[1].first, row[1].utf8.count < 3, row[1].count == 1, letter.isLetter {
                letters[letter] = row[2] == "-" ? nil : (letters[letter] ?? []) + [row[2]]
            } else if row[2] == "-" {
                names[row[1]] = nil
                heads[row[1]] = nil
                stems.removeAll { row[1].hasPrefix($0.stem) }
                signs.removeAll { $0.sign == row[1] }
            } else if row[1].allSatisfy({ $0.isLetter || $0 == " " }) {
                addUnit(row[1], row[2])
                if row[2].count == 3 { heads[row[1], default: []].insert(row[2]) }
            } else {
                signs.append((row[1], row[2]))
            }
        }
        signs.sort { ($1.sign.count, $0.sign, $0.reading) < ($0.sign.count, $1.sign, $1.reading) }
        signsByFirst = Dictionary(grouping: signs) { $0.sign.first ?? " " }
        signsByLast = Dictionary(grouping: signs) { $0.sign.last ?? " " }
        for key in names.keys { names[key]?.sort { $0.words.count > $1.words.count } }
        for key in dense.keys { dense[key]?.sort { ($0.name.count, $1.name) > ($1.name.count, $0.name) } }
    }

    /// Adds a name of a unit. Miles an hour are also said as miles.
    private mutating func addUnit(_ name: String, _ unit: String) {
        add(name, unit)
        if unit.hasSuffix("-per-hour") { add(name, String(unit.dropLast("-per-hour".count))) }
    }

    /// Adds a whole name. One letter alone is none: those that are read stand in the table.
    mutating func add(_ name: String, _ reading: String) {
        let lower = name.lowercased()
        guard lower.contains(where: \.isLetter) else {
            if lower.count > 1 || !lower.allSatisfy({ $0.isASCII }) { addSign(name, reading) }
            return
        }
        if isDense {
            guard let first = lower.first, lower.count > 1 || first.utf8.count > 2 else { return }
            dense[first, default: []].append((lower, reading))
            return
        }
        guard lower.allSatisfy({ $0.isWordLetter || $0 == " " || $0 == "." }) else { return addSign(name, reading) }
        let words = lower.split { !$0.isWordLetter }.map(String.init)
        guard let first = words.first, words.joined().count > 1 || isKorean else { return }
        if names[first]?.contains(where: { $0.words == words && $0.reading == reading }) != true {
            names[first, default: []].append((words, reading))
        }
    }

    mutating func addSign(_ sign: String, _ reading: String) {
        // ′ and ″ are feet, inches, minutes and seconds.
        let sign = sign.filter { $0 != "\u{200E}" && $0 != "\u{200F}" && $0 != "\u{61C}" }
        guard sign.count < 7, sign.count > 1 || sign.utf8.count > 1 || sign.first?.isLetter == false,
            !"′″'\"’".contains(where: { sign.contains($0) })
        else { return }
        signs.append((sign, reading))
    }
}

// Looking up.
extension MeasureNames {
    /// The sign that a text begins or ends with; all readings of it.
    func sign(_ text: Substring, isBefore: Bool) -> Measure? {
        guard let edge = isBefore ? text.last : text.first, let known = (isBefore ? signsByLast : signsByFirst)[edge],
            let longest = known.first(where: { isBefore ? text.hasSuffix($0.sign) : text.hasPrefix($0.sign) })
        else { return nil }
        // A sign that is letters ends where letters end: kr, zł.
        if longest.sign.last?.isLetter == true || longest.sign.first?.isLetter == true {
            let beside =
                isBefore
                ? text.dropLast(longest.sign.count).last : text.dropFirst(longest.sign.count).first
            if !isDense, beside?.isWordLetter == true { return nil }
        }
        let readings = Set(known.filter { $0.sign == longest.sign }.map(\.reading))
        return Measure(readings: readings.sorted(), text: longest.sign)
    }

    /// What a letter alone right behind a number says.
    func letter(_ text: Substring) -> Measure? {
        guard let first = text.first, let readings = letters[first], text.dropFirst().first?.isWordLetter != true else {
            return nil
        }
        return Measure(readings: Set(readings).sorted(), text: String(first))
    }

    /// What words behind a number say.
    func measure(_ written: [String]) -> Measure? {
        guard let first = written.first else { return nil }
        let words = written.map { $0.lowercased() }
        if isKorean { return korean(words) }
        var found: Set<String> = []
        var length = 0
        for name in names[words[0]] ?? [] where words.starts(with: name.words) {
            if length == 0 { length = name.words.count }
            if name.words.count == length { found.insert(name.reading) }
        }
        if let code = code(first) { found.formUnion(code.readings) }
        // US dollars; million de dollars; американских долларов.
        for (index, word) in words.prefix(3).enumerated() where length <= 1 {
            guard let money = head(word) else { continue }
            let named = named(words, at: index, among: money)
            found.formUnion(named.isEmpty ? money : named)
            length = index + 1
            break
        }
        guard !found.isEmpty else { return nil }
        return Measure(readings: found.sorted(), text: words.prefix(max(1, length)).joined(separator: " "))
    }

    /// In Korean a particle follows the name: 달러를, 킬로미터를; the country may stand before it: 미국 달러.
    private func korean(_ words: [String]) -> Measure? {
        for word in words.prefix(2) {
            // 3분의 2 is a fraction.
            if word.hasSuffix("분의") { return nil }
            for length in stride(from: word.count, through: 1, by: -1) {
                let name = String(word.prefix(length))
                guard particles.contains(String(word.dropFirst(length))) || isCopula(word.dropFirst(length)) else {
                    continue
                }
                var found = Set((names[name] ?? []).filter { $0.words.count == 1 }.map(\.reading))
                found.formUnion(heads[name] ?? [])
                if !found.isEmpty { return Measure(readings: found.sorted(), text: name) }
            }
        }
        return nil
    }

    private func isCopula(_ rest: Substring) -> Bool {
        rest.isEmpty || ["입", "이", "다", "였", "짜리", "어치", "가량", "정도", "씩"].contains(where: rest.hasPrefix)
    }

    /// The codes among some whose whole name stands around a head.
    private func named(_ words: [String], at index: Int, among codes: Set<String>) -> Set<String> {
        for start in 0...index {
            let found = (names[words[start]] ?? []).filter { name in
                name.words.count > 1 && start + name.words.count > index && codes.contains(name.reading)
                    && words[start...].starts(with: name.words)
            }
            if !found.isEmpty { return Set(found.map(\.reading)) }
        }
        return []
    }

    private func head(_ word: String) -> Set<String>? {
        if let exact = heads[word] { return exact }
        return stems.first { word.hasPrefix($0.stem) && word.count <= $0.stem.count + 3 }?.readings
    }

    /// An ISO code in capitals.
    func code(_ word: String) -> Measure? {
        codes.contains(word) ? Measure(readings: [word], text: word) : nil
    }

    /// What stands right before a number: ร้อยละ 10.
    func denseBefore(_ text: String) -> Measure? {
        for names in dense.values {
            for name in names where name.reading == "percent" && text.hasSuffix(name.name) {
                return Measure(readings: ["percent"], text: name.name)
            }
        }
        return nil
    }

    /// What a word right before a number says: yüzde 5.
    func before(_ word: String) -> Measure? {
        let found = (names[word] ?? []).filter {
            $0.words.count == 1 && ($0.reading == "percent" || $0.reading.first?.isUppercase == true)
        }.map(\.reading)
        return found.isEmpty ? nil : Measure(readings: Set(found).sorted(), text: word)
    }

    /// The longest name that a text begins with, in scripts without spaces.
    func leading(_ text: Substring) -> Measure? {
        guard let first = text.lowercased().first else { return nil }
        let lower = text.prefix(16).lowercased()
        guard let longest = dense[first]?.first(where: { lower.hasPrefix($0.name) }),
            // 3分の2 is a fraction.
            !(longest.name == "分" && (lower.hasPrefix("分の") || lower.hasPrefix("分之")))
        else { return nil }
        let readings = Set((dense[first] ?? []).filter { $0.name == longest.name }.map(\.reading))
        return Measure(readings: readings.sorted(), text: longest.name)
    }
}
