internal import Bitext
internal import Facts
internal import Semantics

/// Which side denies what the other does not.
struct NegationEvidence {
    /// By kind, the denials that ask for one on the other side.
    private var counts: [Side: [Int]] = [:]
    /// By kind, those that may answer to one: those in titles, too.
    private var answers: [Side: [Int]] = [:]

    init(_ pair: AlignedPair, _ bead: Bead) {
        guard Side.allCases.allSatisfy({ NegationReader.knows(pair[$0].language) }) else { return }
        for side in Side.allCases {
            var (count, all) = ([0, 0, 0], [0, 0, 0])
            for segment in bead[side] {
                for negation in pair[side].segments[segment].negations {
                    all[negation.kind.rawValue] += 1
                    if !negation.isInTitle { count[negation.kind.rawValue] += 1 }
                }
            }
            counts[side] = count
            answers[side] = all
        }
        // A passage left in the other language is no denial lost.
        if !pair.isSameLanguage, Side.allCases.contains(where: isUnanswered), NegationEvidence.isLeft(pair, bead) {
            counts = [:]
            answers = [:]
        }
    }

    /// Whether nearly all words of the one text stand in the other, too.
    private static func isLeft(_ pair: AlignedPair, _ bead: Bead) -> Bool {
        let words = Side.allCases.map { side in
            Set(
                bead[side].flatMap { index in
                    let segment = pair[side].segments[index]
                    return segment.tokens.filter { $0.kind == .word }
                        .map { segment.segment.text.slice($0.range).lowercased() }
                })
        }
        let fewer = words.map(\.count).min() ?? 0
        return fewer > 0 && words[0].intersection(words[1]).count * 5 >= fewer * 4
    }

    private func count(_ side: Side, upTo kind: Negation.Kind) -> Int {
        (counts[side] ?? []).prefix(kind.rawValue + 1).reduce(0, +)
    }

    private func answers(_ side: Side, upTo kind: Negation.Kind) -> Int {
        (answers[side] ?? []).prefix(kind.rawValue + 1).reduce(0, +)
    }

    /// Whether any side denies anything.
    var isAny: Bool { counts.values.joined().contains { $0 > 0 } }

    /// Whether a side denies a clause, a thing or a time.
    func denies(_ side: Side) -> Bool { count(side, upTo: .none) > 0 }

    /// Whether a side denies something, and the other at most holds a denial in the meaning of its words.
    func isUnanswered(_ side: Side) -> Bool { count(side, upTo: .none) > 0 && answers(side.other, upTo: .none) == 0 }

    /// Whether a side denies a clause, and the other holds no denial of any kind.
    func isClear(_ side: Side) -> Bool { count(side, upTo: .not) > 0 && answers(side.other, upTo: .lack) == 0 }

    /// How many more clear denials a side has than the other has denials.
    func surplus(_ side: Side) -> Int { min(3, max(0, count(side, upTo: .not) - answers(side.other, upTo: .none))) }

    /// How well the other side answers to what a side's first denial denies, 0 to 1: to the first word behind it that tells
    /// much, else the last before it. Where it answers to little, the denial may be in other words: the price of not failing.
    static func hostSupport(_ pair: AlignedPair, _ bead: Bead, _ side: Side, _ units: [PairMatch.Unit]) -> Double {
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            if let negation = segment.negations.first(where: { $0.kind < .lack && !$0.isInTitle }) {
                let range = negation.range.shifted(by: offset)
                let behind = units.lazy.filter { $0.range.start >= range.end }.prefix(reach)
                let before = units.filter { $0.range.end <= range.start }.suffix(reach)
                let host = behind.first { $0.weight > telling } ?? before.last { $0.weight > telling }
                return host.map { Double(max(0, $0.ownSupport)) } ?? 0
            }
            offset += segment.segment.text.utf8.count + 1
        }
        return 0
    }

    /// How many words away what is denied may stand.
    private static let reach = 4
    /// Words of a lower weight are function words.
    private static let telling: Float = 2
}
