public import Bitext
public import Semantics

/// Finds segments that the ladder leaves without a counterpart on both sides, but that answer to each other: text that
/// stands elsewhere in the other version.
///
/// A ladder is monotone and cannot hold them (Bertalign and Vecalign lose them too). Each source segment without a
/// counterpart is compared with each such target segment; a pair is a move where each is by far the other's best and the
/// words of both are answered. Neighbours of a move that answer to each other join it.
public struct MoveFinder {
    private let matcher: PairMatcher
    private let least: Double

    /// More pairs than this are not compared: the versions are different texts.
    static let mostPairs = 10_000
    /// How unlike the best pair may be, as ``PairMatch/unrelatedness`` says it.
    static let mostUnrelated = 0.03
    /// By how much the best counterpart must be more alike than the next.
    static let margin = 0.08
    /// How alike a neighbour of a move must be to join it.
    static let leastAlike = 0.4

    /// How alike a move in one language must be: other sentences of one text share many words there.
    static let leastAlikeInOneLanguage = 0.75

    /// Makes a finder.
    /// - Parameter isSameLanguage: whether both sides are in one language.
    public init(_ matcher: PairMatcher, isSameLanguage: Bool) {
        self.matcher = matcher
        least = isSameLanguage ? MoveFinder.leastAlikeInOneLanguage : 0
    }

    private struct Match {
        var similarity = 0.0
        var unrelatedness: Double?
    }

    /// The moves, in the order of the source: beads with both sides, in no order on the target.
    /// - Parameters:
    ///   - source: the texts of all source segments.
    ///   - target: the texts of all target segments.
    public func moves(_ ladder: Ladder, source: [String], target: [String]) -> [Bead] {
        let here = ladder.beads.filter { $0.target.isEmpty }.flatMap(\.source)
        let there = ladder.beads.filter { $0.source.isEmpty }.flatMap(\.target)
        guard !here.isEmpty, !there.isEmpty, !MoveFinder.areTooMany(ladder) else { return [] }
        var matches = [[Match]](repeating: [Match](repeating: Match(), count: there.count), count: here.count)
        for (row, one) in here.enumerated() {
            for (column, other) in there.enumerated() where isPlausible(source[one], target[other]) {
                guard let match = matcher.match(source[one], target[other]) else { continue }
                matches[row][column] = Match(similarity: match.similarity, unrelatedness: match.unrelatedness)
            }
        }
        var counterpart: [Int: (column: Int, score: Double)] = [:]
        for row in here.indices {
            guard let column = there.indices.max(by: { matches[row][$0].similarity < matches[row][$1].similarity })
            else { continue }
            let best = matches[row][column]
            guard let unrelatedness = best.unrelatedness, unrelatedness <= MoveFinder.mostUnrelated,
                best.similarity >= least
            else { continue }
            let rivals =
                there.indices.lazy.filter { $0 != column }.map { matches[row][$0].similarity }
                + here.indices.lazy.filter { $0 != row }.map { matches[$0][column].similarity }
            guard best.similarity >= (rivals.max() ?? 0) + MoveFinder.margin else { continue }
            counterpart[row] = (column, 1 - unrelatedness)
        }
        extend(&counterpart, matches, here, there)
        return counterpart.sorted { $0.key < $1.key }.map { row, found in
            Bead(
                source: here[row]..<here[row] + 1, target: there[found.column]..<there[found.column] + 1,
                score: found.score)
        }
    }

    /// Whether so many segments have no counterpart that moves are not looked for.
    public static func areTooMany(_ ladder: Ladder) -> Bool {
        let counts = (ladder.beads.count { $0.target.isEmpty }, ladder.beads.count { $0.source.isEmpty })
        return counts.0 * counts.1 > mostPairs
    }

    /// Lets the neighbours of moves join them.
    private func extend(
        _ counterpart: inout [Int: (column: Int, score: Double)], _ matches: [[Match]], _ here: [Int], _ there: [Int]
    ) {
        var taken = Set(counterpart.values.map(\.column))
        for step in [1, -1] {
            for start in counterpart.keys.sorted(by: { step > 0 ? $0 < $1 : $0 > $1 }) {
                guard var (column, score) = counterpart[start] else { continue }
                var row = start + step
                column += step
                while here.indices.contains(row), there.indices.contains(column), counterpart[row] == nil,
                    !taken.contains(column), here[row] == here[row - step] + step,
                    there[column] == there[column - step] + step,
                    matches[row][column].similarity >= max(least, MoveFinder.leastAlike)
                {
                    score *= 0.95
                    counterpart[row] = (column, score)
                    taken.insert(column)
                    row += step
                    column += step
                }
            }
        }
    }

    /// Whether one text may be the other's translation by its length alone.
    private func isPlausible(_ source: String, _ target: String) -> Bool {
        let lengths = (InformationLength.of(source), InformationLength.of(target))
        return lengths.0 * 4 > lengths.1 && lengths.1 * 4 > lengths.0
    }
}

extension Ladder {
    /// The beads with moves in the place of the null beads of their segments; no longer in the target's order.
    public func beads(with moves: [Bead]) -> [Bead] {
        guard !moves.isEmpty else { return beads }
        let bySource = Dictionary(moves.map { ($0.source.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
        let targets = Set(moves.flatMap(\.target))
        return beads.flatMap { bead -> [Bead] in
            if bead.target.isEmpty {
                return bead.source.map {
                    bySource[$0] ?? Bead(source: $0..<$0 + 1, target: bead.target, score: bead.score)
                }
            }
            if bead.source.isEmpty {
                return bead.target.filter { !targets.contains($0) }.map {
                    Bead(source: bead.source, target: $0..<$0 + 1, score: bead.score)
                }
            }
            return [bead]
        }
    }
}
