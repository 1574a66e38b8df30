import Bitext
import Corpus
import Drift
import Testing

/// Numbers that faithful translations say otherwise; each stood in a translation that was wrongly accused.
@Suite struct NumberExcuseTests {
    private func found(_ source: (String, String), _ target: (String, String)) throws -> [String] {
        let result = try RowScorer().score(
            source: source.1, target: target.1, sourceLanguage: Language(source.0), targetLanguage: Language(target.0))
        return result.findings.filter { $0.check == "number-mismatch" && $0.confidence >= 0.5 }.map(\.message)
    }

    @Test(arguments: [
        (("en", "It adopted it (resolution 2732 (2024)) today."), ("fr", "Il l’a adoptée aujourd’hui.")),
        (("en", "He sent a letter (S/2024/378, annex) to us."), ("fr", "Il nous a envoyé une lettre.")),
        (("zh", "通过了决议（第2732（2024）号决议）。"), ("en", "It adopted the resolution.")),
        (("en", "It adopted resolution 2732 (2024) today."), ("fr", "Il a adopté la résolution 2732 aujourd’hui.")),
        (("en", "[1] A well-known spring."), ("fr", "[12] Source très célèbre.")),
        (("en", "The text is in S/2024/413 now."), ("fr", "Le texte est prêt maintenant.")),
        (("en", "Patches were found 10 miles offshore."), ("fr", "On en trouve à 16 km (10 milles) au large.")),
        (("pl", "Mierzący 198 cm mężczyzna dorastał tutaj."), ("en", "The 6-foot-6 forward grew up here.")),
        (("en", "Rain may reach 2 to 3 inches per hour."), ("nl", "Tot 5 tot 8 cm regen per uur is mogelijk.")),
        (("en", "They moved out in the 1930s."), ("pl", "Wyprowadzili się w latach trzydziestych.")),
        (("en", "They moved out in the 1930s."), ("cs", "Odstěhovali se v 30. letech 20. století.")),
        (("en", "It holds 10.2 Million and .5 Million."), ("ja", "10.2 Million と .5 Million です。")),
        (("en", "She was born on 4/9/64."), ("de", "Sie wurde am 9.4.64 geboren.")),
        (("en", "See section 7.8, “The tides of the bay”."), ("ja", "「湾の潮の満ち引き」を参照。")),
        (("zh", "比利时累计64847人感染新冠病毒。"), ("en", "In Belgium 64,847 people have COVID-19.")),
        (("ja", "１８９５（明治２８）年に赴任した。"), ("en", "He came in 1895.")),
        (("en", "It expects 12 to 14 million visitors."), ("zh", "预计1200万至1400万人次。")),
        (("en", "Ten years ago 10 million people lived here."), ("de", "Vor zehn Jahren lebten hier zehn Millionen.")),
        (("en", "They found 0.70 matches for Mars."), ("ja", "火星 の 0 . 70 が 一致 し ま す 。")),
        (("en", "He won the 3M edition."), ("de", "Er gewann die 3M - Ausgabe .")),
        (("uk", "Люди цілодобово під обстрілами."), ("en", "People are under fire 24 hours a day.")),
        (("en", "See section 1.1. It was signed."), ("de", "Siehe Abschnitt 1.1. Er wurde unterzeichnet.")),
        (("fr", "Un chapeau protège à 100 % du soleil."), ("en", "A hat blocks out the sun completely.")),
        (("en", "The man, now 31, is on trial."), ("cs", "Jednatřicetiletý muž je souzen.")),
        (("en", "He waited 45 days."), ("cs", "Čekal pětačtyřicet dní.")),
        (("zh", "他拒绝接受“九二共识”。"), ("en", "He rejects the 1992 Consensus.")),
        (("en", "The loss was 6.5 trillion dollars."), ("pt", "A perda foi de 6,5 biliões de dólares.")),
        (("en", "It was in the late 15th century."), ("hi", "यह पंद्रहवीं शताब्दी के अंत में था।")),
        (("en", "It shows 19th century opinion."), ("sv", "Det visar 1800-talets åsikter.")),
        (("en", "A bloody 19th-century war began."), ("fi", "Verinen sota alkoi 1800-luvulla.")),
        (("en", "It shows 19th century opinion."), ("fi", "Se ilmentää 1800-luvun mielipiteitä.")),
        (("en", "It reaches 80 degrees on Tuesday."), ("pl", "We wtorek będzie 27 stopni.")),
        (("en", "He scored from 30 yards."), ("de", "Er traf aus 27 Metern.")),
        (("en", "Waves rose to six meters (20 feet)."), ("es", "Las olas subieron a seis metros.")),
        (("en", "Waves rose to 20 feet."), ("fi", "Aallot nousivat kuuteen metriin.")),
        (("en", "It sold for £125m."), ("ro", "S-a vândut cu 125 de milioane de lire.")),
        (("en", "It sold for £125m."), ("lt", "Parduota už 125 milijonus svarų.")),
        (("en", "It sold for £125m."), ("bn", "এটি ১২৫ মিলিয়ন পাউন্ডে বিক্রি হয়।")),
        (("th", "ประชุมวันที่ 5 มกราคม 2561"), ("en", "The meeting was on 5 January 2018.")),
        (("fa", "نشست در ۱۵ خرداد ۱۴۰۳ بود."), ("en", "The meeting was on 4 June 2024.")),
        (("ja", "令和元年に赴任した。"), ("en", "He came in 2019.")),
        (("en", "He was born in 903 and died in 986."), ("ar", "ولد سنة 291، وتوفي عام 376 للهجرة.")),
        (("en", "Waves rose to six meters (18 feet)."), ("sv", "Vågorna nådde sex meter.")),
        (("en", "It lies about a mile from the port."), ("fr", "Il est à 1,5 km du port.")),
        (("en", "Half an inch fell overnight."), ("de", "Über Nacht fielen 13 mm.")),
        (("en", "They wear hats with a two-foot brim."), ("fi", "Hattujen lieri on 60 cm leveä.")),
        (("en", "Expect 1 to 2 inches of rain."), ("hu", "Várhatóan 25–50 mm eső esik.")),
        (("en", "Winds of 85 mph were measured."), ("fi", "Tuulen nopeus oli 38 metriä sekunnissa.")),
        (("en", "It will be in the 80s there."), ("pl", "Będzie tam od 27 do 31 stopni.")),
        (("en", "It shows 19th century opinion."), ("fr", "Il montre l’opinion du XIXe siècle.")),
        (("en", "A 42-year-old mechanic came."), ("pl", "Przyszedł czterdziestodwuletni mechanik.")),
        (("en", "A 42-year-old mechanic came."), ("ro", "A venit un mecanic de patruzeci și doi de ani.")),
        (("en", "His 20-year-old son came."), ("sv", "Hans tjugoårige son kom.")),
        (("it", "Era negli anni ’80."), ("nl", "Het was in de jaren tachtig.")),
        (("da", "Det var i 1980'erne."), ("pl", "Było to w latach osiemdziesiątych.")),
        (("zh", "他们在20世纪30年代离开。"), ("it", "Partirono negli anni ’30.")),
        (("fi", "Kiista 1600-luvun puolivälissä oli pitkä."), ("he", "המאבק באמצע המאה ה- 17 היה ארוך.")),
        (("sv", "Tvisten på 1600-talet formade landet."), ("ar", "شكل النزاع في القرن 17 البلاد.")),
        (("fi", "Sademäärä on 50-75 millimetriä tunnissa."), ("en", "Rain falls at 5 to 7.5 centimetres an hour.")),
        (("de", "Der Wind wehte mit 38 Metern pro Sekunde."), ("en", "The wind blew at 137 kilometers per hour.")),
        (("he", "החזיר שקל 250 ק“ג."), ("ar", "وزن الخنزير 550 رطلاً.")),
        (("sv", "Kriget på 1800-talet var långt."), ("nl", "De negentiende-eeuwse oorlog was lang.")),
        (("it", "È alto 198 cm."), ("pt", "Tem 1,98 m de altura.")),
        (("fr", "C’est son 34e voyage."), ("pl", "To jego trzydziesty czwarty rejs.")),
    ])
    func `what is said otherwise is no mismatch`(source: (String, String), target: (String, String)) throws {
        #expect(try found(source, target) == [])
    }

    @Test(arguments: [
        (("en", "It adopted it (resolution 2732 (2024))."), ("fr", "Il l’a adoptée (résolution 2727 (2024)).")),
        (("en", "It adopted resolution 2732 today."), ("fr", "Il a adopté la résolution aujourd’hui.")),
        (("en", "It adopted resolution 2732 (2024)."), ("fr", "Il a adopté la résolution 2732 (2025).")),
        (("en", "He (then 55) sent a letter to us."), ("fr", "Il nous a envoyé une lettre.")),
        (("en", "Buried 100 meters (328 feet) underground."), ("es", "A 101 metros (328 pies) bajo el suelo.")),
        (("en", "They moved out in the 1930s."), ("de", "Sie zogen in den 1940er Jahren aus.")),
        (("en", "He waited 45 days."), ("cs", "Čekal pětatřicet dní.")),
        (("zh", "他拒绝接受“九二共识”。"), ("en", "He rejects the 1993 Consensus.")),
        (("en", "The loss was 6.5 billion dollars."), ("pt", "A perda foi de 6,5 biliões de dólares.")),
        (("en", "The COVID-19 rules of 2021 hold."), ("de", "Die COVID-19-Regeln von 2022 gelten.")),
        (("en", "The trip is 40 miles long."), ("de", "Die Reise ist 80 Kilometer lang.")),
        (("en", "The camp is 5 km away."), ("de", "Das Lager ist 8 km entfernt.")),
        (("en", "In 1918 Lt Col Vann fell."), ("de", "Im Jahr 1818 fiel Lt Col Vann.")),
        (("en", "It shows 19th century opinion."), ("sv", "Det visar 1700-talets åsikter.")),
        (("en", "It sold for £125m."), ("ro", "S-a vândut cu 125 de lire.")),
        (("fi", "Kiista 1500-luvun puolivälissä oli pitkä."), ("he", "המאבק באמצע המאה ה- 17 היה ארוך.")),
        (("he", "החזיר שקל 350 ק“ג."), ("ar", "وزن الخنزير 550 رطلاً.")),
        (("en", "A loan of 2 billion was made."), ("de", "Ein Kredit von zwei Millionen wurde gegeben.")),
        (("ja", "明治２８年に赴任した。"), ("en", "He came in 1896.")),
        (("th", "ประชุมในปี 2561"), ("en", "The meeting was in 2016.")),
        (("en", "It lies about a mile from the port."), ("fr", "Il est à 25 km du port.")),
        (("en", "Winds of 85 mph were measured."), ("fi", "Tuulen nopeus oli 58 metriä sekunnissa.")),
        (("en", "It shows 19th century opinion."), ("fr", "Il montre l’opinion du XVIIIe siècle.")),
        (("en", "A 42-year-old mechanic came."), ("pl", "Przyszedł czterdziestotrzyletni mechanik.")),
        (("da", "Det var i 1980'erne."), ("id", "Itu terjadi pada tahun 1970-an.")),
        (("es", "Vinieron los 30 hombres."), ("it", "Vennero gli uomini.")),
        (("fr", "Le vent souffle à 136 km/h."), ("it", "Il vento soffia a 138 km/h.")),
    ])
    func `what became another number is still found`(source: (String, String), target: (String, String)) throws {
        #expect(try found(source, target).count == 1)
    }

    @Test func `a year of another calendar is told with what it is in this one`() throws {
        let messages = try found(("fa", "قانون در سال ۱۴۰۳ تصویب شد."), ("en", "The law was passed in 2016."))
        #expect(messages == ["۱۴۰۳ = 1403 (the year 2024 or 2025); the target has 2016."])
    }

    @Test(arguments: [
        (("en", "A campaign by Thutmose III followed."), ("de", "Ein Feldzug von Thutmosis dem Dritten folgte."), 0.0),
        (("en", "Franz Joseph I took great care."), ("de", "Franz Joseph der Erste war sehr sorgfältig."), 0.0),
        (("en", "A campaign by Thutmose II followed."), ("de", "Ein Feldzug von Thutmosis dem Dritten folgte."), 1.0),
    ])
    func `a monarch's number answers to words`(source: (String, String), target: (String, String), lack: Double) throws
    {
        let result = try RowScorer().score(
            source: source.1, target: target.1, sourceLanguage: Language(source.0), targetLanguage: Language(target.0))
        #expect(try #require(result.evidence).figures["number_word_target"] ?? 0 == lack)
    }

    @Test(arguments: [
        ("137 km/h", "135 km/h", Severity.minor), ("1,6 km", "1,5 km", .minor), ("320 km", "300 km", .minor),
        ("249 kg", "250 kg", .minor), ("136 km/h", "138 km/h", .major), ("30 km", "27 km", .major),
        ("300 €", "320 €", .major), ("137 Schiffe", "135 Schiffe", .major),
    ])
    func `a rounding in one unit is minor`(one: String, other: String, severity: Severity) throws {
        let german = Language("de")
        let result = try RowScorer(only: ["number-mismatch"]).score(
            source: "Es waren \(one) bis dort.", target: "Dat waren \(other) tot daar.", sourceLanguage: german,
            targetLanguage: Language("nl"))
        #expect(result.findings.map(\.severity) == [severity], "\(result.findings.map(\.message))")
    }
}
