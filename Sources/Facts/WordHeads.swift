internal import Bitext

/// The first letters of some words, by which most other words are ruled out.
struct WordHeads: Sendable {
    private var keys: Set<UInt64> = []
    /// How many letters are compared, 1 or 2.
    private let length: Int

    /// - Parameter length: how many letters are compared, 1 or 2.
    init(length: Int = 2) { self.length = length }

    /// Adds a word's first letters, in capitals and not.
    mutating func insert(_ word: some StringProtocol) {
        let letters = word.unicodeScalars.prefix(length).map(WordHeads.variants)
        guard let firsts = letters.first else { return }
        for first in firsts {
            guard letters.count > 1 else {
                keys.insert(WordHeads.key(first, nil))
                continue
            }
            for second in letters[1] { keys.insert(WordHeads.key(first, second)) }
        }
    }

    /// Whether some word that was added begins as this one, or as far as this one goes; also where letters are written in
    /// several characters, which are looked up as they are composed.
    func mayStart(_ word: Substring) -> Bool {
        var scalars = word.unicodeScalars.makeIterator()
        guard let first = scalars.next() else { return false }
        let second = scalars.next()
        let third = second == nil ? nil : scalars.next()
        for scalar in [first, second, third] {
            if let scalar, WordHeads.isPart(scalar) { return true }
        }
        return keys.contains(WordHeads.key(first, length > 1 ? second : nil))
    }

    private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> UInt64 {
        UInt64(first.value) << 32 | UInt64(second?.value ?? 0)
    }

    /// Combining marks, parts of Hangul syllables, and what readers leave out.
    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300..<0x370, 0x1100..<0x1200, 0xAD, 0x200B: true
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
