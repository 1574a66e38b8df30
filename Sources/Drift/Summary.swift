internal import Bitext

/// What the findings of a pair come to.
public struct Summary: Sendable, Hashable {
    /// The share of each side's words that stand in beads with a counterpart, 0 to 1.
    public var coverage: (source: Double, target: Double) { (sourceCoverage, targetCoverage) }
    /// The number of findings of each severity.
    public let counts: [Severity: Int]
    /// MQM penalty points for each 1,000 words of the target.
    public let penaltyPerThousandWords: Double
    /// The weights behind the penalty.
    public let weights: PenaltyWeights
    /// What to make of it, in a sentence.
    public let verdict: String

    private let sourceCoverage: Double
    private let targetCoverage: Double

    /// Sums up.
    public init(_ findings: [Finding], of pair: AlignedPair, weights: PenaltyWeights = .mqmCore) {
        self.weights = weights
        var counts: [Severity: Int] = [:]
        var points = 0.0
        for finding in findings {
            counts[finding.severity, default: 0] += 1
            points += weights.points(finding.severity)
        }
        self.counts = counts
        penaltyPerThousandWords = points / Double(max(1, pair.target.wordCount)) * 1000
        sourceCoverage = Summary.coverage(pair, .source)
        targetCoverage = Summary.coverage(pair, .target)
        let serious = (counts[.major] ?? 0) + (counts[.critical] ?? 0)
        let light = (counts[.minor] ?? 0) + (counts[.neutral] ?? 0)
        verdict =
            if pair.source.segments.isEmpty || pair.target.segments.isEmpty {
                "Nothing to compare: a side is empty."
            } else if pair.isUnrelated {
                "These are not versions of one text."
            } else if min(sourceCoverage, targetCoverage) < 0.5 {
                "Less than half of a side has a counterpart: these may not be versions of one text."
            } else if serious > 0 {
                "\(serious) finding\(serious == 1 ? "" : "s") that should be read before this version is trusted."
            } else if light > 0 {
                "Nothing serious found; \(light) smaller point\(light == 1 ? "" : "s") to look at."
            } else {
                "Nothing found: no loss, addition or change that these checks can see."
            }
    }

    private static func coverage(_ pair: AlignedPair, _ side: Side) -> Double {
        let all = pair[side].wordCount
        guard all > 0 else { return 0 }
        let beads = pair.ladder.beads.enumerated().filter { number, bead in
            // Of different texts, only what may have to do with each other counts.
            !bead.isNull && (!pair.isUnrelated || pair.isRelated(number))
        }.map(\.element)
        let matched = (beads + pair.moves).reduce(0) {
            $0 + pair.words(side, $1[side])
        }
        return Double(matched) / Double(all)
    }
}
