/// A stretch of a text without white space.
public struct UnspacedRun: Sendable {
    /// The stretch.
    public let text: Substring
    /// UTF-8 offset of its start.
    public let start: Int
    /// The hash of its bytes (``ByteHash``).
    public let hash: UInt64

    /// Whether bytes, one behind the other in a number, are a white space of two or three bytes.
    fileprivate static func isBlank(_ bytes: Int) -> Bool {
        switch bytes {
        case 0xC285, 0xC2A0, 0xE19A80, 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE38080: true
        default: false
        }
    }
}

extension String {
    /// The stretches between white space (Unicode's White_Space), found by bytes.
    public var unspacedRuns: [UnspacedRun] {
        var runs: [UnspacedRun] = []
        runs.reserveCapacity(utf8.count / 6 + 1)
        var offset = 0
        var start = 0
        var hash = ByteHash.seed
        /// The hash before the character that is being read.
        var hashBefore = hash
        /// The bytes of a character that may turn out to be white space, the first lowest; 0 for none.
        var pending = 0
        func close(_ end: Int, _ next: Int) {
            if end > start {
                let bytes = utf8
                let from = bytes.index(bytes.startIndex, offsetBy: start)
                runs.append(
                    UnspacedRun(text: self[from..<bytes.index(from, offsetBy: end - start)], start: start, hash: hash))
            }
            start = next
            hash = ByteHash.seed
        }
        for byte in utf8 {
            offset += 1
            if byte < 0x80 {
                pending = 0
                if byte == 0x20 || (0x09...0x0D).contains(byte) {
                    close(offset - 1, offset)
                } else {
                    hash = ByteHash.mixed(hash, byte)
                }
                continue
            }
            if byte >= 0xC0 {
                pending = Int(byte)
            } else if pending != 0 {
                let width = pending < 0x100 ? 1 : 2
                pending = pending << 8 | Int(byte)
                if UnspacedRun.isBlank(pending) {
                    // The hash of the bytes before is what it was when the character began.
                    hash = hashBefore
                    close(offset - width - 1, offset)
                    pending = 0
                    continue
                }
                if width == 2 { pending = 0 }
            }
            if byte >= 0xC0 { hashBefore = hash }
            hash = ByteHash.mixed(hash, byte)
        }
        close(offset, offset)
        return runs
    }
}
