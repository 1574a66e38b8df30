import ICU
import Testing

@Suite struct LanguageAliasTests {
    @Test(
        arguments: [
            ("deu", "de"), ("ger", "de"), ("deu_Latn", "de-Latn"), ("zho_Hans", "zh-Hans"), ("cmn", "zh"),
            ("arb", "ar"),
            ("iw", "he"), ("in", "id"), ("sh", "sr-Latn"), ("sh-Cyrl", "sr-Cyrl"), ("prs", "fa-AF"), ("NOB", "nb"),
            ("pt_BR", "pt-BR"), ("en", "en"), ("DE-at", "DE-at"), ("und", "und"), ("", ""), ("xx-yy", "xx-yy"),
        ])
    func `old and long codes become the usual ones`(tag: String, canonical: String) {
        #expect(LanguageAliases.canonical(tag) == canonical)
    }

    @Test func `scripts that CLDR has names in are known`() {
        #expect(LocaleData.otherScripts("sr") == ["Latn"] && LocaleData.otherScripts("zh") == ["Hant"])
        #expect(LocaleData.otherScripts("en").isEmpty)
    }

    @Test func `relative times have names, others are counted`() {
        let german = RelativeTimeNames.of("de")
        #expect(german.contains { $0.unit == "day" && $0.offset == 2 && $0.name == "übermorgen" })
        #expect(!RelativeTimeNames.of("en").contains { $0.offset == 2 })
    }
}
