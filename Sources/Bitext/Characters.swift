extension Character {
    /// Whether the character is a decimal digit of any script; 三 and ½ are numbers, not digits.
    public var isDigit: Bool {
        unicodeScalars.first?.properties.numericType == .decimal
    }
}
