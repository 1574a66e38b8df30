import Bitext
import Semantics
import Testing

@Suite struct WrittenScriptTests {
    @Test(
        arguments: [
            ("sr", "Luka je otvorena u ponedeljak.", "sr-Latn"), ("sr", "Лука је отворена у понедељак.", "sr"),
            ("sr-RS", "Luka je otvorena.", "sr-Latn-RS"), ("zh", "港口將於星期一開放。", "zh-Hant"),
            ("zh", "港口将于星期一开放。", "zh"), ("zh-TW", "港口將於星期一開放。", "zh-TW"),
            ("zh", "The port", "zh"), ("zh-Hans", "港口將於星期一開放。", "zh-Hans"), ("yue", "港口将于星期一开放。", "yue-Hans"),
            ("hi", "The port opens on Monday.", "hi"), ("en", "Лука је отворена.", "en"), ("sr", "", "sr"),
            ("zh", "", "zh"), ("bs", "Лука је отворена у понедјељак.", "bs-Cyrl"),
        ])
    func `a text tells the script of its language`(tag: String, text: String, written: String) {
        #expect(Scripts.written(Language(tag), in: text).tag == written)
    }

    @Test func `languages that are told apart by nothing are not told apart`() {
        let identifier = LanguageIdentifier.shared
        #expect(identifier.mayMistake(Language("nn"), for: Language("da")))
        #expect(identifier.mayMistake(Language("sr-Latn"), for: Language("hr")))
        #expect(!identifier.mayMistake(Language("en"), for: Language("da")))
    }
}
