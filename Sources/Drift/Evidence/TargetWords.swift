internal import Bitext
internal import Facts

/// What a whole target says of words that it shares with its source.
enum TargetWords {
    /// A word that is left in so many sentences is a term.
    private static let leastTerm = 3

    /// Of the words that look as if they were left in the source's language, those that the target uses where the source
    /// does not, or again and again: question is a word of French and English.
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
        var (own, terms): (Set<Substring>, [Substring: Int]) = ([], [:])
        for bead in pair.ladder.beads where !bead.target.isEmpty {
            let found = words(pair.target.segments[bead.target]).intersection(doubtful)
            guard !found.isEmpty else { continue }
            let source = words(pair.source.segments[bead.source])
            for word in found {
                if source.contains(word) {
                    terms[word, default: 0] += 1
                } else {
                    own.insert(word)
                }
            }
        }
        return own.union(terms.filter { $0.value >= leastTerm }.keys)
    }

    private static func words(_ segments: ArraySlice<AnalysedSegment>) -> Set<Substring> {
        Set(
            segments.flatMap { segment in
                segment.tokens.filter { $0.kind == .word }.map { segment.segment.text.slice($0.range) }
            })
    }
}
