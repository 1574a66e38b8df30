import Bitext

/// Reads subtitles: SubRip (.srt) and WebVTT (.vtt, https://www.w3.org/TR/webvtt1/).
///
/// Numbers and times of cues, styles and notes are no text. A sentence that goes on in the next cues is put together, so
/// that two versions can be compared that cut it in other places; who speaks in turn in one cue (- Yes. - No.) is parted.
enum SubtitleReader {
    /// A text on the screen.
    struct Cue {
        /// From when to when it is shown, in milliseconds.
        let start: Int
        let end: Int
        var lines: [TextLine] = []
    }

    /// Whether a text holds subtitles: it says so, or begins with a cue's times, which a number may stand before.
    static func recognises(_ text: String) -> Bool {
        let lines = TextLine.lines(of: String(text.prefix(1000))).filter { !$0.isBlank }
        guard let first = lines.first else { return false }
        return isHeader(first) || times(first.text) != nil
            || lines.count > 1 && isNumber(first.text) && times(lines[1].text) != nil
    }

    /// The turn that subtitles make, and what a reader should know.
    static func read(_ text: String) -> (turns: [Turn], notes: [String]) {
        let lines = TextLine.lines(of: text)
        let cues = cues(of: lines)
        let passages = cues.flatMap { cue in CueText.passages(cue.lines).map { (cue: cue, text: $0) } }
        let isPunctuated = passages.count { $0.text.endsSentence } * 4 >= passages.count
        var paragraphs: [MappedText] = []
        var before: (cue: Cue, text: CueText)?
        for passage in passages {
            if isPunctuated, let before, !passage.text.isAnswer, !before.text.endsSentence,
                passage.cue.start - before.cue.end <= longestPause, !before.text.isSetApart,
                !passage.text.isSetApart
            {
                passage.text.add(to: &paragraphs[paragraphs.count - 1])
            } else {
                var words = MappedText()
                passage.text.add(to: &words)
                paragraphs.append(words)
            }
            before = passage
        }
        let turn = Turn(
            index: 0, speaker: nil, manner: nil, paragraphs: paragraphs.map { Paragraph(content: $0) },
            range: TextRange(0, text.utf8.count))
        return (paragraphs.isEmpty ? [] : [turn], ["read as subtitles: \(cues.count) cues"])
    }

    /// A sentence does not go on behind a longer pause, in milliseconds.
    private static let longestPause = 4_000

    private static func isHeader(_ line: TextLine) -> Bool {
        let text = line.text.drop { $0 == "\u{FEFF}" }
        return text.hasPrefix("WEBVTT") && text.dropFirst(6).first.map(\.isWhitespace) ?? true
    }

    private static func isNumber(_ text: Substring) -> Bool { !text.isEmpty && text.allSatisfy(\.isDigit) }

    /// The cues of a file, in its order.
    private static func cues(of lines: [TextLine]) -> [Cue] {
        var cues: [Cue] = []
        let isWebVTT = lines.first { !$0.isBlank }.map(isHeader) ?? false
        var isAside = false
        for (index, line) in lines.enumerated() {
            let isFirst = index == 0 || lines[index - 1].isBlank
            if let (start, end) = times(line.text) {
                dropName(of: &cues, before: index, lines, isWebVTT: isWebVTT)
                cues.append(Cue(start: start, end: end))
                isAside = false
            } else if line.isBlank {
                isAside = false
            } else if isWebVTT, isFirst, ["NOTE", "STYLE", "REGION"].contains(line.text.prefix { !$0.isWhitespace }) {
                isAside = true
            } else if !isAside, !cues.isEmpty {
                cues[cues.count - 1].lines.append(line)
            }
        }
        return cues
    }

    /// Takes the next cue's number, in WebVTT any name behind a blank line, from the lines of the cue before.
    private static func dropName(of cues: inout [Cue], before index: Int, _ lines: [TextLine], isWebVTT: Bool) {
        guard index > 0, !cues.isEmpty, let last = cues[cues.count - 1].lines.last,
            last.number == lines[index - 1].number,
            isNumber(last.text) || isWebVTT && (index < 2 || lines[index - 2].isBlank)
        else { return }
        cues[cues.count - 1].lines.removeLast()
    }

    /// The times of a cue, in milliseconds: 00:01:02,500 --> 00:01:04,000; what stands behind says where it is shown.
    static func times(_ line: Substring) -> (start: Int, end: Int)? {
        guard let arrow = line.firstRange(of: "-->") else { return nil }
        guard let start = milliseconds(line[..<arrow.lowerBound].trimmed { $0.isWhitespace }),
            let end = milliseconds(line[arrow.upperBound...].drop(while: \.isWhitespace).prefix { !$0.isWhitespace })
        else { return nil }
        return (start, end)
    }

    private static func milliseconds(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let last = parts.last else { return nil }
        let seconds = last.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(seconds.count) else { return nil }
        var whole = 0
        for part in parts.dropLast() + seconds.prefix(1) {
            guard (1...4).contains(part.count), part.allSatisfy({ $0.isASCII && $0.isDigit }), let number = Int(part)
            else { return nil }
            whole = whole * 60 + number
        }
        guard seconds.count == 2 else { return whole * 1000 }
        let fraction = seconds[1]
        guard (1...3).contains(fraction.count), fraction.allSatisfy({ $0.isASCII && $0.isDigit }),
            let number = Int(fraction + String(repeating: "0", count: 3 - fraction.count))
        else { return nil }
        return whole * 1000 + number
    }
}
