internal import Bitext

/// The first letters of some words, by which most other words are ruled out.
public struct WordHeads: Sendable {
    /// A bit for the hash of each beginning; a few others share one.
    private var bits = [UInt64](repeating: 0, count: 1 << (WordHeads.sizeBits - 6))
    private static let sizeBits = 16
    /// How many letters are compared, 1 to 3.
    private let length: Int
    /// The lengths of the beginnings, a bit for each: words may be shorter than what is compared.
    private var lengths = 0

    /// - Parameter length: how many letters are compared, 1 to 3.
    public init(length: Int = 2) { self.length = length }

    /// Adds a word's first letters, in capitals and not.
    public mutating func insert(_ word: some StringProtocol) {
        let letters = word.unicodeScalars.prefix(length).map(WordHeads.variants)
        guard !letters.isEmpty else { return }
        lengths |= 1 << letters.count
        var hashes = [WordHeads.seed]
        for variants in letters {
            hashes = hashes.flatMap { hash in variants.map { WordHeads.mixed(hash, $0.value) } }
        }
        for hash in hashes {
            let place = WordHeads.place(hash)
            bits[place >> 6] |= 1 << UInt64(place & 63)
        }
    }

    /// Whether some word that was added may begin this one, by its first letters: no for most words where none does, yes for
    /// all where one does; also where letters are written in several characters, which are looked up as they are composed.
    public func mayStart(_ word: Substring) -> Bool {
        let bytes = word.utf8Span.span
        var hash = WordHeads.seed
        var isAny = false
        // One letter more than is compared: a mark behind the last may be part of it, which is none of ASCII.
        for count in 0..<min(length + 1, bytes.count) {
            guard bytes[count] < 0x80 else { return mayStart(word.unicodeScalars) }
            guard count < length, !isAny else { continue }
            hash = WordHeads.mixed(hash, UInt32(bytes[count]))
            isAny = has(hash, count + 1)
        }
        return isAny
    }

    /// Whether some word that was added with its letters in reverse may end this one; see ``mayStart(_:)``.
    func mayEnd(_ word: Substring) -> Bool {
        let bytes = word.utf8Span.span
        var hash = WordHeads.seed
        var isAny = false
        // One letter more than is compared: what stands before it may be written with it.
        for count in 0..<min(length + 1, bytes.count) {
            let byte = bytes[bytes.count - 1 - count]
            guard byte < 0x80 else { return mayStart(word.unicodeScalars.reversed()) }
            guard count < length, !isAny else { continue }
            hash = WordHeads.mixed(hash, UInt32(byte))
            isAny = has(hash, count + 1)
        }
        return isAny
    }

    /// The same of letters one by one.
    func mayStart(_ letters: some Sequence<Unicode.Scalar>) -> Bool {
        var hash = WordHeads.seed
        var count = 0
        var isAny = false
        // One letter more than is compared: a mark behind the last may be part of it.
        for scalar in letters {
            if scalar.value >= 0xAD, WordHeads.isPart(scalar) { return true }
            guard count < length else { break }
            hash = WordHeads.mixed(hash, scalar.value)
            count += 1
            isAny = isAny || has(hash, count)
        }
        return isAny
    }

    /// Whether a beginning of a length is among those that were added.
    private func has(_ hash: UInt64, _ count: Int) -> Bool {
        guard lengths >> count & 1 == 1 else { return false }
        let place = WordHeads.place(hash)
        return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
    }

    private static let seed: UInt64 = 1

    private static func mixed(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
        // Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4).
        (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
    }

    private static func place(_ hash: UInt64) -> Int { Int(hash >> UInt64(64 - sizeBits)) }

    /// Combining marks, those of kana, parts of Hangul syllables, and what readers leave out.
    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300..<0x370, 0x1100..<0x1200, 0x3099, 0x309A, 0xAD, 0x200B: true
        default: false
        }
    }

    /// What a letter of a word that readers know may be written as.
    private static func variants(_ letter: Unicode.Scalar) -> [Unicode.Scalar] {
        // The same as below, at once: most are of these.
        if ("a"..."z").contains(letter), letter != "i" { return [letter, Unicode.Scalar(UInt8(letter.value) & ~0x20)] }
        let known: [Unicode.Scalar] =
            switch letter {
            case "е": ["е", "ё"]
            case "i": ["i", "İ"]
            case "ʼ": ["ʼ", "’", "'"]
            default: [letter]
            }
        let mapped = known.flatMap { letter in
            [letter.properties.lowercaseMapping, letter.properties.uppercaseMapping].compactMap(\.unicodeScalars.first)
        }
        return Array(Set(known + mapped))
    }
}
