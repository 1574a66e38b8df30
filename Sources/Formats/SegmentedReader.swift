import Bitext

/// Reads a text that holds a segment a line.
enum SegmentedReader {
    /// One turn of a paragraph a line; a blank line is an empty segment, so that line and segment numbers agree.
    static func read(_ text: String) -> [Turn] {
        let lines = TextLine.lines(of: text)
        guard let last = lines.last else { return [] }
        let paragraphs = lines.map {
            Paragraph(content: MappedText(String($0.text), at: $0.range.start), isSegment: true)
        }
        return [Turn(index: 0, speaker: nil, manner: nil, paragraphs: paragraphs, range: TextRange(0, last.range.end))]
    }
}
