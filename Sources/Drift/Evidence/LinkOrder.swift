internal import Bitext
internal import Semantics

/// How the links between the words of two texts lie.
struct LinkOrder {
    /// The share of pairs of links between telling words that cross, 0 to 1 (Kendall's tau distance).
    let crossing: Double
    private let looser: Order

    init(_ match: PairMatch) {
        crossing = Order(LinkOrder.places(match, leastWeight: 1.5, leastSupport: 0.5)).crossing
        looser = Order(LinkOrder.places(match, leastWeight: 0, leastSupport: 0.35))
    }

    /// The looser links: the share of pairs that cross, and of steps that lead backwards, 0 to 1.
    var order: (crossing: Double, backward: Double) { (looser.crossing, looser.backward) }

    /// How much more the words are out of order than those of faithful translations between two languages, 0 to about 1:
    /// crossing links and steps backwards, each above what the languages bring with them, more for more links.
    func disorder(_ source: Language, _ target: Language) -> Double {
        guard looser.count >= LinkOrder.fewest else { return 0 }
        let norm = LanguageNorms.disorder(source: source, target: target)
        let excess = looser.crossing - norm.crossing + looser.backward - norm.backward
        let certainty = Double(looser.count).squareRoot() / 4
        return max(0, excess) * certainty * min(1, certainty)
    }

    /// Fewer links have no order to speak of.
    private static let fewest = 5

    /// The order of links: for each, in the order of the source, the number of the target's word.
    private struct Order {
        let count: Int
        /// The share of pairs that cross, 0 to 1.
        let crossing: Double
        /// The share of steps that lead backwards, 0 to 1.
        let backward: Double

        init(_ places: [Int]) {
            count = places.count
            var crossings = 0
            for (index, some) in places.enumerated() {
                for other in places[(index + 1)...] where other < some { crossings += 1 }
            }
            let pairs = count * (count - 1) / 2
            crossing = pairs > 0 ? Double(crossings) / Double(pairs) : 0
            let steps = zip(places, places.dropFirst()).count { $1 < $0 }
            backward = count > 1 ? Double(steps) / Double(count - 1) : 0
        }
    }

    private static func places(_ match: PairMatch, leastWeight: Float, leastSupport: Float) -> [Int] {
        match.source.enumerated().compactMap { index, word in
            guard word.weight >= leastWeight, word.support > leastSupport, let other = word.counterpart,
                match.target[other].counterpart == index
            else { return nil }
            return other
        }
    }
}
