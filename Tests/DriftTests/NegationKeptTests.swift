import Corpus
import Drift
import TestSupport
import Testing

@Suite struct NegationKeptTests {
    /// Words that a program knows stay as they are: they answer to themselves.
    @Test(
        arguments: [
            (
                "The column is marked NOT NULL in the parent table.",
                "La colonne est marquée NOT NULL dans la table parent.", false
            ),
            (
                "Use it with yes, no or always for the pager.",
                "Verwenden Sie es mit yes, no oder always für den Pager.", false
            ),
            ("The column is not marked in the parent table.", "La colonne est marquée dans la table parent.", true),
        ])
    func `a denial that stands in both versions is none lost`(source: String, target: String, isFound: Bool) throws {
        let pair = Comparer().compare(
            try Pairs.segmented([source], "en"),
            try Pairs.segmented([target], target.hasPrefix("La") ? "fr" : "de"))
        #expect(pair.findings.contains { $0.check == "negation-mismatch" } == isFound)
    }

    @Test(
        arguments: [
            ("Not now", "Später", false), ("Not now", "Nicht jetzt", false), ("Not here", "Später", true),
        ])
    func `what is not now is later`(source: String, target: String, isFound: Bool) throws {
        let pair = Comparer().compare(
            units: (try Pairs.segmented([source], "en"), try Pairs.segmented([target], "de")))
        #expect(pair.findings.contains { $0.check == "negation-mismatch" } == isFound)
    }
}
