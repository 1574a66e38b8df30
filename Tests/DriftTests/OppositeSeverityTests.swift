import Corpus
import Drift
import TestSupport
import Testing

@Suite struct OppositeSeverityTests {
    /// Good translators let “and” be “or”.
    @Test(arguments: [
        ("You need a passport and a visa.", "Sie brauchen einen Pass oder ein Visum.", Severity.minor),
        ("You need at least five votes.", "Sie brauchen höchstens fünf Stimmen.", .major),
    ])
    func `a connective is slighter than other opposites`(source: String, target: String, severity: Severity) throws {
        let pair = Comparer().compare(try Pairs.segmented([source], "en"), try Pairs.segmented([target], "de"))
        #expect(pair.findings.filter { $0.check == "opposite-word" }.map(\.severity) == [severity])
    }
}
