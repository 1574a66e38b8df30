/// Clean text that remembers where each stretch of it stands in a document.
///
/// Readers join wrapped lines, mend hyphens at line ends and drop markup; a range in the clean text still maps to the
/// document's own bytes.
public struct MappedText: Hashable, Sendable {
    /// A stretch that stands in both texts alike.
    struct Piece: Hashable, Sendable {
        let start: Int
        let documentStart: Int
        let length: Int
    }

    /// The clean text.
    public private(set) var text: String
    private var pieces: [Piece]

    /// Text that stands in the document as it is.
    /// - Parameters:
    ///   - text: the text.
    ///   - documentStart: the offset of its first byte in the document.
    public init(_ text: String, at documentStart: Int) {
        self.text = text
        pieces = [Piece(start: 0, documentStart: documentStart, length: text.utf8.count)]
    }

    /// An empty text, to append to.
    public init() {
        text = ""
        pieces = []
    }

    /// Appends text that stands in the document as it is.
    public mutating func append(_ more: Substring, at documentStart: Int) {
        let length = more.utf8.count
        guard length > 0 else { return }
        let start = text.utf8.count
        if let last = pieces.last, last.start + last.length == start,
            last.documentStart + last.length == documentStart
        {
            pieces[pieces.count - 1] = Piece(
                start: last.start, documentStart: last.documentStart, length: last.length + length)
        } else {
            pieces.append(Piece(start: start, documentStart: documentStart, length: length))
        }
        text += more
    }

    /// Appends text that is not in the document, such as the space that replaces a line's end.
    public mutating func appendJoint(_ joint: String) { text += joint }

    /// Removes the last characters, such as a hyphen at a line's end.
    public mutating func removeLast(_ count: Int) {
        text.removeLast(min(count, text.count))
        let length = text.utf8.count
        while let last = pieces.last, last.start + last.length > length {
            pieces.removeLast()
            if last.start < length {
                pieces.append(Piece(start: last.start, documentStart: last.documentStart, length: length - last.start))
            }
        }
    }

    /// The document's range for a range of the clean text; both in UTF-8 bytes.
    ///
    /// An empty range maps to the place between the bytes around it. Text that is not in the document maps to the
    /// place where it was put in.
    public func documentRange(_ range: TextRange) -> TextRange {
        guard !range.isEmpty else {
            let place = range.start == 0 ? documentOffset(0) : documentOffset(range.start - 1) + 1
            return TextRange(place, place)
        }
        return TextRange(documentOffset(range.start), documentOffset(range.end - 1) + 1)
    }

    /// The document's range for the whole text.
    public var documentRange: TextRange { documentRange(TextRange(0, text.utf8.count)) }

    /// The stretches of the clean text that stand in the document as they are, cut at an offset, in order.
    private func stretches(from offset: Int) -> [TextRange] {
        pieces.compactMap { piece in
            let end = piece.start + piece.length
            return end > offset ? TextRange(max(piece.start, offset), end) : nil
        }
    }

    /// The part of the text from an offset on, its mapping kept.
    public func suffix(from offset: Int) -> MappedText {
        var rest = MappedText()
        var position = offset
        for piece in stretches(from: offset) {
            if piece.start > position { rest.appendJoint(String(text.slice(TextRange(position, piece.start)))) }
            rest.append(text.slice(piece), at: documentRange(piece).start)
            position = piece.end
        }
        return rest
    }

    /// This text where it stands in another document: its own document is the clean text of `other`.
    public func mapped(through other: MappedText) -> MappedText {
        var mapped = MappedText()
        mapped.text = text
        for piece in pieces {
            var index = other.piece(at: piece.documentStart)
            while index < other.pieces.count, other.pieces[index].start < piece.documentStart + piece.length {
                let outer = other.pieces[index]
                let start = max(outer.start, piece.documentStart)
                let end = min(outer.start + outer.length, piece.documentStart + piece.length)
                if start < end {
                    mapped.pieces.append(
                        Piece(
                            start: piece.start + start - piece.documentStart,
                            documentStart: outer.documentStart + start - outer.start, length: end - start))
                }
                index += 1
            }
        }
        return mapped
    }

    /// The number of the last piece that starts at an offset or before it; 0 where none does.
    private func piece(at offset: Int) -> Int {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    private func documentOffset(_ offset: Int) -> Int {
        guard !pieces.isEmpty else { return 0 }
        let piece = pieces[piece(at: offset)]
        guard piece.start <= offset else { return piece.documentStart }
        return piece.documentStart + min(offset - piece.start, max(0, piece.length - 1))
    }
}
