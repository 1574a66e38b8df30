import Bitext
import Corpus
import Drift
import TestSupport
import Testing

@Suite struct ListedNamesTests {
    private func lost(_ source: [String], _ from: String, _ target: [String], _ to: String) throws -> [String] {
        let versions = (try Pairs.segmented(source, from), try Pairs.segmented(target, to))
        return Comparer().compare(units: versions).findings.compactMap { finding in
            guard finding.message.hasSuffix("of these names.") else { return nil }
            return finding.check == "omitted-phrase" ? finding.source?.text : finding.target.map { "+" + $0.text }
        }
    }

    @Test(
        arguments: [
            ("I read Tolstoy and Chekhov on the train.", "en", "Я читал Толстого в поезде.", "ru", ["Chekhov"]),
            ("В поезде я прочитал Толстого и Чехова.", "ru", "I read Tolstoy on the train.", "en", ["Чехова"]),
            (
                "He met Merkel and Macron in Brussels on Monday.", "en", "Am Montag traf er Merkel in Brüssel.", "de",
                ["Macron"]
            ),
            (
                "The talks were led by Sergei Lavrov, Dmytro Kuleba and Peter Szijjártó.", "en",
                "Les entretiens ont été menés par Sergueï Lavrov et Peter Szijjártó.", "fr", ["Dmytro Kuleba"]
            ),
            (
                "Am Montag traf er Merkel in Brüssel.", "de", "He met Merkel and Macron in Brussels on Monday.", "en",
                ["+Macron"]
            ),
            // Each is there, or another in its place, which is no loss.
            ("I read Tolstoy and Chekhov on the train.", "en", "Я читал Толстого и Чехова в поезде.", "ru", []),
            ("I read Tolstoy and Chekhov on the train.", "en", "Я читал Толстого и Гоголя в поезде.", "ru", []),
            // A name beside another, not in a list with it.
            ("In Brussels, Macron spoke for an hour.", "en", "In Brüssel sprach er eine Stunde lang.", "de", []),
            // What is no name of its own: a heading's words, and initials.
            ("Avoid Merkel And Secret Hardware", "en", "Merkel vermeiden", "de", []),
            ("The seat of UNESCO and Merkel is there.", "en", "Der Sitz von Merkel ist dort.", "de", []),
            // Scripts without capitals, where any word may be a name that is as short as Chekhov.
            ("I read Tolstoy and Chekhov on the train.", "en", "저는 배에서 톨스토이를 읽었습니다.", "ko", []),
            ("I read Tolstoy and Chekhov on the train.", "en", "저는 톨스토이와 체호프를 읽었습니다.", "ko", []),
            ("He met Merkel and Macron in Brussels on Monday.", "en", "그는 월요일 브뤼셀에서 메르켈을 만났다.", "ko", ["Macron"]),
            ("He met Merkel and Macron in Brussels on Monday.", "en", "그는 월요일 브뤼셀에서 메르켈과 마크롱을 만났다.", "ko", []),
            ("He met Merkel and Macron in Brussels on Monday.", "en", "他周一在布鲁塞尔会见了默克尔。", "zh", []),
            ("저는 기차에서 톨스토이와 체호프를 읽었습니다.", "ko", "I read Tolstoy on the train.", "en", ["체호프를"]),
            ("저는 기차에서 톨스토이와 체호프를 읽었습니다.", "ko", "I read Tolstoy and Chekhov on the train.", "en", []),
            ("He met Merkel on Monday.", "en", "그는 월요일에 메르켈과 마크롱을 만났다.", "ko", []),
            ("그는 월요일에 메르켈과 회담을 가졌다.", "ko", "He met Merkel on Monday.", "en", []),
            ("그는 어제 베를린과 파리를 방문했다.", "ko", "He visited Berlin yesterday.", "en", []),
        ] as [(String, String, String, String, [String])])
    func `a name that the other side's list lacks is lost`(
        source: String, from: String, target: String, to: String, expected: [String]
    ) throws {
        #expect(try lost([source], from, [target], to) == expected)
    }

    @Test func `a word that the text has in small letters, too, is no name`() throws {
        let source = ["The ships Hansen and Rescue left the harbour.", "We shall rescue the boat tomorrow."]
        let target = ["Das Schiff Hansen verließ den Hafen.", "Wir werden das Boot morgen retten."]
        #expect(try lost(source, "en", target, "de").isEmpty)
        #expect(try lost(Array(source.prefix(1)), "en", Array(target.prefix(1)), "de") == ["Rescue"])
    }

    @Test(arguments: [
        ("저는 기차에서 톨스토이와 체호프를 읽었습니다.", "ko", "I read Tolstoy on the train.", "en"),
        ("He met Merkel and Macron in Brussels on Monday.", "en", "Am Montag traf er Merkel in Brüssel.", "de"),
        ("I read Tolstoy and Dostoevsky on the train.", "en", "در قطار تولستوی خواندم.", "fa"),
    ])
    func `a row that lacks a name of a list has the score of one in error`(
        source: String, from: String, target: String, to: String
    ) throws {
        let row = try RowScorer().score(
            source: source, target: target, sourceLanguage: Language(from), targetLanguage: Language(to))
        #expect(row.findings.contains { $0.message.hasSuffix("of these names.") })
        #expect(row.score > 0.8)
    }
}
