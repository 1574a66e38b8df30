internal import Bitext
internal import Facts
internal import Semantics

/// Which side insults or swears where the other does not.
struct ToxicEvidence {
    /// A word that the other side has nothing for.
    struct Unanswered {
        let kind: ToxicWord.Kind
        /// Where it stands, in bytes of the bead's text.
        let range: TextRange
        /// How little the other side supports it, 0 to 1.
        let lack: Double
    }

    /// The clearest such word of each side.
    private(set) var unanswered = Sides<Unanswered?>(source: nil, target: nil)
    /// The surest kind of word that any side has.
    private(set) var surest: ToxicWord.Kind?
    /// How many strong words each side has more than the other has words that may answer to them, where it has some.
    private(set) var surplus = Sides(source: 0, target: 0)

    init(_ pair: AlignedPair, _ bead: Bead, _ match: PairMatch?) {
        let words = Sides { side in bead[side].flatMap { pair[side].segments[$0].toxicWords } }
        guard !words.source.isEmpty || !words.target.isEmpty,
            Side.allCases.allSatisfy({ ToxicWordReader.knows(pair[$0].language) })
        else { return }
        surest = (words.source + words.target).map { $0.asks ? $0.kind : .answer }.min()
        for side in Side.allCases {
            let (own, others) = (words[side], words[side.other])
            if others.isEmpty {
                unanswered[side] = ToxicEvidence.clearest(pair, bead, side, match)
            } else {
                let strong = own.count { $0.kind == .strong && $0.asks }
                if strong > others.count { surplus[side] = strong - others.count }
            }
        }
    }

    /// The surest word of a side, then the one that the other side supports the least.
    private static func clearest(_ pair: AlignedPair, _ bead: Bead, _ side: Side, _ match: PairMatch?) -> Unanswered? {
        let other = pair.text(side.other, bead[side.other]).lowercased()
        var offset = 0
        var seen = 0
        var best: Unanswered?
        for index in bead[side] {
            let segment = pair[side].segments[index]
            // What stands there as it is was left, or is a name: Depp.
            for word in segment.toxicWords
            where word.asks && seen < mostWords {
                seen += 1
                guard !other.contains(segment.segment.text.slice(word.range).lowercased()) else { continue }
                let range = word.range.shifted(by: offset)
                let support = match?[side].filter { $0.range.overlaps(range) }.map(\.support).max() ?? 0
                let found = Unanswered(kind: word.kind, range: range, lack: 1 - Double(min(1, max(0, support))))
                if best.map({ (found.kind, -found.lack) < ($0.kind, -$0.lack) }) ?? true { best = found }
            }
            offset += segment.segment.text.utf8.count + 1
        }
        return best
    }

    /// Each is looked for in the whole of the other text; one that is found is enough to report.
    private static let mostWords = 50
}
