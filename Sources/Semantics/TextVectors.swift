/// Vectors of whole texts by another model than the embedded one, such as an embedding server's: unit length, one a text.
public struct TextVectors: Sendable {
    /// What made them, for signatures.
    public let name: String
    /// The number of dimensions; 0 until the first vector is added.
    public private(set) var dimensions = 0
    private var rows: [String: Int] = [:]
    private var values: [Float] = []

    /// Why a vector cannot be used.
    public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// It has this many dimensions, the others have that many.
        case dimensions(Int, others: Int)
        /// It holds a value that is no number.
        case notFinite
        /// All its values are 0.
        case zero

        /// The reason in words.
        public var description: String {
            switch self {
            case .dimensions(let count, let others): "a vector has \(count) dimensions, others have \(others)"
            case .notFinite: "a vector holds a value that is no number"
            case .zero: "a vector is all zeros"
            }
        }
    }

    /// Makes an empty table.
    public init(name: String) { self.name = name }

    /// The number of texts.
    public var count: Int { rows.count }

    /// Whether a text has a vector.
    public func contains(_ text: String) -> Bool { rows[text] != nil }

    /// Adds a text's vector, brought to unit length; a text that has one keeps it.
    /// - Throws: `Fault` for a vector of another size than the others, and for one without a direction.
    public mutating func add(_ vector: [Float], for text: String) throws(Fault) {
        guard rows[text] == nil else { return }
        guard !vector.isEmpty, dimensions == 0 || vector.count == dimensions else {
            throw .dimensions(vector.count, others: dimensions)
        }
        var sum = 0.0
        for value in vector { sum += Double(value) * Double(value) }
        guard sum.isFinite else { throw .notFinite }
        guard sum > 0 else { throw .zero }
        dimensions = vector.count
        rows[text] = values.count
        let scale = Float(1 / sum.squareRoot())
        values += vector.map { $0 * scale }
    }

    /// The vector of a text; `nil` where it has none.
    public func vector(of text: String) -> ArraySlice<Float>? {
        rows[text].map { values[$0..<$0 + dimensions] }
    }

    /// The cosine of two texts' vectors, −1 to 1; `nil` where one has none.
    public func similarity(_ one: String, _ other: String) -> Float? {
        guard let here = vector(of: one), let there = vector(of: other) else { return nil }
        return zip(here, there).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
