public import Bitext

/// How the words of two texts answer to each other: for each word, how near its best counterpart is.
public struct PairMatch: Sendable {
    /// A word of one text.
    public struct Unit: Sendable, Hashable {
        /// Where the word stands in its text, in UTF-8 bytes.
        public let range: TextRange
        /// How much it tells, 0.2 (hardly anything) to 6.5.
        public let weight: Float
        /// How near its best counterpart is: the cosine, less what words have in common by chance, below 0 to 1.
        public let support: Float
        /// Whether its best counterpart has this word, or one that is as near, for its own best.
        public let isMutual: Bool
        /// The number of its best counterpart among the other text's words; `nil` where that text has none.
        public let counterpart: Int?
        /// The log-odds that its counterpart is missing from a translation, in nats, as if half of all words
        /// had none. Words that often have none that is near, as grammar and idiom ask for, say little.
        public let missing: Float
        /// For a word with a capital, how much likelier it is with it than without, in nats: above 0 for most names.
        public let properness: Float

        /// The support, less where its best counterpart answers to another word better.
        public var ownSupport: Float { isMutual ? support : support * PairMatch.contested }
    }

    /// What is left of a word's support where its best counterpart answers to another word better: Tolstoy alone cannot
    /// vouch for Tolstoy and Chekhov.
    private static let contested: Float = 0.6

    /// The words of the source, in order.
    public let source: [Unit]
    /// The words of the target, in order.
    public let target: [Unit]

    /// How alike the texts are: the mean support of both sides' words, each weighed by how much it tells; 0 to 1.
    public var similarity: Double {
        func mean(_ units: [Unit]) -> Float {
            let weight = units.reduce(0) { $0 + $1.weight }
            return weight > 0 ? units.reduce(0) { $0 + $1.weight * $1.support } / weight : 0
        }
        guard !source.isEmpty, !target.isEmpty else { return source.isEmpty && target.isEmpty ? 1 : 0 }
        return Double(max(0, min(1, (mean(source) + mean(target)) / 2)))
    }

    /// How likely it is that the texts have nothing to do with each other, 0 to 1; `nil` where they are too short to
    /// tell.
    ///
    /// A logistic model over the share of each side's information that nothing answers to, and the similarity, fitted on
    /// sentences of PUD in fifteen languages with English and the same sentences shuffled. Nine in ten are taken to be
    /// unrelated: an aligner leaves pairs that are more alike than shuffled ones.
    public var unrelatedness: Double? {
        let telling = [source, target].map { $0.filter { $0.weight >= 1.5 } }
        guard telling.allSatisfy({ $0.count >= 6 }) else { return nil }
        func lack(_ units: [Unit]) -> Double {
            let all = units.reduce(0) { $0 + $1.weight } + 1
            return Double(
                units.reduce(0) { $0 + ($1.weight >= 1.5 ? $1.weight * max(0, 0.55 - $1.support) : 0) } / all)
        }
        return logistic(2 + 20.3 * (lack(source) + lack(target)) - 27.2 * similarity)
    }

    /// The words of one side.
    public subscript(side: Side) -> [Unit] { side == .source ? source : target }
}

/// Matches pairs of texts, keeping the vectors of the words it has seen; not `Sendable`.
public final class PairMatcher {
    private let vocabulary: PieceVocabulary
    private var words: WordVectors
    private var packed: [SIMD16<Float>] = []
    private let width: Int
    private let lexical: LexicalSupport?

    /// More distinct words than this are forgotten, so that memory stays bounded.
    private static let limit = 60_000
    /// More pairs of words than this are not compared.
    private static let mostPairs = 4_000_000

    /// Makes a matcher.
    /// - Parameter lexical: what lexicons say, for the languages of the texts; their words count as near to each other.
    public init(_ vocabulary: PieceVocabulary, lexical: LexicalSupport? = nil) {
        self.vocabulary = vocabulary
        self.lexical = lexical
        words = WordVectors(vocabulary)
        width = (vocabulary.file.dimensions + 15) / 16
    }

    /// Matches two texts; `nil` for texts so long that it would take minutes: they are no sentences.
    public func match(_ source: String, _ target: String) -> PairMatch? {
        guard let grid = grid(source, target) else { return nil }
        let (here, there) = (grid.source, grid.target)
        var nearest = (
            [Nearest](repeating: Nearest(), count: here.count), [Nearest](repeating: Nearest(), count: there.count)
        )
        for row in here.indices {
            for column in there.indices {
                let value = grid[row, column]
                nearest.0[row].add(value, column)
                nearest.1[column].add(value, row)
            }
        }
        func units(
            _ placed: [WordVectors.Placed], _ nearest: [Nearest], _ others: [Nearest]
        ) -> [PairMatch.Unit] {
            zip(placed, nearest).map { placed, nearest in
                let isMutual = nearest.place.map { others[$0].support <= nearest.support } ?? false
                return PairMatch.Unit(
                    range: placed.range, weight: placed.word.weight, support: nearest.support, isMutual: isMutual,
                    counterpart: nearest.place,
                    missing: vocabulary.file.absence.odds(
                        own: placed.word.absence, support: nearest.support, isMutual: isMutual),
                    properness: placed.word.properness)
            }
        }
        return PairMatch(source: units(here, nearest.0, nearest.1), target: units(there, nearest.1, nearest.0))
    }

    /// The words of two texts and how alike each pair is.
    struct Grid {
        let source: [WordVectors.Placed]
        let target: [WordVectors.Placed]
        fileprivate var values: [Float]

        /// How alike a source's and a target's word are: their cosine less what words have in common by chance, to 1.
        subscript(row: Int, column: Int) -> Float { values[row * target.count + column] }
    }

    /// Compares each word of a text with each of another, less what is alike by chance; `nil` for texts so long that they
    /// are no sentences.
    func grid(_ source: String, _ target: String) -> Grid? {
        if words.count > PairMatcher.limit {
            words = WordVectors(vocabulary)
            packed = []
        }
        let here = words.placed(source)
        let there = words.placed(target)
        guard here.count * there.count <= PairMatcher.mostPairs else { return nil }
        while packed.count < words.count * width { pack(packed.count / width) }
        var grid = Grid(source: here, target: there, values: [])
        grid.values.reserveCapacity(here.count * there.count)
        let chance = vocabulary.file.chance
        let stretch = 1 / (1 - chance)
        for one in here {
            for other in there {
                var sum = SIMD16<Float>()
                for part in 0..<width {
                    sum += packed[one.word.word * width + part] * packed[other.word.word * width + part]
                }
                grid.values.append((sum.sum() - chance) * stretch)
            }
        }
        if let lexical { support(&grid, lexical, source, target) }
        return grid
    }

    /// Raises what lexicons know.
    private func support(_ grid: inout Grid, _ lexical: LexicalSupport, _ source: String, _ target: String) {
        let keys = (
            grid.source.map { LexicalSupport.key(String(source.slice($0.range))) },
            grid.target.map { LexicalSupport.key(String(target.slice($0.range))) }
        )
        for (row, one) in keys.0.enumerated() {
            guard let answers = one.flatMap(lexical.answers) else { continue }
            for (column, other) in keys.1.enumerated() {
                guard let strength = other.flatMap({ answers[$0] }) else { continue }
                let cell = row * keys.1.count + column
                grid.values[cell] = max(grid.values[cell], LexicalSupport.likeness(of: strength))
            }
        }
    }

    /// The best counterpart seen so far.
    private struct Nearest {
        var support: Float = 0
        var place: Int?

        mutating func add(_ value: Float, _ place: Int) {
            guard self.place == nil || value > support else { return }
            support = value
            self.place = place
        }
    }

    private func pack(_ word: Int) {
        let vector = words.vectors[word * words.dimensions..<(word + 1) * words.dimensions]
        for part in 0..<width {
            var lanes = SIMD16<Float>()
            for (lane, value) in vector.dropFirst(part * 16).prefix(16).enumerated() { lanes[lane] = value }
            packed.append(lanes)
        }
    }
}
