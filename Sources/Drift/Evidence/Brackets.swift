internal import Bitext
internal import Facts

/// Brackets of a side that are opened and not closed in their paragraph, or the reverse.
struct Brackets {
    /// By segment, where they stand in bytes of its text, in order.
    private(set) var unpaired: [Int: [TextRange]] = [:]

    private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", "[": "]", "{": "}", "【": "】", "〔": "〕",
    ]
    private static let closed = Set(closing.values)
    /// Nobody reads deeper ones, and looking back stays short.
    private static let deepest = 100

    /// A bracket that waits for the one that closes it.
    private struct Open {
        let closing: Unicode.Scalar
        let segment: Int
        let range: TextRange
        /// Whether it is the mouth of a face where nothing closes it: what follows a colon may be bracketed, too.
        let mayBeFace: Bool
    }

    /// Looks through the segments of a side.
    init(_ version: AlignedPair.Version) {
        let segments = version.segments
        // Taken from a page, the brackets of a text that runs from right to left are often mirrored: )2013(.
        let mayBeMirrored = version.document.direction == .rightToLeft
        var open: [Open] = []
        var paragraph: Int?
        var (start, balance) = (0, 0)
        for (number, analysed) in segments.enumerated() {
            let text = analysed.segment.text
            if analysed.segment.paragraph != paragraph {
                leave(open)
                if mayBeMirrored, balance == 0 { for index in start..<number { unpaired[index] = nil } }
                open = []
                (start, balance) = (number, 0)
                paragraph = analysed.segment.paragraph
            }
            guard Brackets.mayHold(text) else { continue }
            var before = Before()
            var offset = 0
            for scalar in text.unicodeScalars {
                let mark = Brackets.narrow(scalar)
                let range = TextRange(offset, offset + UTF8.width(scalar))
                if let closing = Brackets.closing[mark] {
                    balance += 1
                    open.append(
                        Open(closing: closing, segment: number, range: range, mayBeFace: before.isFace))
                    if open.count > Brackets.deepest { leave([open.removeFirst()]) }
                } else if Brackets.closed.contains(mark) {
                    balance -= 1
                    if let place = open.lastIndex(where: { $0.closing == mark }) {
                        // What was opened behind it and not closed stays open.
                        leave(Array(open[(place + 1)...]))
                        open.removeSubrange(place...)
                    } else if !before.isFace, !(mark == ")" && before.isMarker) {
                        unpaired[number, default: []].append(range)
                    }
                }
                before.take(scalar)
                offset += UTF8.width(scalar)
            }
        }
        leave(open)
        if mayBeMirrored, balance == 0 { for index in start..<segments.count { unpaired[index] = nil } }
        for number in unpaired.keys { unpaired[number]?.sort { $0.start < $1.start } }
    }

    /// Whether a text may hold a bracket, by its bytes: most hold none.
    private static func mayHold(_ text: String) -> Bool {
        text.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
                UInt8(ascii: "}"):
                true
            // What brackets of full width and Chinese ones begin with.
            case 0xE3, 0xEF: true
            default: false
            }
        }
    }

    private mutating func leave(_ open: [Open]) {
        for bracket in open where !bracket.mayBeFace { unpaired[bracket.segment, default: []].append(bracket.range) }
    }

    /// Marks of full width are written beside those of half.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "（": "("
        case "）": ")"
        case "［": "["
        case "］": "]"
        case "｛": "{"
        case "｝": "}"
        default: scalar
        }
    }

    /// What stands before a bracket and makes it none.
    private struct Before {
        /// The last that is no space: words and marks may be set apart.
        private var last: Unicode.Scalar = "."
        /// The word that the bracket stands right behind.
        private var word = ""
        private static let longestMarker = 5

        /// Whether the bracket may be the mouth of a face: :-).
        var isFace: Bool { ":;=-^".unicodeScalars.contains(last) }
        /// Whether it closes what numbers an item: 1), b), iv).
        var isMarker: Bool {
            guard let first = word.first, word.count < Before.longestMarker else { return false }
            return word.count == 1 || first.isNumber && word.allSatisfy(\.isNumber)
                || word.lowercased().allSatisfy("ivxlc".contains)
        }

        mutating func take(_ scalar: Unicode.Scalar) {
            if scalar.isAlphabetic || scalar.properties.numericType != nil {
                if word.unicodeScalars.count < Before.longestMarker { word.unicodeScalars.append(scalar) }
            } else {
                word = ""
            }
            if !scalar.properties.isWhitespace { last = scalar }
        }
    }
}
