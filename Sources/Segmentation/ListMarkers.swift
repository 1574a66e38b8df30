/// Follows the markers of a list inside a paragraph: `1. … 2. …`, `a) … b) …`, `1.) …`.
struct ListMarkers {
    private enum Style: Equatable {
        case stop, bracket, stopBracket
    }

    private enum Numbering {
        case digits, letters, romans
    }

    private var expected: (value: Int, style: Style, numbering: Numbering)?

    /// Where the text must be split before a marker whose last sign stands at an offset.
    /// - Returns: the offset of the marker (of the bullet before it, where one is); the sentence's start where the
    ///   marker opens it and nothing is to be split; `nil` where no marker ends here.
    mutating func split(at offset: Int, value: UInt32, in text: ScannedText, sentenceStart: Int) -> Int? {
        guard value == 0x2E || value == 0x29 else { return nil }
        var end = offset + 1
        var style: Style = value == 0x2E ? .stop : .bracket
        if value == 0x2E, end < text.count, text.bytes[end] == 0x29 {
            style = .stopBracket
            end += 1
        }
        guard end < text.count, text.kind(at: end).contains(.space) else { return nil }
        var start = offset
        while start > sentenceStart, text.kind(before: start).contains(.digit), offset - start < 3 {
            start = text.before(start)
        }
        var numbering = Numbering.digits
        if start == offset {
            while start > sentenceStart, offset - start < 4, (0x61...0x7A).contains(text.bytes[start - 1]) {
                start -= 1
            }
            if start == offset, value == 0x29, start > sentenceStart, (0x41...0x5A).contains(text.bytes[start - 1]) {
                start -= 1
            }
            numbering = .letters
        }
        guard start < offset else { return nil }
        let before = text.kind(before: start)
        var opener = start
        if start > sentenceStart, !before.contains(.space) {
            // Bullets may touch the number: ⁃9.
            let (mark, _) = text.scalar(at: text.before(start))
            guard ListMarkers.isBullet(mark) || (mark == 0x28 && value == 0x29) else { return nil }
            opener = text.before(start)
        } else if start > sentenceStart {
            let bullet = text.start(before: start) { _, kind in kind.contains(.space) }
            if bullet > sentenceStart, ListMarkers.isBullet(text.scalar(at: text.before(bullet)).value) {
                opener = text.before(bullet)
            }
        }
        let label = text.text(start, offset)
        var number = Int(label) ?? 0
        if numbering == .letters {
            if let roman = ListMarkers.romans.firstIndex(of: label),
                label.utf8.count > 1 || label == "i" || expected?.numbering == .romans
            {
                numbering = .romans
                number = roman + 1
            } else if label.utf8.count == 1 {
                number = Int(text.bytes[start] | 0x20) - 0x60
            } else {
                return nil
            }
        }
        if opener <= sentenceStart {
            expected = (number + 1, style, numbering)
            return sentenceStart
        }
        // A list that begins behind a sentence, where its second marker is in sight; 1. may be a day or a volume.
        if number == 1, numbering != .digits || style != .stop,
            text.kind(before: text.start(before: opener) { _, kind in kind.contains(.space) }).contains(.terminator),
            ListMarkers.isAhead(numbering == .digits ? "2" : numbering == .romans ? "ii" : "b", style, end, in: text)
        {
            expected = (2, style, numbering)
            return opener
        }
        guard let expected, expected == (number, style, numbering) else { return nil }
        self.expected = (number + 1, style, numbering)
        return opener
    }

    /// Whether a marker stands in the same paragraph, not far behind an offset.
    private static func isAhead(_ label: String, _ style: Style, _ offset: Int, in text: ScannedText) -> Bool {
        let marker = Array(label.utf8) + (style == .stop ? [0x2E] : style == .bracket ? [0x29] : [0x2E, 0x29])
        let limit = min(text.count, offset + reach)
        guard offset < limit else { return false }
        return (offset..<limit).contains { position in
            let end = position + marker.count
            return text.bytes[position] == marker[0] && text.kind(before: position).contains(.space)
                && text.bytes[position...].starts(with: marker) && text.kind(at: end).contains(.space)
        }
    }

    /// How far the second marker of a list may be from the first.
    private static let reach = 400

    private static let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

    private static func isBullet(_ value: UInt32) -> Bool {
        value == 0x2022 || value == 0x2043 || value == 0x25CF || value == 0x25E6 || value == 0x2023
    }
}
