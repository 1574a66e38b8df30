internal import Bitext

/// The pieces of a vocabulary: sorted strings, and a table that finds them by their bytes.
struct PieceTable: Sendable {
    /// All strings, one behind the other.
    let strings: [UInt8]
    /// Where each starts, and the end of the last.
    let starts: [UInt32]
    /// The bytes of the longest.
    let longest: Int
    /// Open addressing: the lower bits of an entry are the piece's number from 1, the others bits of its hash.
    private let slots: [UInt32]
    /// Which bits of an entry are the number.
    private let numberMask: UInt32
    /// A bit for the hash of each beginning of a piece; other texts share a fifth of them.
    private let beginnings: [UInt64]

    /// Undoes the front coding: for each string how many bytes it shares with the one before, how many are its own, and
    /// those.
    /// - Returns: `nil` for bytes that are no such list.
    init?(frontCoded coded: [UInt8], count: Int) {
        var total = 0
        var position = 0
        for _ in 0..<count {
            guard position + 2 <= coded.count else { return nil }
            total += Int(coded[position]) + Int(coded[position + 1])
            position += 2 + Int(coded[position + 1])
        }
        guard position <= coded.count, total < Int(UInt32.max), count < 1 << 30 else { return nil }
        var size = 16
        while size < count * 2 { size *= 2 }
        let numberMask = UInt32(size - 1)
        var slots = [UInt32](repeating: 0, count: size)
        var beginnings = [UInt64](repeating: 0, count: size / 16)
        var strings = [UInt8](repeating: 0, count: total)
        var starts = [UInt32](repeating: 0, count: count + 1)
        var hashes = [UInt64](repeating: ByteHash.seed, count: 512)
        var longest = 1
        var (start, previous) = (0, 0)
        position = 0
        do {
            // Spans are written to without asking each time whether the array is shared.
            let code = coded.span
            var slot = slots.mutableSpan
            var begun = beginnings.mutableSpan
            var letters = strings.mutableSpan
            var first = starts.mutableSpan
            var seen = hashes.mutableSpan
            for piece in 0..<count {
                let shared = Int(code[position])
                let own = Int(code[position + 1])
                position += 2
                guard shared <= start - previous else { return nil }
                for index in 0..<shared { letters[start + index] = letters[previous + index] }
                var hash = seen[shared]
                for index in 0..<own {
                    let byte = code[position + index]
                    letters[start + shared + index] = byte
                    hash = ByteHash.mixed(hash, byte)
                    seen[shared + index + 1] = hash
                    // A text is looked up at the ends of its characters only.
                    guard index + 1 == own || code[position + index + 1] & 0xC0 != 0x80 else { continue }
                    let bit = PieceTable.place(hash) & (size * 4 - 1)
                    begun[bit >> 6] |= 1 << UInt64(bit & 63)
                }
                var place = PieceTable.place(hash) & (size - 1)
                while slot[place] != 0 { place = (place + 1) & (size - 1) }
                slot[place] = UInt32(truncatingIfNeeded: hash >> 32) & ~numberMask | UInt32(piece + 1)
                position += own
                previous = start
                start += shared + own
                first[piece + 1] = UInt32(start)
                longest = max(longest, shared + own)
            }
        }
        self.strings = strings
        self.starts = starts
        self.longest = longest
        self.slots = slots
        self.numberMask = numberMask
        self.beginnings = beginnings
    }

    private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF) }

    /// Whether a piece may start with the bytes that have a hash; a few that none does pass too.
    @inline(__always)
    func mayStart(_ hash: UInt64) -> Bool {
        let bit = PieceTable.place(hash) & (beginnings.count * 64 - 1)
        return beginnings[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }

    /// The piece that some bytes of a text are.
    /// - Parameter hash: the hash of those bytes.
    @inline(__always)
    func find(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ hash: UInt64) -> Int? {
        let (slots, starts, strings) = (slots.span, starts.span, strings.span)
        let mask = slots.count - 1
        var slot = PieceTable.place(hash) & mask
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        while slots[slot] != 0 {
            if (slots[slot] ^ tag) & ~numberMask == 0 {
                let piece = Int(slots[slot] & numberMask) - 1
                let from = Int(starts[piece])
                if Int(starts[piece + 1]) - from == end - start {
                    var index = 0
                    while index < end - start, strings[from + index] == text[start + index] { index += 1 }
                    if index == end - start { return piece }
                }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
