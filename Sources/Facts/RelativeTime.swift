public import Bitext

/// A day, week, month or year as seen from when it is spoken of: yesterday, next year.
public struct RelativeTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// What is counted.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        /// Yesterday, today, tomorrow.
        case day
        /// Last week.
        case week
        /// This month.
        case month
        /// Next year.
        case year
    }

    /// What is counted.
    public let unit: Unit
    /// How many of them ahead, -2 to 2: -1 for yesterday.
    public let offset: Int

    /// In English, as “last week” and “the day after tomorrow”.
    public var description: String {
        switch (unit, offset) {
        case (.day, -2): "the day before yesterday"
        case (.day, -1): "yesterday"
        case (.day, 0): "today"
        case (.day, 1): "tomorrow"
        case (.day, 2): "the day after tomorrow"
        case (_, ..<(-1)): "the \(unit.rawValue) before last"
        case (_, -1): "last \(unit.rawValue)"
        case (_, 0): "this \(unit.rawValue)"
        case (_, 1): "next \(unit.rawValue)"
        default: "the \(unit.rawValue) after next"
        }
    }

    /// By unit, then from the past on.
    public static func < (one: RelativeTime, other: RelativeTime) -> Bool {
        (one.unit.rawValue, one.offset) < (other.unit.rawValue, other.offset)
    }
}

/// Words of a text for a relative time.
public struct RelativeTimeFact: Hashable, Sendable {
    /// What they may mean, in order: Hindi कल is yesterday and tomorrow.
    public let readings: [RelativeTime]
    /// Whether they mean nothing else: morgen is tomorrow, Morgen may be the morning.
    public let isSure: Bool
    /// Where, in UTF-8 bytes of the text that was read.
    public let range: TextRange
    /// What is written.
    public let text: String
}
