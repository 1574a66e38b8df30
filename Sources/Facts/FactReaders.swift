public import Bitext
import Synchronization

/// The readers of the facts of one language. Making them asks ICU for some thousand formats and names, so they are made once
/// for each language, and a pair asks for those of its languages once.
public final class FactReaders: Sendable {
    /// Numbers in digits.
    public let numbers: NumberReader
    /// Months, weekdays, regions and small numbers in words.
    public let named: NamedFactReader
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
        numbers = NumberReader(language: language)
        named = NamedFactReader(language: language)
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

    /// The readers of a language; who asks while they are being made waits, but not for those of other languages.
    public static func shared(_ language: Language) -> FactReaders {
        let place = places.withLock { places in
            if let known = places[language] { return known }
            let made = Place()
            places[language] = made
            return made
        }
        return place.readers.withLock { readers in
            if let readers { return readers }
            let made = FactReaders(language)
            readers = made
            return made
        }
    }

    private static let places = Mutex<[Language: Place]>([:])

    /// Where the readers of one language are kept.
    private final class Place: Sendable {
        let readers = Mutex<FactReaders?>(nil)
    }
}
