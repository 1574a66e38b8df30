/// Finds lines and columns of offsets in a text.
public struct LineIndex {
    private let text: String
    private let starts: [Int]
    /// How many code points stand before each step of bytes: a line may be as long as the text.
    private let counts: [Int]
    private static let step = 128

    /// Reads a text.
    public init(_ text: String) {
        self.text = text
        var (starts, counts) = ([0], [Int]())
        var count = 0
        for (offset, byte) in text.utf8.enumerated() {
            if offset % LineIndex.step == 0 { counts.append(count) }
            if byte == 0x0A { starts.append(offset + 1) }
            if LineIndex.isFirst(byte) { count += 1 }
        }
        self.starts = starts
        self.counts = counts
    }

    /// Whether a byte of UTF-8 is a code point's first.
    private static func isFirst(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

    /// The line and the column, both from 1, the column in code points.
    public func position(_ offset: Int) -> (line: Int, column: Int) {
        let number = line(offset)
        return (number, codePoints(before: offset) - codePoints(before: starts[number - 1]) + 1)
    }

    private func codePoints(before offset: Int) -> Int {
        let offset = max(0, min(offset, text.utf8.count))
        let step = min(offset / LineIndex.step, counts.count - 1)
        guard step >= 0 else { return 0 }
        return counts[step]
            + text.utf8.dropFirst(step * LineIndex.step).prefix(offset - step * LineIndex.step)
            .count(where: LineIndex.isFirst)
    }

    /// The column from 1, in bytes of UTF-8.
    func byteColumn(_ offset: Int) -> Int { offset - starts[line(offset) - 1] + 1 }

    /// The line, from 1.
    func line(_ offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(1, low)
    }
}
