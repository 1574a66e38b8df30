internal import ICU

/// What a character can mean for the end of a sentence.
struct CharacterClass: OptionSet, Sendable {
    let rawValue: UInt16

    static let letter = CharacterClass(rawValue: 1)
    static let upper = CharacterClass(rawValue: 1 << 1)
    static let lower = CharacterClass(rawValue: 1 << 2)
    static let digit = CharacterClass(rawValue: 1 << 3)
    static let space = CharacterClass(rawValue: 1 << 4)
    static let terminator = CharacterClass(rawValue: 1 << 5)
    static let opener = CharacterClass(rawValue: 1 << 6)
    static let closer = CharacterClass(rawValue: 1 << 7)
    /// A quotation mark, which may open or close.
    static let quote = CharacterClass(rawValue: 1 << 8)
    static let dash = CharacterClass(rawValue: 1 << 9)
    /// A letter of a script that sets no space between words.
    static let unspaced = CharacterClass(rawValue: 1 << 10)
    static let hangul = CharacterClass(rawValue: 1 << 11)
    /// A terminator that is no ASCII full stop and needs no space behind it, such as 。 or ।.
    static let strong = CharacterClass(rawValue: 1 << 12)

    /// The class of a character; ICU is asked once for each of the first 65,536.
    static func of(_ value: UInt32) -> CharacterClass {
        value < 0x10000 ? table[Int(value)] : compute(value)
    }

    private static let table: [CharacterClass] = (0..<0x10000).map { compute(UInt32($0)) }

    private static func compute(_ value: UInt32) -> CharacterClass {
        guard let scalar = Unicode.Scalar(value) else { return [] }
        var found: CharacterClass = []
        if scalar.isSpace { found.insert(.space) }
        if scalar.isLetter {
            found.insert(.letter)
            if scalar.isUppercaseLetter { found.insert(.upper) }
            if scalar.isLowercaseLetter { found.insert(.lower) }
            switch scalar.script {
            case .han, .hiragana, .katakana, .thai, .lao, .khmer, .myanmar: found.insert(.unspaced)
            case .hangul: found.insert(.hangul)
            default: break
            }
        }
        if scalar.digitValue != nil { found.insert(.digit) }
        if scalar.isDash { found.insert(.dash) }
        switch scalar.pairing {
        case .opens: found.insert(.opener)
        case .closes: found.insert(.closer)
        case .quotes: found.insert(.quote)
        case nil: break
        }
        // An ellipsis ends sentences as its three stops do.
        // Khmer's marks are sentence terminals in later versions of Unicode than ICU 72 carries.
        if scalar.isSentenceTerminal || [0x2026, 0xFF0E, 0x17D4, 0x17D5].contains(value) {
            found.insert(.terminator)
            if value > 0x2FF, !(0x2000..<0x2E80).contains(value) { found.insert(.strong) }
        }
        return found
    }
}
