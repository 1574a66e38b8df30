import Corpus
import TestSupport
import Testing

@Suite struct LineIndexTests {
    @Test(arguments: SeededGenerator.seeds)
    func `lines and columns are those of code points counted one by one`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let parts = ["a", "é", "漢", "😀", "e\u{301}", "\n", String(repeating: "long ", count: 300)]
        let text = (0..<40).map { _ in parts.randomElement(using: &random) ?? "a" }.joined()
        let index = LineIndex(text)
        var (offset, line, column) = (0, 1, 1)
        for scalar in text.unicodeScalars {
            #expect(index.position(offset) == (line, column), "seed \(seed), byte \(offset)")
            offset += UTF8.width(scalar)
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        #expect(index.position(offset) == (line, column))
        #expect(LineIndex("").position(0) == (1, 1))
    }
}
