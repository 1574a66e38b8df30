internal import Bitext

/// Years counted from the Hijra by the moon: born in 291 AH is born in 903 or 904.
enum HijraYears {
    /// What stands beside such a year, or beside one of several, in the scripts and languages that tell of it.
    private static let marks = [
        "هـ", "هجر", "للهجر", "الهجر", "ہجر", "AH", "A.H.", "hijr", "Hijr", "hicri", "Hicri", "хиджр", "хіджр",
        "Hégire",
        "hégire", "Hégira", "hégira", "Hedschra", "Egira", "egira", "Idschra",
    ]
    /// What stands before a year in Arabic: of several the mark stands behind the last alone.
    private static let years = ["سنة", "عام", "سنه"]

    /// How far from its mark a year stands, in characters.
    private static let reach = 4

    /// The numbers of a text that may be such years, with the years of the common era that each lies in. Such a reading may
    /// excuse a difference; it raises none.
    static func read(_ numbers: [Fact], in text: String) -> [Fact] {
        guard !numbers.isEmpty, marks.contains(where: text.contains) else { return numbers }
        return numbers.map { number in
            guard let year = number.value.whole, (1...1500).contains(year), isMarked(number.range, in: text) else {
                return number
            }
            return commonYears(year).reduce(number) { $0.alsoRead(as: DecimalValue(mantissa: $1)) }
        }
    }

    private static func isMarked(_ range: TextRange, in text: String) -> Bool {
        let before = text.slice(TextRange(0, range.start)).suffix(while: { $0.isWhitespace || "(،,".contains($0) })
        let behind = text.slice(TextRange(range.end, text.utf8.count))
        let ahead = text.slice(TextRange(0, range.start - before.utf8.count))
        return marks.contains { mark in
            behind.prefix(reach + mark.count).contains(mark) || ahead.hasSuffix(mark)
        } || years.contains(where: ahead.hasSuffix)
    }

    /// The one or two years of the common era that a year of the Hijra lies in: 1 began on 16 July 622 of the Julian
    /// calendar, and 33 of them are as long as 32 of the common era (Reingold and Dershowitz, Calendrical Calculations, 7.1).
    static func commonYears(_ year: Int) -> [Int] {
        let start = 622.54 + Double(year - 1) * 0.970224
        return Array(Set([Int(start), Int(start + 0.97)])).sorted()
    }
}
