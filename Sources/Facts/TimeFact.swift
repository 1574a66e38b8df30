public import Bitext

/// A time of day.
public struct TimeFact: Hashable, Sendable {
    /// The minutes since midnight that it may mean, 0 to 1,439, in order: two where the half of the day is not said.
    public let readings: [Int]
    /// Where, in UTF-8 bytes of the text that was read, with what names the part of the day.
    public let range: TextRange
    /// What is written.
    public let text: String

    /// The zone that is named beside it.
    public var zone: ZoneMark?

    /// Whether both name zones that are known, and some reading of the one is the same moment as some of the other.
    public func isSameMoment(as other: TimeFact) -> Bool {
        guard let zone, let otherZone = other.zone else { return false }
        let moments = TimeFact.moments(readings, zone.offsets)
        return !moments.isDisjoint(with: TimeFact.moments(other.readings, otherZone.offsets))
    }

    /// Minutes since midnight in UTC.
    private static func moments(_ readings: [Int], _ offsets: Set<Int>) -> Set<Int> {
        Set(readings.flatMap { reading in offsets.map { ((reading - $0) % 1440 + 1440) % 1440 } })
    }

    /// Whether a zone that is not known may make the two one moment: whole hours or half ones lie between.
    public func mayBeMoved(to other: TimeFact) -> Bool {
        guard let zone, let otherZone = other.zone, zone.offsets.isEmpty || otherZone.offsets.isEmpty else {
            return false
        }
        return readings.contains { one in other.readings.contains { (one - $0) % 30 == 0 } }
    }

    /// Whether any reading of the one is a reading of the other.
    public func couldEqual(_ other: TimeFact) -> Bool { readings.contains(where: other.readings.contains) }

    /// The likeliest reading, as 15:30.
    public var value: String { readings.first.map(TimeFact.shown) ?? "" }
    /// The other readings, as 15:30.
    public var otherValues: [String] { readings.dropFirst().map(TimeFact.shown) }

    private static func shown(_ minutes: Int) -> String {
        let minute = minutes % 60
        return "\(minutes / 60):\(minute < 10 ? "0" : "")\(minute)"
    }
}
