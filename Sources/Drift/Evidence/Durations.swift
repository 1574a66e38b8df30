import Bitext
import Facts

/// Compares what numbers count where the units differ: 36 months are three years.
struct Durations {
    private let pair: AlignedPair

    init(_ pair: AlignedPair) { self.pair = pair }

    /// The days that units of time have; months and years in the mean.
    private static let days: [String: Double] = [
        "second": 1 / 86_400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30.44,
        "year": 365.25, "decade": 3652.5, "century": 36_525,
    ]
    /// Sixty days are two months.
    private static let tolerance = 0.04

    /// What a number of a segment counts; `nil` where nothing is read.
    func measure(_ range: TextRange, segment: Int, _ side: Side) -> Measure? {
        pair.readers[side].measures.measure(of: range, in: pair[side].segments[segment].segment.text)
    }

    /// Whether a number of a bead's side is a duration that the other side has in another unit, in digits or in words.
    func isSaid(_ fact: Fact, segment: Int, _ side: Side, in bead: Bead) -> Bool {
        guard let own = length(fact.value.approximate, fact.range, segment, side) else { return false }
        return bead[side.other].contains { index in
            let other = pair[side.other].segments[index]
            let inDigits = other.facts.map { ($0.value.approximate, $0.range) }
            let inWords = other.named.compactMap { fact -> (Double, TextRange)? in
                guard case .number(let value) = fact.value else { return nil }
                return (Double(value), fact.range)
            }
            return (inDigits + inWords).contains { value, range in
                length(value, range, index, side.other).map { abs($0 / own - 1) < Durations.tolerance } ?? false
            }
        }
    }

    /// Whether two numbers count the same in different units: three decades and thirty years, but not three years and nine
    /// months. Of other units (feet, metres) conversions are not judged.
    func isSame(
        _ one: (value: Int, range: TextRange, segment: Int), _ other: (value: Int, range: TextRange, segment: Int)
    )
        -> Bool
    {
        guard let first = measure(one.range, segment: one.segment, .source),
            let second = measure(other.range, segment: other.segment, .target), !first.couldEqual(second)
        else { return false }
        guard let here = length(Double(one.value), one.range, one.segment, .source),
            let there = length(Double(other.value), other.range, other.segment, .target)
        else { return true }
        return abs(there / here - 1) < Durations.tolerance
    }

    private func length(_ value: Double, _ range: TextRange, _ segment: Int, _ side: Side) -> Double? {
        guard value > 0, let measure = measure(range, segment: segment, side),
            let unit = measure.readings.lazy.compactMap({ Durations.days[$0] }).first
        else { return nil }
        return value * unit
    }
}
