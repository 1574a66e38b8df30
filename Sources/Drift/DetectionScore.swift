internal import Bitext

/// How well scores tell pairs in error from faithful ones, against labels.
public struct DetectionScore: Sendable {
    /// A pair with its label.
    public struct Item: Sendable {
        /// The score, 0 to 1; 0 for a pair that got none.
        public let score: Double
        /// Whether the pair is in error.
        public let isError: Bool
        /// What kind of error it holds, where the labels say so.
        public let category: String?

        /// Makes an item.
        public init(score: Double, isError: Bool, category: String? = nil) {
            self.score = score
            self.isError = isError
            self.category = category
        }
    }

    /// The figures of a category, against all faithful pairs.
    public struct Category: Sendable, Hashable {
        /// The category.
        public let name: String
        /// How many pairs hold it.
        public let count: Int
        /// The share of them above the threshold of a rate of false positives, 0 to 1.
        public let recall: Double
        /// The area under their curve, 0 to 1.
        public let area: Double?
    }

    /// The pairs whose scores lie in a tenth of the range.
    public struct Bin: Sendable, Hashable {
        /// The lower bound: 0, 0.1 … 0.9.
        public let from: Double
        /// How many pairs there are, and how many are in error.
        public let count, errors: Int
        /// Their mean score.
        public let meanScore: Double
    }

    /// How many pairs there are, and how many are in error.
    public let count, errors: Int
    /// The area under the curve of true against false positives: how likely a pair in error scores above a faithful one,
    /// ties counted half. `nil` where all labels are the same.
    public let area: Double?
    /// The mean precision over the recalls.
    public let averagePrecision: Double
    /// The best Matthews correlation over all thresholds, and the least score that counts as an error there.
    public let bestCorrelation: (value: Double, threshold: Double)
    /// The categories, the most frequent first.
    public let categories: [Category]
    /// The pairs by score, tenths without pairs left out.
    public let bins: [Bin]

    /// Scores labelled pairs.
    /// - Parameter falsePositives: the share of faithful pairs that may stand above the threshold of ``Category/recall``.
    public init(_ items: [Item], falsePositives: Double = 0.05) {
        count = items.count
        errors = items.count(where: \.isError)
        let clean = items.filter { !$0.isError }.map(\.score).sorted(by: >)
        area = DetectionScore.area(items)
        (averagePrecision, bestCorrelation) = DetectionScore.curve(items)
        let allowed = Int(falsePositives * Double(clean.count))
        let threshold = clean.indices.contains(allowed) ? clean[allowed] : -1
        let named = Dictionary(grouping: items.filter(\.isError), by: { $0.category ?? "" })
        let faithful = items.filter { !$0.isError }
        categories = named.map { name, group in
            Category(
                name: name, count: group.count,
                recall: Double(group.count { $0.score > threshold }) / Double(group.count),
                area: DetectionScore.area(group + faithful))
        }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        let tenths = Dictionary(grouping: items) { Int(min(0.99, max(0, $0.score)) * 10) }
        bins = tenths.sorted { $0.key < $1.key }.map { tenth, group in
            Bin(
                from: Double(tenth) / 10, count: group.count, errors: group.count(where: \.isError),
                meanScore: group.reduce(0) { $0 + $1.score } / Double(group.count))
        }
    }

    /// The 95 % interval of the area, by the standard error of Hanley and McNeil ("The meaning and use of the area under a
    /// receiver operating characteristic (ROC) curve", Radiology 143, 1982); `nil` where there is no area.
    public var interval: ClosedRange<Double>? {
        guard let area else { return nil }
        let (ones, zeros) = (Double(errors), Double(count - errors))
        let one = area / (2 - area)
        let two = 2 * area * area / (1 + area)
        let variance = area * (1 - area) + (ones - 1) * (one - area * area) + (zeros - 1) * (two - area * area)
        let error = 1.96 * max(0, variance / (ones * zeros)).squareRoot()
        return max(0, area - error)...min(1, area + error)
    }

    private static func area(_ items: [Item]) -> Double? {
        let ones = items.count(where: \.isError)
        let zeros = items.count - ones
        guard ones > 0, zeros > 0 else { return nil }
        let sorted = items.sorted { $0.score < $1.score }
        var ranks = 0.0
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, sorted[end].score == sorted[start].score { end += 1 }
            // Ties share the mean of their ranks, which count from 1.
            ranks += Double(sorted[start..<end].count(where: \.isError)) * Double(start + 1 + end) / 2
            start = end
        }
        return (ranks - Double(ones) * Double(ones + 1) / 2) / (Double(ones) * Double(zeros))
    }

    private static func curve(_ items: [Item]) -> (precision: Double, correlation: (Double, Double)) {
        let sorted = items.sorted { $0.score > $1.score }
        let positives = Double(sorted.count(where: \.isError))
        let negatives = Double(sorted.count) - positives
        var (hits, alarms) = (0.0, 0.0)
        var precision = 0.0
        var best = (value: 0.0, threshold: 1.0)
        var start = 0
        while start < sorted.count {
            var end = start
            var right = 0.0
            while end < sorted.count, sorted[end].score == sorted[start].score {
                right += sorted[end].isError ? 1 : 0
                end += 1
            }
            hits += right
            alarms += Double(end - start) - right
            if positives > 0 { precision += right / positives * hits / (hits + alarms) }
            let misses = positives - hits
            let quiet = negatives - alarms
            let root = ((hits + alarms) * (hits + misses) * (quiet + alarms) * (quiet + misses)).squareRoot()
            let value = root > 0 ? (hits * quiet - alarms * misses) / root : 0
            if value > best.value { best = (value, sorted[start].score) }
            start = end
        }
        return (precision, best)
    }
}
