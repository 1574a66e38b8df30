public import Bitext

/// A text in which ⟦ and ⟧ mark the places that a test expects something at.
public struct MarkedText: Sendable {
    /// The text without its marks.
    public let text: String
    /// What the marks enclose, in UTF-8 bytes of ``text``.
    public let ranges: [TextRange]

    /// Reads a marked text.
    public init(_ marked: String) {
        var text = ""
        var ranges: [TextRange] = []
        var start: Int?
        for character in marked {
            switch character {
            case "⟦": start = text.utf8.count
            case "⟧":
                if let from = start { ranges.append(TextRange(from, text.utf8.count)) }
                start = nil
            default: text.append(character)
            }
        }
        self.text = text
        self.ranges = ranges
    }

    /// A text with its ranges marked, for messages.
    public static func marked(_ text: String, _ ranges: [TextRange]) -> String {
        var out = ""
        var position = 0
        for range in ranges.sorted() {
            out += text.slice(TextRange(position, range.start)) + "⟦" + text.slice(range) + "⟧"
            position = range.end
        }
        return out + text.slice(TextRange(position, text.utf8.count))
    }
}
