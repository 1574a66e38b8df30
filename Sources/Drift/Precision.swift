internal import Bitext

/// How often a check is right, as measured on labelled pairs of sentences by `scripts/measure-precision`.
public struct Precision: Sendable, Hashable {
    /// The share of pairs without an error in which the check finds something, and of those with one; 0 to 1.
    public let inClean, inWrong: Double

    /// The chance that a pair with a finding holds an error, by Bayes.
    /// - Parameter errors: the share of pairs that hold one; a good translation has few.
    public func value(errors: Double) -> Double {
        let right = errors * inWrong
        let wrong = (1 - errors) * inClean
        return right + wrong > 0 ? right / (right + wrong) : 0
    }

    /// The share of pairs in error that reports assume: one in twenty.
    public static let assumedErrors = 0.05

    /// What was measured for a check; `nil` where it was not: checks of whole texts need more than pairs of sentences.
    public static func of(_ check: String) -> Precision? { measured[check] }

    private static let measured: [String: Precision] = Dictionary(
        ResourceTable.rows(PackageResources.precision_tsv, columns: 5).compactMap { row in
            let counts = row.dropFirst().compactMap(Double.init)
            guard counts.count == 4, counts[1] > 0, counts[3] > 0 else { return nil }
            return (row[0], Precision(inClean: counts[0] / counts[1], inWrong: counts[2] / counts[3]))
        }, uniquingKeysWith: { first, _ in first })
}
