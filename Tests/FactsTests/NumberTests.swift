import Bitext
import Facts
import TestSupport
import Testing

@Suite struct NumberTests {
    @Test(
        arguments: [
            ("en", "Our trade is worth $⟦20 billion⟧.", ["20,000,000,000"]), ("en", "⟦1,100⟧ guests", ["1100"]),
            ("de", "⟦1.100⟧ Gäste und ⟦3,5⟧ Tonnen", ["1100", "3.5"]), ("ru", "⟦20 млрд⟧ долларов", ["20,000,000,000"]),
            ("ru", "⟦23,5 млрд⟧", ["23,500,000,000"]), ("ko", "⟦200억⟧ 달러", ["20,000,000,000"]),
            ("ko", "⟦1억 2천만⟧ 명", ["120,000,000"]), ("ja", "⟦90億⟧円", ["9,000,000,000"]),
            ("zh", "⟦1100万⟧人", ["11,000,000"]),
            ("uk", "⟦3,5 тисячі⟧", ["3500"]), ("uk", "⟦28 тисяч 893⟧", ["28,893"]),
            ("en", "⟦30’000⟧ and ⟦100’000⟧", ["30,000", "100,000"]),
            ("hi", "⟦२०⟧ और ⟦3⟧", ["20", "3"]), ("ar", "بلغ ⟦٢٠⟧", ["20"]), ("fr", "⟦1\u{202F}100⟧ invités", ["1100"]),
            ("en", "⟦1⟧ in ⟦1990⟧", ["1", "1990"]), ("en", "no number here", []),
            ("es", "⟦10⟧ millas, ⟦5 mil⟧ euros, ⟦3 millones⟧, ⟦1 millón⟧", ["10", "5000", "3,000,000", "1,000,000"]),
            ("fr", "⟦10⟧ milles, ⟦5 mille⟧ euros", ["10", "5000"]),
            ("pt", "⟦10⟧ milhas e ⟦3 milhões⟧", ["10", "3,000,000"]),
            ("de", "⟦10⟧ Millionäre, ⟦3 Millionen⟧", ["10", "3,000,000"]),
            ("ru", "⟦10⟧ миллионеров, ⟦5 миллионов⟧", ["10", "5,000,000"]),
            ("de", "am ⟦19⟧.12.⟦1999⟧ in Bonn", ["19", "1999"]), ("fi", "⟦6⟧.11. järjestettäviin", ["6"]),
            ("en", "version ⟦6.11⟧. Then", ["6.11"]), ("cs", "⟦10⟧ mil od břehu, ⟦5 mil.⟧ lidí", ["10", "5,000,000"]),
            ("th", "⟦1918⟧ พันโท, ⟦5 พัน⟧ คน", ["1918", "5000"]), ("zh", "第⟦8⟧，⟦9⟧页，⟦１，０００⟧元", ["8", "9", "1000"]),
            ("en", "⟦1, 000⟧ yen; ⟦5⟧, ⟦100⟧ and ⟦200⟧", ["1000", "5", "100", "200"]),
            ("en", "⟦2½⟧ hours, ⟦1 ¾⟧ pints, ⟦½⟧ a mile, ⟦3 ½ million⟧", ["2.5", "1.75", "0.5", "3,500,000"]),
            ("de", "⟦7⅛⟧ Zoll, ⟦3,5⟧ ⟦½⟧", ["7.125", "3.5", "0.5"]), ("en", "⟦3⟧⅓ cups, ⅔", ["3"]),
            ("pl", "⟦25-tysięczny⟧ tłum", ["25,000"]), ("bg", "⟦25-хилядна⟧ тълпа", ["25,000"]),
        ] as [(String, String, [String])])
    func `numbers are read by value`(language: String, marked: String, values: [String]) {
        let marked = MarkedText(marked)
        let facts = NumberReader(language: Language(language)).facts(in: marked.text)
        #expect(facts.map(\.range) == marked.ranges, "\(MarkedText.marked(marked.text, facts.map(\.range)))")
        #expect(facts.map(\.value.description) == values)
    }

    @Test(arguments: [("en", "on 05 May"), ("zh", "6月"), ("ko", "6월"), ("en", "at 3.4.5.6.7"), ("en", "½ a litre")])
    func `what may be something else is doubtful`(language: String, text: String) {
        let facts = NumberReader(language: Language(language)).facts(in: text)
        #expect(facts.first?.certainty == .doubtful)
    }

    @Test(arguments: [
        ("en", "12 to 14 million visitors", 12_000_000, true), ("de", "12 bis 14 Millionen", 12_000_000, true),
        ("zh", "1200至1400万人次", 12_000_000, true), ("en", "We met 12. 14 million came", 12_000_000, false),
        ("ja", "１８９５（明治２８）年", 28, false), ("ja", "明治２８年", 1895, true), ("zh", "民國108年", 2019, true),
        ("th", "พ.ศ. 2562", 2019, true), ("ar", "توفي سنة 1 هـ", 622, true), ("en", "died AH 291", 904, true),
        ("ar", "ولد سنة 291، وتوفي عام 376 للهجرة", 903, true), ("ar", "ولد سنة 291", 903, false),
        ("en", "291 men in 400 AH", 903, false), ("en", "1445 AH", 2024, true), ("en", "2½ hours", 2, true),
        ("en", "3 ½ million people", 3_000_000, true),
    ])
    func `the first number may also be read as`(language: String, text: String, value: Int, isRead: Bool) {
        let first = NumberReader(language: Language(language)).facts(in: text).first
        #expect(first?.readings.contains(DecimalValue(mantissa: value)) == isRead)
    }

    @Test func `an ambiguous mark leaves both readings open`() {
        let german = NumberReader(language: Language("de")).facts(in: "1.100")[0]
        let english = NumberReader(language: Language("en")).facts(in: "1,100")[0]
        #expect(german.couldEqual(english))
        #expect(german.otherReadings == [DecimalValue(mantissa: 11, exponent: -1)])
    }

    @Test(arguments: [
        ("ru", 7, "он ждал семь дней", true), ("ru", 7, "он ждал восемь дней", false), ("de", 12, "zwölf männer", true),
        ("en", 2025, "twenty twenty-five", true), ("en", 758, "seven five eight", true), ("zh", 20, "二十年", true),
        ("fr", 3, "trois jours", true), ("fr", 3, "quatre jours", false),
        ("uk", 100_000, "близько ста тисяч людей", true), ("cs", 100, "bylo jich ke stu", true),
        ("tr", 200_000, "iki yüz bin kişi", true), ("it", 200_000, "oltre duecentomila persone", true),
        ("hu", 300, "több mint háromszáz ember", true), ("fi", 200_000, "yli kaksisataatuhatta", true),
        ("de", 10_000_000, "zehn millionen menschen", true), ("de", 10_000_000, "zehn milliarden", false),
        ("de", 2_000_000_000, "zwei milliarden dollar", true), ("en", 1_000_000_000, "a billion dollars", true),
        ("zh", 2_500_000, "两百五十万个部分", true), ("zh", 3_500_000, "两百五十万个部分", false),
        ("ar", 2_000_000, "تجمع مليوني دولار", true), ("ja", 2_500_000, "二百五十万個", true),
        ("de", 500, "fünfhundertkilobomben", true), ("nl", 300, "meer dan tweehonderd", false),
        ("sv", 200_000, "över tvåhundratusen människor", true), ("ru", 100, "у него есть стол", false),
    ])
    func `numbers in words excuse`(language: String, value: Int, text: String, isSaid: Bool) {
        let words = Set(text.split { $0 == " " || $0 == "-" }.map(String.init))
        #expect(SpelledNumbers(language: Language(language)).mentions(value, words: words, text: text) == isSaid)
    }

    @Test(arguments: SeededGenerator.seeds)
    func `digits of any length never trap`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = ["9999999999", "0", ".", ",", " ", "'", "млрд", "억", "万", "-", "x", "٣", "1"]
        let text = (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        for language in ["ru", "ko", "zh", "en"] {
            for fact in NumberReader(language: Language(language)).facts(in: text) {
                #expect(text.slice(fact.range) == fact.text, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [(15, 0, "15"), (235, 8, "23,500,000,000"), (35, -1, "3.5"), (5, -3, "0.005"), (-12, 2, "-1200")])
    func `values print as people write them`(mantissa: Int, exponent: Int, text: String) {
        #expect(DecimalValue(mantissa: mantissa, exponent: exponent).description == text)
    }
}
