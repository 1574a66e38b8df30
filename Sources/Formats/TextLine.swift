import Bitext
import ICU

/// A line of a document.
struct TextLine {
    /// The line's text without its end and without white space around it.
    let text: Substring
    /// Where ``text`` stands in the document, in UTF-8 bytes.
    let range: TextRange
    /// The number of columns of white space before it.
    let indent: Int
    /// The line's number, from 1.
    let number: Int

    /// Whether the line holds nothing but white space.
    var isBlank: Bool { text.isEmpty }
    /// The form in which tables know the line.
    var folded: String { LinePattern.fold(text) }
    /// The number of terminal columns, of which a Chinese character takes two: lines are wrapped at a number of them.
    var width: Int { text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x300 ? 1 : $1.columns) } }
    /// Whether the line ends as a sentence does.
    var endsSentence: Bool {
        let closers: Set<Character> = ["\"", "'", "”", "’", "»", ")", "]", "」", "』", "）", "*", "_"]
        let last = text.last { !closers.contains($0) }
        return last.map { ".!?…。！？؟।:：;；".contains($0) } ?? false
    }

    /// The lines of a text, ended by LF, CR LF, CR, form feed or Unicode's own separators; a byte order mark is white.
    static func lines(of text: String) -> [TextLine] {
        var lines: [TextLine] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var startOffset = 0
        var position = start
        var offset = 0

        func finish(at end: String.Index, _ endOffset: Int) {
            var first = start
            var firstOffset = startOffset
            var indent = 0
            while first < end, scalars[first].properties.isWhitespace || scalars[first].value == 0xFEFF {
                indent += scalars[first] == "\t" ? 4 : 1
                firstOffset += UTF8.width(scalars[first])
                first = scalars.index(after: first)
            }
            var last = end
            var lastOffset = endOffset
            while last > first {
                let before = scalars.index(before: last)
                guard scalars[before].properties.isWhitespace else { break }
                lastOffset -= UTF8.width(scalars[before])
                last = before
            }
            lines.append(
                TextLine(
                    text: text[first..<last], range: TextRange(firstOffset, lastOffset), indent: indent,
                    number: lines.count + 1))
        }

        while position < scalars.endIndex {
            let scalar = scalars[position]
            var next = scalars.index(after: position)
            var width = UTF8.width(scalar)
            switch scalar.value {
            case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
                finish(at: position, offset)
                if scalar.value == 0x0D, next < scalars.endIndex, scalars[next].value == 0x0A {
                    next = scalars.index(after: next)
                    width += 1
                }
                start = next
                startOffset = offset + width
            default: break
            }
            offset += width
            position = next
        }
        if start < scalars.endIndex { finish(at: scalars.endIndex, offset) }
        return lines
    }
}
