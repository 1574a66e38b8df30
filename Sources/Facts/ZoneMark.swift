internal import Bitext

/// What says which time zone a time of day is in.
public struct ZoneMark: Hashable, Sendable {
    /// The minutes that the zone is ahead of UTC; several where the abbreviation or the season leaves it open, none where the
    /// zone is named in words, which are not looked up.
    public let offsets: Set<Int>
    /// What is written: GMT, UTC+3, Moscow time.
    public let text: String
}

/// Finds the zones of times of day: abbreviations and distances from UTC behind them (EST, UTC+3), and words such as “local time”
/// beside them (`Resources/time-words.tsv`).
struct ZoneReader: Sendable {
    /// Minutes ahead of UTC by abbreviation.
    private var abbreviations: [String: Set<Int>] = [:]
    /// Words behind a time that say that a zone is named.
    private var behind: Set<String> = []
    /// Ends of such words: Ortszeit.
    private var endings: [String] = []
    /// Such words before a time.
    private var ahead: [String] = []

    /// How many words behind a time are looked at.
    private static let reach = 3

    init(_ language: Language, rows: [[String]]) {
        for row in rows where row.count >= 3 && (row[0] == language.code || row[0] == "*") {
            switch row[1] {
            case "zone":
                let parts = row[2].split(separator: "=")
                guard parts.count == 2 else { continue }
                abbreviations[String(parts[0]), default: []].formUnion(
                    parts[1].split(separator: ",").compactMap { Int($0) })
            case "zone-word" where row[2].hasPrefix("*"): endings.append(String(row[2].dropFirst()))
            case "zone-word": behind.insert(row[2])
            case "zone-ahead": ahead.append(row[2])
            default: break
            }
        }
    }

    /// The zone of a time that stands at a range of a text.
    func zone(of range: TextRange, in text: String) -> ZoneMark? {
        let time = text.slice(range)
        if let last = time.split(whereSeparator: \.isWhitespace).last, let mark = abbreviation(last, behind: "") {
            return mark
        }
        return zoneBehind(text.slice(TextRange(range.end, min(text.utf8.count, range.end + 80))))
            ?? zoneAhead(text.slice(TextRange(max(0, range.start - 40), range.start)))
    }

    private func zoneBehind(_ text: Substring) -> ZoneMark? {
        // Times end with a full stop of their own: 3 p.m.
        let text = text.drop { $0.isWhitespace || "(,[（，".contains($0) }
        let clause = text.prefix { !".;!?:。；！？：)]）".contains($0) }
        let words = clause.split { !($0.isWordLetter || $0.isNumber) }
        if let first = words.first, let mark = abbreviation(first, behind: text[first.endIndex...]) { return mark }
        for (index, word) in words.prefix(ZoneReader.reach).enumerated() {
            let lower = word.lowercased()
            guard !word.contains(where: \.isNumber) else { return nil }
            guard behind.contains(lower) || endings.contains(where: lower.hasSuffix) else { continue }
            // The name stands before the word or behind it: Moscow time, heure de Moscou.
            let end = words[min(index + 2, words.count - 1)].endIndex
            return ZoneMark(offsets: [], text: String(clause[words[0].startIndex..<end]))
        }
        return nil
    }

    /// The zone of an abbreviation, and of how far from it the zone is: UTC+3, GMT+05:30.
    private func abbreviation(_ word: Substring, behind: Substring) -> ZoneMark? {
        guard let offsets = abbreviations[String(word)] else { return nil }
        guard offsets == [0], let sign = behind.first, "+-−–".contains(sign) else {
            return ZoneMark(offsets: offsets, text: String(word))
        }
        let digits = behind.dropFirst().prefix { $0.isASCII && $0.isNumber || $0 == ":" }
        let parts = digits.split(separator: ":")
        guard let first = parts.first, let number = Int(first.prefix(4)) else {
            return ZoneMark(offsets: offsets, text: String(word))
        }
        // +0530 has its minutes in the same number.
        let minutes =
            first.count > 2
            ? number / 100 * 60 + number % 100
            : number * 60 + (parts.dropFirst().first.flatMap { Int($0.prefix(2)) } ?? 0)
        return ZoneMark(offsets: [sign == "+" ? minutes : -minutes], text: word + String(sign) + digits)
    }

    private func zoneAhead(_ text: Substring) -> ZoneMark? {
        let text = text.dropLast(while: { $0.isWhitespace || ",，、（(的の".contains($0) })
        let lower = text.lowercased()
        guard ahead.contains(where: lower.hasSuffix) else { return nil }
        return ZoneMark(offsets: [], text: String(text.suffix(8)))
    }
}
