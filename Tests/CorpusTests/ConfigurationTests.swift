import Bitext
import Corpus
import Drift
import Formats
import Testing

@Suite struct ConfigurationTests {
    @Test func `a whole file is read`() throws {
        let configuration = try Configuration(
            reading: """
                source = "en"
                pairs = ["corpora/{id}/{lang}.txt"]
                targets = ["ru", "ko"]
                exclude = ["corpora/old/**"]
                [check]
                skip = ["sentence-kind"]
                min-confidence = 0.25
                fail-on = "critical"
                baseline = "known.jsonl"
                [[override]]
                paths = ["**/legal/*"]
                skip = ["name-mismatch"]
                min-confidence = 1
                """, path: "dragoman.toml")
        #expect(configuration.source == Language("en") && configuration.targets.map(\.tag) == ["ru", "ko"])
        #expect(configuration.failOn == .critical && configuration.baseline == "known.jsonl")
        #expect(configuration.options(for: "corpora/a/ru.txt").minConfidence == 0.25)
        let legal = configuration.options(for: "corpora/legal/ru.txt")
        #expect(legal.minConfidence == 1 && legal.skip == ["sentence-kind", "name-mismatch"])
    }

    @Test func `what is in force can be written and read again`() throws {
        var configuration = Configuration()
        configuration.source = Language("en")
        configuration.targets = [Language("zh-TW")]
        configuration.failOn = nil
        configuration.skip = ["sentence-kind"]
        configuration.overrides = [.init(paths: ["a \"b\"/**"], skip: ["name-mismatch"], minConfidence: 0.75)]
        let again = try Configuration(reading: configuration.toml, path: "dumped")
        #expect(again.toml == configuration.toml)
        #expect(again.failOn == nil && again.targets == configuration.targets)
        #expect(again.options(for: "a \"b\"/c").minConfidence == 0.75)
    }

    @Test(arguments: [
        ("sorce = \"en\"", 1, "did you mean “source”?"),
        ("source = \"en\"\n[check]\n\nmin-confidense = 1", 4, "did you mean “min-confidence”?"),
        ("source = 3", 1, "takes a text"), ("pairs = [\"a.txt\"]", 1, "lacks {lang}"),
        ("[check]\nskip = [\"number-mismach\"]", 2, "did you mean “number-mismatch”?"),
        ("[check]\nfail-on = \"always\"", 2, "is not neutral"), ("[check]\nmin-confidence = 7", 2, "from 0 to 1"),
        ("source = \"en", 1, "no valid TOML"), ("[[override]]\nskip = []", 1, "needs paths"),
    ])
    func `faults name the line and what to do`(text: String, line: Int, reason: String) {
        let error = #expect(throws: ReadingError.self) { try Configuration(reading: text, path: "dragoman.toml") }
        #expect(error?.line == line)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }
}
