import Bitext
import Corpus
import Drift
import Facts
import Foundation
import Testing

@Suite struct RowLanguageTests {
    @Test(
        arguments: [
            ("sr", "Trade with Hungary is worth $20 billion.", "Trgovina s Mađarskom vredi 20 milijardi dolara."),
            ("sr", "Trade with Hungary is worth $20 billion.", "Трговина с Мађарском вреди 20 милијарди долара."),
            ("sr", "They met in Germany on Monday.", "Sastali su se u Nemačkoj u ponedeljak."),
            ("zh", "Some two hundred thousand people left Ukraine.", "約二十萬人離開了烏克蘭。"),
            ("zh", "Nobody in Italy objected.", "義大利沒有人反對。"), ("zh", "Nobody in Italy objected.", "意大利没有人反对。"),
            ("fa", "Iran does not sell 20 million barrels.", "ايران ۲۰ ميليون بشكه نمي‌فروشد."),
            ("ar", "The American ship left Europe.", "غادرت السفينة الامريكية اوروبا."),
            ("uk", "About 20 million people did not vote.", "Близько 20 мiльйонiв людей нe голосували."),
            ("ko", "The harbour opens on Monday.", "항구는 월요일에 문을 연다.".decomposed),
            ("ro", "The ferry to Sweden sails on Saturday.", "Feribotul spre Suedia pleaca sambata."),
            ("de", "the ferry to sweden sails on friday.", "die fähre nach schweden fährt am freitag."),
            ("ru", "THE FERRY TO SWEDEN WILL NOT SAIL ON FRIDAY", "ПАРОМ В ШВЕЦИЮ В ПЯТНИЦУ НЕ ПОЙДЁТ"),
        ])
    func `a row's language is read in the script it is written in`(language: String, source: String, target: String)
        throws
    {
        let result = try RowScorer().score(
            source: source, target: target, sourceLanguage: Language("en"), targetLanguage: Language(language))
        #expect(result.findings.map(\.message) == [])
        #expect(result.score < 0.5)
    }

    @Test func `what is reported and written out is what stands in the text`() throws {
        let target = "Продали 25 мiльйонiв барелів."
        let result = try RowScorer().score(
            source: "They sold 20 million barrels.", target: target, sourceLanguage: Language("en"),
            targetLanguage: Language("uk"))
        let span = try #require(result.findings.first?.target)
        #expect(span.text == "25 мiльйонiв" && target.slice(span.range) == "25 мiльйонiв")
        let version = try VersionReader().read(
            Array("الســـلام عليکم.".utf8), path: "a.ar.txt", language: Language("ar"))
        #expect(version.segments.map(\.segment.text) == ["السلام عليكم."])
        #expect(version.segments.map(\.segment.written) == ["الســـلام عليکم."])
    }

    @Test(arguments: [("Лука је отворена.", "sr"), ("Luka je otvorena.", "sr-Latn")])
    func `the words of a page tell its script, not its markup`(words: String, tag: String) throws {
        let page = """
            <html><head><title>a</title><style>p { margin: 0 auto; padding: 1em }</style></head>
            <body class="article main-content"><p>\(words)</p></body></html>
            """
        let version = try VersionReader().read(Array(page.utf8), path: "page.html", language: Language("sr"))
        #expect(version.language.tag == tag)
    }
}

extension String {
    /// With letters in parts, as some systems write them.
    fileprivate var decomposed: String { decomposedStringWithCanonicalMapping }
}
