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
    ///   vector add; at least four. Those that are no numbers count as 0.
    init(_ figures: [Float]) {
        let figures = figures.map { $0.isFinite ? $0 : 0 }
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
