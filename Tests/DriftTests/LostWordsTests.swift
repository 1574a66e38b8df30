import Bitext
import Testing

@testable import Drift

@Suite struct LostWordsTests {
    /// What is quoted as lost: tags of messages are no words.
    @Test(arguments: [
        ("See the ⟦whole list⟧ there.", "whole list"), ("<⟦i>(he nods)</i⟧> Go.", "he nods"),
        ("by <⟦b>x</b> or by either key⟧ there.", "or by either key"),
        ("It is ⟦called <i>linger</i> mode⟧.", "called"), ("a < b and ⟦c > d⟧", "c > d"), ("⟦ab <b>⟧x</b>", "ab"),
        ("x ⟦<b>…</b>⟧ y", "<b>…</b>"),
    ])
    func `a tag is no part of a phrase`(marked: String, expected: String) throws {
        let parts = marked.split(omittingEmptySubsequences: false) { "⟦⟧".contains($0) }.map(String.init)
        try #require(parts.count == 3)
        let start = parts[0].utf8.count
        let whole = parts.joined()
        let range = LostWords.untagged(TextRange(start, start + parts[1].utf8.count), in: whole)
        #expect(whole.slice(range) == expected)
    }
}
