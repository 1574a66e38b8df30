/// Which words answer to which in pairs of texts, learnt from the pairs themselves.
///
/// IBM model 1 (Brown et al., "The mathematics of statistical machine translation", 1993, section 4.1) in both
/// directions. What one co-occurrence gives is taken off how often two words are expected to answer to each other: words that
/// occurred together once say nothing, so that a pair of texts cannot vouch for itself.
struct LexicalModel {
    /// Two words that answer to each other.
    struct Entry {
        let source: Int
        let target: Int
        /// How likely the source's word becomes the target's, 0 to 1.
        let forward: Float
        /// How likely the target's word stands for the source's, 0 to 1.
        let backward: Float
    }

    /// The words of two texts, each once, by number.
    typealias Pair = (source: [Int], target: [Int])

    private static let rounds = 4
    /// Of how often two words are expected to answer to each other, what does not count.
    private static let discount: Float = 0.9

    private let pairs: [Pair]
    /// The pairs of words that occur together, each once, sorted: the source's word in the upper half.
    private var cooccurrences: [UInt64]
    /// For each pair of texts, row by row, the number of each pair of words among `cooccurrences`.
    private var cells: [Int32] = []

    /// The entries, in the order of the source's words.
    static func learnt(from pairs: [Pair]) -> [Entry] { LexicalModel(pairs).entries }

    private init(_ pairs: [Pair]) {
        self.pairs = pairs
        var keys: [UInt64] = []
        for pair in pairs {
            for here in pair.source { for there in pair.target { keys.append(LexicalModel.key(here, there)) } }
        }
        keys.sort()
        cooccurrences = []
        for key in keys where cooccurrences.last != key { cooccurrences.append(key) }
        cells.reserveCapacity(keys.count)
        keys = []
        for pair in pairs {
            for here in pair.source {
                for there in pair.target { cells.append(place(LexicalModel.key(here, there))) }
            }
        }
    }

    private static func key(_ source: Int, _ target: Int) -> UInt64 { UInt64(source) << 32 | UInt64(target) }

    private func place(_ key: UInt64) -> Int32 {
        var (low, high) = (0, cooccurrences.count)
        while low < high {
            let middle = (low + high) / 2
            if cooccurrences[middle] < key { low = middle + 1 } else { high = middle }
        }
        return Int32(low)
    }

    private var entries: [Entry] {
        let expected = (forward: expected(isForward: true), backward: expected(isForward: false))
        var counts: (source: [Int: Float], target: [Int: Float]) = ([:], [:])
        for pair in pairs {
            for word in pair.source { counts.source[word, default: 0] += 1 }
            for word in pair.target { counts.target[word, default: 0] += 1 }
        }
        return cooccurrences.enumerated().compactMap { cooccurrence, key in
            let (source, target) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
            let forward = expected.forward[cooccurrence] - LexicalModel.discount
            let backward = expected.backward[cooccurrence] - LexicalModel.discount
            guard forward > 0, backward > 0 else { return nil }
            return Entry(
                source: source, target: target, forward: min(1, forward / counts.source[source, default: 1]),
                backward: min(1, backward / counts.target[target, default: 1]))
        }
    }

    /// How often the words of each co-occurrence are expected to answer to each other, each word of the one side to one of the
    /// other.
    private func expected(isForward: Bool) -> [Float] {
        var probability = [Float](repeating: 1, count: cooccurrences.count)
        var counts = probability
        for round in 1...LexicalModel.rounds {
            for index in counts.indices { counts[index] = 0 }
            var start = 0
            for pair in pairs {
                let (rows, columns) = (pair.source.count, pair.target.count)
                // Forward, each word of the target is shared out among those of the source.
                let (outer, inner) = isForward ? (columns, rows) : (rows, columns)
                let (outerStep, innerStep) = isForward ? (1, columns) : (columns, 1)
                for one in 0..<outer {
                    let first = start + one * outerStep
                    var sum: Float = 0
                    for other in 0..<inner { sum += probability[Int(cells[first + other * innerStep])] }
                    guard sum > 0 else { continue }
                    for other in 0..<inner {
                        let cooccurrence = Int(cells[first + other * innerStep])
                        counts[cooccurrence] += probability[cooccurrence] / sum
                    }
                }
                start += rows * columns
            }
            if round < LexicalModel.rounds { normalise(&probability, counts, isForward: isForward) }
        }
        return counts
    }

    /// Counts as probabilities given the word that answers are looked for.
    private func normalise(_ probability: inout [Float], _ counts: [Float], isForward: Bool) {
        func given(_ key: UInt64) -> UInt64 { isForward ? key >> 32 : key & 0xFFFF_FFFF }
        var totals: [UInt64: Float] = [:]
        for (cooccurrence, key) in cooccurrences.enumerated() { totals[given(key), default: 0] += counts[cooccurrence] }
        for (cooccurrence, key) in cooccurrences.enumerated() {
            let total = totals[given(key)] ?? 0
            probability[cooccurrence] = total > 0 ? counts[cooccurrence] / total : 0
        }
    }
}
