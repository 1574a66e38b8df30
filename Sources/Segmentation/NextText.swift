/// The text behind a candidate.
struct NextText {
    let first: CharacterClass
    let value: UInt32
    /// The first word, without the quotes and brackets before it.
    let word: String
    private let text: ScannedText
    private let offset: Int
    /// Behind the first word.
    private let end: Int

    init(_ text: ScannedText, at offset: Int) {
        self.text = text
        self.offset = offset
        first = text.kind(at: offset)
        value = offset < text.count ? text.scalar(at: offset).value : 0
        var start = offset
        while start < text.count,
            !text.kind(at: start).isDisjoint(with: [.quote, .opener]) || text.bytes[start] == 0x2A
                || text.has("¿", at: start) || text.has("¡", at: start)
        { start += text.scalar(at: start).width }
        end = text.end(of: .letter, from: start)
        word = text.text(start, end)
        inner = text.kind(at: start)
    }

    /// The class of the first character behind quotes and brackets.
    private let inner: CharacterClass

    /// Lower case; iPhone and eBay start sentences as capitals do, and `b)` is a list's marker.
    var isLower: Bool {
        guard inner.contains(.lower) else { return false }
        if word.utf8.count > 1, word.dropFirst().first?.isUppercase == true { return false }
        return !isListMarker
    }

    var isUpper: Bool { inner.contains(.upper) || (inner.contains(.lower) && !isLower) }

    /// One letter and a stop: an initial.
    var isInitial: Bool {
        word.count == 1 && end < text.count && text.bytes[end] == 0x2E
    }

    /// `b)`, `(ii)`.
    private var isListMarker: Bool {
        word.utf8.count <= 4 && end + 1 < text.count && text.bytes[end] == 0x29
            && (word.utf8.count == 1 || word.allSatisfy { "ivx".contains($0) })
            && (first.contains(.opener) || first.contains(.lower))
    }

    /// A capitalised word before a small one, as at a sentence's start; not `Moscow time`.
    var isFollowedByVerb: Bool {
        guard isUpper, word.count > 1, word.dropFirst().allSatisfy(\.isLowercase), end < text.count else {
            return false
        }
        let second = text.end(of: .space, from: end)
        guard second > end, text.kind(at: second).contains(.lower) else { return false }
        return !["time", "to", "and", "or"].contains(text.text(second, text.end(of: .letter, from: second)))
    }

    /// `@name` and `#tag`, which open messages.
    var isTag: Bool { value == 0x40 || value == 0x23 }

    /// `¿` and `¡`, which open sentences only.
    var isInvertedMark: Bool { value == 0xBF || value == 0xA1 }

    var isQuoteBeforeUpper: Bool { first.contains(.quote) && isUpper }

    var isRomanNumeral: Bool { !word.isEmpty && word.allSatisfy { "IVXLCDM".contains($0) } }

    /// What follows a dash and the space behind it.
    var behindDash: NextText? {
        guard first.contains(.dash) else { return nil }
        return NextText(text, at: text.end(of: .space, from: text.end(of: .dash, from: offset)))
    }

    func starts(with prefix: String) -> Bool { text.has(prefix, at: offset) }
}
