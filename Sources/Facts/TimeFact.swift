public import Bitext

/// A time of day.
public struct TimeFact: Hashable, Sendable {
    /// The minutes since midnight that it may mean, 0 to 1,439, in order: two where the half of the day is not said.
    public let readings: [Int]
    /// Where, in UTF-8 bytes of the text that was read, with what names the part of the day.
    public let range: TextRange
    /// What is written.
    public let text: String

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
