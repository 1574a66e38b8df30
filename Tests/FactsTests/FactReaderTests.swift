import Bitext
import Facts
import TestSupport
import Testing

@Suite struct FactReaderTests {
    @Test(
        arguments: [
            ("en", "⟦two hundred thousand, five hundred⟧ people in ⟦nineteen eighty-four⟧", ["200,500", "1984"]),
            ("en", "⟦half a million⟧, ⟦two and a half million⟧, a ⟦dozen⟧ eggs", ["500,000", "2,500,000", "12"]),
            ("en", "⟦three thousand⟧ ⟦two thousand⟧; one of them; a second; hundreds", ["3000", "2000"]),
            ("de", "⟦dreiundzwanzigtausend⟧, ⟦anderthalb Millionen⟧, ein Haus, dreist", ["23,000", "1,500,000"]),
            ("fr", "⟦quatre-vingt-dix-sept⟧, ⟦une centaine⟧, ⟦un million et demi⟧", ["97", "100", "1,500,000"]),
            ("nl", "⟦tweehonderdtien⟧, ⟦honderdachtenzeventig⟧", ["210", "178"]),
            ("sv", "⟦trettioettusen⟧ hus", ["31,000"]), ("it", "⟦duecentotrentaquattromila⟧ persone", ["234,000"]),
            ("ru", "⟦полтора миллиона⟧; один из них; ⟦два с половиной миллиона⟧; сотни", ["1,500,000", "2,500,000"]),
            ("uk", "⟦п’ятдесят п'ять тисяч⟧", ["55,000"]), ("he", "⟦עשרים ואחת⟧", ["21"]), ("ar", "⟦سبعة عشر⟧", ["17"]),
            ("he", "⟦שארבעה עשר⟧ אנשים, ⟦ואחת עשרה⟧", ["14", "11"]), ("ar", "⟦بأربعة عشر⟧ شخصا", ["14"]),
            ("ko", "⟦이십삼만 사천⟧ 명과 이만 하자, 일이 있다", ["234,000"]),
            ("ja", "⟦二〇一八⟧年に⟦二十三万⟧人が千葉へ、一番、百貨店", ["2018", "230,000"]),
            ("zh", "⟦一九八四⟧年，⟦一千五百万⟧，一个", ["1984", "15,000,000"]),
            ("th", "มีคน⟦หนึ่งแสนสองหมื่น⟧คน", ["120,000"]), ("hi", "⟦दो लाख चौंतीस हज़ार⟧", ["234,000"]),
            ("vi", "⟦hai nghìn ba trăm bốn mươi lăm⟧ người", ["2345"]),
        ] as [(String, String, [String])])
    func `spelled-out numbers are read by value`(language: String, marked: String, values: [String]) {
        let marked = MarkedText(marked)
        let facts = SpelledNumberReader(language: Language(language)).facts(in: marked.text)
        #expect(facts.map(\.range) == marked.ranges, "\(MarkedText.marked(marked.text, facts.map(\.range)))")
        #expect(facts.map(\.value.description) == values)
        #expect(facts.allSatisfy { $0.certainty == .doubtful })
    }

    @Test(arguments: [
        ("en", "$20 billion in bonds", "USD"), ("en", "20 million US dollars", "USD"), ("en", "5 Swiss francs", "CHF"),
        ("en", "60 km/h", "kilometer-per-hour"), ("en", "5 km", "kilometer"), ("en", "3 percentage points", "percent"),
        ("en", "RMB 300 in cash", "CNY"), ("ru", "5 американских долларов", "USD"), ("ru", "100 рублей", "RUB"),
        ("uk", "5 тисяч гривень", "UAH"), ("ko", "200억 달러를", "USD"), ("ko", "10킬로미터를", "kilometer"),
        ("zh", "100多万美元", "USD"), ("zh", "89亿新元", "SGD"), ("ja", "1000円", "JPY"), ("fr", "20 milliards d’euros", "EUR"),
        ("es", "20 mil millones de dólares", "USD"), ("tr", "yüzde 10", "percent"), ("tr", "5 lira", "TRY"),
        ("th", "ร้อยละ 10", "percent"), ("pl", "5 złotych", "PLN"), ("el", "10 τοις εκατό", "percent"),
        ("cs", "5 korun", "CZK"), ("it", "20 miliardi di dollari", "USD"), ("pt", "7 reais", "BRL"),
        ("pt", "1,98 m de altura", "meter"), ("ru", "5 м", "meter"), ("nb", "5 t", "hour"),
        ("en", "5 centimetres", "centimeter"), ("en", "9 kph", "kilometer"), ("fi", "16 prosenttia", "percent"),
        ("fi", "5 millimetrin sade", "millimeter"), ("de", "38 Metern pro Sekunde", "meter-per-second"),
        ("el", "5 εκατοστών", "centimeter"), ("hu", "3 százaléka", "percent"), ("ar", "550 رطلاً", "pound"),
        ("he", "5 ק“מ", "kilometer"), ("fa", "50 میلیمتر", "millimeter"), ("da", "26 kilo", "kilogram"),
        ("tr", "1,5 milyon sterlinlik yeni bina", "GBP"), ("ru", "11 млн фунтов", "GBP"), ("hi", "11 मिलियन पाउंड", "GBP"),
    ])
    func `what a number counts is read`(language: String, text: String, reading: String) throws {
        let fact = try #require(NumberReader(language: Language(language)).facts(in: text).first)
        let measure = MeasureReader(language: Language(language)).measure(of: fact.range, in: text)
        #expect(measure?.readings.contains(reading) == true, "\(measure?.readings ?? [])")
    }

    @Test(arguments: [
        ("en", "5 British soldiers"), ("en", "3 new cars"), ("en", "12 in all"), ("en", "3 real problems"),
        ("en", "100 mark the day"), ("fi", "3 % 12 000 kertaa"), ("de", "5 in Bonn"), ("en", "1912 All-Ireland"),
        ("es", "20 de mayo"), ("fr", "5 m’ont dit"), ("da", "26 fra huset"), ("he", "30 של המאה"),
        ("it", "7 ha scosso"), ("tr", "5 yeni ev"), ("en", "5 may"), ("de", "5 M"),
    ])
    func `other words count nothing`(language: String, text: String) throws {
        let fact = try #require(NumberReader(language: Language(language)).facts(in: text).last)
        #expect(MeasureReader(language: Language(language)).measure(of: fact.range, in: text) == nil)
    }

    @Test(
        arguments: [
            ("en", "on ⟦March 3, 2024⟧ and the ⟦4th of May⟧", ["2024-03-03", "--05-04"]),
            ("en", "on ⟦13/4/2024⟧, version 1.2.2024a", ["2024-04-13"]),
            ("de", "am ⟦03.04.2024⟧ in Bonn", ["2024-04-03"]),
            ("cs", "dne ⟦3. 4. 2024⟧", ["2024-04-03"]), ("vi", "ngày ⟦3 tháng 4 năm 2024⟧", ["2024-04-03"]),
            ("th", "⟦3 มีนาคม 2567⟧", ["2024-03-03"]), ("ja", "令和⟦6年3月3日⟧", ["2024-03-03"]),
            ("ko", "⟦2024년 3월 3일⟧에", ["2024-03-03"]), ("ar", "⟦3 آذار 2024⟧", ["2024-03-03"]),
            ("sv", "den ⟦26 juli 2009⟧", ["2009-07-26"]), ("hu", "⟦2024. március 3⟧.", ["2024-03-03"]),
            ("th", "⟦5/1/2561⟧ และ ⟦5 มกราคม 2561⟧", ["2018-01-05", "2018-01-05"]),
            ("fa", "⟦۱۵ خرداد ۱۴۰۳⟧ و ⟦۱۴۰۳/۰۳/۱۵⟧ و ⟦۱ فروردین⟧", ["2024-06-04", "2024-06-04", "--03-21"]),
            ("ar", "⟦12 رمضان 1445⟧ هـ", ["2024-03-22"]), ("ar", "في 3 رجب", []),
        ] as [(String, String, [String])])
    func `dates are read`(language: String, marked: String, values: [String]) {
        let marked = MarkedText(marked)
        let language = Language(language)
        let dates = DateReader(language: language).dates(
            in: marked.text, numbers: NumberReader(language: language).facts(in: marked.text),
            named: NamedFactReader(language: language).facts(in: marked.text))
        #expect(dates.map(\.readings[0].description) == values)
        #expect(dates.map(\.range) == marked.ranges, "\(MarkedText.marked(marked.text, dates.map(\.range)))")
    }

    @Test(
        arguments: [
            ("th", "ปี 2561", [[2018]]), ("th", "2561.5 หรือ 8561", [[], []]), ("fa", "سال ۱۴۰۳", [[2024, 2025]]),
            ("fa", "۱۵ خرداد ۱۴۰۳", [[4], [2024, 2025]]), ("fa", "۲۰۲۴", [[]]),
            ("ar", "12 رمضان 1445", [[21, 22, 23], [2024]]), ("ar", "عام 1445", [[]]),
            ("ar", "3 صفر 1445", [[18, 19, 20, 21], [2023]]), ("ja", "令和6年", [[2024]]),
            ("ko", "단기 4357년", [[2024]]), ("en", "in 1403 and 2561", [[], []]), ("tr", "2023 Recep Bey", [[]]),
            ("tr", "12 Ramazan 1445", [[21, 22, 23], [2024]]),
        ] as [(String, String, [[Int]])])
    func `numbers may be days and years of other calendars`(language: String, text: String, others: [[Int]]) {
        let numbers = NumberReader(language: Language(language)).facts(in: text)
        #expect(numbers.map { $0.otherReadings.compactMap(\.whole).sorted() } == others)
    }

    @Test(arguments: [("令和六年", [2024]), ("平成元年と令和元年", [1989, 2019]), ("明治の六つ", [])] as [(String, [Int])])
    func `years of eras are read in words`(text: String, years: [Int]) {
        let facts = SpelledNumberReader(language: Language("ja")).facts(in: text)
        #expect(facts.flatMap(\.otherReadings).compactMap(\.whole) == years)
    }

    @Test(
        arguments: [
            ("Use ⟦--all⟧, '⟦-v⟧' or [⟦-a⟧|⟦--sort⟧=NAME], not - or --.", ["--all", "-v", "-a", "--sort"]),
            ("--Part Two-- and/or 5-a -5 -ab", []), ("»⟦--all⟧«を⟦-n⟧。", ["--all", "-n"]),
            ("in (⟦/etc/hosts⟧) or ⟦~/.config/x⟧: 1/2 and /x", ["/etc/hosts", "~/.config/x"]),
            ("⟦open_file()⟧ calls ⟦std::open()⟧ (), f()", ["open_file", "std::open"]),
            ("See ⟦https://en.wikipedia.org/wiki/Bonn⟧.", ["wikipedia.org"]), ("(⟦S/2024/413⟧, annex)", ["S/2024/413"]),
            ("载于⟦S/PV.9642⟧号文件", ["S/PV.9642"]), ("Write to ⟦Info@example.org⟧!", ["info@example.org"]),
            ("第⟦6.5.1⟧节, (⟦192.168.0.1⟧), ⟦2.14.3⟧-rc1.", ["6.5.1", "192.168.0.1", "2.14.3"]),
            ("1.234.567, 12.3.2024, 2.4.12, 2024.12.3, 6.5, 1..2, 5.1.a, 1.2.", []),
            ("24/7, 3/4, and/or, km/h, A/H1N1, @name, w/o 5", []), ("⟦www.example.org⟧/", ["example.org"]),
        ] as [(String, [String])])
    func `codes are read`(marked: String, values: [String]) {
        let marked = MarkedText(marked)
        let codes = CodeReader.codes(in: marked.text)
        #expect(codes.map(\.value) == values)
        #expect(codes.map(\.range) == marked.ranges)
    }

    @Test(arguments: SeededGenerator.seeds)
    func `no text traps, and spans are what was read`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "9999999999999999999", "0", ".", ",", " ", "/", "-", "$", "%", "€", "é", "İ", "\u{200F}", "\u{AD}", "億",
            "千", "百",
            "million", "thousand", "hundred", "twenty", "half", "тысяч", "миллион", "двадцать", "만", "억", "이", "月", "日",
            "年",
            "March", "марта", "@", "://", "a.b", "S/", "http", "und", "zwei", "tausend", "ย", "ล้าน", "د", "و", "‍", "👩‍👩‍👧",
            "元年",
            "令和", "خرداد", "رمضان", "۱۴۰۳", "มกราคม", "2561",
        ]
        let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        for tag in ["en", "de", "ru", "ko", "zh", "ja", "th", "ar", "fr", "fa"] {
            let language = Language(tag)
            let numbers = NumberReader(language: language).facts(in: text)
            let spelled = SpelledNumberReader(language: language).facts(in: text)
            let dates = DateReader(language: language).dates(
                in: text, numbers: numbers, named: NamedFactReader(language: language).facts(in: text))
            let measures = MeasureReader(language: language)
            for fact in numbers { _ = measures.measure(of: fact.range, in: text) }
            for (range, read) in numbers.map({ ($0.range, $0.text) }) + spelled.map({ ($0.range, $0.text) })
                + dates.map({ ($0.range, $0.text) }) + CodeReader.codes(in: text).map({ ($0.range, $0.text) })
            {
                #expect(text.slice(range) == read, "seed \(seed), \(tag)")
            }
        }
    }

    /// Each of these took minutes where every place was compared with every other.
    @Test(arguments: [
        ("zh", "一"), ("zh", "二〇"), ("en", "March 3, "), ("en", "two, "), ("en", "1/2/2020 "), ("ko", "이십"),
        ("en", "two and "), ("en", "½"), ("en", "9 ½ "), ("fa", "۱۵ خرداد ۱۴۰۳ "), ("fa", "۱۴۰۳/۰۳/۱۵ "),
        ("ja", "令和元年"),
    ])
    func `long runs are read in passing`(language: String, piece: String) {
        let text = String(repeating: piece, count: 20_000)
        let language = Language(language)
        let numbers = NumberReader(language: language).facts(in: text)
        let named = NamedFactReader(language: language).facts(in: text)
        let spelled = SpelledNumberReader(language: language).facts(in: text)
        let dates = DateReader(language: language).dates(in: text, numbers: numbers, named: named)
        for range in spelled.map(\.range) + dates.map(\.range) { #expect(range.end <= text.utf8.count) }
    }

    @Test(arguments: [1, 2, 3, 40])
    func `numbers too large to hold are no numbers`(scales: Int) {
        let text = "nine hundred ninety-nine " + String(repeating: "trillion ", count: scales) + "and a half"
        for fact in SpelledNumberReader(language: Language("en")).facts(in: text) {
            #expect(text.slice(fact.range) == fact.text)
        }
    }
}
