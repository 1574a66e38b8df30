internal import XML

/// Reads the content of OpenDocument text (OASIS OpenDocument 1.3, part 3, sections 5 and 6).
struct OpenDocumentReader {
    var gatherer = ParagraphGatherer()
    /// How many elements are open from one on that is skipped.
    private var skipped = 0
    private var notes = 0

    /// Deleted text, comments, the signs of notes, how a word is read, what describes a picture, a table of contents' plan.
    private static let asides: Set<String> = [
        "text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text", "svg:title", "svg:desc",
        "text:table-of-content-source",
    ]
    /// The most spaces that one element stands for.
    private static let longestSpace = 100

    /// Takes the next event of the content.
    mutating func handle(_ event: MarkupEvent) {
        switch event {
        case .start(let name, let attributes):
            guard skipped == 0, !OpenDocumentReader.asides.contains(name) else {
                skipped += 1
                return
            }
            switch name {
            case "text:p", "text:h": gatherer.begin()
            case "text:note": notes += 1
            case "text:tab": gatherer.add(" ")
            case "text:line-break": gatherer.breakLine()
            case "text:s":
                let count = attributes["text:c"].flatMap { Int($0) } ?? 1
                gatherer.add(String(repeating: " ", count: max(0, min(count, OpenDocumentReader.longestSpace))))
            default: break
            }
        case .end(let name):
            guard skipped == 0 else {
                skipped -= 1
                return
            }
            switch name {
            case "text:p", "text:h":
                gatherer.areNotes = notes > 0
                gatherer.end()
            case "text:note": notes -= 1
            default: break
            }
        case .text(let text, _):
            if skipped == 0 { gatherer.addFolded(text) }
        case .comment: break
        }
    }
}
