public import Bitext

/// Finds the sentences of a text that arrives in pieces, in memory that does not grow with the text.
///
/// Pieces are cut where a sentence surely ends: at a blank line, or at any line end where the segmenter takes it for a
/// boundary. A stretch of 4 MiB without either is cut behind its last line end or space.
public struct SegmentStream {
    /// A stretch without a sure boundary is cut at this many bytes.
    public static let longestStretch = 4 << 20

    private let segmenter: Segmenter
    private var rest: [UInt8] = []
    private var offset = 0

    /// Makes a stream.
    public init(_ segmenter: Segmenter) { self.segmenter = segmenter }

    /// Takes the next bytes.
    /// - Parameters:
    ///   - bytes: any number of UTF-8 bytes; characters may be cut.
    ///   - isLast: whether no more will come.
    ///   - emit: is handed each sentence's bytes and its range in the whole text.
    public mutating func push(_ bytes: [UInt8], isLast: Bool, emit: (ArraySlice<UInt8>, TextRange) throws -> Void)
        rethrows
    {
        rest += bytes
        let end = isLast ? rest.count : cut()
        guard end > 0 else { return }
        let piece = Array(rest[..<end])
        for range in segmenter.sentences(in: piece) {
            try emit(piece[range.start..<range.end], range.shifted(by: offset))
        }
        offset += end
        rest.removeFirst(end)
    }

    /// Behind the last place where a sentence surely ends; 0 where none is.
    private func cut() -> Int {
        let anyLine = segmenter.newline == .boundary
        var position = rest.count - 1
        while position > 0 {
            if rest[position] == 0x0A, anyLine || rest[position - 1] == 0x0A { return position + 1 }
            position -= 1
        }
        guard rest.count > SegmentStream.longestStretch else { return 0 }
        return (rest.lastIndex(of: 0x0A) ?? rest.lastIndex(of: 0x20) ?? rest.count - 1) + 1
    }
}
