import Bitext

/// Reads the form of the European Parliament's debates that the Europarl corpus is published in: `<CHAPTER ID=1>`,
/// `<SPEAKER ID=2 LANGUAGE="DE" NAME="…">` and `<P>`, each on a line of its own.
enum EuroparlReader {
    /// Whether a text is in this form.
    static func recognises(_ text: String) -> Bool {
        text.split(maxSplits: 200, whereSeparator: \.isNewline).prefix(200).contains { line in
            let start = line.drop(while: \.isWhitespace)
            return start.hasPrefix("<SPEAKER ") || start.hasPrefix("<CHAPTER ")
        }
    }

    static func read(_ text: String) -> [Turn] {
        let lines = TextLine.lines(of: text)
        var turns: [Turn] = []
        var speaker: Speaker?
        var manner: Manner?
        var kind = Paragraph.Kind.prose
        var paragraphs: [Paragraph] = []
        var start = 0

        func close(at end: Int) {
            if speaker != nil || !paragraphs.isEmpty {
                turns.append(
                    Turn(
                        index: turns.count, speaker: speaker, manner: manner, paragraphs: paragraphs,
                        range: TextRange(start, end)))
            }
            speaker = nil
            manner = nil
            paragraphs = []
            kind = .prose
        }

        for line in lines where !line.isBlank {
            guard line.text.first == "<", line.text.last == ">" else {
                paragraphs.append(Paragraph(kind: kind, content: MappedText(String(line.text), at: line.range.start)))
                continue
            }
            if line.text.hasPrefix("<CHAPTER") {
                close(at: line.range.start)
                start = line.range.start
                kind = .heading
            } else if line.text.hasPrefix("<SPEAKER") {
                close(at: line.range.start)
                start = line.range.start
                if let name = attribute("NAME", of: line) {
                    speaker = Speaker(name: String(name), range: line.range)
                }
                if let language = attribute("LANGUAGE", of: line), !language.isEmpty {
                    manner = Manner(
                        kind: .spokenIn, language: Language(language.lowercased()), text: "LANGUAGE=\"\(language)\"",
                        range: line.range)
                }
            }
        }
        close(at: lines.last?.range.end ?? 0)
        return turns
    }

    private static func attribute(_ name: String, of line: TextLine) -> Substring? {
        guard let found = line.text.firstRange(of: name + "=\"") else { return nil }
        let value = line.text[found.upperBound...]
        return value.firstIndex(of: "\"").map { value[..<$0] }
    }
}
