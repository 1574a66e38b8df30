/// The heaviest chain of pairs that increases on both sides: the anchors of a long bitext.
enum AnchorChain {
    /// Pairs lighter than this are not believed alone.
    static let leastWeight: Float = 4

    /// - Parameter candidates: pairs with weights, in any order.
    /// - Returns: the pairs of the heaviest chain, increasing strictly on both sides.
    static func heaviest(
        _ candidates: [(source: Int, target: Int, weight: Float)], targets: Int
    ) -> [(source: Int, target: Int)] {
        let pairs = candidates.filter { $0.weight >= leastWeight }
            .sorted { ($0.source, -$0.target) < ($1.source, -$1.target) }
        // A Fenwick tree over target positions holds the heaviest chain that ends before each.
        var best = [(weight: Float, pair: Int)](repeating: (0, -1), count: targets + 1)
        var previous = [Int](repeating: -1, count: pairs.count)
        var top: (weight: Float, pair: Int) = (0, -1)
        for (index, pair) in pairs.enumerated() {
            var before: (weight: Float, pair: Int) = (0, -1)
            var position = pair.target
            while position > 0 {
                if best[position].weight > before.weight { before = best[position] }
                position -= position & -position
            }
            previous[index] = before.pair
            let weight = before.weight + pair.weight
            if weight > top.weight { top = (weight, index) }
            position = pair.target + 1
            while position <= targets {
                if weight > best[position].weight { best[position] = (weight, index) }
                position += position & -position
            }
        }
        var chain: [(source: Int, target: Int)] = []
        var index = top.pair
        while index >= 0 {
            chain.append((pairs[index].source, pairs[index].target))
            index = previous[index]
        }
        return chain.reversed()
    }
}
