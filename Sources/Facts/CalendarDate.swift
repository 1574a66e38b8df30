public import Bitext

/// A day or month of the Gregorian calendar, as far as a text says it.
public struct CalendarDate: Hashable, Sendable, CustomStringConvertible {
    /// The year, where it is said.
    public let year: Int?
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, where it is said.
    public let day: Int?

    /// Makes a date; `nil` where there is no such month or day.
    public init?(year: Int?, month: Int, day: Int?) {
        guard (1...12).contains(month), day.map({ (1...31).contains($0) }) ?? true else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether what both say is the same.
    public func agrees(with other: CalendarDate) -> Bool {
        func agree(_ one: Int?, _ two: Int?) -> Bool { one == nil || two == nil || one == two }
        return month == other.month && agree(day, other.day) && agree(year, other.year)
    }

    /// As ISO 8601 writes it: `2024-03-15`, `2024-03`, `--03-15`, `--03`.
    public var description: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let head = year.map { String(repeating: "0", count: max(0, 4 - String($0).count)) + "\($0)" } ?? "-"
        return head + "-" + two(month) + (day.map { "-" + two($0) } ?? "")
    }
}

/// A date that was read in a text.
public struct DateFact: Hashable, Sendable {
    /// What it may be, the likeliest first: 3/4/2024 is a day in March or in April.
    public let readings: [CalendarDate]
    /// Where, in UTF-8 bytes of the text that was read.
    public let range: TextRange
    /// What is written.
    public let text: String
    /// Whether the month is written as a number.
    public let isNumeric: Bool

    /// Whether some reading of the one agrees with a reading of the other.
    public func couldEqual(_ other: DateFact) -> Bool {
        readings.contains { reading in other.readings.contains { reading.agrees(with: $0) } }
    }
}
