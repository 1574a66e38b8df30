import Corpus
import Drift
import TestSupport
import Testing

@Suite struct OppositeFindingTests {
    private func found(_ source: String, _ target: String, _ language: String) throws -> [Severity] {
        var options = Comparer.Options()
        options.minConfidence = 0.2
        let pair = (try Pairs.segmented([source], "en"), try Pairs.segmented([target], language))
        return Comparer(options: options).compare(pair.0, pair.1).findings.filter { $0.check == "opposite-word" }
            .map(\.severity)
    }

    /// Good translators let “and” be “or”, so that it is not reported unless it is asked for.
    @Test(arguments: [
        ("You need a passport and a visa.", "Sie brauchen einen Pass oder ein Visum.", Severity.minor),
        ("You need at least five votes.", "Sie brauchen höchstens fünf Stimmen.", .major),
    ])
    func `a connective is slighter than other opposites`(source: String, target: String, severity: Severity) throws {
        #expect(try found(source, target, "de") == [severity])
    }

    @Test(arguments: [
        (
            "The ticket costs less than ten kroner and is cheap.",
            "Le billet coûte moins de dix couronnes et est moins cher.", "fr"
        ),
        (
            "It prints all pages instead of only the changed ones.", "Es druckt alle Seiten, nicht nur die geänderten.",
            "de"
        ),
        ("The hunter was unsuccessful.", "De jager was niet-succesvol.", "nl"),
        ("The earlier you finish, the fewer wares you get.", "빨리 끝낼수록 더 적은 물품을 받습니다.", "ko"),
        ("He was late and never came early.", "Er kam zu spät, kurze Zeit später ging er nie.", "de"),
        (
            "They do not know those parts, but it is easy to repair the gate.",
            "Nevědí, kde to je, ale není moc těžké opravit bránu.", "cs"
        ),
    ])
    func `what denies or lessens a word turns it round`(source: String, target: String, language: String) throws {
        #expect(try found(source, target, language).isEmpty)
    }

    /// In a long text a word and its opposite may both stand, in places that do not answer to each other.
    @Test(arguments: [(0, 1), (60, 0)]) func `opposites answer to each other where they stand near`(
        fillers: Int, count: Int
    ) throws {
        let (here, there) = ("The hall is by the harbour. ", "Der Saal steht am Hafen. ")
        let source = String(repeating: here, count: fillers / 5) + "The gate was always locked."
        let target = "Das Tor war nie verschlossen. " + String(repeating: there, count: fillers / 5)
        #expect(try found(source, target, "de").count == count)
    }
}
