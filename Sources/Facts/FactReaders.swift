public import Bitext

/// The readers of what every segment of a language is read for.
public final class SegmentReaders: Sendable {
    /// Numbers in digits.
    public let numbers: NumberReader
    /// Months, weekdays, regions and small numbers in words.
    public let named: NamedFactReader

    private init(_ language: Language) {
        numbers = NumberReader(language: language)
        named = NamedFactReader(language: language)
    }

    private static let known = PerLanguage { SegmentReaders($0) }

    /// The readers of a language, made once: it takes some ten milliseconds.
    public static func shared(_ language: Language) -> SegmentReaders { known[language] }
}

/// The readers of what segments of a language are read for where they are compared.
public final class FactReaders: Sendable {
    /// Numbers in words.
    public let spelled: SpelledNumberReader
    /// Whether a text says a number in words.
    public let spelledForms: SpelledNumbers
    /// Numbers that a text leaves open: hundreds.
    public let magnitudes: MagnitudeReader
    /// What numbers count.
    public let measures: MeasureReader
    /// Dates.
    public let dates: DateReader
    /// Times of day.
    public let times: TimeReader
    /// Times told from today.
    public let relativeTimes: RelativeTimeReader
    /// Words for peoples, languages and things of a country.
    public let demonyms: Demonyms
    /// What words that are no facts may answer to.
    public let hints: FactHints

    private init(_ language: Language) {
        spelled = SpelledNumberReader(language: language)
        spelledForms = SpelledNumbers(language: language)
        magnitudes = MagnitudeReader(language: language)
        measures = MeasureReader(language: language)
        dates = DateReader(language: language)
        times = TimeReader(language: language)
        relativeTimes = RelativeTimeReader(language: language)
        demonyms = Demonyms(language)
        hints = FactHints(language)
    }

    private static let known = PerLanguage { FactReaders($0) }

    /// The readers of a language, made once: it takes some ten milliseconds.
    public static func shared(_ language: Language) -> FactReaders { known[language] }
}
