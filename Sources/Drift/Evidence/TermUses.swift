internal import Bitext
internal import Semantics

/// How a document's terms, words that the source repeats side by side, are translated: where the target's words that answer
/// to a term are the same nearly everywhere, and others here.
struct TermUses {
    /// A translation of a term that is rare beside its usual one.
    struct Rare {
        /// The bead where it stands first.
        let bead: Int
        /// Where the term and its translation stand in the texts of the bead, in UTF-8 bytes.
        let ranges: Sides<TextRange>
        /// How many beads have it.
        let count: Int
        /// The usual translation, as it stands first.
        let usual: String
        /// How many beads have that.
        let usualCount: Int
    }

    /// One use of a term whose words all have a counterpart.
    private struct Use {
        /// Among the beads with words.
        let place: Int
        let ranges: Sides<TextRange>
        /// The stems of the words that answer to the term.
        let stems: Set<String>
    }

    /// Fewer uses do not make a term.
    private static let leastUses = 5
    /// Fewer uses that are alike do not make a rule.
    private static let leastUsual = 4
    /// Nor does a smaller share of them.
    private static let leastUsualShare = 0.75

    /// The rare translations, in the order of the text.
    let rare: [Rare]

    init(_ pair: AlignedPair) {
        guard !pair.isSameLanguage, !pair.source.language.isUnspaced, !pair.target.language.isUnspaced,
            pair.ladder.beads.count >= TermUses.leastUses
        else {
            rare = []
            return
        }
        // A sentence that stands twice says no more than one.
        var seen: Set<UInt64> = []
        let beads = pair.ladder.beads.indices.compactMap { TermWords(pair, bead: $0) }
            .filter { seen.insert(ByteHash.of($0.source.utf8)).inserted }
        let terms = beads.map { words in Dictionary(words.terms.map { (words.key($0), $0) }) { first, _ in first } }
        var counts: [UInt64: Int] = [:]
        for here in terms { for key in here.keys { counts[key, default: 0] += 1 } }
        var uses: [UInt64: [Use]] = [:]
        for (place, words) in beads.enumerated() {
            for (key, term) in terms[place] where counts[key, default: 0] >= TermUses.leastUses {
                guard let answer = words.answer(to: term) else { continue }
                uses[key, default: []].append(Use(place: place, ranges: answer.ranges, stems: answer.stems))
            }
        }
        rare = TermUses.longest(uses.values.flatMap { TermUses.rare($0, beads) })
            .sorted { ($0.bead, $0.ranges.source.start) < ($1.bead, $1.ranges.source.start) }
    }

    /// The rare translations among the uses of one term, which are in the order of the text.
    private static func rare(_ uses: [Use], _ beads: [TermWords]) -> [Rare] {
        var counts: [String: Int] = [:]
        for use in uses { for stem in use.stems { counts[stem, default: 0] += 1 } }
        let least = max(Double(leastUsual), leastUsualShare * Double(uses.count))
        let core = Set(counts.filter { Double($0.value) >= least }.keys)
        let usual = uses.filter { core.isSubset(of: $0.stems) }
        guard !core.isEmpty, let shown = usual.first else { return [] }
        let others = uses.filter { !core.isSubset(of: $0.stems) && beads[$0.place].says($0.stems, insteadOf: core) }
        return Dictionary(grouping: others, by: \.stems).values.map { group in
            Rare(
                bead: beads[group[0].place].bead, ranges: group[0].ranges, count: group.count,
                usual: String(beads[shown.place].target.slice(shown.ranges.target).trimmed(of: \.isPunctuation)),
                usualCount: usual.count)
        }
    }

    /// Of translations of terms that share words, those of the longest term.
    private static func longest(_ all: [Rare]) -> [Rare] {
        Dictionary(grouping: all, by: \.bead).values.flatMap { here -> [Rare] in
            var kept: [Rare] = []
            let sorted = here.sorted {
                let (one, other) = ($0.ranges.source, $1.ranges.source)
                return (other.length, one.start) < (one.length, other.start)
            }
            for rare in sorted where !kept.contains(where: { $0.ranges.source.overlaps(rare.ranges.source) }) {
                kept.append(rare)
            }
            return kept
        }
    }
}
