import Bitext
import Facts

/// Numbers of several words that became others: two hundred thousand that became three hundred thousand, bead by bead.
struct SpelledChanges {
    private struct Placed {
        let fact: Fact
        let segment: Int
    }

    private let pair: AlignedPair

    init(_ pair: AlignedPair) { self.pair = pair }

    /// Smaller ones are single words in most languages, and named facts.
    private static let least = 21.0
    /// Beads with more of them are no sentences: one number among so many tells nothing.
    private static let most = 50
    /// As of other numbers in words.
    private static let confidence = 0.7

    func findings(_ check: CheckDescription) -> [Finding] {
        pair.ladder.beads.filter { !$0.isNull }.compactMap { bead in
            let source = spelled(.source, bead)
            guard source.contains(where: SpelledChanges.isDefinite) else { return nil }
            let target = spelled(.target, bead)
            guard max(source.count, target.count) <= SpelledChanges.most else { return nil }
            func unanswered(_ facts: [Placed], _ side: Side, _ others: [Placed]) -> [Placed] {
                let numbers = bead[side.other].flatMap { index in
                    let segment = pair[side.other].segments[index]
                    return segment.facts + segment.named.compactMap(\.number)
                }
                return facts.filter { one in
                    !(numbers + others.map(\.fact)).contains { $0.couldEqual(one.fact) }
                }
            }
            let lost = unanswered(source, .source, target)
            let added = unanswered(target, .target, source)
            guard lost.count == 1, added.count == 1, SpelledChanges.isDefinite(lost[0]),
                SpelledChanges.isDefinite(added[0]),
                NamedFactChanges(pair).change(bead, .number) == nil
            else {
                return nil
            }
            return Finding(
                check: check, confidence: SpelledChanges.confidence,
                message: "\(lost[0].fact.text) became \(added[0].fact.text).",
                source: pair.span(.source, segment: lost[0].segment, range: lost[0].fact.range),
                target: pair.span(.target, segment: added[0].segment, range: added[0].fact.range))
        }
    }

    /// Whether a number is no small one, and no word that leaves it open.
    private static func isDefinite(_ placed: Placed) -> Bool {
        placed.fact.value.approximate >= least && placed.fact.value.mantissa != 1
    }

    private func spelled(_ side: Side, _ bead: Bead) -> [Placed] {
        bead[side].flatMap { index in
            let segment = pair[side].segments[index]
            return pair.readers[side].spelled.facts(in: segment.segment.text).filter { fact in
                !segment.facts.contains { $0.range.overlaps(fact.range) }
            }.map { Placed(fact: $0, segment: index) }
        }
    }
}
