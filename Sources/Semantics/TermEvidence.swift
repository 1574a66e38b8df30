/// How much the terms that two segments share say for their belonging together.
///
/// Each term weighs by how rare it is on both sides (inverse document frequency, in nats); terms that stand in more
/// than a tenth of the segments of a long text say nothing and are left out.
public struct TermEvidence: Sendable {
    /// A term of a segment: its number among the terms that both sides have, and how often it stands there.
    struct Entry: Sendable {
        let term: Int32
        let count: Int32
    }

    /// Where a term stands in the target.
    struct Posting: Sendable {
        let segment: Int32
        let count: Int32
    }

    private var sourceEntries: [[Entry]] = []
    private var targetEntries: [[Entry]] = []
    private var postings: [[Posting]] = []
    private var weights: [Float] = []
    /// The weight that each source segment shares by chance with any target segment.
    private var chances: [Float] = []
    /// The weight of all terms of each source segment, those that the target lacks included.
    public private(set) var sourceTotals: [Float] = []
    /// The weight of all terms of each target segment, those that the source lacks included.
    public private(set) var targetTotals: [Float] = []

    /// Counts the terms of both sides.
    public init(source: [[Term]], target: [[Term]]) {
        let inSource = TermEvidence.frequencies(source)
        let inTarget = TermEvidence.frequencies(target)
        // A term that is rare in a short text is rare in the language, too.
        let segments = Double(max(TermEvidence.leastSegments, max(source.count, target.count)))
        let tooFrequent = max(10, Int(segments / 10))
        var numbers: [Term: Int32] = [:]
        for terms in source {
            for term in terms where numbers[term] == nil {
                guard let there = inTarget[term], let here = inSource[term], max(here, there) <= tooFrequent else {
                    continue
                }
                numbers[term] = Int32(weights.count)
                weights.append(TermEvidence.weight(max(here, there), of: segments))
            }
        }
        sourceEntries = source.map { TermEvidence.entries($0, numbers) }
        targetEntries = target.map { TermEvidence.entries($0, numbers) }
        postings = [[Posting]](repeating: [], count: weights.count)
        for (segment, entries) in targetEntries.enumerated() {
            for entry in entries {
                postings[Int(entry.term)].append(Posting(segment: Int32(segment), count: entry.count))
            }
        }
        let places = Float(max(TermEvidence.leastSegments, target.count))
        chances = sourceEntries.map { entries in
            entries.reduce(0) { $0 + weights[Int($1.term)] * Float(postings[Int($1.term)].count) / places }
        }
        sourceTotals = source.map { TermEvidence.total($0, inSource, tooFrequent, segments) }
        targetTotals = target.map { TermEvidence.total($0, inTarget, tooFrequent, segments) }
    }

    /// Adds to `row` the weight that a source segment shares with each target segment of a range, less what any two
    /// segments share by chance; below zero where they share less than that.
    /// - Parameter row: one cell for each target segment of the range.
    public func addOverlap(source: Int, targets: Range<Int>, to row: inout [Float]) {
        for index in row.indices { row[index] -= chances[source] * TermEvidence.chanceFactor }
        for entry in sourceEntries[source] {
            let weight = weights[Int(entry.term)]
            let places = postings[Int(entry.term)]
            var index = TermEvidence.firstIndex(places, from: targets.lowerBound)
            while index < places.count, Int(places[index].segment) < targets.upperBound {
                row[Int(places[index].segment) - targets.lowerBound] +=
                    weight * Float(min(entry.count, places[index].count))
                index += 1
            }
        }
    }

    /// Pairs of segments that share a term which stands in at most three segments on each side, the same number on
    /// both: candidates for anchors, with the weight of the term. In order of source segment.
    public func anchorCandidates() -> [(source: Int, target: Int, weight: Float)] {
        var places = [[Int32]](repeating: [], count: weights.count)
        for (segment, entries) in sourceEntries.enumerated() {
            for entry in entries where postings[Int(entry.term)].count <= 3 {
                places[Int(entry.term)].append(Int32(segment))
            }
        }
        var pairs: [Int: [Int: Float]] = [:]
        for (term, here) in places.enumerated() where !here.isEmpty && here.count == postings[term].count {
            for (source, target) in zip(here, postings[term]) {
                pairs[Int(source), default: [:]][Int(target.segment), default: 0] += weights[term]
            }
        }
        return pairs.sorted { $0.key < $1.key }.flatMap { source, targets in
            targets.sorted { $0.key < $1.key }.map { (source, $0.key, $0.value) }
        }
    }

    /// Shorter texts count as this many segments, so that their terms weigh something.
    private static let leastSegments = 40

    /// How many times the mean of chance counts as chance: segments near each other share more than distant ones.
    private static let chanceFactor: Float = 2

    private static func firstIndex(_ places: [Posting], from segment: Int) -> Int {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if Int(places[middle].segment) < segment { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func frequencies(_ segments: [[Term]]) -> [Term: Int] {
        var counts: [Term: Int] = [:]
        for terms in segments {
            for term in Set(terms) { counts[term, default: 0] += 1 }
        }
        return counts
    }

    private static func weight(_ frequency: Int, of segments: Double) -> Float {
        Float(logarithm(segments / Double(frequency)) + 0.5)
    }

    private static func entries(_ terms: [Term], _ numbers: [Term: Int32]) -> [Entry] {
        var counts: [Int32: Int32] = [:]
        for term in terms {
            if let number = numbers[term] { counts[number, default: 0] += 1 }
        }
        return counts.map { Entry(term: $0.key, count: $0.value) }.sorted { $0.term < $1.term }
    }

    private static func total(_ terms: [Term], _ frequencies: [Term: Int], _ limit: Int, _ segments: Double) -> Float {
        terms.reduce(0) { sum, term in
            guard let frequency = frequencies[term], frequency <= limit else { return sum }
            return sum + weight(frequency, of: segments)
        }
    }
}
