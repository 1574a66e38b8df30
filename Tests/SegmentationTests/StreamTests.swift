import Bitext
import Drift
import Facts
import Foundation
import TestSupport
import Testing

@testable import Segmentation

@Suite struct StreamTests {
    private func stream(_ text: [UInt8], chunk: Int, newline: Segmenter.Newline = .candidate) throws -> [TextRange] {
        var stream = SegmentStream(try Segmenter(language: Language("en"), newline: newline))
        var ranges: [TextRange] = []
        var position = 0
        repeat {
            let end = min(text.count, position + chunk)
            stream.push(Array(text[position..<end]), isLast: end == text.count) { sentence, range in
                #expect(Array(sentence) == Array(text[range.start..<range.end]))
                ranges.append(range)
            }
            position = end
        } while position < text.count
        return ranges
    }

    @Test(arguments: SeededGenerator.seeds)
    func `a text in pieces gives the sentences of the whole`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "Mr. Smith came.", " Да, 漢字。", "\n\n", "\n", " He said “no.” ", "and went", " 3.5 ", "End! ", "😀 Yes",
        ]
        let text = (0..<80).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let whole = try Segmenter(language: Language("en")).sentences(in: text)
        let streamed = try stream(Array(text.utf8), chunk: Int.random(in: 1...90, using: &random))
        #expect(streamed == whole, "seed \(seed)")
    }

    @Test func `random bytes never trap`() throws {
        for seed in SeededGenerator.seeds {
            var random = SeededGenerator(seed: seed)
            let bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = try stream(bytes, chunk: 64)
        }
    }

    @Test func `a megabyte without a stop is one sentence`() throws {
        let text = String(repeating: "word ", count: 200_000)
        #expect(try Segmenter(language: Language("en")).sentences(in: text).count == 1)
    }

    @Test func `a hundred thousand stops take no time`() throws {
        let text = String(repeating: ".", count: 100_000) + " End. " + String(repeating: ". ", count: 100_000)
        #expect(try !Segmenter(language: Language("en")).sentences(in: text).isEmpty)
    }

    @Test(arguments: [(Segmenter.Newline.boundary, 2), (.candidate, 1), (.space, 1)])
    func `a line end means what the option says`(newline: Segmenter.Newline, count: Int) throws {
        let segmenter = try Segmenter(language: Language("en"), newline: newline)
        #expect(segmenter.sentences(in: "It was a cold night\nin the city.").count == count)
    }

    @Test(arguments: [
        ("en", "“Go!” he said. Then", ["“Go!”", "“Go!” he said."]), ("ja", "来た。（帰った。）また", ["来た。", "来た。（帰った。）"]),
    ])
    func `an explanation's place is behind what closes`(language: String, text: String, heads: [String]) throws {
        let places = try Segmenter(language: Language(language)).explain(text).map(\.offset)
        for head in heads { #expect(places.contains(head.utf8.count), "\(places)") }
    }

    @Test(arguments: [
        ("Mr. Smith came. He left.", ["name abbreviation", "full stop", "end of text"]),
        ("He asked “Why?” and left.", ["lower case", "end of text"]),
        ("It cost 3.5 euros!", ["no white space", "end of text"]),
    ])
    func `each place is explained by its rule`(text: String, rules: [String]) throws {
        #expect(try Segmenter(language: Language("en")).explain(text).map(\.rule) == rules)
    }

    @Test func `a text without marks is told`() throws {
        let line = (0..<120).map { "word\($0)" }.joined(separator: " ")
        let version = try Pairs.version(line, "en")
        #expect(version.document.notes.contains { $0.hasPrefix("unpunctuated") })
        #expect(version.segments.map(\.wordCount) == [40, 40, 40])
        #expect(try Pairs.version("One is here. Two.", "en").document.notes.isEmpty)
    }
}

/// Unicode's own tests of sentence boundaries, from Debian's package unicode-data.
@Suite struct SentenceBreakTests {
    static let path = "/usr/share/unicode/auxiliary/SentenceBreakTest.txt"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: path), "the package unicode-data is not installed"))
    func `plain ICU passes Unicode's tests`() throws {
        let segmenter = try Segmenter(language: Language("en"), method: .icu)
        var cases = 0
        for line in try String(contentsOfFile: SentenceBreakTests.path, encoding: .utf8).split(separator: "\n") {
            let test = line.prefix { $0 != "#" }
            guard test.contains("÷") else { continue }
            var text = ""
            var boundaries: [Int] = []
            for part in test.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
                if part == "÷" { boundaries.append(text.utf8.count) }
                if let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) {
                    text.unicodeScalars.append(scalar)
                }
            }
            #expect(segmenter.boundaries(in: text) == Array(boundaries.dropFirst()), "\(test)")
            cases += 1
        }
        #expect(cases > 400)
    }
}
