public import Bitext

/// A thing that languages name: a month, a weekday, a region, or a small number or a place in an order in words.
public struct NamedFact: Hashable, Sendable {
    /// What is named.
    public enum Value: Hashable, Sendable {
        /// A month, 1 to 12.
        case month(Int)
        /// A weekday, 1 (Sunday) to 7.
        case weekday(Int)
        /// A region, by its ISO 3166 code; a continent or a union of states by its CLDR code; a sea and the like by a code that
        /// begins with x-.
        case region(String)
        /// A city, by the ISO 3166 code of its country, a slash and a name.
        case city(String)
        /// A number in words.
        case number(Int)
        /// A place in an order in words: 3 for third.
        case ordinal(Int)

        /// The kind alone, for comparing like with like.
        public var kind: Kind {
            switch self {
            case .month: .month
            case .weekday: .weekday
            case .region: .region
            case .city: .city
            case .number: .number
            case .ordinal: .ordinal
            }
        }
    }

    /// What kinds of things are named.
    public enum Kind: String, Sendable, CaseIterable {
        /// Months.
        case month
        /// Weekdays.
        case weekday
        /// Countries and territories, continents, unions of states and seas.
        case region
        /// Cities.
        case city
        /// Numbers in words.
        case number
        /// Places in an order in words.
        case ordinal

        /// Whether it is a number of any kind.
        public var isNumber: Bool { self == .number || self == .ordinal }
        /// Whether it is a place.
        public var isPlace: Bool { self == .region || self == .city }
    }

    /// What is named.
    public let value: Value
    /// Where, in UTF-8 bytes of the text that was read.
    public let range: TextRange
    /// The text of the span.
    public let text: String

    /// Makes a named fact.
    public init(value: Value, range: TextRange, text: String) {
        self.value = value
        self.range = range
        self.text = text
    }

    /// A number in words as a number; `nil` for other kinds. Like all words it is doubtful.
    public var number: Fact? {
        guard case .number(let number) = value else { return nil }
        return Fact(
            value: DecimalValue(mantissa: number), otherReadings: [], range: range, text: text, certainty: .doubtful)
    }
}
