/// Gathers the paragraphs of a word processor's file. A text box stands before the paragraph that it is anchored in, notes
/// behind all others.
struct ParagraphGatherer {
    /// Whether paragraphs that end from now on are notes.
    var areNotes = false
    private var open: [String] = []
    private var paragraphs: [String] = []
    private var notes: [String] = []

    /// The paragraphs, a line each; empty ones are empty lines, except among notes.
    var text: String {
        let lines = paragraphs + notes
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    /// Whether a paragraph is open.
    var isInParagraph: Bool { !open.isEmpty }

    /// Begins a paragraph, perhaps within another.
    mutating func begin() { open.append("") }

    /// Adds text to the innermost paragraph; ends of lines are white space.
    mutating func add(_ text: some StringProtocol) {
        guard let last = open.indices.last else { return }
        for scalar in text.unicodeScalars {
            open[last].unicodeScalars.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
        }
    }

    /// Adds text whose white space means one space, none at the beginning.
    mutating func addFolded(_ text: String) {
        guard let last = open.indices.last else { return }
        for scalar in text.unicodeScalars {
            if " \n\t\r".unicodeScalars.contains(scalar) {
                if let before = open[last].unicodeScalars.last, before != " " { open[last] += " " }
            } else {
                open[last].unicodeScalars.append(scalar)
            }
        }
    }

    /// Breaks the line within a paragraph.
    mutating func breakLine() { add("\u{2028}") }

    /// Ends the innermost paragraph.
    mutating func end() {
        guard let paragraph = open.popLast() else { return }
        if !areNotes { return paragraphs.append(paragraph) }
        if paragraph.contains(where: { !$0.isWhitespace }) { notes.append(paragraph) }
    }
}
