/// A stretch of text, in UTF-8 byte offsets.
///
/// What the offsets count from is said where a range is kept: the document as read (see ``Document``), or the text of a
/// segment.
public struct TextRange: Hashable, Sendable, Comparable {
    /// Where the stretch starts.
    public let start: Int
    /// Where it ends: the offset of the first byte after it. Never less than `start`.
    public let end: Int

    /// Makes a range; an end before the start makes an empty range at the start.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// The number of bytes.
    public var length: Int { end - start }
    /// Whether the range holds no byte, and only marks a place.
    public var isEmpty: Bool { start == end }

    /// The range moved by a number of bytes.
    public func shifted(by bytes: Int) -> TextRange { TextRange(start + bytes, end + bytes) }

    /// Whether the two share a byte.
    public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

    /// The smallest range that holds both.
    public func union(_ other: TextRange) -> TextRange { TextRange(min(start, other.start), max(end, other.end)) }

    /// By start, then by end.
    public static func < (some: TextRange, other: TextRange) -> Bool {
        (some.start, some.end) < (other.start, other.end)
    }
}

extension String {
    /// The text that a range of UTF-8 offsets covers; bounds outside the text or inside a character are moved back to
    /// the character's start.
    public func slice(_ range: TextRange) -> Substring {
        let start = scalarIndex(range.start)
        return self[start..<Swift.max(start, scalarIndex(range.end))]
    }

    private func scalarIndex(_ offset: Int) -> String.Index {
        let bytes = utf8
        var offset = Swift.max(0, Swift.min(offset, bytes.count))
        var index = bytes.index(startIndex, offsetBy: offset)
        while offset > 0, index < endIndex, bytes[index] & 0xC0 == 0x80 {
            offset -= 1
            index = bytes.index(startIndex, offsetBy: offset)
        }
        return index
    }
}
