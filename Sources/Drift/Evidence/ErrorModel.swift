internal import Bitext
internal import Semantics

/// How likely each kind of error is, by the evidence: a noisy-or of causes, each a logistic model over a few figures.
///
/// The probability of an error is 1 − Π (1 − p(cause)) (Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988,
/// section 4.3.2): one clear cause suffices, and every cause can be named. The weights stand in `Resources/causes.tsv`,
/// fitted by `scripts/fit-score`, a few set by hand there.
struct ErrorModel: Sendable {
    /// A kind of error.
    struct Cause: Sendable {
        /// Its name.
        let name: String
        fileprivate(set) var bias = 0.0
        /// The figures it rests on, with their weights.
        fileprivate(set) var weights: [(figure: String, weight: Double)] = []
        fileprivate let isForSameLanguage: Bool

        /// How likely it is at work.
        func probability(_ figures: Evidence) -> Double { logOdds(figures).map(logistic) ?? 0 }

        /// The same as the logarithm of the odds; `nil` where no figure speaks for it.
        func logOdds(_ figures: Evidence) -> Double? {
            let sum = weights.reduce(bias) { $0 + $1.weight * figures[$1.figure] }
            return sum > bias ? sum : nil
        }
    }

    /// The model that the program ships.
    static let shared = ErrorModel(ResourceTable.rows(PackageResources.causes_tsv, columns: 4))

    private let causes: [Cause]

    private init(_ rows: [[String]]) {
        var causes: [Cause] = []
        for row in rows {
            guard let value = Double(row[3]) else { continue }
            if causes.last?.name != row[0] { causes.append(Cause(name: row[0], isForSameLanguage: row[1] == "same")) }
            if row[2] == "bias" {
                causes[causes.count - 1].bias = value
            } else {
                causes[causes.count - 1].weights.append((row[2], value))
            }
        }
        self.causes = causes
    }

    /// The causes that can be at work.
    func causes(sameLanguage: Bool) -> [Cause] { causes.filter { sameLanguage || !$0.isForSameLanguage } }

    /// A cause by its name.
    subscript(name: String) -> Cause? { causes.first { $0.name == name } }

    /// Whether a check's findings are figures of a cause.
    func weighs(_ check: String) -> Bool { causes.contains { $0.weights.contains { $0.figure == check } } }

    /// The figures with those of findings: the confidence of each check.
    func figures(_ evidence: Evidence, _ findings: [Finding]) -> Evidence {
        var figures = evidence
        for finding in findings { figures[finding.check] = max(figures[finding.check], finding.confidence) }
        // A date that became another is lost and added; those in digits and yesterday are no named facts that could lack.
        if figures["date-mismatch"] > 0.5 {
            for side in Side.allCases { figures["date_\(side.rawValue)"] = 1 }
        }
        return figures
    }
}
