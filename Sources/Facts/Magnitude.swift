public import Bitext

/// How large a number is where a text does not say which: hundreds, tens of thousands, 数百万.
public struct Magnitude: Hashable, Sendable {
    /// What the form of the words tells.
    public enum Form: String, Sendable {
        /// One of it: a hundred, сотня.
        case one
        /// Several: hundreds, сотнями.
        case many
        /// Either.
        case unknown
    }

    /// The powers of ten that it may be, mostly one: 2 for hundreds, 4 for tens of thousands.
    public let powers: ClosedRange<Int>
    /// Whether it is one of it or several.
    public let form: Form
    /// Where, in UTF-8 bytes of the text that was read.
    public let range: TextRange
    /// What is written.
    public let text: String

    /// The smallest number that it may be, with what it leaves open: 100+, 10,000+.
    public var value: String { DecimalValue(mantissa: 1, exponent: powers.lowerBound).description + "+" }

    /// Whether a number is as large.
    public func holds(_ value: DecimalValue) -> Bool { powers.contains(value.wholeDigits - 1) }
}
