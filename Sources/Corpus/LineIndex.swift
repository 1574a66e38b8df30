internal import Bitext

/// Finds lines and columns of offsets in a text.
public struct LineIndex {
    private let text: String
    private let starts: [Int]

    /// Reads a text.
    public init(_ text: String) {
        self.text = text
        var starts = [0]
        for (offset, byte) in text.utf8.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        self.starts = starts
    }

    /// The line and the column, both from 1, the column in code points.
    public func position(_ offset: Int) -> (line: Int, column: Int) {
        let number = line(offset)
        let before = text.slice(TextRange(starts[number - 1], offset))
        return (number, before.unicodeScalars.count + 1)
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
