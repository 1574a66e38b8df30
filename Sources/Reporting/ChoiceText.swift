import Bitext
public import Corpus
import Drift

/// Two versions of a translation for a terminal: totals first, then each stretch in which they differ, what differs in it
/// between ⟦ and ⟧.
public struct ChoiceText: Sendable {
    private let width: Int

    /// Makes a report.
    /// - Parameter width: columns, at least 40.
    public init(width: Int = 80) { self.width = max(40, width) }

    /// The report's text.
    public func write(_ choice: VersionChoice) -> String {
        var out = ""
        for (name, version) in [("Old       ", choice.old), ("New       ", choice.new)] {
            out += wrap(version.document.path, first: name)
            for note in version.document.notes { out += wrap(note, first: "          ") }
        }
        if let source = choice.source { out += wrap(source.document.path, first: "Source    ") }
        out += wrap(ChoiceWords.result(choice), first: "Result    ")
        out += wrap(ChoiceWords.likeness(choice), first: "Likeness  ")
        for (index, stretch) in choice.stretches.enumerated() where stretch.closer != .same {
            out += "\n" + entry(index + 1, stretch, choice)
        }
        return out + "\n"
            + wrap(ChoiceWords.signatures, first: "", indent: "  ")
    }

    private func entry(_ number: Int, _ stretch: VersionChoice.Stretch, _ choice: VersionChoice) -> String {
        var out = wrap("\(number). \(ChoiceWords.verdict(stretch))", first: "", indent: "   ")
        if let segments = stretch.source, let source = choice.source {
            out += text("source", source, source.text(segments))
        }
        let changes = WordChanges(choice, stretch)
        out += text("old", choice.old, marked(changes.old)) + text("new", choice.new, marked(changes.new))
        if let judgements = stretch.judgements {
            for (name, judgement) in [("old", judgements.old), ("new", judgements.new)] {
                let reasons = judgement.findings.map { OneLine.of($0.message, limit: 200) }
                out += wrap(
                    "\(name): " + ChoiceWords.chances(judgement)
                        + (reasons.isEmpty ? "." : ": " + reasons.joined(separator: " ")),
                    first: "   ", indent: "        ")
            }
        }
        return out
    }

    private func text(_ name: String, _ version: AlignedPair.Version, _ text: String) -> String {
        let label = "   \(name)" + String(repeating: " ", count: 7 - name.count) + "│ "
        let isRight = version.document.direction == .rightToLeft
        return wrap(text.isEmpty ? "–" : OneLine.of(text), first: label, indent: "          │ ", isRightToLeft: isRight)
    }

    private func wrap(_ text: String, first: String, indent: String = "          ", isRightToLeft: Bool = false)
        -> String
    {
        Lines.block(text, width: width, indent: indent, first: first, isRightToLeft: isRightToLeft)
    }

    private func marked(_ pieces: [WordChanges.Piece]) -> String {
        pieces.map { $0.isChanged ? "⟦\($0.text)⟧" : $0.text }.joined()
    }
}
