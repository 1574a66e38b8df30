public import Corpus

/// What a finding rests on, in words.
enum ReasonsText {
    /// A line a reason.
    static func lines(_ reasons: Reasons) -> [String] {
        var lines: [String] = []
        if let bead = reasons.bead {
            var line = "Bead \(described(bead))"
            if let before = reasons.before { line += "; before it \(described(before))" }
            if let behind = reasons.behind { line += "; behind it \(described(behind))" }
            lines.append(line + ".")
        }
        if let similarity = reasons.similarity, let less = reasons.lessAlike {
            lines.append("Similarity \(two(similarity)); \(percent(less)) of the text’s other beads are less alike.")
        }
        if let ratio = reasons.lengthRatio, let usual = reasons.usualLengthRatio {
            lines.append("The target has \(two(ratio)) letters for one of the source, the whole text \(two(usual)).")
        }
        for (name, side) in [("source", reasons.source), ("target", reasons.target)] {
            if !side.facts.isEmpty { lines.append("Read in the \(name): \(side.facts.joined(separator: ", ")).") }
            if !side.unanswered.isEmpty {
                let words = side.unanswered.map { word in
                    "\(word.text) (\(two(word.support))\(word.nearest.map { " to \($0)" } ?? ""))"
                }
                lines.append("Least answered in the \(name): \(words.joined(separator: ", ")).")
            }
        }
        return lines.map { OneLine.of($0) }
    }

    private static func described(_ bead: Reasons.Bead) -> String {
        "\(bead.shape) at \(bead.place), \(percent(bead.score)) sure"
    }

    private static func two(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

/// One finding of a JSON report with all that is known of it.
public enum FindingText {
    /// The text, wrapped to a width.
    /// - Parameter width: columns, at least 40.
    public static func write(_ placed: CheckedCorpus.Placed, width: Int) -> String {
        let finding = placed.finding
        func wrap(_ text: String, indent: String, first: String) -> String {
            let room = max(40, width) - Lines.columns(indent)
            return Lines.wrapped(OneLine.of(text), width: room, firstWidth: room).enumerated().map { number, line in
                (number == 0 ? first : indent) + line + "\n"
            }.joined()
        }
        var out = "\(finding.id)  \(finding.severity)  \(finding.check)  "
        out += "\(Int((finding.confidence * 100).rounded())) % sure  \(finding.category)\n"
        out += wrap(finding.message, indent: "   ", first: "   ")
        let relay = placed.pair.relay.map { ($0.path, "relay ", finding.relay) }
        let sides = [(placed.pair.source.path, "source", finding.source)] + (relay.map { [$0] } ?? [])
        for (path, name, span) in sides + [(placed.pair.target.path, "target", finding.target)] {
            guard let span else { continue }
            out += wrap(
                "\(path):\(span.line):\(span.column) (\(span.place))", indent: "          │ ", first: "   \(name) │ ")
            let mark = span.text.isEmpty ? MarkedExcerpt.place(before: span.after) : "⟦\(span.text)⟧"
            out += wrap(span.before + mark + span.after, indent: "          │ ", first: "          │ ")
        }
        if let leg = finding.leg { out += wrap("Leg: \(leg).", indent: "   ", first: "   ") }
        for line in finding.why.map(ReasonsText.lines) ?? [] {
            out += wrap(line, indent: "          │ ", first: "   why    │ ")
        }
        if finding.why == nil { out += "   Reports of dragoman check --why also say what a finding rests on.\n" }
        if !finding.isNew {
            let place = finding.decidedIn.map { " in \($0)" } ?? ""
            out += wrap("Accepted\(place): \(finding.reason ?? "in the baseline")", indent: "   ", first: "   ")
        }
        return out
    }
}
