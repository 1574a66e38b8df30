import Corpus
import Drift
import TestSupport
import Testing

@Suite struct RegionFindingTests {
    @Test(arguments: [
        // A translation gives its own names where the source gives English ones.
        ("The names of the ferries are in English.", "Die Namen der Fähren sind auf Deutsch.", "de", 0),
        ("The names of the ferries are in English.", "Назви поромів подано українською.", "uk", 0),
        ("The names of the ferries are in English.", "Die Namen der Fähren sind auf Finnisch.", "de", 1),
        ("The Greco-Roman harbour is old.", "De Grieks-Romeinse haven is oud.", "nl", 0),
        ("The harbour of Georgetown is old.", "A norvég kikötő régi.", "hu", 0),
        ("The Chinese ferry (Wikipedia) is old.", "Čínsky trajekt (anglická Wikipédia) je starý.", "sk", 0),
    ])
    func `peoples and languages that became others`(source: String, target: String, language: String, count: Int) throws
    {
        let pair = (try Pairs.segmented([source], "en"), try Pairs.segmented([target], language))
        let found = Comparer().compare(pair.0, pair.1).findings.filter { $0.check == "region-mismatch" }
        #expect(found.count == count, "\(found.map(\.message))")
    }
}
