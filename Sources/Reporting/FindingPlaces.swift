import Bitext
import Corpus
import Drift

/// Where the findings stand: by bead, and as marks in segments.
struct FindingPlaces {
    struct Mark {
        let range: TextRange
        let severity: Severity
    }

    /// Numbers of findings by number of bead.
    private(set) var byBead: [Int: [Int]] = [:]
    private var marks: [Side: [Int: [Mark]]] = [.source: [:], .target: [:]]

    init(_ comparison: Comparison) {
        let ladder = comparison.pair.ladder
        for (number, finding) in comparison.findings.enumerated() {
            for side in Side.allCases {
                guard let span = finding[side], !span.isPlaceOnly else { continue }
                for segment in span.segments {
                    let range = span.rangeInSegment ?? TextRange(0, .max)
                    marks[side]?[segment, default: []].append(Mark(range: range, severity: finding.severity))
                }
            }
            let sides: [Side] =
                finding.source.map { $0.isPlaceOnly } ?? true ? [.target, .source] : [.source, .target]
            let bead = sides.lazy.compactMap { side -> Int? in
                guard let first = finding[side]?.segments.lowerBound else { return nil }
                return ladder.beads.firstIndex { $0[side].contains(first) }
            }.first
            byBead[bead ?? 0, default: []].append(number)
        }
    }

    /// The marks of a segment, in order, overlapping ones joined.
    func marks(_ side: Side, segment: Int, length: Int) -> [Mark] {
        var joined: [Mark] = []
        for mark in (marks[side]?[segment] ?? []).sorted(by: { $0.range < $1.range }) {
            let range = TextRange(mark.range.start, min(mark.range.end, length))
            if let last = joined.last, last.range.end > range.start {
                joined[joined.count - 1] = Mark(
                    range: last.range.union(range), severity: max(last.severity, mark.severity))
            } else {
                joined.append(Mark(range: range, severity: mark.severity))
            }
        }
        return joined
    }
}
