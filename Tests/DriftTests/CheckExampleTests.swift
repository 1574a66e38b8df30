import Bitext
import Corpus
import Drift
import Formats
import Foundation
import TestSupport
import Testing

@Suite struct CheckExampleTests {
    private static let cases = Registry.checks.flatMap { check in
        check.description.examples.map { (check.description.id, $0) }
    }

    @Test(arguments: cases)
    func `each example finds what it marks, and nothing else`(id: String, example: CheckDescription.Example) throws {
        try expect(id, example, disguise: { $0 })
    }

    /// Every example must hold however the same text is written.
    @Test(arguments: cases)
    func `each example holds with CRLF line ends`(id: String, example: CheckDescription.Example) throws {
        try expect(id, example) { $0.replacing("\n", with: "\r\n") }
    }

    @Test(arguments: cases)
    func `each example holds in decomposed characters`(id: String, example: CheckDescription.Example) throws {
        try expect(id, example) { $0.decomposedStringWithCanonicalMapping }
    }

    private func expect(
        _ id: String, _ example: CheckDescription.Example, disguise: (String) -> String
    ) throws {
        let source = MarkedText(disguise(example.source.text))
        let target = MarkedText(disguise(example.target.text))
        var options = Comparer.Options()
        options.only = [id]
        options.minConfidence = 0
        options.glossary = example.glossary
        var starts = [Side.source: 0, .target: 0]
        let pair: (source: AlignedPair.Version, target: AlignedPair.Version)
        switch example.form {
        case .plain:
            pair = (
                try Pairs.version(source.text, example.source.language),
                try Pairs.version(target.text, example.target.language)
            )
        case .message:
            func document(_ text: String, _ language: String) throws -> Document {
                let head = "{\"key\": \""
                starts = [.source: head.utf8.count, .target: head.utf8.count]
                return try VersionReader().document(
                    Array("\(head)\(text)\"}".utf8), path: "messages.json", language: Language(language))
            }
            pair = try VersionReader().versions(
                try document(source.text, example.source.language), try document(target.text, example.target.language))
        case .xliff:
            let head =
                "<xliff version=\"1.2\"><file source-language=\"\(example.source.language)\" target-language=\""
                + "\(example.target.language)\"><body><trans-unit id=\"u\"><source>"
            let joint = "</source><target>"
            let file = "\(head)\(source.text)\(joint)\(target.text)</target></trans-unit></body></file></xliff>"
            starts = [.source: head.utf8.count, .target: (head + source.text + joint).utf8.count]
            let text = try #require(try BilingualText(Array(file.utf8), path: "example.xlf"))
            pair = try VersionReader().versions(of: text, path: "example.xlf")
        }
        let comparison = Comparer(options: options).compare(pair.source, pair.target)
        for (side, marked) in [(Side.source, source), (.target, target)] {
            let found = comparison.findings.compactMap { $0[side]?.range.shifted(by: -(starts[side] ?? 0)) }
            #expect(
                found == marked.ranges,
                "\(side): \(MarkedText.marked(marked.text, found)) \(comparison.findings.map(\.message))")
        }
    }

    @Test func `the registry is sorted, complete and well described`() {
        let ids = Registry.checks.map(\.description.id)
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        for check in Registry.checks.map(\.description) {
            #expect(!check.summary.isEmpty && !check.rationale.isEmpty && !check.examples.isEmpty, "\(check.id)")
            #expect(check.summary.hasSuffix("."), "\(check.id)")
        }
    }
}
