/// The brackets and quotation marks that are open at a place of a sentence.
struct OpenPairs {
    private struct Open {
        let mark: UInt32
        let offset: Int
        /// Whether what it opens may be one sentence with what stands around it.
        var mayHold = true
    }

    private var stack: [Open] = []
    /// Whether the paragraph had a straight quotation mark between spaces.
    private var hasSeenLoose = false

    /// Brackets that close within this many bytes hold a sentence together, quotes within `quoteReach`.
    static let bracketReach = 300
    static let quoteReach = 130

    /// Forgets the brackets at the start of a sentence; a quotation may run over several.
    mutating func startSentence() { stack.removeAll { !OpenPairs.isQuote($0.mark) } }

    /// Forgets everything, at the start of a paragraph.
    mutating func startParagraph() {
        stack.removeAll(keepingCapacity: true)
        hasSeenLoose = false
    }

    /// Whether a quotation mark or bracket is open that this character closes.
    func closes(_ mark: UInt32) -> Bool {
        stack.contains { OpenPairs.closes($0.mark, by: mark) }
    }

    /// Whether a quotation mark is open.
    var hasQuote: Bool { stack.contains { OpenPairs.isQuote($0.mark) } }

    /// The character at an offset; two apostrophes are one straight quotation mark and two commas a low one, as
    /// typewriters and treebanks set them.
    static func mark(at offset: Int, in text: ScannedText) -> (value: UInt32, width: Int) {
        let (value, width) = text.scalar(at: offset)
        guard value == 0x27 || value == 0x2C, offset + 1 < text.count, text.bytes[offset + 1] == value else {
            return (value, width)
        }
        return (value == 0x27 ? 0x22 : 0x201E, 2)
    }

    /// Whether a straight quotation mark between spaces closes what is open or, where nothing is, what was opened before
    /// the paragraph begins: it is the first of them, and the marks behind it make pairs without it.
    func closesLoosely(at offset: Int, in text: ScannedText) -> Bool {
        let (mark, width) = OpenPairs.mark(at: offset, in: text)
        guard OpenPairs.isLoose(mark, at: offset, width: width, in: text) else { return false }
        if closes(mark) { return true }
        let next = text.end(of: .space, from: offset + width)
        if next < text.count, ",.;:?!".unicodeScalars.contains(where: { $0.value == text.scalar(at: next).value }) {
            return true
        }
        let before = text.start(before: offset) { _, kind in kind.contains(.space) }
        guard !hasSeenLoose, text.kind(before: before).contains(.terminator) else { return false }
        var (position, pairs) = (offset + width, 0)
        let limit = min(text.count, offset + OpenPairs.looseReach)
        while position < limit, text.bytes[position] != 0x0A {
            let (other, size) = OpenPairs.mark(at: position, in: text)
            if other == mark, OpenPairs.isLoose(other, at: position, width: size, in: text) { pairs += 1 }
            position += size
        }
        return pairs.isMultiple(of: 2)
    }

    /// How far is looked for the other mark of a pair that stands between spaces.
    private static let looseReach = 1000

    /// Whether a straight quotation mark has white space on both sides, as in tokenised text, where its side must be
    /// told by counting; the possessive of `the students ' books` is none.
    private static func isLoose(_ mark: UInt32, at offset: Int, width: Int, in text: ScannedText) -> Bool {
        guard mark == 0x22 || mark == 0x27 else { return false }
        let (before, after) = (text.kind(before: offset), text.kind(at: offset + width))
        guard before.contains(.space) || before.isEmpty, after.contains(.space) || after.isEmpty else { return false }
        guard mark == 0x27 else { return true }
        let word = text.start(before: offset) { _, kind in kind.contains(.space) }
        return word == 0 || !text.kind(before: word).contains(.letter) || text.bytes[word - 1] | 0x20 != 0x73
    }

    /// Takes note of a bracket or quotation mark.
    mutating func note(_ mark: UInt32, at offset: Int, width: Int, in text: ScannedText) {
        let before = text.kind(before: offset)
        let after = text.kind(at: offset + width)
        if OpenPairs.isLoose(mark, at: offset, width: width, in: text) {
            defer { hasSeenLoose = true }
            if let open = stack.lastIndex(where: { OpenPairs.closes($0.mark, by: mark) }) {
                stack.removeSubrange(open...)
            } else if !after.isEmpty, !closesLoosely(at: offset, in: text), stack.count < 32 {
                stack.append(Open(mark: mark, offset: offset, mayHold: false))
            }
            return
        }
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
        // ,, opens like a quotation mark only where a word may begin: a,,b is a list.
        let isTyped = mark == 0x201E && text.bytes[offset] == 0x2C
        guard !isTyped || isFree(before) else { return }
        if stack.count < 32 { stack.append(Open(mark: mark, offset: offset, mayHold: !isTyped)) }
    }

    /// Whether an open pair closes soon behind an offset, so that it holds a sentence together.
    func holds(_ offset: Int, in text: ScannedText) -> Bool {
        guard let open = stack.first(where: \.mayHold) else { return false }
        let reach = OpenPairs.isQuote(open.mark) ? OpenPairs.quoteReach : OpenPairs.bracketReach
        let limit = min(text.count, open.offset + reach)
        var position = offset
        var depth = 0
        while position < limit {
            let (value, width) = OpenPairs.mark(at: position, in: text)
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
        case 0x201E: mark == 0x201C || mark == 0x201D || mark == 0x22
        case 0x201D: mark == 0x201D
        case 0x2018: mark == 0x2019
        case 0x2039: mark == 0x203A
        default: false
        }
    }
}
