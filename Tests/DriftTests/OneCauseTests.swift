import Bitext
import Corpus
import Drift
import TestSupport
import Testing

@Suite struct OneCauseTests {
    @Test func `a fact within the words that were lost is not lost by itself`() throws {
        let source =
            "Here are some old tales from Belarus, a country in the east of the continent bordered by Russia to the northeast, "
            + "by Ukraine to the south and by Lithuania to the northwest."
        let target = "Тут наведено деякі старі оповідки з Білорусі."
        let pair = (try Pairs.segmented([source], "en"), try Pairs.segmented([target], "uk"))
        let findings = Comparer().compare(units: pair).findings
        let phrases = findings.filter { $0.check == "omitted-phrase" }.compactMap(\.source)
        #expect(!phrases.isEmpty)
        for fact in findings where fact.check == "omitted-fact" {
            let range = try #require(fact.source?.range)
            #expect(!phrases.contains { $0.range.start <= range.start && range.end <= $0.range.end }, "\(fact.message)")
        }
    }
}
