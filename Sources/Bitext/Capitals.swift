extension String {
    /// Whether the text is set in capitals, as headings are: more than two thirds of its letters with case, and no mere
    /// abbreviation.
    public var isInCapitals: Bool {
        var (small, large) = (0, 0)
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A: small += 1
            case 0x41...0x5A: large += 1
            case 0x80..<0x600, 0x1E00...0x1FFF:
                if scalar.properties.isUppercase {
                    large += 1
                } else if scalar.properties.isLowercase {
                    small += 1
                }
            // Scripts without capitals, and rare ones.
            default: break
            }
            // Most texts show that they are not after a few words.
            if small > 40 + 4 * large { return false }
        }
        return large >= String.fewestCapitals && large > 2 * small
    }

    /// A text of fewer capitals may be an abbreviation.
    private static let fewestCapitals = 12
}
