internal import Bitext

/// Years counted from the Hijra by the moon: born in 291 AH is born in 903 or 904.
struct HijraYears: Sendable {
    /// What stands beside such a year, or beside one of several.
    private static let marks: [String: [String]] = [
        "ar": ["هـ", "هجر"], "fa": ["هجر"], "ps": ["هجر"], "ur": ["ہجر", "هجر"], "en": ["AH", "A.H.", "Hijr", "hijr"],
        "id": ["Hijr", "hijr"], "ms": ["Hijr", "hijr"], "tr": ["Hicri", "hicri"], "az": ["Hicri", "hicri"],
        "ru": ["хиджр"], "uk": ["хіджр"], "fr": ["Hégire", "hégire"], "es": ["Hégira", "hégira"],
        "pt": ["Hégira", "hégira"], "it": ["Egira", "egira"], "de": ["Hedschra"],
    ]
    /// What stands before a year in Arabic: of several the mark stands behind the last alone.
    private static let years = ["سنة", "عام", "سنه"]

    /// How far from its mark a year stands, in characters.
    private static let reach = 4

    private let marks: [String]
    private let bytes: [[UInt8]]

    init(language: Language) {
        marks = HijraYears.marks[language.code] ?? []
        bytes = marks.map { Array($0.utf8) }
    }

    /// The numbers of a text that may be such years, with the years of the common era that each lies in. Such a reading may
    /// excuse a difference; it raises none.
    func read(_ numbers: [Fact], in text: String) -> [Fact] {
        guard !numbers.isEmpty, hasMark(text) else { return numbers }
        return numbers.map { number in
            guard let year = number.value.whole, (1...1500).contains(year), isMarked(number.range, in: text) else {
                return number
            }
            return HijraYears.commonYears(year).reduce(number) { $0.alsoRead(as: DecimalValue(mantissa: $1)) }
        }
    }

    /// Whether a text has a mark; by its bytes, since every text with a number is asked.
    private func hasMark(_ text: String) -> Bool {
        guard !bytes.isEmpty else { return false }
        let span = text.utf8Span.span
        return bytes.contains { mark in
            guard span.count >= mark.count else { return false }
            return (0...span.count - mark.count).contains { start in
                mark.indices.allSatisfy { span[start + $0] == mark[$0] }
            }
        }
    }

    private func isMarked(_ range: TextRange, in text: String) -> Bool {
        let before = text.slice(TextRange(0, range.start)).suffix(while: { $0.isWhitespace || "(،,".contains($0) })
        let behind = text.slice(TextRange(range.end, text.utf8.count))
        let ahead = text.slice(TextRange(0, range.start - before.utf8.count))
        let isBeside = marks.contains { behind.prefix(HijraYears.reach + $0.count).contains($0) || ahead.hasSuffix($0) }
        return isBeside || HijraYears.years.contains(where: ahead.hasSuffix)
    }

    /// The one or two years of the common era that a year of the Hijra lies in: 1 began on 16 July 622 of the Julian
    /// calendar, and 33 of them are as long as 32 of the common era (Reingold and Dershowitz, Calendrical Calculations, 7.1).
    static func commonYears(_ year: Int) -> [Int] {
        let start = 622.54 + Double(year - 1) * 0.970224
        return Array(Set([Int(start), Int(start + 0.97)])).sorted()
    }
}
