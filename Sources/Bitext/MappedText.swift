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
        pieces.append(Piece(start: text.utf8.count, documentStart: documentStart, length: length))
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

    private func documentOffset(_ offset: Int) -> Int {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return pieces.first?.documentStart ?? 0 }
        let piece = pieces[low - 1]
        return piece.documentStart + min(offset - piece.start, max(0, piece.length - 1))
    }
}
