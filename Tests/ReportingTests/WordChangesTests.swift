import Testing

@testable import Reporting

/// Words that differ between two versions, between ⟦ and ⟧.
@Suite struct WordChangesTests {
    private static func words(_ text: String) -> [WordChanges.Word] {
        text.split(separator: " ").enumerated().map { .init(gap: $0 == 0 ? "" : " ", text: String($1)) }
    }

    private static func marked(_ pieces: [WordChanges.Piece]) -> String {
        pieces.map { $0.isChanged ? "⟦\($0.text)⟧" : $0.text }.joined()
    }

    @Test(
        arguments: [
            ("the ship left", "the ship left", "the ship left", "the ship left"),
            ("the red ship left", "the ship left", "the ⟦red⟧ ship left", "the ship left"),
            (
                "a red ship left for the north", "a blue ship left for the far south",
                "a ⟦red⟧ ship left for the ⟦north⟧",
                "a ⟦blue⟧ ship left for the ⟦far south⟧"
            ),
            ("he said so", "nobody knew it", "he said so", "nobody knew it"),
            ("", "they left", "", "they left"),
            // Of six words each only one is common in between: read as a whole.
            (
                "We met many of their old friends there.", "We know none of the new people there.",
                "We ⟦met many of their old friends⟧ there.", "We ⟦know none of the new people⟧ there."
            ),
        ])
    func `what differs is marked`(old: String, new: String, markedOld: String, markedNew: String) {
        let changes = WordChanges(WordChangesTests.words(old), WordChangesTests.words(new))
        #expect(WordChangesTests.marked(changes.old) == markedOld)
        #expect(WordChangesTests.marked(changes.new) == markedNew)
    }

    @Test func `long sides are marked from the first difference to the last`() {
        let numbers = (0..<3_000).map(String.init)
        let old = (["start"] + numbers + ["end"]).joined(separator: " ")
        let new = (["start", "x"] + numbers.dropLast() + ["y", "end"]).joined(separator: " ")
        let changes = WordChanges(WordChangesTests.words(old), WordChangesTests.words(new))
        #expect(changes.old.map(\.isChanged) == [false, true, false])
        #expect(changes.new.map(\.isChanged) == [false, true, false])
        #expect(changes.new.map(\.text).joined() == new)
    }
}
