extension Character {
    /// Whether the character is a decimal digit of any script; 三 and ½ are numbers, not digits.
    public var isDigit: Bool {
        guard let ascii = asciiValue else { return unicodeScalars.first?.properties.numericType == .decimal }
        return (0x30...0x39).contains(ascii)
    }

    /// Whether the character is a letter; as `isLetter`, without asking Unicode's tables about ASCII.
    public var isWordLetter: Bool {
        guard let ascii = asciiValue else { return isLetter }
        return (0x61...0x7A).contains(ascii | 0x20)
    }

    /// Whether the character is white space; as `isWhitespace`, without asking Unicode's tables about ASCII.
    public var isBlank: Bool {
        guard let ascii = asciiValue else { return isWhitespace }
        return ascii == 0x20 || (0x09...0x0D).contains(ascii)
    }
}
