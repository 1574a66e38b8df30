import Aligning
import Bitext
import Corpus
import Drift
import Formats
import TestSupport
import Testing

/// Sentences that one side joins where the other parts them, all of one matter.
@Suite struct BorderMoverTests {
    private static let english = [
        "The ferry left late.",
        "Nobody on the quay had heard of the storm in the south.",
        "The captain knew of it, he said nothing to the passengers about the storm.",
        "At nine the wind rose, and the passengers went below.",
        "The cook dropped a pot of soup.",
        "A child laughed at the cook.",
        "Its mother did not laugh at all.",
        "She counted the boats that hung on the deck, there were four boats for ninety passengers.",
        "The captain saw her count.",
        "He took off his cap and smiled.",
        "By midnight the lights of the harbour could be seen.",
        "The wind had gone, the mother carried the child ashore.",
        "She never told anybody of the four boats.",
    ]

    private static let russian = [
        "Паром отошёл с опозданием, о буре на юге на причале никто не слыхал.",
        "Капитану о ней было известно.",
        "Пассажирам он не сказал о буре ни слова.",
        "К девяти задуло, и люди ушли в каюты.",
        "Кок уронил кастрюлю с супом.",
        "Какой-то малыш засмеялся.",
        "Мать его не смеялась.",
        "Она пересчитывала шлюпки на палубе.",
        "Шлюпок было четыре, а людей девяносто.",
        "Капитан заметил, что она считает.",
        "Он снял фуражку и улыбнулся ей, к полуночи показались огни гавани.",
        "Ветер стих.",
        "Мать снесла ребёнка на берег.",
        "О четырёх шлюпках она так никому и не рассказала.",
    ]

    @Test(arguments: Side.allCases)
    func `a sentence stands in the bead of its own words`(side: Side) throws {
        let english = try Pairs.segmented(BorderMoverTests.english, "en")
        let russian = try Pairs.segmented(BorderMoverTests.russian, "ru")
        let pair = side == .source ? Comparer().align(english, russian) : Comparer().align(russian, english)
        let beads = pair.ladder.beads.map { [Array($0[side]), Array($0[side.other])] }
        #expect(
            beads == [
                [[0, 1], [0]], [[2], [1, 2]], [[3], [3]], [[4], [4]], [[5], [5]], [[6], [6]], [[7], [7, 8]],
                [[8], [9]],
                [[9, 10], [10]], [[11], [11, 12]], [[12], [13]],
            ])
    }

    @Test(arguments: [(2, 1), (3, 3), (8, 10)])
    func `what is fixed bounds what is moved`(source: Int, target: Int) throws {
        let english = try Pairs.segmented(BorderMoverTests.english, "en")
        let russian = try Pairs.segmented(BorderMoverTests.russian, "ru")
        var options = Comparer.Options()
        options.fixed = try FixedPoints.of(
            AnchorReader.read(Array("[\(source)]:[\(target)]".utf8), path: "anchors"), path: "anchors", english, russian
        )
        let pair = Comparer(options: options).align(english, russian)
        for side in Side.allCases {
            #expect(pair.ladder.beads.flatMap { Array($0[side]) } == Array(pair[side].segments.indices))
        }
        #expect(pair.ladder.beads.contains { $0.source == source..<source + 1 && $0.target == target..<target + 1 })
    }
}
