internal import XML

/// Reads the parts of Office Open XML that hold text: runs in paragraphs (ECMA-376, part 1, section 17.3).
struct WordReader {
    var gatherer = ParagraphGatherer()
    /// How many elements are open from one on that is skipped.
    private var skipped = 0
    private var isInRun = false
    /// Whether the run is not shown.
    private var isHidden = false
    /// Whether the run's text is open.
    private var isText = false

    /// Deleted text and what moved away, the instructions of fields, the second form of a drawing, how a word is read.
    private static let asides: Set<String> = ["moveFrom", "delText", "instrText", "delInstrText", "Fallback", "rt"]

    /// Takes the next event of a part.
    mutating func handle(_ event: MarkupEvent) {
        switch event {
        case .start(let name, let attributes):
            let name = name.withoutPrefix
            guard skipped == 0, !WordReader.asides.contains(name) else {
                skipped += 1
                return
            }
            start(name, attributes)
        case .end(let name):
            guard skipped == 0 else {
                skipped -= 1
                return
            }
            end(name.withoutPrefix)
        case .text(let text, _):
            if skipped == 0, isText, !isHidden { gatherer.add(text) }
        case .comment: break
        }
    }

    private mutating func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "p":
            gatherer.begin()
            isInRun = false
        case "r":
            isInRun = true
            isHidden = false
        case "vanish" where isInRun: isHidden = !["0", "false", "off"].contains(attributes["w:val"])
        case "t": isText = true
        case "tab" where isInRun && !isHidden, "ptab" where isInRun && !isHidden: gatherer.add(" ")
        case "noBreakHyphen" where !isHidden: gatherer.add("-")
        case "br" where !isHidden, "cr" where !isHidden: gatherer.breakLine()
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "p":
            gatherer.end()
            // A text box ends within a run of the paragraph around it.
            isInRun = gatherer.isInParagraph
            isHidden = false
        case "r": isInRun = false
        case "t": isText = false
        default: break
        }
    }
}

extension String {
    /// The name of an element without the prefix of its namespace.
    var withoutPrefix: String { lastIndex(of: ":").map { String(self[index(after: $0)...]) } ?? self }
}
