import Bitext
internal import XML

/// Gathers the text of an element, its white space folded, with where it stands in the file.
struct MarkedUpText {
    private let bytes: [UInt8]
    private(set) var words = MappedText()
    private var pending: String?
    private var lastEnd = -1
    /// Whether white space at its edges belongs to it, as to a program's message.
    private let keepsEdges: Bool

    init(bytes: [UInt8], keepsEdges: Bool = false) {
        self.bytes = bytes
        self.keepsEdges = keepsEdges
    }

    /// The text, with a space where white space at an edge belongs to it.
    var whole: MappedText {
        var whole = words
        if keepsEdges, pending != nil, !words.text.isEmpty { whole.appendJoint(" ") }
        return whole
    }

    /// Whether text stands before in the same line.
    var isInLine: Bool { !words.text.isEmpty && pending.map { $0 == " " } ?? true }

    /// The offset in the file of the last word that stands there as it is.
    private(set) var lastOffset = 0

    /// Breaks the text before the next word; a later break yields to a stronger one.
    mutating func breakLine(_ joint: String) {
        guard keepsEdges || !words.text.isEmpty else { return }
        if pending.map({ $0.utf8.count < joint.utf8.count || $0 == " " }) ?? true { pending = joint }
    }

    /// Adds text that ends before an offset of the file.
    mutating func add(_ text: String, end: Int) {
        let start = end - text.utf8.count
        let isVerbatim = start >= 0 && end <= bytes.count && bytes[start..<end].elementsEqual(text.utf8)
        var position = text.startIndex
        while position < text.endIndex {
            let word = text[position...].prefix { !$0.isWhitespace || $0 == "\u{A0}" }
            if word.isEmpty {
                breakLine(" ")
                position = text[position...].firstIndex { !$0.isWhitespace || $0 == "\u{A0}" } ?? text.endIndex
                continue
            }
            let offset = start + text.utf8.distance(from: text.startIndex, to: position)
            if let pending {
                // A single space in one piece with the words around it.
                if isVerbatim, pending == " ", lastEnd == offset - 1, bytes[lastEnd] == 0x20 {
                    words.append(" ", at: lastEnd)
                } else {
                    words.appendJoint(pending)
                }
            }
            pending = nil
            if isVerbatim { words.append(word, at: offset) } else { words.appendJoint(String(word)) }
            if isVerbatim { lastOffset = offset }
            lastEnd = isVerbatim ? offset + word.utf8.count : -1
            position = word.endIndex
        }
    }
}

extension MarkupParser {
    /// Reads the XML of a file.
    /// - Throws: `ReadingError` where it is not well formed.
    static func xml(_ text: String, path: String, _ handle: (MarkupEvent) -> Void) throws(ReadingError) {
        do {
            try MarkupParser.xml(text, handle)
        } catch {
            throw ReadingError(path: path, line: error.line, reason: "XML that is not well formed: \(error.message)")
        }
    }
}
