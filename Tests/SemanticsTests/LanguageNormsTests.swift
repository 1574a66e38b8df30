import Bitext
import Semantics
import Testing

@Suite struct LanguageNormsTests {
    private let english = Language("en")
    private let thai = Language("th")
    private let german = Language("de")

    @Test func `more of English lacks support in Arabic than in German`() {
        let (toArabic, toGerman) = (
            LanguageNorms.surplus(source: english, target: Language("ar")),
            LanguageNorms.surplus(source: english, target: german)
        )
        #expect(toArabic.lack[.source] > toGerman.lack[.source] + 0.02)
        #expect(toArabic.run[.source] > toGerman.run[.source])
    }

    @Test func `the direction only changes the sides`() {
        let there = LanguageNorms.surplus(source: english, target: thai)
        let back = LanguageNorms.surplus(source: thai, target: english)
        #expect(there.lack[.source] == back.lack[.target])
        #expect(there.run[.target] == back.run[.source])
        #expect(there.unlikeness == back.unlikeness)
    }

    @Test(arguments: [("en", "en"), ("th", "th"), ("en", "xx"), ("xx", "yy")])
    func `nothing is unusual within a language and for unknown ones`(source: String, target: String) {
        let surplus = LanguageNorms.surplus(source: Language(source), target: Language(target))
        let none = Sides(source: 0.0, target: 0.0)
        #expect(surplus.unlikeness == 0 && surplus.lack == none && surplus.run == none)
        #expect(LanguageNorms.spread(source: Language(source), target: Language(target)) == 1)
    }

    @Test func `between two languages each counts half, and that neither is English`() {
        let pair = LanguageNorms.surplus(source: thai, target: german)
        let parts = (
            LanguageNorms.surplus(source: thai, target: english), LanguageNorms.surplus(source: english, target: german)
        )
        let beyond = pair.unlikeness - (parts.0.unlikeness + parts.1.unlikeness) / 2
        #expect((0.05...0.1).contains(beyond))
        for side in Side.allCases {
            let lack = pair.lack[side] - (parts.0.lack[side] + parts.1.lack[side]) / 2
            #expect((0.05...0.1).contains(lack))
        }
    }

    @Test func `a language that was not measured has the order and lengths of a relative`() {
        let ratios = ["nb", "no", "nn", "da"].map { LanguageNorms.lengthRatio(source: english, target: Language($0)) }
        #expect(ratios[0] != 1 && Set(ratios).count == 1)
        let (catalan, spanish) = (
            LanguageNorms.disorder(source: english, target: Language("ca")),
            LanguageNorms.disorder(source: english, target: Language("es"))
        )
        #expect(catalan == spanish && catalan.crossing > 0)
    }

    @Test func `little order is expected of a language that is not known`() {
        let unknown = LanguageNorms.disorder(source: english, target: Language("xx"))
        for code in ["ja", "tr", "ko"] {
            let known = LanguageNorms.disorder(source: english, target: Language(code))
            #expect(unknown.crossing >= known.crossing && unknown.backward >= known.backward)
        }
    }
}
