import Corpus
import Drift
import TestSupport
import Testing

@Suite struct QuotationTests {
    private func found(_ source: [String], _ target: [String]) throws -> [String] {
        Comparer().compare(try Pairs.segmented(source, "en"), try Pairs.segmented(target, "de")).findings
            .filter { $0.check == "unpaired-quotation" }.compactMap { $0.target?.text }
    }

    @Test(arguments: [
        ("The ship, “a tug”, sank.", "Das Schiff, „ein Schlepper, sank.", ["„"]),
        ("The ship, “a tug”, sank.", "Das Schiff, ein Schlepper“, sank.", ["“"]),
        ("The ship, “a tug”, sank.", "Das Schiff, »ein Schlepper“, sank.", []),
        ("The ship, “a tug”, sank.", "Das Schiff, ,,ein Schlepper'', sank.", []),
        ("The ship, “a tug”, sank.", "Das Schiff, ,,ein Schlepper, sank.", [",,"]),
        ("The ship, “a tug”, sank.", "「Das Schiff, 『ein Schlepper』, sank.", ["「"]),
        ("The “ship”, “a tug”, sank.", "Das „Schiff“, „ein Schlepper, sank.", ["„"]),
        ("The ship, a tug, sank.", "Das Schiff,, ein Schlepper, sank.", []),
        ("The 24-inch ship sank.", "Das 24\" lange Schiff sank.", []),
        ("“The ship sank.", "„Das Schiff sank.", []), ("'The ship sank.", "„Das Schiff sank.", []),
        ("The students' ship sank.", "Das Schiff „der Studenten sank.", ["„"]),
        ("“The ship sank,” he said.", "„Das Schiff sank – sagte er.", []),
        ("“The ship – a tug – sank.”", "Das Schiff – ein Schlepper – sank.“", ["“"]),
        ("“", "\"\"\"", []), ("", "", []), ("The ship sank.", "Das Schiff sank.", []),
    ])
    func `quotation marks without their other are found`(source: String, target: String, marks: [String]) throws {
        #expect(try found([source], [target]) == marks)
    }

    @Test func `a quotation of several paragraphs opens anew in each`() throws {
        let source = ["The ship sank that very night.", "Nobody was on board of her.", "We saw it from the shore."]
        #expect(
            try found(
                source, ["„Das Schiff sank noch in der Nacht.", "„Niemand war an Bord.", "„Wir sahen es vom Ufer.“"])
                == [])
        #expect(
            try found(
                source, ["„Das Schiff sank noch in der Nacht.", "Niemand war an Bord.", "Wir sahen es vom Ufer."])
                == ["„"])
    }

    @Test func `a pair may open in one sentence and close in another of the paragraph`() throws {
        let source = "“The ship sank that very night. Nobody was on board of her,” he said."
        let pair = { (target: String) in
            Comparer().compare(try Pairs.version(source, "en"), try Pairs.version(target, "de")).findings
                .filter { $0.check == "unpaired-quotation" }.compactMap { $0.target?.text }
        }
        #expect(try pair("„Das Schiff sank noch in der Nacht. Niemand war an Bord“, sagte er.") == [])
        #expect(try pair("„Das Schiff sank noch in der Nacht. Niemand war an Bord, sagte er.") == ["„"])
    }

    @Test func `many marks are read in one pass`() throws {
        let marks = String(repeating: "\"'„", count: 10_000)
        let source = "The ship sank in the cold harbour at night. " + marks.replacing("'", with: "")
        let target = "Das Schiff sank nachts im kalten Hafen. " + marks + "\""
        #expect(try found([source], [target]).count == 1)
    }
}
