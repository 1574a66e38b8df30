import Bitext
import Corpus
import Drift
import Facts
import Foundation
import TestSupport
import Testing

/// What is read in the sentences of `Cases/LANGUAGE.tsv`, forty or more a language: facts, and words that look like facts.
///
/// A reading is a value, with what it measures (`$` for any of many currencies); `~` stands before numbers in words, `#` before
/// ordinals, `@` before dates, `m` and `w` before months and weekdays, `r:` before regions, the kind before codes; `+` follows magnitudes, `?` what is
/// doubtful. Relative times are told in English. Names and denials are left out.
@Suite struct FactCaseTests {
    static let folder = Project.root.appending(path: "Tests/FactsTests/Cases")
    static let languages = RoundTripTests.languages

    @Test(arguments: languages)
    func `the facts of sentences are read`(language: String) throws {
        let table = try String(contentsOf: Self.folder.appending(path: "\(language).tsv"), encoding: .utf8)
        let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.count >= 40)
        for row in rows {
            try #require(row.count == 2, "\(row)")
            #expect(try readings(row[0], language).joined(separator: " | ") == row[1], "\(row[0])")
        }
    }

    private func readings(_ text: String, _ language: String) throws -> [String] {
        let version = try Pairs.version(text, language)
        return version.segments.flatMap { ReadFact.all(in: $0, language: version.language) }
            .filter { $0.kind != "name" && $0.kind != "denial" }.map(shown)
    }

    private func shown(_ fact: ReadFact) -> String {
        let marks = [
            "number": "", "number in words": "~", "date": "@", "month": "m", "weekday": "w", "region": "r:",
            "magnitude": "", "ordinal": "#", "relative time": "",
        ]
        let mark = marks[fact.kind] ?? fact.kind + ":"
        let measure = fact.measure.map { " " + ($0.readings.count > 3 ? "$" : $0.readings[0]) } ?? ""
        return mark + fact.value + measure + (fact.isSure || mark == "~" ? "" : "?")
    }
}
