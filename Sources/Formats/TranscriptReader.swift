import Bitext
internal import ICU

/// Reads a transcript as people have it: site furniture, a title, a dateline, turns behind labels, paragraphs.
///
/// What it recognises by words stands in `Resources/marks.tsv` and `Resources/furniture.tsv`.
struct TranscriptReader {
    /// The same, of the clean text of a document; all ranges are the document's.
    func read(_ words: MappedText) -> (turns: [Turn], furniture: [TextRange], notes: [String]) {
        let (turns, furniture, notes) = read(words.text)
        return (turns.map { $0.mapped(through: words) }, furniture.map(words.documentRange), notes)
    }

    /// The turns of a text, what was set aside, and what a reader should know.
    func read(_ text: String) -> (turns: [Turn], furniture: [TextRange], notes: [String]) {
        let lines = TextLine.lines(of: text)
        var aside = Furniture.find(in: lines)
        var blocks = TranscriptReader.blocks(lines, without: aside)
        let dateline = TranscriptReader.dateline(lines, blocks)
        if let dateline, let last = blocks.last, last.count == 1, blocks.count > 3,
            lines[last[0]].folded == lines[dateline].folded, last[0] != dateline
        {
            aside.insert(last[0])
            blocks.removeLast()
        }
        let joiner = LineJoiner(lines, blocks: blocks)
        let labels = labels(lines, blocks, joiner)
        let indented = blocks.count { lines[$0[0]].indent >= 2 }
        var builder = TurnBuilder(isIndentQuotation: indented * 2 < blocks.count)
        for block in blocks {
            var start = 0
            while start < block.count {
                let first = block[start]
                var end = start + (labels[first]?.linesTaken ?? 1)
                while end < block.count, labels[block[end]] == nil { end += 1 }
                let piece = block[start..<min(end, block.count)]
                let kind: Paragraph.Kind? = first == dateline ? .dateline : nil
                builder.add(
                    lines: piece.map { lines[$0] }, label: labels[first], kind: kind, joiner: joiner, text: text)
                start = end
            }
        }
        var notes: [String] = []
        if joiner.isWrapped { notes.append("lines wrapped at \(joiner.width) characters were joined") }
        return (builder.finished(), aside.sorted().map { lines[$0].range }, notes)
    }

    /// Runs of lines between blank ones.
    static func blocks(_ lines: [TextLine], without aside: Set<Int>) -> [[Int]] {
        var blocks: [[Int]] = []
        var current: [Int] = []
        for index in lines.indices where !aside.contains(index) {
            if lines[index].isBlank {
                if !current.isEmpty { blocks.append(current) }
                current = []
            } else {
                current.append(index)
            }
        }
        if !current.isEmpty { blocks.append(current) }
        return blocks
    }

    /// A short line near the start that ends with no mark and holds a year: a place and date.
    private static func dateline(_ lines: [TextLine], _ blocks: [[Int]]) -> Int? {
        for block in blocks.prefix(4) where block.count <= 2 {
            for index in block where index != blocks[0][0] {
                let text = lines[index].text
                let numbers = text.split { !$0.isDigit }
                let hasYear = numbers.contains { $0.count == 4 || ($0.count == 2 && text.contains("年")) }
                if hasYear, text.count <= 80, !lines[index].endsSentence, numbers.count <= 6, !text.contains(":") {
                    return index
                }
            }
        }
        return nil
    }

    /// The labels that hold, by the number of the line they start.
    private func labels(_ lines: [TextLine], _ blocks: [[Int]], _ joiner: LineJoiner) -> [Int: LabelledLine] {
        var candidates: [Candidate] = []
        for (number, block) in blocks.enumerated() {
            for (position, index) in block.enumerated() {
                let before = position > 0 ? lines[block[position - 1]] : nil
                let isInside =
                    joiner.isWrapped
                    && before.map { !($0.endsSentence || $0.width * 4 < joiner.width * 3) } ?? false
                let following = block[(position + 1)...].prefix(joiner.isWrapped ? 2 : 0)
                if let label = LabelledLine(lines[index], following.map { lines[$0] }, joiner) {
                    let isLast = position + 1 + label.linesTaken > block.count
                    guard !(isLast && label.isEmptyAfter && block.count == 1 && index == blocks.last?.last) else {
                        continue
                    }
                    // In the middle of wrapped prose only a certain label starts a turn.
                    if !isInside || label.label.strength == .certain { candidates.append((index, number, label)) }
                }
            }
        }
        let believed = TranscriptReader.believed(candidates)
        return TranscriptReader.areDefinitions(believed, blocks: blocks.count)
            ? [:] : Dictionary(uniqueKeysWithValues: believed.map { ($0.index, $0.label) })
    }
}

extension TranscriptReader {
    /// A label, the line that it starts, and that line's block.
    private typealias Candidate = (index: Int, block: Int, label: LabelledLine)

    /// Whether labels are such as stand in a text that has colons, and is no transcript: in a manual a dozen of a thousand
    /// paragraphs begin “The policy: …”, and “Escape: closes the menu” defines a key. A transcript has more, begins with one, or
    /// says who speaks: the chair, a minister.
    private static func areDefinitions(_ labels: [Candidate], blocks: Int) -> Bool {
        guard let first = labels.first, !labels.contains(where: { $0.label.label.namesRole }) else { return false }
        if first.block > 3, labels.count == 1 || labels.count * 15 < blocks { return true }
        // Who is known by one name only speaks often.
        let areWeak = labels.allSatisfy { $0.label.label.strength == .ifRepeated }
        if areWeak, labels.count * 8 < blocks - first.block { return true }
        // Speech begins with a capital.
        let small = labels.count { $0.label.rest.text.first.map { $0.isLowercase || $0.isNumber } ?? false }
        return small * 2 > labels.count
    }

    /// The labels that hold: well formed, or repeated, or short for one that is well formed, as `Moon Jae-in` is for
    /// `President of the Republic of Korea Moon Jae-in`.
    private static func believed(_ candidates: [Candidate]) -> [Candidate] {
        func words(_ label: LabelledLine) -> Set<Substring> {
            Set(label.label.speaker.name.split { !($0.isLetter || $0 == "-") })
        }
        var counts: [String: Int] = [:]
        for (_, _, label) in candidates { counts[LinePattern.fold(label.label.speaker.name), default: 0] += 1 }
        let longer = candidates.filter { $0.label.label.strength > .ifRepeated }.map { words($0.label) }
        return candidates.filter { _, _, label in
            let isWell = label.label.strength > .ifRepeated
            let isRepeated = counts[LinePattern.fold(label.label.speaker.name), default: 0] >= 2
            return isWell || isRepeated || longer.contains { $0.isSuperset(of: words(label)) }
        }
    }
}

/// A line that starts with a label, which may run on into the lines after it.
struct LabelledLine {
    let label: TurnLabel
    /// The text behind the label, of the lines it was read from.
    let rest: MappedText
    /// How many lines the label and ``rest`` take.
    let linesTaken: Int
    /// Whether nothing stands behind the label on its line.
    var isEmptyAfter: Bool { rest.text.isEmpty }

    init?(_ line: TextLine, _ following: [TextLine], _ joiner: LineJoiner) {
        guard LabelledLine.mayHaveLabel(line, isWrapped: !following.isEmpty) else { return nil }
        var text = MappedText()
        joiner.join(&text, line)
        var taken = 1
        if !following.isEmpty, LabelledLine.goesOn(line.text) {
            for next in following {
                let isWhole = !LabelledLine.opensBracket(text.text[...])
                if isWhole, TurnLabel(String(next.text), map: { _ in next.range }) != nil { return nil }
                joiner.join(&text, next)
                taken += 1
                if next.text.contains(where: { ":：".contains($0) }) { break }
            }
        }
        guard let label = TurnLabel(text.text, map: { text.documentRange($0) }) else { return nil }
        self.label = label
        linesTaken = taken
        let start = text.text.utf8.distance(from: text.text.startIndex, to: label.rest)
        rest = text.suffix(from: start)
    }
}

extension LabelledLine {
    /// Whether a wrapped label opens a bracket, or has no colon yet: it goes on in the next line.
    private static func goesOn(_ text: Substring) -> Bool {
        opensBracket(text) || text.contains("(") && !text.contains { ":：".contains($0) }
    }

    private static func opensBracket(_ text: Substring) -> Bool {
        text.count { "(（".contains($0) } > text.count { ")）".contains($0) }
    }

    /// Whether a line has what a label needs: a colon near its start, or brackets that are one or go on in the next line.
    private static func mayHaveLabel(_ line: TextLine, isWrapped: Bool) -> Bool {
        guard let first = line.text.first else { return false }
        if first == "[" || first == "【" { return true }
        // A label has at most 160 characters, a character of most scripts at most four bytes.
        let head = line.text.utf8.prefix(1200)
        // The colon of full width, and brackets, end in these bytes.
        func has(_ byte: UInt8, _ fullWidth: UInt8) -> Bool {
            head.contains(byte)
                || zip(head, zip(head.dropFirst(), head.dropFirst(2))).contains {
                    $0 == 0xEF && $1.0 == 0xBC && $1.1 == fullWidth
                }
        }
        return has(UInt8(ascii: ":"), 0x9A) || isWrapped && has(UInt8(ascii: "("), 0x88)
    }
}

/// Gathers paragraphs into turns.
struct TurnBuilder {
    /// Whether an indented block is a quotation; not where the whole document is indented.
    let isIndentQuotation: Bool
    private var turns: [Turn] = []
    private var speaker: Speaker?
    private var manner: Manner?
    private var paragraphs: [Paragraph] = []
    private var labelled = false

    init(isIndentQuotation: Bool) { self.isIndentQuotation = isIndentQuotation }

    mutating func add(lines: [TextLine], label: LabelledLine?, kind: Paragraph.Kind?, joiner: LineJoiner, text: String)
    {
        if let label {
            close()
            speaker = label.label.speaker
            manner = label.label.manner
            labelled = true
            let remaining = lines.dropFirst(label.linesTaken)
            let first = label.rest.text.isEmpty ? nil : label.rest
            append(continuing(first, lines: lines, taken: label.linesTaken, remaining: remaining, joiner), .prose)
            return
        }
        let isHeading =
            kind == nil && lines.count == 1 && paragraphs.isEmpty && !labelled && turns.isEmpty
            && !(lines.first?.endsSentence ?? true)
        let isQuoted = lines.allSatisfy { $0.text.hasPrefix(">") }
        let isIndented = isIndentQuotation && lines.allSatisfy { $0.indent >= 2 }
        let content = isQuoted ? lines.map(\.withoutQuoteMark) : lines
        let found: Paragraph.Kind = kind ?? (isHeading ? .heading : isQuoted || isIndented ? .quotation : .prose)
        append(joiner.paragraphs(content[...]), found)
    }

    private func continuing(
        _ first: MappedText?, lines: [TextLine], taken: Int, remaining: ArraySlice<TextLine>, _ joiner: LineJoiner
    ) -> [MappedText] {
        guard let first else { return joiner.paragraphs(remaining) }
        let last = lines[min(taken, lines.count) - 1]
        let ends = !joiner.isWrapped || (last.endsSentence && last.width * 4 < joiner.width * 3)
        return ends ? [first] + joiner.paragraphs(remaining) : joiner.paragraphs(remaining, from: first)
    }

    private mutating func append(_ texts: [MappedText], _ kind: Paragraph.Kind) {
        paragraphs += texts.map { Paragraph(kind: kind, content: $0) }
    }

    private mutating func close() {
        guard speaker != nil || !paragraphs.isEmpty else { return }
        var range = speaker?.range ?? paragraphs.first?.content.documentRange ?? TextRange(0, 0)
        if let last = paragraphs.last { range = range.union(last.content.documentRange) }
        turns.append(
            Turn(
                index: turns.count, speaker: speaker, manner: manner, paragraphs: paragraphs, range: range))
        speaker = nil
        manner = nil
        paragraphs = []
    }

    mutating func finished() -> [Turn] {
        close()
        return turns
    }
}

extension TextLine {
    /// The line behind its `>` marks.
    var withoutQuoteMark: TextLine {
        let inner = text.drop { $0 == ">" || $0 == " " }
        return TextLine(
            text: inner, range: TextRange(range.end - inner.utf8.count, range.end), indent: indent, number: number)
    }
}
