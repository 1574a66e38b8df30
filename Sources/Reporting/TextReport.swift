import Bitext
public import Corpus
import Drift
import Facts
import ICU

/// The report for a terminal: the summary first, then each finding with both texts.
///
/// Spans are marked by ⟦ and ⟧, with or without colour. Text that runs from right to left is isolated, so that it does
/// not turn the line around.
public struct TextReport: Sendable {
    /// The number of columns to write for.
    public let width: Int
    /// Whether to colour severities and marks.
    public let isColoured: Bool

    /// From this width on, source and target stand side by side.
    static let sideBySideWidth = 110

    /// Makes a report.
    /// - Parameter width: columns, at least 40.
    public init(width: Int = 80, isColoured: Bool = false) {
        self.width = max(40, width)
        self.isColoured = isColoured
    }

    /// The report's text.
    /// - Parameter reasons: for each finding what it rests on, where that was asked for.
    public func write(_ comparison: Comparison, reasons: [Reasons?] = []) -> String {
        var out = head(comparison)
        let lines = (
            LineIndex(comparison.pair.source.document.text), LineIndex(comparison.pair.target.document.text)
        )
        for (index, finding) in comparison.findings.enumerated() {
            out += "\n" + entry(index + 1, finding, comparison.pair, lines)
            if let relay = comparison.relay { out += leg(relay, index) }
            if reasons.indices.contains(index), let reasons = reasons[index] {
                for line in ReasonsText.lines(reasons) {
                    out += wrap(line, indent: "          │ ", first: "   why    │ ")
                }
            }
        }
        if !comparison.findings.isEmpty {
            out += "\n" + wrap("“dragoman explain CHECK” says what a check looks for and why.", indent: "")
        }
        out += wrap(comparison.signature, indent: "  ", first: "")
        return out
    }

    private func head(_ comparison: Comparison) -> String {
        let pair = comparison.pair
        let summary = comparison.summary
        let counts = Severity.allCases.reversed().compactMap { severity in
            summary.counts[severity].map { "\($0) \(severity.rawValue)" }
        }
        var out = ""
        let versions = [("Source", pair.source)] + (comparison.relay.map { [("Relay", $0.version)] } ?? [])
        for (name, version) in versions + [("Target", pair.target)] {
            let label = name + String(repeating: " ", count: 10 - name.count)
            out += wrap(describe(version), indent: "          ", first: label)
            for note in version.document.notes { out += wrap(note, indent: "          ") }
            let aside = version.document.furniture.count
            if aside > 0 {
                out += wrap("\(aside) line\(aside == 1 ? "" : "s") of page furniture set aside", indent: "          ")
            }
            let marked = version.document.turns.filter { $0.manner != nil }.count
            if marked > 0 {
                out += wrap(
                    "\(marked) turn\(marked == 1 ? "" : "s") marked as retranslated, interpreted or in another language",
                    indent: "          ")
            }
        }
        out += wrap(summary.verdict, indent: "          ", first: "Verdict   ")
        let withheld = comparison.withheld
        out += wrap(
            (counts.isEmpty ? "none" : counts.joined(separator: ", "))
                + (withheld > 0 ? "; \(withheld) less sure not shown (--min-confidence)" : ""),
            indent: "          ", first: "Findings  ")
        out += wrap(
            "source \(percent(summary.coverage.source)), target \(percent(summary.coverage.target)); penalty "
                + "\(oneDecimal(summary.penaltyPerThousandWords)) per 1,000 words (\(summary.weights.name))",
            indent: "          ", first: "Coverage  ")
        return out
    }

    private func describe(_ version: AlignedPair.Version) -> String {
        let document = version.document
        let language = LocaleData.englishName(document.language.tag)
        let how =
            document.languageEvidence == .none
            ? "language not known" : "\(language), by \(document.languageEvidence.rawValue)"
        let unit = document.genre == .messages ? "message" : "sentence"
        let speakers = document.turns.count { $0.speaker != nil }
        let turns = speakers > 0 ? "\(speakers) turn\(speakers == 1 ? "" : "s"), " : ""
        return
            "\(document.path) (\(how); \(turns)\(version.segments.count) \(unit)\(version.segments.count == 1 ? "" : "s"))"
    }

    private func entry(
        _ number: Int, _ finding: Finding, _ pair: AlignedPair, _ lines: (LineIndex, LineIndex)
    ) -> String {
        let severity = coloured(finding.severity.rawValue, finding.severity)
        var out = "\(number). \(severity)  \(finding.check)  \(percent(finding.confidence)) sure"
        let place = finding.target.map { span -> String in
            let (line, column) = lines.1.position(span.range.start)
            let key = pair.target.document.hasKeys ? " (\(span.place))" : ""
            return "\(pair.target.document.path):\(line):\(column)\(key)"
        }
        out += "\n" + wrap(finding.message, indent: "   ")
        if let place { out += wrap(place, indent: "   ") }
        let texts = Side.allCases.map { side in
            finding[side].map { MarkedExcerpt($0, in: pair[side]).plain }
        }
        if width >= TextReport.sideBySideWidth, let source = texts[0], let target = texts[1] {
            out += columns(source, target, pair)
        } else {
            for (side, text) in zip(Side.allCases, texts) {
                guard let text else { continue }
                let isRight = pair[side].document.direction == .rightToLeft
                out += wrap(text, indent: "          │ ", first: "   \(side.rawValue) │ ", isRightToLeft: isRight)
            }
        }
        return out
    }

    /// What the version between says, and where the fault came in.
    private func leg(_ relay: RelayView, _ index: Int) -> String {
        let isRight = relay.version.document.direction == .rightToLeft
        let text = relay.span(index).map { OneLine.of($0.text, limit: 300) } ?? "nothing answers here"
        let came =
            switch relay.legs[index] {
            case .first: "It came in between source and relay."
            case .second: "It came in between relay and target."
            case .both: "Both legs show it."
            case .unknown: "Neither leg alone shows it: where it came in cannot be told."
            }
        return wrap(text, indent: "          │ ", first: "   relay  │ ", isRightToLeft: isRight)
            + wrap(came, indent: "   ")
    }

    private func columns(_ source: String, _ target: String, _ pair: AlignedPair) -> String {
        let each = (width - 9) / 2
        let left = Lines.wrapped(source, width: each)
        let right = Lines.wrapped(target, width: each)
        var out = ""
        for row in 0..<max(left.count, right.count) {
            let text = row < left.count ? left[row] : ""
            let padding = String(repeating: " ", count: max(0, each - Lines.columns(text)))
            let other = row < right.count ? right[row] : ""
            out += "   │ \(isolated(text, pair.source))\(padding) │ \(isolated(other, pair.target))\n"
        }
        return out
    }

    private func isolated(_ text: String, _ version: AlignedPair.Version) -> String {
        version.document.direction == .rightToLeft ? "\u{2068}\(text)\u{2069}" : text
    }

    private func wrap(_ text: String, indent: String, first: String? = nil, isRightToLeft: Bool = false) -> String {
        Lines.block(text, width: width, indent: indent, first: first, isRightToLeft: isRightToLeft)
    }

    private func coloured(_ text: String, _ severity: Severity) -> String {
        guard isColoured else { return text }
        let code =
            switch severity {
            case .critical: "1;31"
            case .major: "31"
            case .minor: "33"
            case .neutral: "36"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    private func oneDecimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
