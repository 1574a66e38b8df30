import Bitext
import TestSupport
import Testing

@testable import Semantics

@Suite struct LexiconLearningTests {
    private func vocabulary() throws -> PieceVocabulary { PieceVocabulary(try VectorFile(path: ModelTests.path)) }

    /// Words of a language that nobody speaks, and of another.
    private static let words = (
        here: ["brakal", "dostum", "fintar", "gorvel", "hamusk", "jildra", "kestun", "lormab"],
        there: ["вупра", "жонтел", "зимурк", "йодран", "кафлис", "лубрен", "марток", "нисвал"]
    )

    /// Pairs of sentences of these words, in any order on the other side.
    private func pairs(_ count: Int, _ random: inout SeededGenerator) -> [(String, String)] {
        (0..<count).map { _ in
            let picks = (0..<4).map { _ in Int.random(in: 0..<LexiconLearningTests.words.here.count, using: &random) }
            return (
                picks.map { LexiconLearningTests.words.here[$0] }.joined(separator: " ") + ".",
                picks.shuffled(using: &random).map { LexiconLearningTests.words.there[$0] }.joined(separator: " ")
            )
        }
    }

    @Test(arguments: SeededGenerator.seeds.prefix(8))
    func `words that always answer to each other are found`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let learner = LexiconLearner(try vocabulary(), source: Language("en"), target: Language("ru"))
        for pair in pairs(120, &random) { learner.add(pair.0, pair.1) }
        let lexicon = learner.lexicon()
        for (one, other) in zip(LexiconLearningTests.words.here, LexiconLearningTests.words.there) {
            let answers = lexicon.entries.filter { $0.source == one }.sorted { $0.strength > $1.strength }
            #expect(answers.first?.target == other, "seed \(seed): \(one) → \(answers)")
            #expect(answers.first?.strength ?? 0 > 0.6, "seed \(seed)")
        }
        #expect(lexicon.entries.allSatisfy { (0...1).contains($0.forward) && (0...1).contains($0.backward) })
    }

    @Test func `what met once is not believed`() throws {
        let learner = LexiconLearner(try vocabulary(), source: Language("en"), target: Language("ru"))
        learner.add("Brakal dostum fintar", "Вупра жонтел зимурк")
        learner.add("", "Вупра")
        #expect(learner.count == 1)
        #expect(learner.lexicon().entries.isEmpty)
    }

    @Test func `texts that are no sentences are left out and counted`() throws {
        let learner = LexiconLearner(try vocabulary(), source: Language("en"), target: Language("en"))
        let letters = Array("bdfgklmnprstvz")
        let long = letters.flatMap { one in letters.map { "\(one)a\($0)o\(one)" } }.joined(separator: " ")
        learner.add(long, "a word")
        learner.add("one word", "a word")
        #expect(learner.leftOut == 1 && learner.count == 1)
    }

    @Test func `a lexicon's words support each other, in both directions`() throws {
        let lexicon = Lexicon(
            source: Language("ru"), target: Language("en"),
            entries: [.init(source: "Жонтел", target: "dostum", forward: 0.8, backward: 0.8)])
        let lexical = try #require(LexicalSupport(lexicon.entries(source: Language("en"), target: Language("ru"))))
        let texts = ("The old dostum, again", "Опять «жонтел» старый")
        func support(_ lexical: LexicalSupport?) throws -> Float {
            let match = try #require(PairMatcher(try vocabulary(), lexical: lexical).match(texts.0, texts.1))
            let word = try #require(match.source.first { texts.0.slice($0.range).hasPrefix("dostum") })
            return word.support
        }
        #expect(try support(nil) < 0.6)
        #expect(try support(lexical) == LexicalSupport.likeness(of: 0.8))
        #expect(LexicalSupport(lexicon.entries(source: Language("en"), target: Language("de"))) == nil)
    }

    @Test(
        arguments: [
            ("Haus", "haus"), ("«Haus»,", "haus"), ("HAUS.", "haus"), ("ＨＡＵＳ", "haus"), ("two words", nil),
            ("a-b", nil),
            ("42", nil), ("", nil), ("…", nil),
        ] as [(String, String?)])
    func `words are looked up without case and marks`(word: String, key: String?) {
        #expect(LexicalSupport.key(word) == key)
    }
}
