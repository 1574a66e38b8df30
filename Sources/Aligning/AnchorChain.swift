/// A pair of segments that the path of the ladder is taken to pass.
struct Anchor {
    let source: Int
    let target: Int
    /// How far from it the ladder is looked for, in segments.
    var margin = 25
}

/// The heaviest chain of pairs that increases on both sides: the anchors of a long bitext.
enum AnchorChain {
    /// - Parameter candidates: pairs with weights, in any order.
    /// - Returns: the numbers of the candidates of the heaviest chain, increasing strictly on both sides.
    static func heaviest(_ candidates: [(source: Int, target: Int, weight: Float)], targets: Int) -> [Int] {
        let order = candidates.indices.sorted {
            (candidates[$0].source, -candidates[$0].target) < (candidates[$1].source, -candidates[$1].target)
        }
        // A Fenwick tree over target positions holds the heaviest chain that ends before each.
        var best = [(weight: Float, pair: Int)](repeating: (0, -1), count: targets + 1)
        var previous = [Int](repeating: -1, count: candidates.count)
        var top: (weight: Float, pair: Int) = (0, -1)
        for index in order {
            let pair = candidates[index]
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
        var chain: [Int] = []
        var index = top.pair
        while index >= 0 {
            chain.append(index)
            index = previous[index]
        }
        return chain.reversed()
    }

    /// How many pairs before and behind one tell whether it is to be trusted.
    private static let neighbours = 10
    /// The share of them that must be in the chain: of pairs that chance made, a quarter is.
    private static let leastShare = 0.6
    /// How far from a trusted anchor the ladder is looked for.
    private static let nearMargin = 8

    /// The anchors of the heaviest chain that stand where most pairs are in it: where the vectors know the words.
    /// - Parameter candidates: pairs with weights, by source.
    static func trusted(_ candidates: [(source: Int, target: Int, weight: Float)], targets: Int) -> [Anchor] {
        let chain = heaviest(candidates, targets: targets)
        // How many candidates before each number are in the chain.
        var counts = [0]
        counts.reserveCapacity(candidates.count + 1)
        let members = Set(chain)
        for number in candidates.indices { counts.append(counts[number] + (members.contains(number) ? 1 : 0)) }
        return chain.filter { number in
            let (start, end) = (max(0, number - neighbours), min(candidates.count, number + neighbours + 1))
            return Double(counts[end] - counts[start]) >= leastShare * Double(end - start)
        }.map { Anchor(source: candidates[$0].source, target: candidates[$0].target, margin: nearMargin) }
    }

    /// Near anchors, and others where those leave a stretch open.
    /// - Parameters:
    ///   - near: increasing on both sides.
    ///   - others: increasing on both sides; those that the near ones contradict are left out.
    static func joined(_ near: [Anchor], _ others: [Anchor]) -> [Anchor] {
        var joined: [Anchor] = []
        var next = 0
        for other in others {
            while next < near.count, near[next].source <= other.source {
                joined.append(near[next])
                next += 1
            }
            let before = next > 0 ? near[next - 1] : nil
            let behind = next < near.count ? near[next] : nil
            let isApart =
                before.map { other.source - $0.source > nearMargin && other.target > $0.target } ?? true
                && behind.map { $0.source - other.source > nearMargin && other.target < $0.target } ?? true
            if isApart { joined.append(other) }
        }
        return joined + near[next...]
    }
}
