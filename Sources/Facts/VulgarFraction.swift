/// Fractions that are one character, such as ½.
enum VulgarFraction {
    /// The value of a fraction; `nil` for other characters, and for thirds, sixths, sevenths and ninths, which no decimal
    /// number holds.
    static func value(_ character: Character) -> DecimalValue? {
        guard let scalar = character.unicodeScalars.first, scalar.value >= 0xBC else { return nil }
        return values[scalar]
    }

    private static let values: [Unicode.Scalar: DecimalValue] = [
        "½": DecimalValue(mantissa: 5, exponent: -1), "¼": DecimalValue(mantissa: 25, exponent: -2),
        "¾": DecimalValue(mantissa: 75, exponent: -2), "⅕": DecimalValue(mantissa: 2, exponent: -1),
        "⅖": DecimalValue(mantissa: 4, exponent: -1), "⅗": DecimalValue(mantissa: 6, exponent: -1),
        "⅘": DecimalValue(mantissa: 8, exponent: -1), "⅛": DecimalValue(mantissa: 125, exponent: -3),
        "⅜": DecimalValue(mantissa: 375, exponent: -3), "⅝": DecimalValue(mantissa: 625, exponent: -3),
        "⅞": DecimalValue(mantissa: 875, exponent: -3), "⅒": DecimalValue(mantissa: 1, exponent: -1),
    ]
}
