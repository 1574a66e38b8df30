import Drift
import TestSupport
import Testing

/// chrF and TER, against the figures of sacrebleu 2.6.0 with its default settings.
@Suite struct MetricsTests {
    struct Case: Sendable {
        let version, reference: String
        let chrf, ter: Double

        init(_ version: String, _ reference: String, chrf: Double, ter: Double) {
            (self.version, self.reference, self.chrf, self.ter) = (version, reference, chrf, ter)
        }
    }

    static let cases: [Case] = [
        .init(
            "The committee will publish its report next week.", "The committee will publish its report next week.",
            chrf: 100, ter: 0),
        .init(
            "The committee publishes a report next week.", "The committee will publish its report next week.",
            chrf: 70.2336, ter: 37.5),
        .init(
            "next week the committee will publish its report", "the committee will publish its report next week",
            chrf: 93.1113, ter: 12.5),
        .init("b a c d e f g", "a b c d e f g", chrf: 51.6667, ter: 14.2857),
        .init(
            "Der Ausschuss wird den Bericht veröffentlichen.",
            "Den Bericht wird der Ausschuss nächste Woche veröffentlichen.", chrf: 65.0974, ter: 50),
        .init("委员会下周发表报告。", "委员会将于下周发表报告。", chrf: 56.7620, ter: 100),
        .init(
            "Комитет опубликует доклад.", "Комитет на следующей неделе опубликует свой доклад.", chrf: 42.5743,
            ter: 57.1429),
        .init("a", "a b c d e f g h i j k l m n o p", chrf: 7.6923, ter: 93.75),
        .init(
            "one two three four five six seven eight nine ten one two three", "one two three", chrf: 51.9661,
            ter: 333.3333),
        .init("!", "?", chrf: 0, ter: 100),
        .init("x y z x y z x y z", "z y x z y x z y x", chrf: 16.6667, ter: 44.4444),
        .init("ВСЕ МОЛЧАЛИ", "все молчали", chrf: 0, ter: 0),
        .init("cafe\u{301} noir", "café noir", chrf: 37.0738, ter: 50),
        .init(
            "The ministers signed the treaty on fisheries in the capital, and then they left for home",
            "In the capital the ministers signed the treaty on fisheries; then, for home, they left", chrf: 78.4176,
            ter: 53.3333),
    ]

    @Test(arguments: cases) func `a segment's figures are sacrebleu's`(_ item: Case) {
        let characters = CharacterFScore(version: item.version, reference: item.reference)
        let edits = TranslationEditRate(version: item.version, reference: item.reference)
        #expect(abs(characters.score - item.chrf) < 0.00006, "\(characters.score)")
        #expect(abs(edits.rate - item.ter) < 0.00006, "\(edits.rate)")
    }

    @Test func `a text's figures are sacrebleu's`() {
        var characters = CharacterFScore()
        var edits = TranslationEditRate()
        for item in MetricsTests.cases {
            characters.add(CharacterFScore(version: item.version, reference: item.reference))
            edits.add(TranslationEditRate(version: item.version, reference: item.reference))
        }
        #expect(abs(characters.score - 67.2835) < 0.00006, "\(characters.score)")
        #expect(abs(edits.rate - 55.7895) < 0.00006, "\(edits.rate)")
    }

    @Test(arguments: [("", "", 0.0, 0.0), ("", "a b", 0, 100), ("a b", "", 0, 100), (" \n", "\t", 0, 0)])
    func `empty texts have figures`(version: String, reference: String, chrf: Double, ter: Double) {
        #expect(CharacterFScore(version: version, reference: reference).score == chrf)
        #expect(TranslationEditRate(version: version, reference: reference).rate == ter)
    }

    @Test(arguments: SeededGenerator.seeds.prefix(20))
    func `no edits are needed for the same words, never more than all of them`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func words() -> [String] {
            (0..<Int.random(in: 1...60, using: &random)).map { _ in "w\(Int.random(in: 0...12, using: &random))" }
        }
        let (some, other) = (words(), words())
        let edits = TranslationEditRate(
            version: some.joined(separator: " "), reference: other.joined(separator: " "))
        #expect(edits.words == other.count)
        #expect(edits.edits <= max(some.count, other.count), "seed \(seed)")
        #expect(edits.edits >= abs(some.count - other.count), "seed \(seed)")
        let same = some.joined(separator: "  ")
        #expect(TranslationEditRate(version: same, reference: same).edits == 0, "seed \(seed)")
        #expect(CharacterFScore(version: same, reference: same).score == 100, "seed \(seed)")
    }

    @Test func `a segment of many words is compared near the diagonal`() {
        let long = (0..<30_000).map { "w\($0 % 977)" }.joined(separator: " ")
        let edits = TranslationEditRate(version: long + " end", reference: "start " + long)
        #expect(edits.edits == 2)
    }
}
