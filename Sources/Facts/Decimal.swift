/// An exact decimal number: `mantissa` × 10^`exponent`, always in lowest form, so that equal values are equal.
public struct DecimalValue: Hashable, Sendable, CustomStringConvertible {
    /// The significant digits, with the sign.
    public let mantissa: Int
    /// The power of ten.
    public let exponent: Int

    /// Makes a value; trailing zeros of the mantissa move into the exponent.
    public init(mantissa: Int, exponent: Int = 0) {
        var mantissa = mantissa
        var exponent = mantissa == 0 ? 0 : exponent
        while mantissa != 0, mantissa % 10 == 0 {
            mantissa /= 10
            exponent += 1
        }
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// Makes a value from digits and the number of them behind the decimal mark; `nil` above 18 significant digits.
    init?(digits: [Int], fraction: Int) {
        let significant = digits.drop { $0 == 0 }
        guard significant.count <= 18 else { return nil }
        self.init(mantissa: significant.reduce(0) { $0 * 10 + $1 }, exponent: -fraction)
    }

    /// The value times a power of ten.
    public func scaled(by power: Int) -> DecimalValue { DecimalValue(mantissa: mantissa, exponent: exponent + power) }

    /// The sum; `nil` where it does not fit.
    func plus(_ other: DecimalValue) -> DecimalValue? {
        let low = min(exponent, other.exponent)
        guard let some = units(at: low), let more = other.units(at: low) else { return nil }
        let (sum, overflow) = some.addingReportingOverflow(more)
        return overflow ? nil : DecimalValue(mantissa: sum, exponent: low)
    }

    private func units(at low: Int) -> Int? {
        var value = mantissa
        guard exponent - low <= 18 else { return nil }
        for _ in 0..<(exponent - low) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }

    /// The value as a whole number; `nil` where it has a fraction or is too large.
    public var whole: Int? { exponent < 0 ? nil : units(at: 0) }

    /// Whether it is a whole number and a half.
    public var isHalf: Bool { exponent == -1 && abs(mantissa) % 10 == 5 }

    /// The value as a floating-point number.
    public var approximate: Double {
        var value = Double(mantissa)
        for _ in 0..<min(abs(exponent), 300) { value = exponent > 0 ? value * 10 : value / 10 }
        return value
    }

    /// The number of digits before the decimal mark.
    public var wholeDigits: Int { max(0, String(abs(mantissa)).count + exponent) }

    /// Digits with commas between groups: `23,500,000,000`, `3.5`.
    public var description: String {
        var digits = String(abs(mantissa))
        if exponent >= 0 {
            digits += String(repeating: "0", count: min(exponent, 40))
        } else {
            let missing = 1 - exponent - digits.count
            if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
        }
        let wholeCount = exponent >= 0 ? digits.count : digits.count + exponent
        var grouped = ""
        for (index, digit) in digits.prefix(wholeCount).enumerated() {
            if index > 0, (wholeCount - index) % 3 == 0, wholeCount > 4 { grouped += "," }
            grouped.append(digit)
        }
        let fraction = exponent >= 0 ? "" : "." + digits.suffix(-exponent)
        return (mantissa < 0 ? "-" : "") + grouped + fraction
    }
}
