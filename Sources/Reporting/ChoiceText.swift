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
        var out = wrap(choice.old.document.path, first: "Old       ")
        out += wrap(choice.new.document.path, first: "New       ")
        if let source = choice.source { out += wrap(source.document.path, first: "Source    ") }
        let same = choice.count(.same)
        var counts = ["\(choice.stretches.count - same) of \(choice.stretches.count) stretches differ"]
        if choice.source != nil {
            counts += ["the new is closer in \(choice.count(.new))", "the old in \(choice.count(.old))"]
            counts += ["neither in \(choice.count(.level))"]
        }
        out += wrap(counts.joined(separator: "; "), first: "Result    ")
        out += wrap(
            "chrF \(two(choice.characters.score)), TER \(two(choice.edits.rate)): the new version against the old",
            first: "Likeness  ")
        for (index, stretch) in choice.stretches.enumerated() where stretch.closer != .same {
            out += "\n" + entry(index + 1, stretch, choice)
        }
        return out + "\n"
            + wrap("\(CharacterFScore.signature)  \(TranslationEditRate.signature)", first: "", indent: "  ")
    }

    private func entry(_ number: Int, _ stretch: VersionChoice.Stretch, _ choice: VersionChoice) -> String {
        var title = "\(number). "
        switch stretch.closer {
        case .new?: title += "The new version is closer to the source."
        case .old?: title += "The old version is closer to the source."
        case .level?: title += "Neither is closer to the source."
        case .same?, nil: title += "chrF \(two(stretch.characters.score)), TER \(two(stretch.edits.rate))"
        }
        var out = wrap(title, first: "", indent: "   ")
        if let segments = stretch.source, let source = choice.source {
            out += text("source", source, source.text(segments))
        }
        let marked = DifferingWords.marked(choice.old.text(stretch.old), choice.new.text(stretch.new))
        out += text("old", choice.old, marked.0) + text("new", choice.new, marked.1)
        if let judgements = stretch.judgements {
            for (name, judgement) in [("old", judgements.old), ("new", judgements.new)] {
                let reasons = judgement.findings.map { OneLine.of($0.message, limit: 200) }
                out += wrap(
                    "\(name): \(percent(judgement.errorProbability)) likely in error, similarity \(two(judgement.similarity))"
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

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    private func two(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}

/// What differs between two texts, from the first word that does to the last.
enum DifferingWords {
    /// Both texts with what differs between ⟦ and ⟧; as they are where nothing or everything does.
    static func marked(_ some: String, _ other: String) -> (String, String) {
        let (here, there) = (OneLine.of(some).split(separator: " "), OneLine.of(other).split(separator: " "))
        let head = zip(here, there).prefix { $0 == $1 }.count
        let room = min(here.count, there.count) - head
        let tail = min(room, zip(here.reversed(), there.reversed()).prefix { $0 == $1 }.count)
        guard head + tail > 0, head + tail < max(here.count, there.count) else { return (some, other) }
        func marked(_ words: [Substring]) -> String {
            let middle = words[head..<words.count - tail].joined(separator: " ")
            return (words[..<head].map(String.init) + ["⟦\(middle)⟧"] + words.suffix(tail).map(String.init))
                .joined(separator: " ")
        }
        return (marked(here), marked(there))
    }
}
