/// A logistic model of whether a word's counterpart is missing, at even odds: `scripts/vectors/absence.py` fits it.
struct Absence: Sendable {
    /// The number of figures that are no dimensions.
    static let own = 4

    private let bias: Float
    private let weight: Float
    private let support: Float
    private let mutual: Float
    private let dimensions: [Float]

    /// - Parameter figures: a bias, then what a word's weight, its support, that this is mutual and each dimension of its
    ///   vector add. `nil` for fewer than four, and for figures that no fit gives.
    init?(_ figures: [Float]) {
        guard figures.count >= Absence.own, figures.allSatisfy({ abs($0) < 1000 }) else { return nil }
        (bias, weight, support, mutual) = (figures[0], figures[1], figures[2], figures[3])
        dimensions = Array(figures.dropFirst(Absence.own))
    }

    /// What a word says by itself, in nats.
    func own(_ vector: some Sequence<Float>, weight: Float) -> Float {
        zip(vector, dimensions).reduce(bias + self.weight * weight) { $0 + $1.0 * $1.1 }
    }

    /// The log-odds that the counterpart of a word is missing, in nats.
    func odds(own: Float, support: Float, isMutual: Bool) -> Float {
        own + self.support * max(0, support) + (isMutual ? mutual : 0)
    }
}
