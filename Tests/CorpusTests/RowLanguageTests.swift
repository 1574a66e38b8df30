import Bitext
import Corpus
import Drift
import Testing

@Suite struct RowLanguageTests {
    @Test(
        arguments: [
            ("sr", "Trade with Hungary is worth $20 billion.", "Trgovina s Mađarskom vredi 20 milijardi dolara."),
            ("sr", "Trade with Hungary is worth $20 billion.", "Трговина с Мађарском вреди 20 милијарди долара."),
            ("sr", "They met in Germany on Monday.", "Sastali su se u Nemačkoj u ponedeljak."),
            ("zh", "Some two hundred thousand people left Ukraine.", "約二十萬人離開了烏克蘭。"),
            ("zh", "Nobody in Italy objected.", "義大利沒有人反對。"), ("zh", "Nobody in Italy objected.", "意大利没有人反对。"),
        ])
    func `a row's language is read in the script it is written in`(language: String, source: String, target: String)
        throws
    {
        let result = try RowScorer().score(
            source: source, target: target, sourceLanguage: Language("en"), targetLanguage: Language(language))
        #expect(result.findings.map(\.message) == [])
        #expect(result.score < 0.3)
    }
}
