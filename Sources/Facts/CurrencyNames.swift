internal import Bitext
internal import ICU

/// The names of currencies: whole ones, codes and signs, and the words that stand for them alone.
extension MeasureNames {
    mutating func addCurrencies(_ language: Language) {
        let currencies = MeasureData.currencies(language.tag)
        codes = Set(currencies.map(\.code))
        let regions = Dictionary(NameData.regions(language.tag).map { ($0.code, [$0.name]) }, uniquingKeysWith: +)
        for currency in currencies {
            for symbol in currency.symbols { addSign(symbol, currency.code) }
            for name in currency.names { add(name, currency.code) }
        }
        // $ means dollars in every language.
        for currency in MeasureData.currencySigns("en") { addSign(currency.sign, currency.code) }
        isDense
            ? addDenseHeads(currencies, regions, isHeadLast: ["zh", "ja", "yue"].contains(language.code))
            : addHeads(currencies, regions, inflects: !NameForms(language).isUninflected)
    }

    /// The currencies that are named without their country. Those of other countries are read by their whole names and
    /// codes: a mark, a dram and a sum are also other things.
    private static let traded: Set<String> = [
        "AED", "ARS", "AUD", "BDT", "BGN", "BRL", "BYN", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "DZD", "EGP",
        "EUR", "GBP", "GEL", "HKD", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "JPY", "KRW", "KZT", "LBP", "MXN", "MYR",
        "NGN", "NOK", "NZD", "PHP", "PKR", "PLN", "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH",
        "USD", "VND", "XAF", "XOF", "ZAR",
    ]

    /// The words that stand for a currency alone: those that are not of its country, and that others share.
    private mutating func addHeads(
        _ currencies: [MeasureData.CurrencyNames], _ regions: [String: [String]], inflects: Bool
    ) {
        func words(_ name: String) -> [String] {
            name.lowercased().split { !$0.isWordLetter }.map(String.init).filter { $0.count > 1 || isKorean }
        }
        func key(_ word: String) -> String { String(word.prefix(3)) }
        // What stands nowhere but within names joins their parts: dirham fra De Forenede Arabiske Emirater.
        let edges = Set(currencies.flatMap(\.names).map(words).flatMap { [$0.first, $0.last].compactMap(\.self) })
        var users: [String: Set<String>] = [:]
        for currency in currencies {
            for word in currency.names.flatMap(words) { users[key(word), default: []].insert(currency.code) }
        }
        for currency in currencies where MeasureNames.traded.contains(currency.code) {
            let region = (regions[String(currency.code.prefix(2))] ?? []).flatMap(words).map { $0.prefix(3) }
            // Shorter words join, too: de, di.
            let forms = Set(
                currency.names.flatMap(words).filter {
                    $0.count > 2 || isKorean || $0.count == 2 && !$0.utf8.allSatisfy { $0 < 0x80 }
                })
            let own = forms.filter { word in edges.contains(word) && !region.contains { word.hasPrefix($0) } }
            let shared = own.filter { users[key($0), default: []].count > 1 }
            let candidates = shared.isEmpty ? own : shared
            // Of several the one that changes with the number, or the last.
            let varied = candidates.filter { word in forms.contains { $0 != word && key($0) == key(word) } }
            let last = currency.names.first.map(words)?.last { candidates.contains($0) }
            let chosen = varied.isEmpty ? candidates.filter { $0 == last } : varied
            for word in chosen { heads[word, default: []].insert(currency.code) }
            guard inflects, var stem = MeasureNames.commonPrefix(chosen) else { continue }
            // Doları, lirası: the only form may have an ending.
            if chosen.count == 1, stem.count >= 5 { stem.removeLast(stem.count >= 6 ? 2 : 1) }
            if stem.count >= 4 { stems.append((stem, [currency.code])) }
        }
        var merged: [String: Set<String>] = [:]
        for (stem, readings) in stems { merged[stem, default: []].formUnion(readings) }
        stems = merged.map { ($0.key, $0.value) }.sorted { ($1.stem.count, $0.stem) < ($0.stem.count, $1.stem) }
    }

    private static func commonPrefix(_ words: Set<String>) -> String? {
        let words = words.sorted()
        guard let first = words.first, let last = words.last else { return nil }
        return String(zip(first, last).prefix { $0 == $1 }.map(\.0))
    }

    /// Names without their country, and what the names of several currencies begin or end with: ドル, 卢布, ดอลลาร์.
    private mutating func addDenseHeads(
        _ currencies: [MeasureData.CurrencyNames], _ regions: [String: [String]], isHeadLast: Bool
    ) {
        var shared: [String: Set<String>] = [:]
        for currency in currencies {
            for name in currency.names {
                for region in regions[String(currency.code.prefix(2))] ?? [] where name.contains(region) {
                    let rest = name.replacing(region, with: "").filter { !$0.isWhitespace }
                    if rest.count > 1 { add(rest, currency.code) }
                }
                for length in (isHeadLast ? 2 : 3)...8 where name.count > length {
                    let part = isHeadLast ? name.suffix(length) : name.prefix(length)
                    shared[String(part), default: []].insert(currency.code)
                }
            }
        }
        for (name, readings) in shared where readings.count > 1 {
            for reading in readings { add(name, reading) }
        }
    }
}
