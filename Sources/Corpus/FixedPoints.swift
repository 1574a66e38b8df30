public import Aligning
internal import Bitext
public import Drift
internal import Facts
public import Formats

/// Finds what a file of anchors names in two versions.
public enum FixedPoints {
    /// The fixed points, in order.
    /// - Throws: `ReadingError` with the line of an anchor that names no segment or several, of a bead with a gap, and of
    ///   one that crosses another.
    public static func of(
        _ anchors: [Anchor], path: String, _ source: AlignedPair.Version, _ target: AlignedPair.Version
    ) throws(ReadingError) -> [Aligner.FixedPoint] {
        var points: [(point: Aligner.FixedPoint, line: Int)] = []
        var nulls: [Side: [(range: Range<Int>, line: Int)]] = [:]
        let finders = (SegmentFinder(source), SegmentFinder(target))
        for anchor in anchors {
            let place = Place(path: path, line: anchor.line)
            switch anchor.kind {
            case .bead(let bead):
                let sources = try place.range(bead.source, in: source, "source")
                let targets = try place.range(bead.target, in: target, "target")
                if let sources, let targets {
                    points.append((.init(bead: sources, targets), anchor.line))
                } else if let sources {
                    nulls[.source, default: []].append((sources, anchor.line))
                } else if let targets {
                    nulls[.target, default: []].append((targets, anchor.line))
                }
            case .start(let one, let other):
                points.append(
                    (
                        .init(
                            start: try place.segment(one, in: finders.0, "source"),
                            try place.segment(other, in: finders.1, "target")), anchor.line
                    ))
            }
        }
        for side in Side.allCases {
            for (range, line) in (nulls[side] ?? []).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
                guard let place = place(ofNull: range, side, among: points.map(\.point)) else {
                    throw ReadingError(
                        path: path, line: line,
                        reason: "where a bead without a counterpart stands is told by the bead before or behind it")
                }
                let empty = place..<place
                points.append((side == .source ? .init(bead: range, empty) : .init(bead: empty, range), line))
            }
        }
        points.sort {
            let ends = ($0.point.source.upperBound, $0.point.target.upperBound)
            let others = ($1.point.source.upperBound, $1.point.target.upperBound)
            return ($0.point.source.lowerBound, $0.point.target.lowerBound, ends.0, ends.1, $0.line)
                < ($1.point.source.lowerBound, $1.point.target.lowerBound, others.0, others.1, $1.line)
        }
        for (before, after) in zip(points, points.dropFirst()) where !after.point.follows(before.point) {
            throw ReadingError(
                path: path, line: after.line, reason: "crosses or overlaps the anchor of line \(before.line)")
        }
        return points.map(\.point)
    }

    /// Where on the other side a bead without a counterpart stands: behind the point that ends where it starts, or before
    /// the one that starts where it ends.
    private static func place(ofNull range: Range<Int>, _ side: Side, among points: [Aligner.FixedPoint]) -> Int? {
        func own(_ point: Aligner.FixedPoint) -> Range<Int> { side == .source ? point.source : point.target }
        func other(_ point: Aligner.FixedPoint) -> Range<Int> { side == .source ? point.target : point.source }
        let before = points.filter { own($0).upperBound == range.lowerBound }.map { other($0).upperBound }.max()
        let behind = points.filter { own($0).lowerBound == range.upperBound }.map { other($0).lowerBound }.min()
        return before ?? behind ?? (range.lowerBound == 0 ? 0 : nil)
    }

    private struct Place {
        let path: String
        let line: Int

        func error(_ reason: String) -> ReadingError { ReadingError(path: path, line: line, reason: reason) }

        func range(_ numbers: Set<Int>, in version: AlignedPair.Version, _ side: String) throws(ReadingError)
            -> Range<Int>?
        {
            guard let first = numbers.min(), let last = numbers.max() else { return nil }
            guard version.segments.indices.contains(last) else {
                throw error("the \(side) has no segment \(last): it has \(version.segments.count), counted from 0")
            }
            guard last - first + 1 == numbers.count else {
                throw error("the \(side)’s segments do not follow each other")
            }
            return first..<last + 1
        }

        func segment(_ name: String, in finder: SegmentFinder, _ side: String) throws(ReadingError) -> Int {
            if let place = finder.places[name] { return place }
            let found = finder.segments(holding: name)
            guard let first = found.first else { throw error("no segment of the \(side) is or holds “\(name)”") }
            guard found.count == 1 else { throw error("\(found.count) segments of the \(side) hold “\(name)”") }
            return first
        }
    }
}

/// Finds segments by place, and by text.
private struct SegmentFinder {
    let places: [String: Int]
    private let texts: [[UInt8]]

    init(_ version: AlignedPair.Version) {
        places = Dictionary(
            version.segments.indices.map { (version.segments[$0].segment.place, $0) }, uniquingKeysWith: { $1 })
        texts = version.segments.map { Array($0.segment.text.utf8) }
    }

    /// The segments that hold a text; compared as bytes, since thousands of anchors search thousands of segments.
    func segments(holding text: String) -> [Int] {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return [] }
        return texts.indices.filter { index in
            let bytes = texts[index]
            guard bytes.count >= wanted.count else { return false }
            for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
                var offset = 1
                while offset < wanted.count, bytes[start + offset] == wanted[offset] { offset += 1 }
                if offset == wanted.count { return true }
            }
            return false
        }
    }
}
