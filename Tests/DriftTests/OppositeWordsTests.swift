import Bitext
import Testing

@testable import Drift

@Suite struct OppositeWordsTests {
    private func senses(_ word: String, _ language: String) throws -> [String] {
        try #require(OppositeWords.of(Language(language))).entries(word).map {
            "\($0.sense.meaning) \($0.sense.isSecond ? 2 : 1)\($0.isFirm ? "" : "~")"
        }
    }

    @Test(
        arguments: [
            ("more", "en", ["amount 1"]), ("fewer", "en", ["amount 2"]), ("moreover", "en", []),
            ("увеличилось", "ru", ["change 1"]), ("снижение", "ru", ["change 2"]), ("nach", "de", ["time 2~"]),
            ("无", "zh", []), ("", "en", []), ("北", "zh", ["latitude 1"]), ("она", "ru", []),
            ("she", "en", ["gender 2"]),
        ] as [(String, String, [String])])
    func `a word has the senses of its language's list`(word: String, language: String, expected: [String]) throws {
        #expect(try senses(word, language) == expected)
    }

    @Test func `no word of the table has both senses of a meaning`() throws {
        for row in ResourceTable.rows(PackageResources.opposites_tsv, columns: 4) {
            let words = try #require(OppositeWords.of(Language(row[1])))
            for (isSecond, list) in [(false, row[2]), (true, row[3])] where list != "-" {
                for word in list.split(separator: " ") {
                    let senses = words.entries(word.filter { $0 != "~" && $0 != "*" }).map(\.sense)
                        .filter { $0.meaning == row[0] }
                    #expect(
                        !senses.isEmpty && senses.allSatisfy { $0.isSecond == isSecond }, "\(row[0]) \(row[1]) \(word)")
                }
            }
        }
        #expect(OppositeWords.of(Language("xx")) == nil)
    }
}
