/// A bead by its segment numbers, from 0, which need not follow each other: as gold ladders have them.
public struct NumberedBead: Hashable, Sendable {
    /// The source's segments; empty for an added one.
    public let source: Set<Int>
    /// The target's segments; empty for an omitted one.
    public let target: Set<Int>

    /// Makes a bead.
    public init(source: Set<Int>, target: Set<Int>) {
        self.source = source
        self.target = target
    }

    /// The numbers on both sides, such as `2-1`.
    public var shape: String { "\(source.count)-\(target.count)" }
    /// Whether it has segments on both sides.
    public var isFull: Bool { !source.isEmpty && !target.isEmpty }
}
