import Bitext
import Corpus
import Drift
import Testing

/// Words that answer to a fact, or to a denial, of the other side.
@Suite struct FactHintTests {
    private func evidence(_ source: (String, String), _ target: (String, String), _ figure: String) throws -> Double {
        let result = try RowScorer().score(
            source: source.1, target: target.1, sourceLanguage: Language(source.0), targetLanguage: Language(target.0))
        return try #require(result.evidence).figures[figure] ?? 0
    }

    @Test(arguments: [
        (("en", "Both ships were old."), ("es", "Los dos barcos eran viejos."), 0.0),
        (("en", "The ships were old."), ("es", "Los dos barcos eran viejos."), 1.0),
        (("en", "She won twice."), ("fr", "Elle a gagné deux fois."), 0.0),
        (("en", "She won thrice."), ("fr", "Elle a gagné deux fois."), 1.0),
        (("ru", "Прошло десятилетие."), ("en", "Ten years went by."), 0.0),
        (("ko", "양측이 서명했다."), ("en", "The two sides signed it."), 0.0),
        (("zh", "雙方簽署了協議。"), ("en", "The two sides signed it."), 0.0),
        (("en", "The initial meeting was short."), ("de", "Das erste Treffen war kurz."), 0.0),
        (("en", "The Fifth Republic is old."), ("fr", "La Ve République est vieille."), 0.0),
        (("en", "The pair’s shop is old."), ("de", "Der Laden der zwei ist alt."), 0.0),
    ])
    func `a word that means a number answers to it`(
        source: (String, String), target: (String, String), lack: Double
    ) throws {
        #expect(try evidence(source, target, "number_word_target") == lack)
    }

    @Test(arguments: [
        (("en", "It was signed on 4 June 2024."), ("fa", "در ۱۵ خرداد ۱۴۰۳ امضا شد."), 0.0),
        // A month of the Islamic calendar, and a man's name.
        (("en", "Recep Tayyip came in March."), ("tr", "Recep Tayyip geldi."), 1.0),
    ])
    func `a date of another calendar answers to a month`(
        source: (String, String), target: (String, String), lack: Double
    ) throws {
        #expect(try evidence(source, target, "date_source") == lack)
    }

    @Test func `what stands for a region answers to it`() throws {
        let german = ("de", "Die Polizei in British Columbia sucht ihn.")
        #expect(try evidence(("en", "Police in B.C. are looking for him."), german, "region_target") == 0)
        #expect(try evidence(("en", "Police in town are looking for him."), german, "region_target") > 0)
    }

    @Test(arguments: [
        (("en", "She is not only quick."), ("de", "Sie ist schnell, und das nicht selten."), 0.0),
        (("en", "She is not only quick, she is glad."), ("de", "Sie ist nicht nur schnell, sie ist nicht froh."), 1.0),
        (("en", "It cannot be denied that she is quick."), ("de", "Sie ist nicht gerade langsam."), 0.0),
    ])
    func `what answers to a denial does so once`(source: (String, String), target: (String, String), lack: Double)
        throws
    {
        #expect(try evidence(source, target, "negation_target") == lack)
    }

    @Test(arguments: [
        (("en", "They sailed the Pacific Ocean."), ("fi", "He purjehtivat Tyynellämerellä."), 0.0),
        (("en", "They sailed the Pacific Ocean."), ("cs", "Plavili se po Tichém oceánu."), 0.0),
        (("en", "They sailed the Pacific Ocean."), ("de", "Sie segelten auf dem Mittelmeer."), 1.0),
        // No list has the seas of this language.
        (("en", "They sailed the Pacific Ocean."), ("ta", "அவர்கள் பசிபிக் பெருங்கடலில் பயணம் செய்தனர்."), 0.0),
        (("en", "The EU agreed to it."), ("ru", "Евросоюз согласился на это."), 0.0),
        (("en", "Europe agreed to it."), ("ru", "Евросоюз согласился на это."), 0.0),
        (("en", "Moscow agreed to it."), ("de", "Russland stimmte zu."), 0.0),
        (("en", "France lost in Paris."), ("de", "Es verlor in Paris."), 1.0),
        (("en", "The U.N. agreed to it."), ("uk", "В ООН погодилися на це."), 0.0),
        (("en", "The United Nations agreed to it."), ("fr", "L’Organisation était d’accord."), 0.0),
        (("en", "The people of Iraq agreed to it."), ("fr", "Le peuple iraquien était d’accord."), 0.0),
        (("en", "The people of Iran agreed to it."), ("fr", "Le peuple iraquien était d’accord."), 1.0),
    ])
    func `seas, continents and unions are places`(source: (String, String), target: (String, String), lack: Double)
        throws
    {
        let found = try evidence(source, target, "region_source")
        #expect(lack == 0 ? found == 0 : found > 0.3)
    }
}
