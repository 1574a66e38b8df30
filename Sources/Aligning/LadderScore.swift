public import Bitext

/// How well a ladder agrees with gold, as Vecalign scores it (Thompson and Koehn, "Vecalign: Improved Sentence Alignment in
/// Linear Time and Space", EMNLP 2019, section 4): strictly, beads count that are the same; laxly, beads that share a segment
/// on both sides. Null beads count for precision only. The null figures are over segments without a counterpart.
public struct LadderScore: Sendable, Hashable {
    /// Precision, recall and their harmonic mean, 0 to 1.
    public struct Figures: Sendable, Hashable {
        /// The share of what was found that is right.
        public let precision: Double
        /// The share of what is right that was found.
        public let recall: Double
        /// Makes figures.
        public init(precision: Double, recall: Double) {
            self.precision = precision
            self.recall = recall
        }

        /// Their harmonic mean.
        public var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
    }

    /// The counts that figures are made of; those of several documents add up.
    public struct Counts: Sendable, Hashable {
        var gold = 0
        var found = 0
        var foundNulls = 0
        var strict = 0
        var laxFound = 0
        var laxGold = 0
        var rightNulls = 0
        var goldMissing = 0
        var foundMissing = 0
        var rightMissing = 0

        /// Nothing.
        public init() {}

        /// Counts a document.
        public init(gold: Set<NumberedBead>, found: Set<NumberedBead>) {
            let (goldBeads, foundBeads) = (gold.filter(\.isFull), found.filter(\.isFull))
            self.gold = goldBeads.count
            self.found = foundBeads.count
            strict = goldBeads.intersection(foundBeads).count
            laxFound = Counts.touching(foundBeads, goldBeads)
            laxGold = Counts.touching(goldBeads, foundBeads)
            let nulls = found.subtracting(foundBeads)
            foundNulls = nulls.count
            rightNulls = nulls.intersection(gold).count
            let missing = (Counts.missing(gold), Counts.missing(found))
            goldMissing = missing.0.count
            foundMissing = missing.1.count
            rightMissing = missing.0.intersection(missing.1).count
        }

        /// The counts of both.
        public static func + (some: Counts, other: Counts) -> Counts {
            var sum = some
            sum.gold += other.gold
            sum.found += other.found
            sum.foundNulls += other.foundNulls
            sum.strict += other.strict
            sum.laxFound += other.laxFound
            sum.laxGold += other.laxGold
            sum.rightNulls += other.rightNulls
            sum.goldMissing += other.goldMissing
            sum.foundMissing += other.foundMissing
            sum.rightMissing += other.rightMissing
            return sum
        }

        private static func touching(
            _ some: Set<NumberedBead>, _ others: Set<NumberedBead>
        ) -> Int {
            var bySource: [Int: [NumberedBead]] = [:]
            for other in others { for number in other.source { bySource[number, default: []].append(other) } }
            return some.count { bead in
                bead.source.contains { (bySource[$0] ?? []).contains { !$0.target.isDisjoint(with: bead.target) } }
            }
        }

        /// Segments without a counterpart: the source's by their numbers, the target's below zero.
        private static func missing(_ beads: Set<NumberedBead>) -> Set<Int> {
            Set(beads.filter { !$0.isFull }.flatMap { bead in bead.source.map { $0 } + bead.target.map { -1 - $0 } })
        }
    }

    /// Beads that are the same.
    public let strict: Figures
    /// Beads that share a segment on both sides.
    public let lax: Figures
    /// Segments without a counterpart; `nil` where neither ladder has any.
    public let null: Figures?

    /// The figures of counts.
    public init(_ counts: Counts) {
        func share(_ part: Int, _ whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }
        let all = counts.found + counts.foundNulls
        strict = Figures(
            precision: share(counts.strict + counts.rightNulls, all), recall: share(counts.strict, counts.gold))
        lax = Figures(
            precision: share(counts.laxFound + counts.rightNulls, all), recall: share(counts.laxGold, counts.gold))
        null =
            counts.foundMissing + counts.goldMissing == 0
            ? nil
            : Figures(
                precision: share(counts.rightMissing, counts.foundMissing),
                recall: share(counts.rightMissing, counts.goldMissing))
    }

    /// The 95 % interval of a figure over documents that are drawn again and again (bootstrap, Efron 1979).
    /// - Parameters:
    ///   - documents: the counts of each document; of one alone there is no interval.
    ///   - figure: the figure.
    public static func interval(
        _ documents: [Counts], samples: Int = 1000, seed: UInt64 = 1, _ figure: (LadderScore) -> Double
    ) -> ClosedRange<Double>? {
        guard documents.count > 1 else { return nil }
        var state = seed
        func next() -> Int {
            // SplitMix64 (Steele, Lea and Flood 2014): the same interval on every machine.
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ mixed >> 31) % UInt64(documents.count))
        }
        let values = (0..<samples).map { _ in
            figure(LadderScore(documents.indices.reduce(Counts()) { sum, _ in sum + documents[next()] }))
        }.sorted()
        return values[samples / 40]...values[samples - 1 - samples / 40]
    }
}
