/// How serious a finding is, as MQM has it.
public enum Severity: String, Sendable, CaseIterable, Comparable, Codable {
    /// Worth knowing; no error.
    case neutral
    /// Does not change what a reader learns.
    case minor
    /// Changes or loses something that was said.
    case major
    /// Changes or loses something that a reader would act on.
    case critical

    /// From `neutral` to `critical`.
    public static func < (some: Severity, other: Severity) -> Bool { some.rank < other.rank }

    private var rank: Int {
        switch self {
        case .neutral: 0
        case .minor: 1
        case .major: 2
        case .critical: 3
        }
    }
}

/// The points that MQM takes off for findings of each severity.
public struct PenaltyWeights: Sendable, Hashable {
    /// The table's name, for the signature.
    public let name: String
    private let minor: Double
    private let major: Double
    private let critical: Double

    /// MQM Core's weights: 0, 1, 5 and 25.
    public static let mqmCore = PenaltyWeights(name: "mqm-core:0/1/5/25", minor: 1, major: 5, critical: 25)

    /// The points for a severity.
    public func points(_ severity: Severity) -> Double {
        switch severity {
        case .neutral: 0
        case .minor: minor
        case .major: major
        case .critical: critical
        }
    }
}
