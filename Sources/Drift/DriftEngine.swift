internal import Bitext
internal import Semantics

/// Runs the checks over a pair and sums up what they find.
public struct DriftEngine: Sendable {
    /// The checks that run, sorted by name.
    public let checks: [Check]

    /// Makes an engine.
    /// - Parameters:
    ///   - only: names of checks to run; all where empty.
    ///   - skip: names of checks to leave out.
    public init(only: Set<String> = [], skip: Set<String> = []) {
        checks = Registry.checks.filter {
            (only.isEmpty || only.contains($0.description.id)) && !skip.contains($0.description.id)
        }
    }

    /// The findings of all checks, in the order of the text, one for each cause.
    public func findings(in pair: AlignedPair) -> [Finding] {
        OneCause.filter(checks.flatMap { $0.findings(in: pair) }).sorted(by: DriftEngine.precedes)
    }

    /// How likely a pair holds an error, 0 (faithful) to 1 (surely in error): that any of the causes is at work, or any
    /// finding that no cause stands for is right.
    /// - Parameter shift: what other evidence adds to the log-odds; see ``EmbeddedLikeness``.
    public func score(_ findings: [Finding], of pair: AlignedPair, shiftedBy shift: Double = 0) -> Double {
        var faithful = 1.0
        for evidence in pair.evidence {
            guard let evidence else { continue }
            faithful *= ErrorModel.shared.faithfulness(evidence, findings, sameLanguage: pair.isSameLanguage)
        }
        // A mark that lacks its other says nothing of the meaning.
        for finding in findings
        where Figure.of(check: finding.check) == nil && !CauseFindings.checks.contains(finding.check)
            && finding.category != "fluency/punctuation"
        {
            faithful *= 1 - finding.confidence * (finding.severity >= .major ? 0.95 : 0.3)
        }
        guard shift != 0, faithful > 0, faithful < 1 else { return 1 - faithful }
        return logistic(logarithm((1 - faithful) / faithful) + shift)
    }

    private static func precedes(_ some: Finding, _ other: Finding) -> Bool {
        func key(_ finding: Finding) -> (Int, Int) {
            (finding.source?.range.start ?? finding.target?.range.start ?? 0, finding.target?.range.start ?? 0)
        }
        if key(some) != key(other) { return key(some) < key(other) }
        return (some.check, some.message) < (other.check, other.message)
    }
}

/// One cause, one finding.
enum OneCause {
    /// Checks whose finding explains what others find in the same place.
    private static let explaining: Set<String> = CauseFindings.phrases.union([
        "missing-turn", "extra-turn", "untranslated", "wrong-language", "repeated-text", "truncated-text",
    ])
    private static let explained: Set<String> = [
        "omitted-segment", "added-segment", "omitted-fact", "added-fact", "number-mismatch", "date-mismatch",
        "region-mismatch", "number-word-mismatch", "length-outlier", "wrong-language",
        "reused-translation", "omitted-phrase",
    ]

    static func filter(_ findings: [Finding]) -> [Finding] {
        let unrelated = findings.filter { $0.check == "unrelated-text" }
        guard unrelated.isEmpty else { return unrelated }
        let causes = findings.filter { explaining.contains($0.check) && $0.confidence >= 0.5 }
        return findings.filter { finding in
            !causes.contains { cause in
                explains(cause.check, finding.check)
                    && (covers(cause.target, finding.target) || covers(cause.source, finding.source))
                    || holds(cause, finding)
            }
        }
    }

    /// Whether words that were lost or added hold what is said to be lost or added by itself.
    private static func holds(_ cause: Finding, _ finding: Finding) -> Bool {
        switch (cause.check, finding.check) {
        case ("omitted-phrase", "omitted-fact"): return contains(cause.source, finding.source)
        case ("added-phrase", "added-fact"): return contains(cause.target, finding.target)
        default: return false
        }
    }

    private static func contains(_ cause: Span?, _ other: Span?) -> Bool {
        guard let cause, let other, !other.range.isEmpty else { return false }
        return cause.range.start <= other.range.start && other.range.end <= cause.range.end
    }

    private static func explains(_ cause: String, _ check: String) -> Bool {
        guard cause != check else { return false }
        // The words that were lost say more than that the sentence is short, and of other findings nothing.
        if CauseFindings.phrases.contains(cause) { return check == "length-outlier" }
        if check == "wrong-language" { return cause == "untranslated" }
        return explained.contains(check)
    }

    private static func covers(_ cause: Span?, _ other: Span?) -> Bool {
        guard let cause, let other, !cause.range.isEmpty, !other.range.isEmpty else { return false }
        return cause.range.overlaps(other.range)
    }
}
