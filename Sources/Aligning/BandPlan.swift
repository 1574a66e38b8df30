import Bitext
internal import Semantics

extension Band {
    /// Where the first ladder is looked for: around rare terms that both sides have.
    /// - Parameters:
    ///   - sources: the segments of a stretch.
    ///   - targets: the segments that answer to them.
    ///   - evidence: the terms of all segments; `nil` to go without.
    static func first(_ sources: Range<Int>, _ targets: Range<Int>, _ evidence: TermEvidence?) -> Band {
        var anchors: [Anchor] = []
        if let evidence, (sources.count + 1) * (targets.count + 1) > wholeLimit {
            let candidates = evidence.anchorCandidates().filter {
                $0.weight >= leastWeight && sources.contains($0.source) && targets.contains($0.target)
            }.map {
                (source: $0.source - sources.lowerBound, target: $0.target - targets.lowerBound, weight: $0.weight)
            }
            anchors = AnchorChain.heaviest(candidates, targets: targets.count).map {
                Anchor(source: candidates[$0].source, target: candidates[$0].target)
            }
        }
        return Band(sources: sources.count, targets: targets.count, anchors: anchors)
    }

    /// Terms that segments share do not anchor them if they weigh less, in nats.
    private static let leastWeight: Float = 4

    /// Where the ladder is looked for once a first one is known: around its beads, and closer around segments whose pooled
    /// vectors are each other's nearest, as in the first of Bertalign's two steps (Liu and Zhu, "Bertalign: improved word
    /// embedding-based sentence alignment", Digital Scholarship in the Humanities 38, 2023, section 3).
    /// - Parameters:
    ///   - path: the first ladder of the stretch.
    ///   - pooled: the vectors of all segments; `nil` without a model.
    static func along(
        _ path: [Bead], _ sources: Range<Int>, _ targets: Range<Int>,
        _ pooled: (source: SegmentVectors, target: SegmentVectors)?
    ) -> Band {
        let beads = path.filter { !$0.isNull }.map {
            Anchor(source: $0.source.lowerBound, target: $0.target.lowerBound)
        }
        let wide = Band(sources: sources.count, targets: targets.count, anchors: beads)
        guard let pooled, (sources.count + 1) * (targets.count + 1) > coarseLimit else { return wide }
        let margins = BandMargins(pooled.source, pooled.target, sources: sources, targets: targets, band: wide)
        let least = margins.scale / 2
        let near = AnchorChain.trusted(margins.mutual.filter { $0.weight >= least }, targets: targets.count)
        return Band(
            sources: sources.count, targets: targets.count, anchors: AnchorChain.joined(near, beads), wholeLimit: 0)
    }

    /// In matrices of more cells than this, words are compared near anchors only.
    private static let coarseLimit = 400_000
}
