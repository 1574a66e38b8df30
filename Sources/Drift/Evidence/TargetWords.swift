internal import Bitext
internal import Facts

/// What a whole target says of words that it shares with its source.
enum TargetWords {
    /// Of the words that look as if they were left in the source's language, those that the target uses where the source
    /// does not: question is a word of French and English.
    /// - Parameter beads: those that hold words left.
    static func own(_ pair: AlignedPair, of beads: [Int]) -> Set<Substring> {
        guard pair.ladder.beads.count > 1 else { return [] }
        let doubtful = Set(
            beads.flatMap { bead in
                (pair.evidence(bead)?.left?.words ?? []).map {
                    pair.target.segments[$0.segment].segment.text.slice($0.range)
                }
            })
        guard !doubtful.isEmpty else { return [] }
        return pair.ladder.beads.filter { !$0.isNull }.reduce(into: []) { own, bead in
            let target = words(pair.target.segments[bead.target])
            let found = target.intersection(doubtful)
            guard !found.isEmpty else { return }
            let source = words(pair.source.segments[bead.source])
            // A passage that was not translated vouches for no word.
            guard target.intersection(source).count * 2 < target.count else { return }
            own.formUnion(found.subtracting(source))
        }
    }

    private static func words(_ segments: ArraySlice<AnalysedSegment>) -> Set<Substring> {
        Set(
            segments.flatMap { segment in
                segment.tokens.filter { $0.kind == .word }.map { segment.segment.text.slice($0.range) }
            })
    }
}
