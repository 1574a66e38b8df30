import Corpus
import Drift
import TestSupport
import Testing

@Suite struct MagnitudeFindingTests {
    @Test(arguments: [
        // A figure of speech.
        ("There are a thousand dangers out there.", "Da draußen gibt es Tausende Gefahren.", 0),
        ("There were hundreds of boats.", "Da waren Tausende Boote.", 1),
        ("A hundred boats were lost.", "Hunderte Boote gingen verloren.", 1),
    ])
    func `magnitudes that became others`(source: String, target: String, count: Int) throws {
        let pair = (try Pairs.segmented([source], "en"), try Pairs.segmented([target], "de"))
        let found = Comparer().compare(units: pair).findings.filter { $0.check == "number-word-mismatch" }
        #expect(found.count == count, "\(found.map(\.message))")
    }
}
