/// Clean text that remembers where each stretch of it stands in a document.
///
/// Readers join wrapped lines, mend hyphens at line ends and drop markup; a range in the clean text still maps to the
/// document's own bytes.
public struct MappedText: Hashable, Sendable {
    /// A stretch that stands in both texts alike, or one that stands for another of a different length.
    struct Piece: Hashable, Sendable {
        let start: Int
        let documentStart: Int
        let length: Int
        let documentLength: Int

        init(start: Int, documentStart: Int, length: Int, documentLength: Int? = nil) {
            self.start = start
            self.documentStart = documentStart
            self.length = length
            self.documentLength = documentLength ?? length
        }

        var end: Int { start + length }
        /// Whether each byte stands for one of the document.
        var isAlike: Bool { length == documentLength }
        /// The last byte of the document that it stands for.
        var lastOfDocument: Int { documentStart + max(0, documentLength - 1) }
    }

    /// The clean text.
    public private(set) var text: String
    private var pieces: [Piece]
    /// The clean text before stretches were replaced, and how this text maps to it; empty where none were.
    private var unedited: [Unedited] = []

    private struct Unedited: Hashable, Sendable {
        let text: String
        let map: MappedText
    }

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
        if let last = pieces.last, last.isAlike, last.end == start, last.documentStart + last.length == documentStart {
            pieces[pieces.count - 1] = Piece(
                start: last.start, documentStart: last.documentStart, length: last.length + length)
        } else {
            pieces.append(Piece(start: start, documentStart: documentStart, length: length))
        }
        text += more
    }

    /// Appends text that stands for other text of the document, such as a letter for its parts.
    /// - Parameters:
    ///   - documentStart: the offset of the other text's first byte.
    ///   - length: its length in bytes.
    public mutating func append(_ more: String, for length: Int, at documentStart: Int) {
        guard !more.isEmpty else { return }
        pieces.append(
            Piece(
                start: text.utf8.count, documentStart: documentStart, length: more.utf8.count, documentLength: length))
        text += more
    }

    /// The text with stretches replaced; each still maps to what stood there.
    /// - Parameter edits: ranges of this text, in order and apart, and what replaces them.
    public func replacing(_ edits: [(range: TextRange, text: String)]) -> MappedText {
        guard !edits.isEmpty else { return self }
        var edited = MappedText()
        var position = 0
        for edit in edits {
            edited.append(text.slice(TextRange(position, edit.range.start)), at: position)
            edited.append(edit.text, for: edit.range.length, at: edit.range.start)
            position = edit.range.end
        }
        edited.append(text.slice(TextRange(position, text.utf8.count)), at: position)
        var result = edited.mapped(through: self)
        result.unedited = [
            unedited.first.map { Unedited(text: $0.text, map: edited.mapped(through: $0.map)) }
                ?? Unedited(text: text, map: edited)
        ]
        return result
    }

    /// What a range of this text was before ``replacing(_:)``, as long as nothing was appended since; the same as the text
    /// where nothing was replaced.
    public func written(_ range: TextRange) -> Substring {
        guard let before = unedited.first else { return text.slice(range) }
        return before.text.slice(before.map.documentRange(range))
    }

    /// Appends text that is not in the document, such as the space that replaces a line's end.
    public mutating func appendJoint(_ joint: String) { text += joint }

    /// Removes the last characters, such as a hyphen at a line's end.
    public mutating func removeLast(_ count: Int) {
        text.removeLast(min(count, text.count))
        let length = text.utf8.count
        while let last = pieces.last, last.end > length {
            pieces.removeLast()
            if last.start < length {
                pieces.append(
                    Piece(
                        start: last.start, documentStart: last.documentStart, length: length - last.start,
                        documentLength: last.isAlike ? nil : last.documentLength))
            }
        }
    }

    /// The document's range for a range of the clean text; both in UTF-8 bytes.
    ///
    /// An empty range maps to the place between the bytes around it. Text that is not in the document maps to the
    /// place where it was put in.
    public func documentRange(_ range: TextRange) -> TextRange {
        guard !range.isEmpty else {
            let place = range.start == 0 ? documentOffset(0) : documentEnd(range.start)
            return TextRange(place, place)
        }
        return TextRange(documentOffset(range.start), documentEnd(range.end))
    }

    /// The document's range for the whole text.
    public var documentRange: TextRange { documentRange(TextRange(0, text.utf8.count)) }

    /// The range of this text that stands for a range of the document; both in UTF-8 bytes. What is not in this text counts
    /// to neither end; an empty range is the place before what follows it.
    public func range(ofDocument range: TextRange) -> TextRange {
        let start = offset(ofDocument: range.start)
        guard !range.isEmpty else { return TextRange(start, start) }
        // The pieces stand in the document's order: the last that starts before the end.
        guard let last = pieces.last(where: { $0.documentStart < range.end }) else { return TextRange(start, start) }
        let end = last.isAlike ? min(last.end, last.start + range.end - last.documentStart) : last.end
        return TextRange(start, end)
    }

    /// Where the text goes on that stands at an offset of the document or behind it.
    private func offset(ofDocument offset: Int) -> Int {
        guard let next = pieces.first(where: { offset < $0.documentStart + $0.documentLength }) else {
            return text.utf8.count
        }
        return next.start + (next.isAlike ? max(0, offset - next.documentStart) : 0)
    }

    /// The part of the text from an offset on, its mapping kept.
    public func suffix(from offset: Int) -> MappedText {
        var rest = MappedText()
        var position = offset
        for piece in pieces where piece.end > offset {
            let range = TextRange(max(piece.start, offset), piece.end)
            if range.start > position { rest.appendJoint(String(text.slice(TextRange(position, range.start)))) }
            if piece.isAlike {
                rest.append(text.slice(range), at: documentOffset(range.start))
            } else {
                rest.append(String(text.slice(range)), for: piece.documentLength, at: piece.documentStart)
            }
            position = range.end
        }
        return rest
    }

    /// This text where it stands in another document: its own document is the clean text of `other`.
    public func mapped(through other: MappedText) -> MappedText {
        var mapped = MappedText()
        mapped.text = text
        for piece in pieces {
            guard piece.isAlike else {
                let range = other.documentRange(
                    TextRange(piece.documentStart, piece.documentStart + piece.documentLength))
                mapped.pieces.append(
                    Piece(
                        start: piece.start, documentStart: range.start, length: piece.length,
                        documentLength: range.length))
                continue
            }
            var index = other.piece(at: piece.documentStart)
            while index < other.pieces.count, other.pieces[index].start < piece.documentStart + piece.length {
                let outer = other.pieces[index]
                let start = max(outer.start, piece.documentStart)
                let end = min(outer.start + outer.length, piece.documentStart + piece.length)
                if start < end {
                    mapped.pieces.append(
                        Piece(
                            start: piece.start + start - piece.documentStart,
                            documentStart: outer.documentStart + (outer.isAlike ? start - outer.start : 0),
                            length: end - start, documentLength: outer.isAlike ? nil : outer.documentLength))
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
        guard piece.isAlike else { return offset < piece.end ? piece.documentStart : piece.lastOfDocument }
        return min(piece.documentStart + offset - piece.start, piece.lastOfDocument)
    }

    /// Where the document goes on behind the byte before an offset, which is above 0.
    private func documentEnd(_ offset: Int) -> Int {
        guard !pieces.isEmpty else { return 1 }
        let piece = pieces[piece(at: offset - 1)]
        return piece.isAlike || piece.start >= offset ? documentOffset(offset - 1) + 1 : piece.lastOfDocument + 1
    }
}
