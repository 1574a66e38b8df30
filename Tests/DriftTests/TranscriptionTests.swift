import Bitext
import Corpus
import Drift
import Testing

/// Names in katakana, with and without their Latin spelling beside them.
@Suite struct TranscriptionTests {
    private func lack(_ source: String, _ target: String) throws -> Double {
        let result = try RowScorer().score(
            source: source, target: target, sourceLanguage: Language("en"), targetLanguage: Language("ja"))
        return try #require(result.evidence).figures["lack_target"] ?? 0
    }

    @Test func `a word in katakana that spells a name of the source answers to it`() throws {
        let source = "The ferry was built by Vancho Stojkoski and Gjore Cenev of the Harbour Society."
        let beside = "このフェリーは港協会のヴァンチョ・ストイコスキ(Vancho Stojkoski)とグジョーレ・セネフ(Gjore Cenev)が造ったものです。"
        #expect(try lack(source, beside) < 0.3)
        // Those of other people do not.
        let others = beside.replacing("ヴァンチョ・ストイコスキ", with: "アルムクヴィスト・ラムダーレン").replacing(
            "グジョーレ・セネフ", with: "ウィルマ・マルムロス")
        #expect(try lack(source, others) > 0.4)
    }

    /// The dictionary that parts words has マクロ (macro), and no Macron.
    @Test func `a name that is taken for two words is one`() throws {
        let source = "The museum in the old town shows drawings by Macron's friend Valentino."
        #expect(try lack(source, "旧市街の美術館ではマクロンの友人バレンティーノの絵が見られる。") < 0.25)
    }
}
