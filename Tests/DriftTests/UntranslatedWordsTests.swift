import Bitext
import Corpus
import Drift
import TestSupport
import Testing

@Suite struct UntranslatedWordsTests {
    private func found(_ source: String, _ from: String, _ target: String, _ to: String) throws -> [String] {
        let comparison = Comparer().compare(
            try Pairs.segmented([source], from), try Pairs.segmented([target], to))
        return comparison.findings.filter { $0.check == "untranslated-words" }.compactMap { $0.target?.text }
    }

    @Test func `what a page prints as typed stays as it is`() throws {
        func page(_ words: String, _ element: String, _ language: String) throws -> AlignedPair.Version {
            let end = element.prefix { $0 != " " }
            let page = "<html><p>\(words)</p><\(element)>list every ferry of the harbour</\(end)></html>"
            return try VersionReader().read(Array(page.utf8), path: "page.html", language: Language(language))
        }
        for (element, found) in [("pre", []), ("p translate=\"no\"", []), ("p", ["untranslated"])] {
            let comparison = Comparer().compare(
                try page("Type this command in the window, then wait.", element, "en"),
                try page("Geben Sie diesen Befehl im Fenster ein und warten Sie.", element, "de"))
            #expect(comparison.findings.map(\.check) == found, "\(element)")
        }
    }

    @Test(
        arguments: [
            (
                "Полиция сообщила суду, что причиной стало утопление.", "ru",
                "The police told the суду of the drowning.", "суду"
            ),
            ("事故の原因を警察が調べている。", "ja", "Police are looking into the 原因 of the accident.", "原因"),
            ("पुलिस ने अदालत को बताया कि मौत डूबने से हुई थी।", "hi", "The police told the अदालत of the drowning.", "अदालत"),
            (
                "Trenér řekl, že největších chyb se dopustili sami.", "cs",
                "The coach said the největších mistakes were theirs.", "největších"
            ),
        ])
    func `a word left in the source's language is found`(source: String, from: String, target: String, word: String)
        throws
    {
        #expect(try found(source, from, target, "en") == [word])
    }

    @Test(
        arguments: [
            (
                "Он трижды сказал слово «тоска» в речи.", "ru", "He said the word “тоска” three times in the speech.",
                "en"
            ),
            ("Он трижды сказал слово тоска в речи.", "ru", "He said longing (тоска) three times in the speech.", "en"),
            ("Число π известно давно.", "el", "The number π has long been known.", "en"),
            (
                "Das steht auf www.beispielseite.de/verzeichnis genau so.", "de",
                "That is what www.beispielseite.de/verzeichnis says.", "en"
            ),
            (
                "Use \"ferry restore <port>\" or `ferry config berths` to undo.", "en",
                "Geri almak için \"ferry restore <liman>\" ya da \"ferry config berths\" kullanın.", "tr"
            ),
            (
                "The option --[non-]existing and <strong>berths</strong> of $harbourpath.", "en",
                "Seçenek --[non-]existing ve <strong>rıhtım</strong>, $harbourpath yolunda.", "tr"
            ),
            (
                "She restarted the smartphone and the laptop again.", "en",
                "Она снова перезапустила смартфон и laptop.", "ru"
            ),
            (
                "The band played jazz in the hotel restaurant.", "en", "Die Band spielte Jazz im Restaurant vom hotel.",
                "de"
            ),
            (
                "La station est en construction depuis longtemps.", "fr",
                "The station has been under construction for long.", "en"
            ),
            ("Комитет опубликует доклад.", "ru", "Комитет опубликует доклад.", "en"),
            ("They said dobra to all of them.", "xx", "They said dobra to all of them again.", "qq"),
        ])
    func `a word kept on purpose is left alone`(source: String, from: String, target: String, to: String) throws {
        #expect(try found(source, from, target, to) == [])
    }

    @Test func `a loanword is no word left`() throws {
        #expect(try found("They meet on the weekend.", "en", "Si incontrano nel weekend.", "it") == [])
        #expect(
            try found("They meet in the neighbourhood.", "en", "Si incontrano nel neighbourhood.", "it") == [
                "neighbourhood"
            ])
    }

    @Test func `a long passage in another script is no list of words`() throws {
        let words = (0..<4000).map { "слово\($0 % 1000)а" }.joined(separator: " ")
        #expect(try found("Начало " + words, "ru", "The start " + words, "en") == [])
    }

    @Test func `a word that the target uses where the source does not is its own`() throws {
        let source = ["Il posa encore une question au capitaine.", "Le capitaine ne répondit à aucune demande."]
        let target = ["He asked the captain one more question.", "The captain answered no question at all."]
        let pair = Comparer().compare(units: (try Pairs.segmented(source, "fr"), try Pairs.segmented(target, "en")))
        #expect(!pair.findings.contains { $0.check == "untranslated-words" })
        let alone = try found(source[0], "fr", target[0], "en")
        #expect(alone == ["question"])
    }

    @Test func `a passage that was not translated vouches for no word`() throws {
        let left = [
            "The captain of the ship throughout asked for more.", "We sailed throughout the night to the harbour.",
        ]
        let others = [
            "Nobody slept throughout the storm that followed.", "The crew sang throughout the long way home.",
        ]
        let source = left + others + ["The harbour was closed throughout the winter."]
        let target = left + others + ["Der Hafen war throughout den Winter geschlossen."]
        let pair = Comparer().compare(units: (try Pairs.segmented(source, "en"), try Pairs.segmented(target, "de")))
        let words = pair.findings.filter { $0.check == "untranslated-words" }.compactMap { $0.target?.text }
        #expect(words == ["throughout"])
    }
}
