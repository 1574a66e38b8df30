import Bitext
import ICU

/// Makes paragraphs out of the lines of a block: joins wrapped lines and mends hyphens at line ends.
struct LineJoiner {
    /// Whether the document's lines are wrapped at a width, so that a line's end means nothing.
    let isWrapped: Bool
    /// The width that lines are wrapped at, in columns.
    let width: Int
    private let words: Set<String>

    /// Looks at a document's lines.
    init(_ lines: [TextLine], blocks: [[Int]]) {
        var inner: [(width: Int, isCut: Bool)] = []
        for block in blocks {
            inner += zip(block, block.dropFirst()).map { index, next in
                let goesOn = lines[next].text.first.map { $0.isLetter && !$0.isUppercase } ?? false
                return (lines[index].width, goesOn && !lines[index].endsSentence)
            }
        }
        let longest = inner.map(\.width).sorted().dropLast(inner.count / 20).last ?? 0
        let isWide = lines.contains { $0.text.unicodeScalars.contains { $0.value >= 0x3040 && $0.columns == 2 } }
        let full = inner.filter { $0.width * 4 >= longest * 3 }
        // Among headings and lists fewer lines are full, but those are cut in the midst of sentences.
        let cut = full.count(where: \.isCut)
        let areCut = longest >= 60 && cut >= 5 && cut * 10 >= full.count * 6 && full.count * 10 >= inner.count * 3
        width = longest
        isWrapped =
            inner.count >= 2 && longest <= (isWide ? 220 : 110) && longest >= 30
            && (full.count * 10 >= inner.count * 6 || areCut)
        words = isWrapped ? LineJoiner.wholeWords(lines) : []
    }

    /// The paragraphs of a block of lines.
    func paragraphs(_ block: ArraySlice<TextLine>, from first: MappedText? = nil) -> [MappedText] {
        var done: [MappedText] = []
        var current = first ?? MappedText()
        for (index, line) in zip(block.indices, block) {
            if !current.text.isEmpty, index > block.startIndex, !isWrapped || ends(index - 1, in: block) {
                done.append(current)
                current = MappedText()
            }
            join(&current, line)
        }
        if !current.text.isEmpty { done.append(current) }
        return done
    }

    /// Whether a line is its paragraph's last: it left room for what the next begins with.
    private func ends(_ index: Int, in block: ArraySlice<TextLine>) -> Bool {
        let (line, next) = (block[index], block[index + 1])
        guard let last = line.text.last, let first = next.text.first else { return false }
        if line.endsSentence || LineJoiner.isUnspaced(last) && LineJoiner.isUnspaced(first), line.width * 4 < width * 3
        {
            return true
        }
        // A short word is an article or preposition, of what goes on.
        let lastWord = line.text.reversed().prefix { $0.isLetter }.count
        guard first.isUppercase, lastWord >= 4 || line.endsSentence else { return false }
        let word = next.text.unicodeScalars.prefix { !$0.properties.isWhitespace }.count
        let needed = (line.width + 1 + word) * 10
        guard needed <= width * 9 else { return false }
        // Columns and quotations are narrower than the page.
        let near = block[max(block.startIndex, index - 3)..<min(block.endIndex, index + 4)]
        return needed <= (near.map(\.width).max() ?? 0) * 9
    }

    /// Appends a line to a paragraph.
    func join(_ text: inout MappedText, _ line: TextLine) {
        guard !line.isBlank else { return }
        if let last = text.text.last, let next = line.text.first {
            let head = text.text.dropLast()
            if last == "\u{AD}" || (last == "-" && head.last?.isLetter == true && next.isLowercase) {
                let before = head.suffix { $0.isLetter }
                let after = line.text.prefix { $0.isLetter }
                let isCompound =
                    words.contains((before + "-" + after).lowercased())
                    && !words.contains((before + after).lowercased())
                if !isCompound { text.removeLast(1) }
            } else if !(LineJoiner.isUnspaced(last) && LineJoiner.isUnspaced(next)),
                !(isHangul(last) && isHangul(next) && cuts(text.text[...], line.text))
            {
                text.appendJoint(" ")
            }
        }
        text.append(line.text, at: line.range.start)
    }

    /// Chinese and Japanese characters and their punctuation take no space between lines.
    static func isUnspaced(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { scalar in
            (0x3000...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
                || (0xFF00...0xFF60).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
        } ?? false
    }

    /// Whether a line's end cuts a word that stands elsewhere in the document as one: Korean lines end anywhere.
    private func cuts(_ before: Substring, _ after: Substring) -> Bool {
        words.contains((before.suffix { $0.isLetter } + after.prefix { $0.isLetter }).lowercased())
    }

    private func isHangul(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0xAC00...0xD7A3).contains($0.value) } ?? false
    }

    /// The words of the document that no line's end cuts, in lower case.
    private static func wholeWords(_ lines: [TextLine]) -> Set<String> {
        var words: Set<String> = []
        for line in lines {
            for word in line.text.split(whereSeparator: { !($0.isLetter || $0 == "-") }) where !word.hasSuffix("-") {
                words.insert(word.lowercased())
            }
        }
        return words
    }
}
