import Bitext
import Corpus
import Drift
import Formats
import Testing

@Suite struct ConfigurationTests {
    @Test func `a whole file is read`() throws {
        let configuration = try Configuration(
            reading: """
                preset = "subtitles"
                source = "en"
                relay = "fr"
                pairs = ["corpora/{id}/{lang}.txt"]
                targets = ["ru", "ko"]
                exclude = ["corpora/old/**"]
                [check]
                skip = ["sentence-kind"]
                min-confidence = 0.25
                fail-on = "critical"
                baseline = "known.jsonl"
                confidence = { "number-mismatch" = 0.8 }
                [[override]]
                paths = ["**/legal/*"]
                skip = ["name-mismatch"]
                min-confidence = 1
                [[override]]
                languages = ["*-ko"]
                confidence = { "number-mismatch" = 0.9 }
                """, path: "dragoman.toml")
        #expect(configuration.source == Language("en") && configuration.targets.map(\.tag) == ["ru", "ko"])
        #expect(configuration.failOn == .critical && configuration.baseline == "known.jsonl")
        #expect(configuration.relay == Language("fr") && configuration.preset == .subtitles)
        let (en, ru, ko) = (Language("en"), Language("ru"), Language("ko-KR"))
        #expect(configuration.options(for: "corpora/a/ru.txt", source: en, target: ru).minConfidence == 0.25)
        let legal = configuration.options(for: "corpora/legal/ru.txt", source: en, target: ru)
        #expect(legal.minConfidence == 1 && legal.skip.isSuperset(of: ["sentence-kind", "name-mismatch"]))
        // What the preset sets stays where the file says nothing else.
        #expect(legal.skip.contains("length-outlier") && legal.confidence["omitted-segment"] == 0.7)
        #expect(legal.confidence["number-mismatch"] == 0.8)
        #expect(configuration.options(for: "a", source: en, target: ko).confidence["number-mismatch"] == 0.9)
    }

    @Test func `a preset is where settings start, and the command line's goes before the file's`() throws {
        let text = "preset = \"legal\"\n[check]\nskip = [\"untranslated\"]"
        let legal = try Configuration(reading: text, path: "dragoman.toml")
        #expect(legal.failOn == .minor && legal.minConfidence == 0.35 && legal.skip == ["untranslated"])
        let subtitles = try Configuration(reading: text, path: "dragoman.toml", preset: .subtitles)
        #expect(subtitles.failOn == .major && subtitles.skip.isSuperset(of: ["untranslated", "length-outlier"]))
        #expect(Configuration(.interface).skip.contains("moved-segment"))
        for preset in Preset.allCases {
            let checks = Set(Registry.checks.map(\.description.id))
            let made = Configuration(preset)
            #expect(made.skip.isSubset(of: checks) && Set(made.confidence.keys).isSubset(of: checks))
        }
    }

    @Test func `what is in force can be written and read again`() throws {
        var configuration = Configuration()
        configuration.source = Language("en")
        configuration.targets = [Language("zh-TW")]
        configuration.failOn = nil
        configuration.skip = ["sentence-kind"]
        configuration.overrides = [.init(paths: ["a \"b\"/**"], skip: ["name-mismatch"], minConfidence: 0.75)]
        configuration.embeddings.url = "http://localhost:11434/v1"
        configuration.embeddings.model = "bge-m3"
        configuration.embeddings.prefix = "query: "
        configuration.embeddings.batch = 16
        let again = try Configuration(reading: configuration.toml, path: "dumped")
        #expect(again.toml == configuration.toml && again.embeddings == configuration.embeddings)
        #expect(again.failOn == nil && again.targets == configuration.targets)
        #expect(again.options(for: "a \"b\"/c", source: Language("en"), target: Language("de")).minConfidence == 0.75)
    }

    @Test(arguments: [
        ("sorce = \"en\"", 1, "did you mean “source”?"),
        ("source = \"en\"\n[check]\n\nmin-confidense = 1", 4, "did you mean “min-confidence”?"),
        ("source = 3", 1, "takes a text"), ("pairs = [\"a.txt\"]", 1, "lacks {lang}"),
        ("[check]\nskip = [\"number-mismach\"]", 2, "did you mean “number-mismatch”?"),
        ("[check]\nfail-on = \"always\"", 2, "is not neutral"), ("[check]\nmin-confidence = 7", 2, "from 0 to 1"),
        ("source = \"en", 1, "no valid TOML"), ("[[override]]\nskip = []", 1, "needs paths or languages"),
        ("preset = \"film\"", 1, "is not transcript, subtitles, legal or interface"),
        ("[check.confidence]\nnumber-mismach = 1", 2, "did you mean “number-mismatch”?"),
        ("[embeddings]\nurl = \"http://localhost/v1\"", 1, "needs both url and model"),
        ("[embeddings]\nbatch = 0", 2, "takes a number from 1 up"),
        ("[embeddings]\nmodell = \"m\"", 2, "did you mean “model”?"),
        ("[[override]]\nlanguages = [\"ko\"]", 2, "is no pair of languages"),
    ])
    func `faults name the line and what to do`(text: String, line: Int, reason: String) {
        let error = #expect(throws: ReadingError.self) { try Configuration(reading: text, path: "dragoman.toml") }
        #expect(error?.line == line)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }
}
