internal import Bitext
internal import Facts

/// Double quotation marks of a side that lack the other that belongs to them.
///
/// The same mark opens in one language and closes in another, and some languages write one for both: marks are counted
/// within a paragraph, and looked at only where their number is odd.
struct Quotations {
    /// By segment, where they stand in bytes of its text, in order.
    private(set) var unpaired: [Int: [TextRange]] = [:]
    /// The paragraphs whose number of marks is odd, or whose single ones are.
    private var odd: Set<Int> = []

    fileprivate static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "＂", "“", "”", "„", "‟", "«", "»", "「", "」", "『", "』", "〝", "〞", "〟": true
        default: false
        }
    }

    /// Whether a mark, typed twice, stands for a double one; the comma for one that opens.
    fileprivate static func isHalf(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "," || scalar == "`" }

    fileprivate static func isSingle(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "‘", "’", "‚", "`": true
        default: false
        }
    }

    fileprivate struct Mark {
        let segment: Int
        let range: TextRange
        /// Whether a space or nothing stands before it.
        let isFirst: Bool
        /// Whether a space or nothing stands behind it.
        let isLast: Bool
        /// Whether it is the first character of its paragraph.
        let beginsParagraph: Bool
    }

    /// What was seen in a paragraph.
    fileprivate struct Paragraph {
        var marks: [Mark] = []
        /// Single marks that open, less those that close.
        var openSingles = 0
        /// Whether a mark may be none: 24" are inches, the mark of ו"הוא may be one of initials.
        var hasSigns = false
        /// Where the last dash stands that what is not quoted may follow: segment and bytes.
        var lastDash: (segment: Int, offset: Int)?
    }

    /// Looks through the segments of a side.
    init(_ segments: [AnalysedSegment]) {
        var start = 0
        var before: [Mark] = []
        while start < segments.count {
            let number = segments[start].segment.paragraph
            let end = segments[start...].firstIndex { $0.segment.paragraph != number } ?? segments.count
            var paragraph = Paragraph()
            for segment in start..<end {
                paragraph.read(segments[segment].segment.text, segment: segment, isFirst: segment == start)
            }
            let marks = paragraph.marks
            // A quotation of several paragraphs opens in each and closes in the last.
            let goesOn = marks.first?.beginsParagraph ?? false
            if goesOn, before.count == 1, before[0].beginsParagraph { unpaired[before[0].segment] = nil }
            if marks.count % 2 == 1 || paragraph.openSingles != 0 { odd.insert(number) }
            if marks.count % 2 == 1, !paragraph.hasSigns {
                let mark = Quotations.lone(marks)
                if !paragraph.isParted(behind: mark) { unpaired[mark.segment, default: []].append(mark.range) }
            }
            before = marks
            start = end
        }
    }

    /// Whether a character is a double quotation mark of any kind.
    static func isMark(_ character: Character) -> Bool { character.unicodeScalars.contains(where: isMark) }

    /// Whether the marks of the paragraphs that segments belong to are odd in number.
    func isOdd(_ segments: ArraySlice<AnalysedSegment>) -> Bool {
        segments.contains { odd.contains($0.segment.paragraph) }
    }

    /// Which of an odd number of marks lacks the other.
    private static func lone(_ marks: [Mark]) -> Mark {
        var open: Mark?
        for mark in marks {
            let opens = mark.isFirst && !mark.isLast
            let closes = mark.isLast && !mark.isFirst
            switch open {
            case let first? where opens: return first
            case nil where closes: return mark
            case nil: open = mark
            default: open = nil
            }
        }
        return open ?? marks[marks.count - 1]
    }
}

extension Quotations.Paragraph {
    /// Reads a segment of the paragraph.
    fileprivate mutating func read(_ text: String, segment: Int, isFirst: Bool) {
        let scalars = text.unicodeScalars
        var before: Unicode.Scalar?
        var offset = 0
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            var next = scalars.index(after: index)
            var width = UTF8.width(scalar)
            var isMark = Quotations.isMark(scalar)
            if !isMark, next < scalars.endIndex, scalars[next] == scalar, Quotations.isHalf(scalar) {
                isMark = true
                next = scalars.index(after: next)
                width *= 2
            }
            let after = next < scalars.endIndex ? scalars[next] : nil
            // Twice for once is a slip of the hand.
            if isMark, scalar == ",", after?.properties.isWhitespace ?? true { isMark = false }
            if isMark, Quotations.isInHebrew(before, after) {
                hasSigns = hasSigns || Quotations.followsPrefix(scalars[..<index], scalars[next...])
            } else if isMark {
                hasSigns = hasSigns || (before?.properties.numericType != nil)
                marks.append(
                    Quotations.Mark(
                        segment: segment, range: TextRange(offset, offset + width),
                        isFirst: before?.properties.isWhitespace ?? true,
                        isLast: after?.properties.isWhitespace ?? true, beginsParagraph: isFirst && before == nil))
            } else if Quotations.isSingle(scalar) {
                openSingles += Quotations.opened(before, after)
            }
            if before == " ", after == " ", scalar.properties.generalCategory == .dashPunctuation {
                lastDash = (segment, offset)
            }
            offset += width
            before = scalar
            index = next
        }
    }

    /// Whether a dash behind a mark that opens leads from the quoted words to who says them, as Hungarian and Lithuanian do it:
    /// the quotation may go on, and end, in another sentence.
    fileprivate func isParted(behind mark: Quotations.Mark) -> Bool {
        guard let lastDash, mark.isFirst else { return false }
        return lastDash > (mark.segment, mark.range.start)
    }
}

extension Quotations {
    private static let hebrew: ClosedRange<Unicode.Scalar> = "א"..."ת"

    /// Whether a mark between Hebrew letters belongs to initials: צה"ל.
    fileprivate static func isInHebrew(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        before.map(hebrew.contains) ?? false && after.map(hebrew.contains) ?? false
    }

    /// Whether a mark between Hebrew letters may open a quotation behind what is written together with its first word: one or
    /// two letters stand before it, and more than one behind.
    fileprivate static func followsPrefix(
        _ before: Substring.UnicodeScalarView, _ after: Substring.UnicodeScalarView
    ) -> Bool {
        before.reversed().prefix(3).prefix { hebrew.contains($0) }.count <= 2
            && after.prefix(2).count { hebrew.contains($0) } == 2
    }

    /// 1 for a single mark that opens, -1 for one that closes, 0 for an apostrophe.
    fileprivate static func opened(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Int {
        func isInner(_ scalar: Unicode.Scalar?) -> Bool {
            guard let scalar else { return false }
            return scalar.isAlphabetic || scalar.properties.numericType != nil
        }
        if isInner(after) { return isInner(before) ? 0 : 1 }
        // The students' books.
        return before == "s" && after?.properties.isWhitespace ?? false ? 0 : -1
    }
}
