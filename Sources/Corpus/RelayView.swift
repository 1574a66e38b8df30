public import Bitext
public import Drift
internal import Facts

/// The leg of a relay on which something was lost, added or changed.
public enum RelayLeg: String, Sendable, Codable {
    /// From the source to the relay.
    case first = "source to relay"
    /// From the relay to the target.
    case second = "relay to target"
    /// On both.
    case both = "both legs"
    /// Neither leg alone shows it.
    case unknown = "cannot tell"
}

/// The version between source and target, and what it says about each finding.
///
/// Source and relay, and relay and target, are aligned and compared as well. A finding between source and target belongs to
/// the leg on which the same kind of finding stands at the same sentences; a number also to the leg behind which it is another.
public struct RelayView: Sendable {
    /// The version between.
    public let version: AlignedPair.Version
    /// For each finding, its leg.
    public let legs: [RelayLeg]
    /// For each finding, the segments of the relay that answer to it; empty where none do.
    public let segments: [Range<Int>]
    private let first: Ladder
    private let second: Ladder

    init(
        _ findings: [Finding], of pair: AlignedPair, first: (AlignedPair, [Finding]), second: (AlignedPair, [Finding])
    ) {
        version = first.0.target
        self.first = first.0.ladder
        self.second = second.0.ladder
        let places = findings.map { finding in
            RelayView.between(
                finding.source.map(\.segments) ?? 0..<0, finding.target.map(\.segments) ?? 0..<0, first.0.ladder,
                second.0.ladder)
        }
        segments = places
        legs = zip(findings, places).map { finding, place in
            RelayView.leg(finding, place, pair, first.1, second.1, relay: first.0.target)
        }
    }

    private init(
        _ version: AlignedPair.Version, _ legs: [RelayLeg], _ segments: [Range<Int>], _ first: Ladder, _ second: Ladder
    ) {
        self.version = version
        self.legs = legs
        self.segments = segments
        self.first = first
        self.second = second
    }

    /// The view with some of the findings.
    func keeping(_ kept: [Int]) -> RelayView {
        RelayView(version, kept.map { legs[$0] }, kept.map { segments[$0] }, first, second)
    }

    /// The segments of the relay that answer to a bead between source and target.
    public func segments(of bead: Bead) -> Range<Int> { RelayView.between(bead.source, bead.target, first, second) }

    /// What the relay says where a finding stands; `nil` where nothing answers.
    public func span(_ finding: Int) -> Span? {
        let range = segments[finding].clamped(to: version.segments.indices)
        guard let first = version.segments[range].first?.segment, let last = version.segments[range].last?.segment
        else {
            return nil
        }
        return Span(
            segments: range, range: TextRange(first.range.start, last.range.end),
            text: version.text(range), place: first.place)
    }

    /// The segments between, by the first leg's ladder or, where that has none, the second's.
    private static func between(_ source: Range<Int>, _ target: Range<Int>, _ first: Ladder, _ second: Ladder) -> Range<
        Int
    > {
        func joined(_ ranges: [Range<Int>]) -> Range<Int> {
            let full = ranges.filter { !$0.isEmpty }
            guard let low = full.map(\.lowerBound).min(), let high = full.map(\.upperBound).max() else { return 0..<0 }
            return low..<high
        }
        let bySource = joined(first.beads.filter { $0.source.overlaps(source) }.map(\.target))
        return bySource.isEmpty ? joined(second.beads.filter { $0.target.overlaps(target) }.map(\.source)) : bySource
    }

    private static func leg(
        _ finding: Finding, _ place: Range<Int>, _ pair: AlignedPair, _ first: [Finding], _ second: [Finding],
        relay: AlignedPair.Version
    ) -> RelayLeg {
        if let leg = legOfFact(finding, place, pair, relay) { return leg }
        func touches(_ span: Span?, _ segments: Range<Int>?) -> Bool {
            guard let span, let segments, !span.isPlaceOnly, !segments.isEmpty else { return false }
            return span.segments.overlaps(segments)
        }
        let source = finding.source.flatMap { $0.isPlaceOnly ? nil : $0.segments }
        let target = finding.target.flatMap { $0.isPlaceOnly ? nil : $0.segments }
        let kind = kind(finding.check)
        let isOnFirst = first.contains {
            self.kind($0.check) == kind && (touches($0.source, source) || touches($0.target, place))
        }
        let isOnSecond = second.contains {
            self.kind($0.check) == kind && (touches($0.source, place) || touches($0.target, target))
        }
        switch (isOnFirst, isOnSecond) {
        case (true, true): return .both
        case (true, false): return .first
        case (false, true): return .second
        case (false, false): return .unknown
        }
    }

    /// The leg behind which a number, date or country is another: that of the relay tells. `nil` for other findings, and
    /// where the relay has neither.
    private static func legOfFact(
        _ finding: Finding, _ place: Range<Int>, _ pair: AlignedPair, _ relay: AlignedPair.Version
    ) -> RelayLeg? {
        func segments(_ side: Side) -> [AnalysedSegment] {
            guard let span = finding[side], !span.isPlaceOnly else { return [] }
            return Array(pair[side].segments[span.segments.clamped(to: pair[side].segments.indices)])
        }
        func isIn(_ range: TextRange, _ side: Side) -> Bool {
            finding[side]?.rangeInSegment.map { range.overlaps($0) } ?? false
        }
        let between = relay.segments[place.clamped(to: relay.segments.indices)]
        let (numbers, named) = (between.flatMap(\.facts), between.flatMap(\.named))
        func isInRelay(_ side: Side) -> Bool {
            segments(side).contains { segment in
                segment.facts.contains { fact in isIn(fact.range, side) && numbers.contains { fact.couldEqual($0) } }
                    || segment.named.contains { fact in
                        isIn(fact.range, side) && named.contains { fact.value == $0.value }
                    }
            }
        }
        guard ["number-mismatch", "date-mismatch", "region-mismatch", "number-word-mismatch"].contains(finding.check)
        else { return nil }
        switch (isInRelay(.source), isInRelay(.target)) {
        case (true, false): return .second
        case (false, true): return .first
        default: return nil
        }
    }

    /// Checks that find the same loss in a sentence and in a whole one are of one kind.
    private static func kind(_ check: String) -> String {
        switch check {
        case "omitted-segment", "omitted-phrase", "omitted-fact", "missing-turn", "length-outlier", "truncated-text":
            "omission"
        case "added-segment", "added-phrase", "extra-turn": "addition"
        default: check
        }
    }
}

extension Comparer {
    /// Compares two versions by way of the one between.
    /// - Parameter relay: the version through which the text reached the target.
    public func compare(
        _ source: AlignedPair.Version, _ target: AlignedPair.Version, relay: AlignedPair.Version
    ) -> Comparison {
        let direct = compare(source, target).signed(relay: relay.language)
        var faint = options
        // On a leg, a faint sign is enough to tell where a clear loss comes from.
        faint.minConfidence = min(options.minConfidence, 0.25)
        // The fixed points are of source and target.
        faint.fixed = []
        faint.confidence = options.confidence.mapValues { min($0, 0.25) }
        let comparer = Comparer(options: faint)
        let first = comparer.compare(source, relay)
        let second = comparer.compare(relay, target)
        return direct.seen(
            through: RelayView(
                direct.findings, of: direct.pair, first: (first.pair, first.findings),
                second: (second.pair, second.findings)))
    }
}
