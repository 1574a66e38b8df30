public import Bitext

/// A language-neutral value with its span.
public struct Fact: Hashable, Sendable {
    /// How sure a reading is. A doubtful one may excuse a mismatch, never raise one.
    public enum Certainty: Sendable {
        /// The text can hardly mean anything else.
        case sure
        /// It may mean something else, or be said in other words.
        case doubtful
    }

    /// The value.
    public let value: DecimalValue
    /// Other values that the same text could be read as, such as 1.1 for `1.100`.
    public let otherReadings: [DecimalValue]
    /// The span in the text that was read, in UTF-8 bytes.
    public let range: TextRange
    /// The text of the span.
    public let text: String
    /// How sure the reading is.
    public let certainty: Certainty

    /// Whether any reading of the one is a reading of the other.
    public func couldEqual(_ other: Fact) -> Bool {
        readings.contains { other.readings.contains($0) }
    }

    /// All readings, the likeliest first.
    public var readings: [DecimalValue] { [value] + otherReadings }

    /// The same fact with one more reading, where it has not got it.
    func alsoRead(as value: DecimalValue) -> Fact {
        guard !readings.contains(value) else { return self }
        return Fact(
            value: self.value, otherReadings: otherReadings + [value], range: range, text: text, certainty: certainty)
    }

    /// The same fact, which may mean something else.
    var doubted: Fact {
        Fact(value: value, otherReadings: otherReadings, range: range, text: text, certainty: .doubtful)
    }
}
