import Corpus
import Drift
import TestSupport
import Testing

@Suite struct BracketTests {
    private func found(_ source: [String], _ target: [String]) throws -> [String] {
        Comparer().compare(try Pairs.segmented(source, "en"), try Pairs.segmented(target, "de")).findings
            .filter { $0.check == "unpaired-bracket" }.compactMap { $0.target?.text }
    }

    @Test(arguments: [
        ("The ship (a tug) sank.", "Das Schiff (ein Schlepper sank.", ["("]),
        ("The ship [a tug] sank.", "Das Schiff [ein Schlepper) sank.", ["[", ")"]),
        ("The ship (a tug) sank.", "Das Schiff （ein Schlepper) sank.", []),
        ("The ship sank :-(", "Das Schiff sank : (", []), ("b) The ship sank.", "12) Das Schiff sank.", []),
        ("The ship sank that day.)", "Das Schiff sank an dem Tag.)", []), ("", "", []),
        ("The ship sank: a tug.", "Das Schiff sank: (ein Schlepper) [b].", []),
        ("The ship sank: a tug.", "Das Schiff sank :( und (ein Schlepper) auch.", []), ("A ship.", ")(", [")", "("]),
    ])
    func `brackets without their other are found`(source: String, target: String, marks: [String]) throws {
        #expect(try found([source], [target]) == marks)
    }

    @Test func `many brackets are looked at once, and a few are reported`() throws {
        let row = "The ship sank in the cold harbour at night."
        let translation = "Das Schiff sank nachts im kalten Hafen. "
        #expect(try found([row], [translation + String(repeating: "([", count: 20)]).count == 10)
        #expect(try found([row], [translation + String(repeating: "([", count: 50_000) + ")"]).count <= 10)
    }
}
