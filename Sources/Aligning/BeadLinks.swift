import Bitext
internal import Semantics

/// How strongly the words of beads are linked where each word answers to one other, which the search does not know: there, one
/// word may vouch for all that are near it.
struct BeadLinks {
    private let matcher: PairMatcher
    private let texts: Sides<[String]>
    private let lengths: Sides<[Double]>
    private let model: LengthModel

    /// - Parameters:
    ///   - texts: the texts of all segments.
    ///   - lengths: their lengths.
    init(_ matcher: PairMatcher, texts: Sides<[String]>, lengths: Sides<[Double]>, model: LengthModel) {
        self.matcher = matcher
        self.texts = texts
        self.lengths = lengths
        self.model = model
    }

    /// The links of a bead, by segment.
    struct Sums {
        /// For each segment of a side, how many words it has and how strong their links are together.
        fileprivate(set) var segments: Sides<[(words: Int, strength: Double)]>

        /// How strong all links are together.
        var total: Double { segments.source.reduce(0) { $0 + $1.strength } }
    }

    /// Beads with longer sides, in bytes, are no sentences, and their words take long to link.
    private static let longest = 8_000

    /// The links of a bead; `nil` where it is so long that it is no sentence.
    func sums(_ bead: Bead) -> Sums? {
        guard
            Side.allCases.allSatisfy({ side in
                bead[side].reduce(0) { $0 + texts[side][$1].utf8.count } <= BeadLinks.longest
            })
        else { return nil }
        func text(_ side: Side) -> String { bead[side].map { texts[side][$0] }.joined(separator: " ") }
        guard let linked = matcher.links(text(.source), text(.target)) else { return nil }
        func segments(_ side: Side, _ words: [TextRange]) -> [Int] {
            var ends: [Int] = []
            for index in bead[side] { ends.append((ends.last.map { $0 + 1 } ?? 0) + texts[side][index].utf8.count) }
            return words.map { word in ends.firstIndex { word.start < $0 } ?? ends.count - 1 }
        }
        let segments = Sides(source: segments(.source, linked.source), target: segments(.target, linked.target))
        var sums = Sums(segments: Sides { side in bead[side].map { _ in (0, 0) } })
        for side in Side.allCases { for segment in segments[side] { sums.segments[side][segment].words += 1 } }
        for link in linked.links {
            sums.segments[.source][segments[.source][link.source]].strength += link.strength
            sums.segments[.target][segments[.target][link.target]].strength += link.strength
        }
        return sums
    }

    /// What the lengths of a bead's sides cost, in nats.
    func lengthCost(_ bead: Bead) -> Double {
        func length(_ side: Side) -> Double { bead[side].reduce(0) { $0 + lengths[side][$1] } }
        return model.cost(length(.source), length(.target))
    }
}
