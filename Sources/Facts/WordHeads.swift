internal import Bitext

/// The first letters of some words, by which most other words are ruled out.
public struct WordHeads: Sendable {
    /// A bit for the hash of each beginning; a few others share one.
    private var bits = [UInt64](repeating: 0, count: WordHeads.size)
    private static let size = 128
    /// How many letters are compared, 1 or 2.
    private let length: Int

    /// - Parameter length: how many letters are compared, 1 or 2.
    public init(length: Int = 2) { self.length = length }

    /// Adds a word's first letters, in capitals and not.
    public mutating func insert(_ word: some StringProtocol) {
        let letters = word.unicodeScalars.prefix(length).map(WordHeads.variants)
        guard let firsts = letters.first else { return }
        for first in firsts {
            guard letters.count > 1 else {
                insert(WordHeads.key(first, nil))
                continue
            }
            for second in letters[1] { insert(WordHeads.key(first, second)) }
        }
    }

    private mutating func insert(_ key: Int) { bits[key >> 6] |= 1 << UInt64(key & 63) }

    /// Whether some word that was added may begin as this one, or as far as this one goes: no for most words where none does,
    /// yes for all where one does; also where letters are written in
    /// several characters, which are looked up as they are composed.
    public func mayStart(_ word: Substring) -> Bool {
        var scalars = word.unicodeScalars.makeIterator()
        guard let first = scalars.next() else { return false }
        let second = scalars.next()
        let third = second == nil ? nil : scalars.next()
        if WordHeads.isPart(first) || second.map(WordHeads.isPart) == true || third.map(WordHeads.isPart) == true {
            return true
        }
        let key = WordHeads.key(first, length > 1 ? second : nil)
        return bits[key >> 6] >> UInt64(key & 63) & 1 == 1
    }

    private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> Int {
        let pair = UInt64(first.value) << 32 | UInt64(second?.value ?? 0)
        // Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4).
        return Int((pair &* 0x9E37_79B9_7F4A_7C15) >> 51)
    }

    /// Combining marks, those of kana, parts of Hangul syllables, and what readers leave out.
    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300..<0x370, 0x1100..<0x1200, 0x3099, 0x309A, 0xAD, 0x200B: true
        default: false
        }
    }

    /// What a letter of a word that readers know may be written as.
    private static func variants(_ letter: Unicode.Scalar) -> Set<Unicode.Scalar> {
        let known: [Unicode.Scalar] =
            switch letter {
            case "е": ["е", "ё"]
            case "i": ["i", "İ"]
            case "ʼ": ["ʼ", "’", "'"]
            default: [letter]
            }
        return Set(
            known.flatMap { letter in [letter.properties.lowercaseMapping, letter.properties.uppercaseMapping] }
                .compactMap(\.unicodeScalars.first) + known)
    }
}
