import Bitext
import Testing

@testable import Corpus

@Suite struct PatternSuggestionTests {
    @Test(
        arguments: [
            (["locales/en.json", "locales/de.json", "src/a.json"], ["locales/{lang}.json"], "en"),
            (
                ["locales/en/a.json", "locales/de/a.json", "locales/en/b.json", "locales/de/b.json"],
                ["locales/{lang}/{id}.json"], "en"
            ),
            (
                ["docs/fr/a.md", "docs/de/a.md", "docs/fr/x/b.md", "docs/de/x/b.md"], ["docs/{lang}/**/{id}.md"], "de"
            ),
            (
                ["res/values/strings.xml", "res/values-de/strings.xml", "res/values-pt-rBR/strings.xml"],
                ["res/values-{lang}/strings.xml"], "en"
            ),
            (["m.properties", "m_de.properties", "m_pt_BR.properties"], ["m_{lang}.properties"], "en"),
            (
                ["en.lproj/L.strings", "de.lproj/L.strings", "en.lproj/M.strings", "de.lproj/M.strings"],
                ["{lang}.lproj/{id}.strings"], "en"
            ),
            (
                ["t/a.en.srt", "t/a.ko.srt", "t/b.en.srt", "t/b.ko.srt", "t/c.srt"], ["t/{id}.{lang}.srt"], "en"
            ),
            (["en_a.txt", "ru_a.txt", "en_b.txt", "ru_b.txt"], ["{lang}_{id}.txt"], "en"),
            (["po/de.po", "po/pt_BR.po"], ["po/{lang}.po"], "en"), (["po/de.po"], ["po/{lang}.po"], "en"),
            (["l/main.po", "l/help.po"], ["**/*.po"], "en"),
            (["po/de.po", "l/main.po"], ["po/{lang}.po", "**/*.po"], "en"),
            (["App/Localizable.xcstrings", "x/y.xlf"], ["**/*.xcstrings", "**/*.xlf"], "en"),
            (
                ["a/talk.ru.txt", "a/talk.uk.txt", "a/i.uk.srt", "a/i.ru.srt", "a/j.uk.srt", "a/j.ru.srt"],
                ["a/{id}.{lang}.srt", "a/talk.{lang}.txt"], "ru"
            ),
        ] as [([String], [String], String)])
    func `where versions stand is told by the names of files`(files: [String], patterns: [String], source: String)
        throws
    {
        let suggestion = try #require(PatternSuggestion(files: files))
        #expect(suggestion.patterns == patterns)
        #expect(suggestion.source.tag == source)
    }

    @Test(
        arguments: [
            [], ["README.md", "how-to.md", "x.is.md", "a/b.txt"], ["node_modules/x/en.json", "node_modules/x/de.json"],
            ["main.swift", "main.de.swift"], ["en.txt"],
        ])
    func `files that differ in no language suggest nothing`(files: [String]) {
        #expect(PatternSuggestion(files: files) == nil)
    }

    @Test func `what kind of text it is, where all files are of one`() {
        #expect(PatternSuggestion(files: ["en.json", "de.json", "x/a.de.po"])?.preset == .interface)
        #expect(PatternSuggestion(files: ["a.en.vtt", "a.de.vtt"])?.preset == .subtitles)
        #expect(PatternSuggestion(files: ["a.en.vtt", "a.de.vtt", "en.json", "de.json"])?.preset == nil)
    }
}
