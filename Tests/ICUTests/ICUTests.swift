import TestSupport
import Testing

@testable import ICU

@Suite struct ICUTests {
    @Test func `sentence boundaries are UTF-8 bytes`() throws {
        let iterator = try BoundaryIterator(.sentence, language: "ru")
        #expect(iterator.boundaries(in: "Да. 😀 Нет.").map(\.offset) == [6, 18])
        #expect(iterator.boundaries(in: "").isEmpty)
    }

    @Test(arguments: SeededGenerator.seeds)
    func `UTF-16 is decoded as the library decodes it`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let edges: [UInt16] = [
            0x41, 0xE9, 0x7FF, 0x800, 0x4E2D, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFF,
        ]
        for _ in 0..<200 {
            let units = (0..<Int.random(in: 0...12, using: &random)).map { _ in edges.randomElement(using: &random) ?? 0
            }
            #expect(string(units) == String(decoding: units, as: UTF16.self), "\(units)")
        }
    }

    @Test(arguments: [("zh", "我们欢迎你", 3), ("th", "ยินดีต้อนรับ", 2), ("en", "we welcome you", 3)])
    func `words are found with and without spaces`(language: String, text: String, least: Int) throws {
        let words = try BoundaryIterator(.word, language: language).boundaries(in: text).filter(\.endsWord)
        #expect(words.count >= least)
    }

    @Test func `transliteration reaches Latin letters`() throws {
        let latin = try Transliterator("Any-Latin; Latin-ASCII; Lower")
        #expect(latin.rewrite("Достоевский") == "dostoevskij")
        #expect(latin.rewrite("") == "")
        #expect(throws: ICUError.self) { try Transliterator("No-Such-Transform") }
    }

    @Test func `number symbols are the language's own`() {
        #expect(LocaleData.numberSymbols("de").decimal == ",")
        #expect(LocaleData.numberSymbols("en").decimal == ".")
    }

    @Test func `compact and spelled-out numbers come from CLDR`() {
        #expect(LocaleData.compact(2_000_000, language: "en", long: true) == "2 million")
        #expect(LocaleData.spelledOut(7, language: "ru").contains("семь"))
        #expect(LocaleData.spelledOut(7, language: "ru").contains("седьмой"))
    }

    /// What ICU lacks it would answer in the machine's language: on an English one, with ten and June.
    @Test func `a language that CLDR lacks has no names of another`() {
        #expect(LocaleData.spelledOutCardinals([10], language: "gl").isEmpty)
        #expect(LocaleData.spelledOutCardinals([10], language: "pt-PT")[10]?.contains("dez") == true)
        #expect(NameData.calendarNames("gl").months.first?.contains("xaneiro") == true)
        #expect(NameData.calendarNames("tlh").months.isEmpty)
        #expect(NameData.regions("tlh").isEmpty && NameData.areas("tlh").isEmpty)
        #expect(NameData.cities("tlh", zones: ["Europe/Moscow"]).isEmpty)
        #expect(RelativeTimeNames.of("tlh").isEmpty && MeasureData.unitNames("meter", language: "tlh").isEmpty)
        #expect(MeasureData.currencies("tlh").isEmpty && LocaleData.compact(1000, language: "tlh", long: true) == nil)
        #expect(LocaleData.covers("sr-Latn") && LocaleData.covers("nb") && !LocaleData.covers("tlh"))
    }

    @Test func `direction, names and scripts are CLDR's`() {
        #expect(LocaleData.isRightToLeft("ar"))
        #expect(!LocaleData.isRightToLeft("ru"))
        #expect(LocaleData.englishName("ko") == "Korean")
        #expect(LocaleData.likelyScript("uk") == "Cyrl")
        #expect(LocaleData.isKnownLanguage("ru"))
        #expect(!LocaleData.isKnownLanguage("qx"))
    }

    @Test func `properties of characters`() {
        #expect(Unicode.Scalar("٣").digitValue == 3)
        #expect(Unicode.Scalar("x").digitValue == nil)
        #expect(Unicode.Scalar("한").columns == 2)
        #expect(Unicode.Scalar("\u{301}").columns == 0)
        #expect(Unicode.Scalar("ж").script == .cyrillic)
    }

    @Test func `conversion keeps where each character came from`() throws {
        let bytes: [UInt8] = [0xCF, 0xF0, 0xE8, 0x21]
        let converted = try #require(try Charset.convert(bytes, from: "windows-1251"))
        #expect(String(String.UnicodeScalarView(converted.scalars)) == "При!")
        #expect(converted.offsets == [0, 1, 2, 3])
        #expect(throws: Charset.ConversionError.self) { try Charset.convert([0xFF, 0x20], from: "Shift_JIS") }
    }
}
