import Bitext
import Facts
import Foundation
import TestSupport
import Testing

/// What ICU formats in a language is read back by value, from the middle of a sentence.
@Suite struct RoundTripTests {
    static let carriers: [String: String] = [
        "en": "They counted {} in the north of the country this time.",
        "ru": "Они насчитали {} на севере страны в этот раз.",
        "uk": "Вони нарахували {} на півночі країни цього разу.",
        "ko": "그들은 북부에서 {} 정도를 세었다.",
        "zh": "他们在北部共统计了{}左右。",
        "ja": "彼らは北部で{}ほどを数えた。",
        "de": "Sie zählten {} im Norden des Landes.",
        "fr": "Ils ont compté {} dans le nord du pays.",
        "es": "Contaron {} en el norte del país.",
        "it": "Hanno contato {} nel nord del paese.",
        "pt": "Eles contaram {} no norte do país.",
        "pl": "Naliczyli {} na północy kraju.",
        "tr": "Bu kez ülkenin kuzeyinde {} saydılar.",
        "ar": "لقد أحصوا {} في شمال البلاد.",
        "hi": "उन्होंने देश के उत्तर में {} की गिनती की।",
        "fa": "آنها در شمال کشور {} را شمردند.",
        "he": "הם ספרו {} בצפון המדינה.",
        "nl": "Ze telden {} in het noorden van het land.",
        "sv": "De räknade {} i norra delen av landet.",
        "cs": "Napočítali {} na severu země.",
        "el": "Μέτρησαν {} στα βόρεια της χώρας.",
        "th": "พวกเขานับได้ {} ทางตอนเหนือของประเทศ",
        "vi": "Họ đã đếm được {} ở phía bắc đất nước.",
        "id": "Mereka menghitung {} di utara negara itu.",
    ]
    static let languages = carriers.keys.sorted()
    /// Languages in which every number must be read back.
    static let strict: Set<String> = ["en", "ru", "ko", "zh", "de", "fr", "ja", "es"]

    enum Kind: String, CaseIterable {
        case whole, decimal, compactShort, compactLong, percent, money, spelled, longDate, shortDate, time, halfDayTime
    }

    /// Every kind 60 times a language, of which 99.5 % must come back, and all in the core languages.
    @Test(arguments: languages)
    func `what ICU formats is read back`(language: String) throws {
        let format = Formatters(language)
        let read = Readers(language)
        let carrier = try #require(Self.carriers[language])
        var missed: [String] = []
        var count = 0
        for kind in Kind.allCases {
            for seed in SeededGenerator.seeds.prefix(60) {
                var random = SeededGenerator(seed: seed)
                let (text, value, measure) = format.random(kind, &random)
                let found = read(kind, carrier.replacing("{}", with: text))
                count += 1
                if found != [Readers.Reading(value: value, measure: measure)] {
                    missed.append("seed \(seed), \(kind): \(text) is \(value) \(measure ?? ""), read as \(found)")
                }
            }
        }
        let allowed = Self.strict.contains(language) ? 0 : count / 200
        #expect(missed.count <= allowed, "\(missed.joined(separator: "\n"))")
    }

    /// What is formatted in two languages is equal, and something else where another number is.
    @Test(arguments: zip(languages, languages.dropFirst() + [languages[0]]))
    func `equal values are equal in two languages, other values are not`(one: String, other: String) throws {
        let formats = (Formatters(one), Formatters(other))
        let readers = (NumberReader(language: Language(one)), NumberReader(language: Language(other)))
        let carriers = (try #require(Self.carriers[one]), try #require(Self.carriers[other]))
        for kind in [Kind.whole, .decimal, .compactLong, .money] {
            for seed in SeededGenerator.seeds {
                var random = (
                    SeededGenerator(seed: seed), SeededGenerator(seed: seed), SeededGenerator(seed: seed + 1000)
                )
                let texts = (
                    carriers.0.replacing("{}", with: formats.0.random(kind, &random.0).text),
                    carriers.1.replacing("{}", with: formats.1.random(kind, &random.1).text),
                    carriers.1.replacing("{}", with: formats.1.random(kind, &random.2).text)
                )
                let facts = (
                    readers.0.facts(in: texts.0).first, readers.1.facts(in: texts.1).first,
                    readers.1.facts(in: texts.2).first
                )
                let fact = try #require(facts.0, "seed \(seed): \(texts.0)")
                let same = try #require(facts.1, "seed \(seed): \(texts.1)")
                let changed = try #require(facts.2, "seed \(seed): \(texts.2)")
                #expect(fact.couldEqual(same), "seed \(seed): \(texts.0) and \(texts.1)")
                if same.value != changed.value {
                    #expect(fact.value != changed.value, "seed \(seed): \(texts.0) and \(texts.2)")
                }
            }
        }
    }
}

/// Formats of one language, by Foundation's own ICU.
private final class Formatters {
    private let locale: Locale
    private let words = NumberFormatter()
    private let dates = [DateFormatter(), DateFormatter()]
    private let times = [DateFormatter(), DateFormatter()]

    init(_ language: String) {
        locale = Locale(identifier: language)
        words.locale = locale
        words.numberStyle = .spellOut
        for (format, style) in zip(dates, [DateFormatter.Style.long, .short]) {
            format.locale = Locale(identifier: language + "@calendar=gregorian")
            format.timeZone = TimeZone(identifier: "UTC")
            format.dateStyle = style
            format.timeStyle = .none
        }
        for (format, template) in zip(times, ["jmm", "hmma"]) {
            format.locale = locale
            format.timeZone = TimeZone(identifier: "UTC")
            format.setLocalizedDateFormatFromTemplate(template)
        }
        // Two digits say no century.
        dates[1].setLocalizedDateFormatFromTemplate("yMd")
    }

    func random(
        _ kind: RoundTripTests.Kind, _ random: inout SeededGenerator
    ) -> (text: String, value: String, measure: String?) {
        let limit = (0..<Int.random(in: 1...9, using: &random)).reduce(1) { value, _ in value * 10 }
        let whole = Int.random(in: (kind == .spelled ? 11 : 2)..<max(12, limit), using: &random)
        func number(_ mantissa: Int, _ exponent: Int = 0) -> String {
            DecimalValue(mantissa: mantissa, exponent: exponent).description
        }
        switch kind {
        case .whole: return (whole.formatted(.number.locale(locale)), number(whole), nil)
        case .decimal:
            let digits = Int.random(in: 1...3, using: &random)
            let style = Decimal.FormatStyle.number.locale(locale).precision(.fractionLength(digits))
            return ((Decimal(whole) / pow(Decimal(10), digits)).formatted(style), number(whole, -digits), nil)
        case .compactShort, .compactLong:
            let power = Int.random(in: 2...10, using: &random)
            let lead = Int.random(in: 10...999, using: &random)
            let precision = NumberFormatStyleConfiguration.Precision.significantDigits(1...4)
            let notation = IntegerFormatStyle<Int>.number.locale(locale)
                .notation(.compactName).precision(precision)
            let value = (0..<power).reduce(lead) { value, _ in value * 10 }
            return (value.formatted(notation), number(lead, power), nil)
        case .percent:
            let tenths = whole % 10_000
            let style = Decimal.FormatStyle.Percent(locale: locale).precision(.fractionLength(0...1))
            return ((Decimal(tenths) / 1000).formatted(style), number(tenths, -1), "percent")
        case .money:
            let code = ["USD", "EUR", "GBP", "JPY", "UAH", "KRW", "INR"][Int.random(in: 0..<7, using: &random)]
            let style = Decimal.FormatStyle.Currency(code: code, locale: locale).precision(.fractionLength(0))
            return (Decimal(whole).formatted(style), number(whole), code)
        case .spelled: return (words.string(from: NSNumber(value: whole)) ?? "", number(whole), nil)
        case .longDate, .shortDate:
            let day = Date(timeIntervalSince1970: Double(Int.random(in: -20_000..<30_000, using: &random)) * 86_400)
            let parts = Calendar(identifier: .gregorian).dateComponents(
                in: TimeZone(identifier: "UTC") ?? .gmt, from: day)
            let date = CalendarDate(year: parts.year, month: parts.month ?? 0, day: parts.day)
            return (dates[kind == .longDate ? 0 : 1].string(from: day), date?.description ?? "", nil)
        case .time, .halfDayTime:
            let minute = Int.random(in: 0..<1440, using: &random)
            let text = times[kind == .time ? 0 : 1].string(from: Date(timeIntervalSince1970: Double(minute) * 60))
            let value = String(minute / 60) + ":" + (minute % 60 < 10 ? "0" : "") + String(minute % 60)
            // 8.30 is a number where no word says that it is a time.
            return (locale.identifier == "id" ? "pukul " + text : text, value, nil)
        }
    }
}

/// The readers of one language.
private struct Readers {
    struct Reading: Equatable, CustomStringConvertible {
        var value: String
        var measure: String?
        var description: String { value + (measure.map { " " + $0 } ?? "") }
    }

    let numbers: NumberReader
    let spelled: SpelledNumberReader
    let named: NamedFactReader
    let measures: MeasureReader
    let dates: DateReader
    let times: TimeReader

    init(_ tag: String) {
        let language = Language(tag)
        numbers = NumberReader(language: language)
        spelled = SpelledNumberReader(language: language)
        named = NamedFactReader(language: language)
        measures = MeasureReader(language: language)
        dates = DateReader(language: language)
        times = TimeReader(language: language)
    }

    func callAsFunction(_ kind: RoundTripTests.Kind, _ text: String) -> [Reading] {
        switch kind {
        case .spelled: spelled.facts(in: text).map { Reading(value: $0.value.description) }
        case .longDate, .shortDate:
            dates.dates(in: text, numbers: numbers.facts(in: text), named: named.facts(in: text)).map {
                Reading(value: $0.readings[0].description)
            }
        case .time, .halfDayTime:
            times.times(in: text, numbers: numbers.facts(in: text)).map { Reading(value: $0.value) }
        case .percent, .money:
            numbers.facts(in: text).map { fact in
                let readings = measures.measure(of: fact.range, in: text)?.readings ?? []
                let codes = ["percent", "USD", "EUR", "GBP", "JPY", "UAH", "KRW", "INR"]
                return Reading(value: fact.value.description, measure: codes.first(where: readings.contains))
            }
        default: numbers.facts(in: text).map { Reading(value: $0.value.description) }
        }
    }
}
