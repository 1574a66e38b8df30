internal import Bitext
internal import Semantics

/// How likely each kind of error is, by the evidence: a noisy-or of causes, each a logistic model over a few figures.
///
/// The probability of an error is 1 − Π (1 − p(cause)) (Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988,
/// section 4.3.2): one clear cause suffices, and every cause can be named. The weights stand in `Resources/causes.tsv`,
/// fitted by `scripts/fit-score`, a few set by hand there.
final class ErrorModel: Sendable {
    /// A kind of error.
    struct Cause: Sendable {
        /// Its name.
        let name: String
        fileprivate(set) var bias = 0.0
        /// The figures it rests on, with their weights.
        fileprivate(set) var weights: [(figure: Figures.Key, weight: Double)] = []

        /// How likely it is at work.
        func probability(_ figures: Figures) -> Double { logOdds(figures).map(logistic) ?? 0 }

        /// The same as the logarithm of the odds; `nil` where no figure speaks for it.
        func logOdds(_ figures: Figures) -> Double? {
            let sum = weights.reduce(bias) { $0 + $1.weight * figures[$1.figure] }
            return sum > bias ? sum : nil
        }
    }

    /// The model that the program ships.
    static let shared = ErrorModel(ResourceTable.rows(PackageResources.causes_tsv, columns: 4))

    private let causes: [Cause]
    /// Those that can be at work between two languages.
    private let acrossLanguages: [Cause]

    private init(_ rows: [[String]]) {
        var causes: [Cause] = []
        var within: Set<String> = []
        for row in rows {
            guard let value = Double(row[3]) else { continue }
            if row[1] == "same" { within.insert(row[0]) }
            if causes.last?.name != row[0] { causes.append(Cause(name: row[0])) }
            if let figure = Figures.Key(named: row[2]) {
                causes[causes.count - 1].weights.append((figure, value))
            } else {
                precondition(row[2] == "bias", "causes.tsv names no figure \(row[2])")
                causes[causes.count - 1].bias = value
            }
        }
        self.causes = causes
        acrossLanguages = causes.filter { !within.contains($0.name) }
    }

    /// How likely it is that no cause is at work.
    func faithfulness(_ evidence: Evidence, _ findings: [Finding], sameLanguage: Bool) -> Double {
        let figures = figures(evidence, findings)
        return (sameLanguage ? causes : acrossLanguages).reduce(1) { $0 * (1 - $1.probability(figures)) }
    }

    /// A cause by its name.
    subscript(name: String) -> Cause? { causes.first { $0.name == name } }

    /// The figures with those of findings: the confidence of each check.
    private func figures(_ evidence: Evidence, _ findings: [Finding]) -> Figures {
        var figures = evidence.values
        for finding in findings {
            guard let key = Figure.of(check: finding.check).map({ Figures.Key($0) }) else { continue }
            figures[key] = max(figures[key], finding.confidence)
        }
        // A date that became another is lost and added; those in digits and yesterday are no named facts that could lack.
        if figures[.init(.dateMismatch)] > 0.5 {
            for side in Side.allCases { figures[.init(.date, side)] = 1 }
        }
        return figures
    }
}
