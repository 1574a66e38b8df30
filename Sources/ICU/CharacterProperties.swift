internal import CICU

/// Unicode properties of a character, as ICU has them.
extension Unicode.Scalar {
    /// The value of a decimal digit of any script, 0 to 9; `nil` for what is no digit.
    public var digitValue: Int? {
        let value = cicu_u_charDigitValue(Int32(bitPattern: self.value))
        return value >= 0 ? Int(value) : nil
    }

    /// Whether the character belongs to letters (Unicode's `Alphabetic`).
    public var isLetter: Bool {
        value < 0x80
            ? (0x61...0x7A).contains(value | 0x20) : cicu_u_isUAlphabetic(Int32(bitPattern: value))
    }

    /// Whether the character is an upper-case letter.
    public var isUppercaseLetter: Bool { cicu_u_isUUppercase(Int32(bitPattern: value)) }

    /// Whether the character is a lower-case letter.
    public var isLowercaseLetter: Bool { cicu_u_isULowercase(Int32(bitPattern: value)) }

    /// Whether the character ends sentences (Unicode's `Sentence_Terminal`, or a full stop of another width).
    public var isSentenceTerminal: Bool {
        cicu_u_hasBinaryProperty(Int32(bitPattern: value), UCHAR_S_TERM)
            || UInt32(bitPattern: cicu_u_getIntPropertyValue(Int32(bitPattern: value), UCHAR_SENTENCE_BREAK))
                == U_SB_ATERM.rawValue
    }

    /// Whether the character opens, closes, or may do either (quotation marks), by its general category.
    public var pairing: Pairing? {
        switch Int32(cicu_u_charType(Int32(bitPattern: value))) {
        case Int32(U_START_PUNCTUATION.rawValue): .opens
        case Int32(U_END_PUNCTUATION.rawValue): .closes
        case Int32(U_INITIAL_PUNCTUATION.rawValue), Int32(U_FINAL_PUNCTUATION.rawValue): .quotes
        default: value == 0x22 || value == 0x27 || value == 0x60 ? .quotes : nil
        }
    }

    /// Whether the character is a dash or a hyphen.
    public var isDash: Bool {
        Int32(cicu_u_charType(Int32(bitPattern: value))) == Int32(U_DASH_PUNCTUATION.rawValue)
    }

    /// Whether the character is white space.
    public var isSpace: Bool { cicu_u_isUWhiteSpace(Int32(bitPattern: value)) }

    /// Whether the character is punctuation (general categories P*).
    public var isPunctuationMark: Bool {
        switch Int32(cicu_u_charType(Int32(bitPattern: value))) {
        case Int32(U_DASH_PUNCTUATION.rawValue), Int32(U_START_PUNCTUATION.rawValue),
            Int32(U_END_PUNCTUATION.rawValue), Int32(U_CONNECTOR_PUNCTUATION.rawValue),
            Int32(U_OTHER_PUNCTUATION.rawValue), Int32(U_INITIAL_PUNCTUATION.rawValue),
            Int32(U_FINAL_PUNCTUATION.rawValue):
            true
        default: false
        }
    }

    /// Whether the character is a control or has no meaning in text (unassigned, surrogate), white space apart.
    public var isControl: Bool {
        switch Int32(cicu_u_charType(Int32(bitPattern: value))) {
        case Int32(U_CONTROL_CHAR.rawValue), Int32(U_UNASSIGNED.rawValue): !isSpace
        default: false
        }
    }

    /// The number of terminal columns that the character takes: 0 for marks, 2 for wide ones, else 1.
    public var columns: Int {
        switch Int32(cicu_u_charType(Int32(bitPattern: value))) {
        case Int32(U_NON_SPACING_MARK.rawValue), Int32(U_ENCLOSING_MARK.rawValue), Int32(U_FORMAT_CHAR.rawValue):
            return 0
        default: break
        }
        switch UInt32(bitPattern: cicu_u_getIntPropertyValue(Int32(bitPattern: value), UCHAR_EAST_ASIAN_WIDTH)) {
        case U_EA_WIDE.rawValue, U_EA_FULLWIDTH.rawValue: return 2
        default: return 1
        }
    }

    /// The writing system that the character belongs to.
    public var script: WritingSystem {
        if value < 0x80 { return isLetter ? .latin : .common }
        var status = U_ZERO_ERROR
        let code = unsafe cicu_uscript_getScript(Int32(bitPattern: value), &status)
        return WritingSystem(code: Int32(code.rawValue))
    }
}

/// What a character does in a pair of brackets or quotation marks.
public enum Pairing: Sendable {
    /// It opens a bracket.
    case opens
    /// It closes a bracket.
    case closes
    /// It is a quotation mark; languages differ in which opens.
    case quotes
}

/// A writing system, by its ISO 15924 code.
public struct WritingSystem: Hashable, Sendable {
    let code: Int32

    /// The four-letter ISO 15924 name, such as `Cyrl`.
    public var name: String {
        guard let name = unsafe cicu_uscript_getShortName(UScriptCode(rawValue: code)) else { return "Zzzz" }
        return unsafe String(cString: name)
    }

    /// Punctuation, digits and spaces, which any writing system uses, and marks that take their neighbour's.
    public var isShared: Bool { code == USCRIPT_COMMON.rawValue || code == USCRIPT_INHERITED.rawValue }

    static let common = WritingSystem(code: USCRIPT_COMMON.rawValue)
    /// Latin.
    public static let latin = WritingSystem(code: USCRIPT_LATIN.rawValue)
    /// Cyrillic.
    public static let cyrillic = WritingSystem(code: USCRIPT_CYRILLIC.rawValue)
    /// Chinese characters, of Chinese, Japanese or Korean.
    public static let han = WritingSystem(code: USCRIPT_HAN.rawValue)
    /// Korean's alphabet.
    public static let hangul = WritingSystem(code: USCRIPT_HANGUL.rawValue)
    /// Japanese's syllabary for its own words.
    public static let hiragana = WritingSystem(code: USCRIPT_HIRAGANA.rawValue)
    /// Japanese's syllabary for foreign words.
    public static let katakana = WritingSystem(code: USCRIPT_KATAKANA.rawValue)
    /// Thai.
    public static let thai = WritingSystem(code: USCRIPT_THAI.rawValue)
    /// Lao.
    public static let lao = WritingSystem(code: USCRIPT_LAO.rawValue)
    /// Khmer.
    public static let khmer = WritingSystem(code: USCRIPT_KHMER.rawValue)
    /// Burmese.
    public static let myanmar = WritingSystem(code: USCRIPT_MYANMAR.rawValue)
    /// Arabic.
    public static let arabic = WritingSystem(code: USCRIPT_ARABIC.rawValue)
}
