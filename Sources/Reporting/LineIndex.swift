import Bitext

/// Finds lines and columns of offsets in a text.
struct LineIndex {
    private let text: String
    private let starts: [Int]

    init(_ text: String) {
        self.text = text
        var starts = [0]
        for (offset, byte) in text.utf8.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        self.starts = starts
    }

    /// The line and the column, both from 1, the column in code points.
    func position(_ offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        let line = text.slice(TextRange(starts[low - 1], offset))
        return (low, line.unicodeScalars.count + 1)
    }
}
