extension Character {
    /// Whether the character is a decimal digit of any script; 三 and ½ are numbers, not digits.
    public var isDigit: Bool {
        guard let ascii = asciiValue else { return unicodeScalars.first?.properties.numericType == .decimal }
        return (0x30...0x39).contains(ascii)
    }

    /// Whether the character is a letter; as `isLetter`, which looks through Unicode's tables for each.
    public var isWordLetter: Bool { unicodeScalars.first?.isAlphabetic ?? false }

    /// Whether the character is white space; as `isWhitespace`, without asking Unicode's tables about ASCII.
    public var isBlank: Bool {
        guard let ascii = asciiValue else { return isWhitespace }
        return ascii == 0x20 || (0x09...0x0D).contains(ascii)
    }
}

extension Unicode.Scalar {
    /// Whether the scalar belongs to letters (Unicode's Alphabetic); as `properties.isAlphabetic`, which looks through tables
    /// for each.
    public var isAlphabetic: Bool {
        value < Unicode.Scalar.alphabetic.count
            ? Unicode.Scalar.alphabetic[Int(value)] : properties.isAlphabetic
    }

    /// For the scalars of most alphabets.
    private static let alphabetic: [Bool] = (0..<0x2000).map { Unicode.Scalar($0)?.properties.isAlphabetic ?? false }
}
