import Bitext
import Facts
import TestSupport
import Testing

@Suite struct NamedFactTests {
    @Test(
        arguments: [
            ("en", "On ⟦Tuesday⟧ in ⟦May⟧ we may march.", [.weekday(3), .month(5)]),
            ("en", "⟦Britain⟧ and the ⟦United States⟧ spoke.", [.region("GB"), .region("US")]),
            ("uk", "⟦США⟧, ⟦Канаді⟧, ⟦Великій Британії⟧", [.region("US"), .region("CA"), .region("GB")]),
            ("en", "The ⟦US⟧, the ⟦U.S⟧. and the ⟦UK⟧ told us.", [.region("US"), .region("US"), .region("GB")]),
            ("en", "The turkey came from ⟦Turkey⟧.", [.region("TR")]),
            ("fr", "au ⟦Bélarus⟧, en ⟦Iraq⟧ et au ⟦Viet Nam⟧", [.region("BY"), .region("IQ"), .region("VN")]),
            ("fr", "au ⟦Libéria⟧ et à ⟦Saint-Vincent-et-les-Grenadines⟧", [.region("LR"), .region("VC")]),
            (
                "en", "⟦Trinidad and Tobago⟧, ⟦Saint Lucia⟧, ⟦Bosnia and Herzegovina⟧",
                [.region("TT"), .region("LC"), .region("BA")]
            ),
            ("en", "from ⟦South Georgia and the South Sandwich Islands⟧", [.region("GS")]),
            ("es", "en ⟦Nueva Zelandia⟧ y en ⟦Malí⟧", [.region("NZ"), .region("ML")]),
            ("ru", "с ⟦Соломоновых Островов⟧ и из ⟦Центральноафриканской Республики⟧", [.region("SB"), .region("CF")]),
            ("ru", "без того", []), ("ar", "في ⟦موزامبيق⟧ ومن ⟦سري لانكا⟧", [.region("MZ"), .region("LK")]),
            ("ja", "⟦フランス領ギアナ⟧と⟦トリニダード・トバゴ⟧と⟦ドミニカ共和国⟧", [.region("GF"), .region("TT"), .region("DO")]),
            ("hi", "⟦फ्रांस⟧ और ⟦इजरायल⟧", [.region("FR"), .region("IL")]),
            ("fi", "⟦Yhdistyneessä kuningaskunnassa⟧", [.region("GB")]),
            ("bg", "посланикът на ⟦Руската федерация⟧", [.region("RU")]),
            ("ko", "⟦호주는⟧ 호주머니에", [.region("AU")]), ("pt", "da ⟦Letónia⟧", [.region("LV")]),
            ("es", "de la ⟦República Unida de Tanzanía⟧ y ⟦Rwanda⟧", [.region("TZ"), .region("RW")]),
            ("ru", "в ⟦Демократической Республике Конго⟧", [.region("CD")]),
            ("ar", "في ⟦الاتحاد الروسي⟧", [.region("RU")]), ("nl", "in ⟦Wit-Rusland⟧", [.region("BY")]),
            (
                "en", "the ⟦United Kingdom of Great Britain and Northern Ireland⟧, the ⟦Holy See⟧",
                [.region("GB"), .region("VA")]
            ),
            ("ru", "5 ⟦марта⟧", [.month(3)]), ("ru", "в ⟦России⟧ и в ⟦Китае⟧", [.region("RU"), .region("CN")]),
            ("uk", "голови ⟦Палау⟧", [.region("PW")]), ("uk", "спікер Палати представників", []),
            ("de", "am 3. ⟦Mai⟧ in ⟦Deutschland⟧", [.month(5), .region("DE")]),
            ("uk", "до ⟦Об'єднаних Арабських Еміратів⟧", [.region("AE")]),
            ("uk", "до ⟦Обʼєднаних Арабських Еміратів⟧", [.region("AE")]),
            ("en", "the ⟦twenty-first⟧ session", [.ordinal(21)]),
            ("de", "im ⟦einundzwanzigsten⟧ Jahrhundert", [.ordinal(21)]),
            ("ru", "⟦двадцать второй⟧ день", [.ordinal(22)]), ("en", "the ⟦first⟧ time, one day", [.ordinal(1)]),
            ("zh", "⟦第三⟧次", [.ordinal(3)]),
            ("fr", "⟦douze⟧ jours en ⟦août⟧", [.number(12), .month(8)]),
            ("fr", "⟦soixante-douze⟧ jours", [.number(72)]),
            ("ar", "في ⟦ألمانيا⟧ ألمانة", [.region("DE")]),
            ("zh", "⟦三月⟧在⟦法国⟧", [.month(3), .region("FR")]), ("ko", "⟦일본에서⟧ 인도적", [.region("JP")]),
            ("ko", "⟦11월⟧ 2일, 2개월, ⟦세⟧ 명", [.month(11), .number(3)]), ("ja", "⟦11月⟧に2か月", [.month(11)]),
            ("zh", "⟦周五⟧，⟦八⟧个人，八达岭", [.weekday(6), .number(8)]), ("en", "⟦Oct⟧. 2 is not octopus, Oct", [.month(10)]),
            ("he", "⟦בגרמניה⟧", [.region("DE")]), ("hi", "⟦चार⟧ लोग", [.number(4)]),
            ("fi", "⟦Perussa⟧ ja ⟦Palaussa⟧", [.region("PE"), .region("PW")]), ("en", "nothing is named here", []),
            ("ru", "в ⟦Москве⟧ и ⟦Париже⟧", [.city("RU/Moscow"), .city("FR/Paris")]),
            ("en", "from ⟦New York⟧ to ⟦Kyiv⟧ and Kiel", [.city("US/New_York"), .city("UA/Kiev")]),
            ("ja", "⟦東京⟧と⟦キーウ⟧で会う", [.city("JP/Tokyo"), .city("UA/Kiev")]), ("th", "เขาปรากฏตัว", []),
            ("pl", "w ⟦Londynie⟧ i ⟦Pekinie⟧", [.city("GB/London"), .city("CN/Beijing")]),
            ("de", "Ein Roman aus ⟦Prag⟧", [.city("CZ/Prague")]), ("fi", "⟦Euroopassa⟧", [.region("150")]),
            // Words that only look like countries where nothing else has a capital, or inside longer ones.
            ("ja", "プライマリキーとタイマーをバインドする", []), ("ja", "⟦ドイツ⟧チームと⟦タイ⟧", [.region("DE"), .region("TH")]),
            ("tr", "Kanalda su var, belirteci yok", []), ("bg", "Само една сграда", []), ("bg", "Самотна сграда", []),
            ("vi", "Pháp luật quy định. Đức tin ấy là của ⟦Pháp⟧", [.region("FR")]), ("tr", "Beni öldürme", []),
            ("lt", "Palauk, žmogau", []),
            ("vi", "phân tích cú pháp tốt", []), ("vi", "tiếng ⟦Pháp⟧", [.region("FR")]),
            ("uk", "Дані відкрито, числа з рухомою комою", []), ("hu", "Angol nyelv", []), ("he", "לוכסן שמאלי", []),
            ("en", "cannot un-backup it", []), ("en", "the ⟦UN⟧ and the ⟦PRC⟧", [.region("UN"), .region("CN")]),
            ("fr", "la ⟦mer Noire⟧ et la mer", [.region("x-black-sea")]), ("hu", "az ⟦EU⟧-ban", [.region("EU")]),
            ("tr", "⟦Birleşmiş Milletler⟧ toplandı", [.region("UN")]),
            ("pl", "To ⟦trzydziesty czwarty⟧ statek", [.ordinal(34)]),
            ("cs", "⟦Dvacátý druhý⟧ a ⟦čtvrtý⟧ den", [.ordinal(22), .ordinal(4)]),
            ("bg", "⟦двадесет и вторият⟧ кораб, ⟦четвъртият⟧ в ⟦четвъртък⟧", [.ordinal(22), .ordinal(4), .weekday(5)]),
            ("uk", "⟦тридцять четвертого⟧ разу", [.ordinal(34)]), ("ro", "a ⟦treizeci și patra⟧ oară", [.ordinal(34)]),
            ("ru", "среди средних средств в ⟦среду⟧", [.weekday(4)]),
            ("uk", "серед трави у ⟦травні⟧", [.month(5)]), ("hu", "szerinte ⟦szerdán⟧", [.weekday(4)]),
            ("ro", "Mai multe au venit în ⟦mai⟧, 2 ⟦mai⟧ sau în mai multe zile", [.month(5), .month(5)]),
            ("ro", "⟦Trei⟧ luni de ⟦luni⟧ până ⟦joi⟧", [.number(3), .weekday(2), .weekday(5)]),
            ("pl", "Środki mają w ⟦środę⟧", [.weekday(4)]), ("tr", "Marka ⟦martta⟧ çıktı", [.month(3)]),
            ("hu", "Kenyér ⟦Kenyában⟧, szamár ⟦Szamoán⟧", [.region("KE"), .region("WS")]),
            ("fi", "Puoleen ⟦Puolassa⟧, Perusta ⟦Perussa⟧", [.region("PL"), .region("PE")]),
            ("tr", "Sudaki ⟦Sudan⟧'da, Belirli", [.region("SD")]), ("pl", "Niemal w ⟦Niemczech⟧", [.region("DE")]),
            ("ru", "Грузовик из ⟦Грузии⟧", [.region("GE")]), ("cs", "Jemné z ⟦Jemenu⟧", [.region("YE")]),
            ("gl", "A casa ten dúas portas", []), ("ja", "Museum の⟦EU⟧加盟", [.region("EU")]),
            ("be", "Малако з ⟦Малаві⟧. Макалі", [.region("MW")]), ("ru", "Кубок и Мальчик с ⟦Кубы⟧", [.region("CU")]),
            ("pl", "Samoloty z ⟦Samoa⟧", [.region("WS")]), ("fi", "Puolueen jäsen ⟦Puolasta⟧", [.region("PL")]),
            ("cs", "⟦dvacet⟧ druhých", [.number(20)]),
            ("et", "Maine kasvas ⟦maist⟧ ⟦juunini⟧", [.month(5), .month(6)]),
        ] as [(String, String, [NamedFact.Value])])
    func `months, weekdays, countries and small numbers are read by name`(
        language: String, marked: String, values: [NamedFact.Value]
    ) {
        let marked = MarkedText(marked)
        let facts = NamedFactReader(language: Language(language)).facts(in: marked.text)
        #expect(facts.map(\.range) == marked.ranges, "\(MarkedText.marked(marked.text, facts.map(\.range)))")
        #expect(facts.map(\.value) == values)
    }

    @Test(
        arguments: [
            ("en", "Ukrainians", ["UA"]), ("en", "German", ["DE"]), ("en", "Prussian", []), ("uk", "українцям", ["UA"]),
            ("en", "Ukra", []), ("en", "canal", []), ("en", "Canadian", ["CA"]), ("en", "Finnish", ["FI"]),
            ("en", "British", ["GB"]), ("de", "schweizerische", ["CH"]), ("de", "schwedische", ["SE"]),
            ("fr", "américaines", ["US"]), ("ru", "британского", ["GB"]), ("ru", "шведских", ["SE"]),
            ("es", "español", ["ES"]), ("zh", "日本人", []), ("de", "islamische", []), ("cs", "Filipa", []),
            ("ar", "الأولى", []),
            ("tr", "İngiliz", ["GB"]), ("en", "Koreans", ["KP", "KR"]),
            ("en", "George", []), ("en", "Georgians", ["GE"]), ("en", "Roman", []), ("en", "Romanian", ["RO"]),
            ("de", "bislang", []), ("de", "Kameras", []), ("fr", "soudain", []), ("fr", "soudanais", ["SD"]),
            ("it", "camere", []), ("it", "camerunense", ["CM"]), ("sk", "komorou", []), ("tr", "karadaki", []),
            ("id", "burung", []), ("lt", "lietumi", []),
        ] as [(String, String, Set<String>)])
    func `a people's name hints at its country`(language: String, word: String, regions: Set<String>) {
        #expect(Demonyms(Language(language)).regions(word[...]) == regions)
    }

    @Test(
        arguments: [
            ("en", "FR", "Francophone", true), ("en", "FR", "German", false), ("zh", "FR", "法语", true),
            ("zh", "FR", "法律", false), ("en", "xx", "German", false), ("sk", "CN", "čínske", true),
            ("cs", "CU", "kubánský", true), ("en", "IR", "Iranian", true), ("it", "CM", "camera", false),
        ] as [(String, String, String, Bool)])
    func `the first letters of a word hint at a country`(language: String, region: String, word: String, expected: Bool)
    {
        #expect(Demonyms(Language(language)).possibleRegions(word[...]).contains(region) == expected)
    }

    @Test(
        arguments: [
            ("en", "English", true), ("uk", "українською", true), ("sk", "Slovenčine", true), ("hu", "Magyar", true),
            ("es", "español", true), ("es", "inglés", false), ("en", "Ukrainian", false), ("tlh", "tlhIngan", false),
        ])
    func `a language knows its own name`(language: String, word: String, expected: Bool) {
        #expect(Demonyms(Language(language)).isOwnLanguage(word) == expected)
    }
}
