internal import Bitext

extension Aligner {
    /// What the user knows of a ladder and the search must keep.
    public struct FixedPoint: Sendable, Hashable {
        /// The segments of the source.
        public let source: Range<Int>
        /// The segments of the target.
        public let target: Range<Int>
        /// Whether they are one bead; else the first of each only start one.
        public let isBead: Bool

        /// A bead that stands.
        public init(bead source: Range<Int>, _ target: Range<Int>) {
            self.source = source
            self.target = target
            isBead = true
        }

        /// Two segments that both start a bead.
        public init(start source: Int, _ target: Int) {
            self.source = source..<source
            self.target = target..<target
            isBead = false
        }

        /// Whether it can stand in one ladder with another that is before it.
        public func follows(_ other: FixedPoint) -> Bool {
            source.lowerBound >= other.source.upperBound && target.lowerBound >= other.target.upperBound
        }
    }

    /// How far the beads of turns bound those of segments.
    public enum Turns: String, Sendable, CaseIterable {
        /// Always.
        case strict
        /// Where one turn surely answers to one.
        case soft
        /// Never: labels may be wrong, or turns be cut elsewhere.
        case ignore
    }
}

/// The stretches between what is fixed, in which the search is free.
struct FreeStretches {
    /// The stretches, in order.
    private(set) var stretches: [(Range<Int>, Range<Int>)] = []
    /// The beads that stand between them.
    let beads: [Bead]

    /// Cuts both sides at fixed points, and at the starts of other stretches where these allow it.
    /// - Parameters:
    ///   - fixed: in order, each behind the last.
    ///   - bounds: stretches that follow each other and hold all segments.
    init(_ fixed: [Aligner.FixedPoint], within bounds: [(Range<Int>, Range<Int>)], counts: (source: Int, target: Int)) {
        beads = fixed.filter(\.isBead).map { Bead(source: $0.source, target: $0.target, score: 1) }
        guard !fixed.isEmpty else {
            stretches = bounds
            return
        }
        var cuts = [(0, 0), (counts.source, counts.target)]
        for point in fixed {
            cuts.append((point.source.lowerBound, point.target.lowerBound))
            cuts.append((point.source.upperBound, point.target.upperBound))
        }
        var next = 0
        for (sources, targets) in bounds {
            let cut = (sources.lowerBound, targets.lowerBound)
            // Cuts of turns that the user's points forbid are left out.
            while next < fixed.count, fixed[next].source.upperBound <= cut.0, fixed[next].target.upperBound <= cut.1 {
                next += 1
            }
            let isAhead =
                next == fixed.count
                || cut.0 <= fixed[next].source.lowerBound && cut.1 <= fixed[next].target.lowerBound
            if isAhead { cuts.append(cut) }
        }
        cuts.sort { $0 < $1 }
        let isTaken = Set(
            beads.map { [$0.source.lowerBound, $0.source.upperBound, $0.target.lowerBound, $0.target.upperBound] })
        for (start, end) in zip(cuts, cuts.dropFirst()) where start != end {
            if !isTaken.contains([start.0, end.0, start.1, end.1]) {
                stretches.append((start.0..<end.0, start.1..<end.1))
            }
        }
    }
}
