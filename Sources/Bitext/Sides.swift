/// A value for each side of a pair.
public struct Sides<Value> {
    /// The source's.
    public var source: Value
    /// The target's.
    public var target: Value

    /// Makes the values of both sides.
    @inlinable
    public init(source: Value, target: Value) {
        self.source = source
        self.target = target
    }

    /// Makes each side's value.
    @inlinable
    public init<Failure: Error>(_ make: (Side) throws(Failure) -> Value) throws(Failure) {
        source = try make(.source)
        target = try make(.target)
    }

    /// The value of a side.
    @inlinable
    public subscript(side: Side) -> Value {
        get { side == .source ? source : target }
        set { if side == .source { source = newValue } else { target = newValue } }
    }

    /// Both, the source's first.
    @inlinable
    public var both: [Value] { [source, target] }
}

extension Sides: Sendable where Value: Sendable {}
extension Sides: Equatable where Value: Equatable {}
extension Sides: Hashable where Value: Hashable {}
