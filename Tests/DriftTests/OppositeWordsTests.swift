import Bitext
import Foundation
import Testing

@testable import Drift

@Suite struct OppositeWordsTests {
    private func senses(_ word: String, _ language: String) throws -> [String] {
        let forms = word.isEmpty ? [""] : word.split(separator: " ").map(String.init)
        return try #require(OppositeWords.of(Language(language))).entries(at: 0, of: forms.count) { forms[$0] }
            .entries.map { "\(OppositeWords.meanings[$0.sense.meaning]) \($0.sense.number + 1)\($0.isFirm ? "" : "~")" }
    }

    @Test(
        arguments: [
            ("more", "en", ["amount 1"]), ("fewer", "en", ["amount 2"]), ("moreover", "en", []),
            ("увеличилось", "ru", ["change 1"]), ("снижение", "ru", ["change 2"]), ("nach", "de", ["time 2~"]),
            ("无", "zh", []), ("", "en", []), ("北", "zh", ["latitude 1"]), ("она", "ru", []),
            ("she", "en", ["gender 2"]), ("at least", "en", ["bound 1"]), ("at", "en", []),
            ("never", "en", ["frequency 4"]), ("not only", "en", ["restriction! 2"]),
            ("prime minister", "en", ["office 2"]), ("small capitals", "en", ["size 1~"]),
            ("yükseldi", "tr", ["change 1"]),
            ("vähemmän", "fi", ["amount 2"]), ("moins de", "fr", ["amount 2"]), ("अक्सर", "hi", ["frequency 2"]),
            ("assistive", "en", []), ("flere", "nb", ["amount 1"]), ("flere", "no", ["amount 1"]),
            ("треть", "ru", ["fraction 2"]),
        ] as [(String, String, [String])])
    func `a word has the senses of its language's list`(word: String, language: String, expected: [String]) throws {
        #expect(try senses(word, language) == expected)
    }

    @Test func `no word of the table has two senses of a meaning`() throws {
        for row in ResourceTable.rows(PackageResources.opposites_tsv) {
            try #require(row.count >= 4, "\(row)")
            let words = try #require(OppositeWords.of(Language(row[1])))
            for (number, list) in row.dropFirst(2).enumerated() where list != "-" {
                for form in list.split(separator: " ") {
                    let parts = form.filter { $0 != "~" && $0 != "*" }.split(separator: "_").map(String.init)
                    let (length, entries) = words.entries(at: 0, of: parts.count) { parts[$0] }
                    let senses = entries.map(\.sense).filter { $0.meaning == OppositeWords.number(of: row[0]) }
                    #expect(
                        length == parts.count && !senses.isEmpty && senses.allSatisfy { $0.number == number },
                        "\(row[0]) \(row[1]) \(form)")
                    // However it is written, a word of the table is looked up.
                    let first = parts.first ?? ""
                    for word in [
                        first, first.uppercased(), first.capitalized, first.decomposedStringWithCanonicalMapping,
                        first + ",", "“" + first,
                    ] { #expect(words.mayStart(word[...]), "\(row[1]) \(word)") }
                }
            }
        }
        #expect(OppositeWords.of(Language("xx")) == nil)
    }
}
