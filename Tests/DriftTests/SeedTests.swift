import Bitext
import Corpus
import Drift
import Foundation
import TestSupport
import Testing

@Suite struct SeedTests {
    struct Expected: Decodable, Sendable {
        struct Drift: Decodable, Sendable {
            let drift: String
            let category: String
            let source: String
            let target: String
            let check: String?
        }

        let source: String
        let faithful: String
        let drifted: String
        let drifts: [Drift]
    }

    static let all: [Expected] =
        (try? JSONDecoder().decode(
            [Expected].self, from: Data(Project.bytes("seeds/transcripts/expected.json")))) ?? []

    private func compare(_ source: String, _ target: String) throws -> Comparison {
        func version(_ name: String) throws -> AlignedPair.Version {
            try VersionReader().read(Project.bytes("seeds/transcripts/\(name)"), path: name)
        }
        return Comparer().compare(try version(source), try version(target))
    }

    @Test func `the seeds are there`() { #expect(SeedTests.all.count == 6) }

    @Test(arguments: all)
    func `a faithful version comes out clean`(expected: Expected) throws {
        let comparison = try compare(expected.source, expected.faithful)
        #expect(comparison.findings.isEmpty, "\(comparison.findings.map(\.message))")
        #expect(comparison.summary.coverage.source == 1 && comparison.summary.coverage.target == 1)
    }

    @Test(arguments: all)
    func `each drift is found by the check that expected.json names`(expected: Expected) throws {
        let comparison = try compare(expected.source, expected.drifted)
        var matched: Set<String> = []
        for drift in expected.drifts {
            let found = comparison.findings.first { finding in
                touches(finding, .source, drift.source, comparison.pair)
                    || touches(finding, .target, drift.target, comparison.pair)
            }
            #expect(found?.check == drift.check, "\(drift.drift)")
            if let found {
                #expect(found.category == drift.category, "\(drift.drift)")
                matched.insert(found.message)
            }
        }
        #expect(comparison.findings.allSatisfy { matched.contains($0.message) }, "findings that no drift explains")
    }

    /// The drifts of the target, by where the relay stands: what the relay still has was lost on the second leg.
    @Test(arguments: [
        ("talks.en.txt", RelayLeg.second), ("talks-drifted.en.txt", .first),
    ])
    func `a finding names the leg that it comes from`(relay: String, leg: RelayLeg) throws {
        func version(_ name: String) throws -> AlignedPair.Version {
            try VersionReader().read(Project.bytes("seeds/transcripts/\(name)"), path: name)
        }
        let comparison = try Comparer().compare(
            version("talks.ko.txt"), version("talks-drifted.ru.txt"), relay: version(relay))
        #expect(
            comparison.findings.map(\.check) == [
                "number-mismatch", "omitted-phrase", "region-mismatch", "omitted-segment",
            ])
        #expect(comparison.relay?.legs == [leg, leg, leg, leg])
        let number = comparison.relay?.span(0)?.text ?? ""
        #expect(number.contains(leg == .first ? "1.8 billion" : "1.3 billion"))
        #expect((comparison.relay?.span(3) == nil) == (leg == .first))
        let kept = comparison.keeping { $0 == 3 }
        #expect(kept.relay?.legs == [leg] && kept.findings.count == 1)
    }

    private func touches(_ finding: Finding, _ side: Side, _ text: String, _ pair: AlignedPair) -> Bool {
        let document = pair[side].document.text
        guard !text.isEmpty, let span = finding[side], !span.range.isEmpty, let place = document.firstRange(of: text)
        else {
            return false
        }
        let start = document.utf8.distance(from: document.startIndex, to: place.lowerBound)
        return span.range.overlaps(TextRange(start, start + text.utf8.count))
    }

    struct Row: Decodable, Sendable {
        let id: String
        let category: String?
        let source: String
        let target: String
        let sourceLang: String
        let targetLang: String
        let check: String?
    }

    static let rows: [Row] = {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let bytes = try? Project.bytes("seeds/errors/errors.jsonl") else { return [] }
        return bytes.split(separator: 0x0A).compactMap { try? decoder.decode(Row.self, from: Data($0)) }
    }()

    @Test func `the seeded errors are there`() { #expect(SeedTests.rows.count >= 20) }

    @Test(arguments: rows)
    func `a seeded error is found, a faithful row is not flagged`(row: Row) throws {
        let source = MarkedText(row.source)
        let target = MarkedText(row.target)
        let result = try RowScorer().score(
            source: source.text, target: target.text, sourceLanguage: Language(row.sourceLang),
            targetLanguage: Language(row.targetLang))
        let findings = result.findings.filter { $0.confidence >= 0.5 }
        #expect(findings.map(\.check) == [row.check].compactMap { $0 }, "\(findings.map(\.message))")
        if let category = row.category {
            #expect(findings.first?.category.hasPrefix(category) == true)
            #expect(
                findings.compactMap { $0.source?.range }.filter { !$0.isEmpty } == source.ranges.filter { !$0.isEmpty })
            #expect(result.score > 0.5)
        }
    }
}
