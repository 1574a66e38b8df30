/// What a number counts or measures: per cent, a currency, a unit; several where the text leaves open which.
public struct Measure: Hashable, Sendable {
    /// `percent`, ISO 4217 codes (`USD`) and CLDR's names of units (`kilometer`), in order; never empty. `$` may be the
    /// dollar of many countries, and a pound is money or a weight.
    public let readings: [String]
    /// What was read, such as `dollars`.
    public let text: String

    /// Whether some reading is common to both.
    public func couldEqual(_ other: Measure) -> Bool {
        readings.contains { other.readings.contains($0) }
    }
}
