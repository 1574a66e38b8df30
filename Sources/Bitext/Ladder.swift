/// A minimal group of source and target segments that belong together.
public struct Bead: Hashable, Sendable {
    /// The source segments, by number; empty where nothing in the source answers.
    public let source: Range<Int>
    /// The target segments, by number; empty where nothing in the target answers.
    public let target: Range<Int>
    /// How likely the bead is right, 0 to 1; higher is better.
    public let score: Double

    /// Makes a bead.
    public init(source: Range<Int>, target: Range<Int>, score: Double) {
        self.source = source
        self.target = target
        self.score = score
    }

    /// Whether one side is empty: an omitted (1-0) or added (0-1) segment.
    public var isNull: Bool { source.isEmpty || target.isEmpty }
    /// The numbers of segments, such as `2-1`.
    public var shape: String { "\(source.count)-\(target.count)" }

    /// The segments of one side.
    public subscript(side: Side) -> Range<Int> { side == .source ? source : target }
}

/// The ordered beads of a bitext: together they hold each segment of both sides once.
public struct Ladder: Hashable, Sendable {
    /// The beads, in order.
    public let beads: [Bead]

    /// Makes a ladder.
    public init(beads: [Bead]) { self.beads = beads }
}
