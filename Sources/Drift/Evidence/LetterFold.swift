internal import Bitext

/// The letters and digits of a text without case, for telling whether two texts are the same words.
enum LetterFold {
    static func of(_ text: String) -> String {
        var letters = String.UnicodeScalarView()
        var isInLetter = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9":
                letters.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
                isInLetter = true
            case "\0"..."\u{7F}": isInLetter = false
            default:
                isInLetter = isPart(scalar, isInLetter)
                if isInLetter { letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars) }
            }
        }
        return String(letters)
    }

    /// Whether a scalar is a letter or a digit, or a mark of the one before it.
    private static func isPart(_ scalar: Unicode.Scalar, _ isBehindLetter: Bool) -> Bool {
        if scalar.isAlphabetic { return true }
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: return true
        case .nonspacingMark, .spacingMark: return isBehindLetter
        default: return false
        }
    }

    /// Whether two texts are the same words; most are told apart by their first letters.
    static func isSame(_ one: String, _ other: String) -> Bool {
        var rest = other.lazy.filter { $0.isWordLetter || $0.isNumber }.makeIterator()
        for character in one where character.isWordLetter || character.isNumber {
            guard let counterpart = rest.next(),
                character == counterpart || character.lowercased() == counterpart.lowercased()
            else { return false }
        }
        return rest.next() == nil
    }
}
