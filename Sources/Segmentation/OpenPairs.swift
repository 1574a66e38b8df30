/// The brackets and quotation marks that are open at a place of a sentence.
struct OpenPairs {
    private struct Open {
        let mark: UInt32
        let offset: Int
    }

    private var stack: [Open] = []

    /// Brackets that close within this many bytes hold a sentence together, quotes within `quoteReach`.
    static let bracketReach = 300
    static let quoteReach = 130

    /// Forgets the brackets at the start of a sentence; a quotation may run over several.
    mutating func startSentence() { stack.removeAll { !OpenPairs.isQuote($0.mark) } }

    /// Forgets everything, at the start of a paragraph.
    mutating func startParagraph() { stack.removeAll(keepingCapacity: true) }

    /// Whether a quotation mark or bracket is open that this character closes.
    func closes(_ mark: UInt32) -> Bool {
        stack.contains { OpenPairs.closes($0.mark, by: mark) }
    }

    /// Whether a quotation mark is open.
    var hasQuote: Bool { stack.contains { OpenPairs.isQuote($0.mark) } }

    /// Takes note of a bracket or quotation mark.
    mutating func note(_ mark: UInt32, at offset: Int, width: Int, in text: ScannedText) {
        let before = text.kind(before: offset)
        let after = text.kind(at: offset + width)
        if mark == 0x27 {
            // An apostrophe: don't, and in tokenised text do n't and Superman 's.
            let word = text.text(offset + width, text.end(of: .letter, from: offset + width))
            if after.contains(.letter), !isFree(before) || OpenPairs.clitics.contains(word.lowercased()) { return }
        }
        let isAmbiguous = mark == 0x22 || mark == 0x27 || mark == 0xBB || mark == 0xAB || mark == 0x201C
        if let open = stack.lastIndex(where: { OpenPairs.closes($0.mark, by: mark) }),
            !isAmbiguous || !opens(mark, before, after) || !before.contains(.space)
        {
            stack.removeSubrange(open...)
            return
        }
        guard opens(mark, before, after) else { return }
        if stack.count < 32 { stack.append(Open(mark: mark, offset: offset)) }
    }

    /// Whether an open pair closes soon behind an offset, so that it holds a sentence together.
    func holds(_ offset: Int, in text: ScannedText) -> Bool {
        guard let open = stack.first else { return false }
        let reach = OpenPairs.isQuote(open.mark) ? OpenPairs.quoteReach : OpenPairs.bracketReach
        let limit = min(text.count, open.offset + reach)
        var position = offset
        var depth = 0
        while position < limit {
            let (value, width) = text.scalar(at: position)
            if value == 0x0A { return false }
            if OpenPairs.closes(open.mark, by: value),
                value != 0x27 || !text.kind(at: position + 1).contains(.letter)
            {
                if depth == 0 { return true }
                depth -= 1
            } else if value == open.mark {
                depth += 1
            }
            position += width
        }
        return false
    }

    private func opens(_ mark: UInt32, _ before: CharacterClass, _ after: CharacterClass) -> Bool {
        let isFreeBefore = isFree(before)
        switch mark {
        case 0x27: return isFreeBefore && after.contains(.letter)
        case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x2018:
            // French sets a space inside « and »; elsewhere a mark before a space closes.
            if mark == 0xAB, isFreeBefore, !stack.contains(where: { $0.mark == 0xBB }) { return true }
            if after.contains(.space) || after.isEmpty { return false }
            return isFreeBefore || ((mark == 0x201C || mark == 0x2018) && !before.contains(.lower))
        default:
            return OpenPairs.opensAlways(mark)
        }
    }

    /// Words that lost their start to an apostrophe.
    private static let clitics: Set<String> = ["s", "t", "d", "m", "re", "ll", "ve", "em", "tis", "twas", "til", "n"]

    private func isFree(_ before: CharacterClass) -> Bool {
        before.isEmpty || !before.isDisjoint(with: [.space, .opener, .dash, .quote])
    }

    private static func isQuote(_ mark: UInt32) -> Bool {
        switch mark {
        case 0x22, 0x27, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x2018, 0x300C, 0x300E, 0x2039: true
        default: false
        }
    }

    private static func opensAlways(_ mark: UInt32) -> Bool {
        switch mark {
        case 0x28, 0x5B, 0x7B, 0xFF08, 0x3010, 0x300A, 0x300C, 0x300E, 0x201E, 0x2039: true
        default: false
        }
    }

    /// Whether a mark closes another; „ is closed by “ in German and by ” elsewhere.
    private static func closes(_ open: UInt32, by mark: UInt32) -> Bool {
        switch open {
        case 0x28: mark == 0x29
        case 0x5B: mark == 0x5D
        case 0x7B: mark == 0x7D
        case 0xFF08: mark == 0xFF09
        case 0x3010: mark == 0x3011
        case 0x300A: mark == 0x300B
        case 0x300C: mark == 0x300D
        case 0x300E: mark == 0x300F
        case 0x22: mark == 0x22
        case 0x27: mark == 0x27
        case 0xAB: mark == 0xBB
        case 0xBB: mark == 0xAB
        case 0x201C: mark == 0x201D
        case 0x201E: mark == 0x201C || mark == 0x201D
        case 0x201D: mark == 0x201D
        case 0x2018: mark == 0x2019
        case 0x2039: mark == 0x203A
        default: false
        }
    }
}
