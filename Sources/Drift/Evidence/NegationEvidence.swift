internal import Bitext
internal import Facts

/// Which side denies what the other does not.
struct NegationEvidence {
    private var counts: [Side: [Int]] = [:]

    init(_ pair: AlignedPair, _ bead: Bead) {
        // A passage left in the other language is no denial lost.
        guard pair.isSameLanguage || pair.text(.source, bead.source) != pair.text(.target, bead.target) else { return }
        guard Side.allCases.allSatisfy({ NegationReader.knows(pair[$0].language) }) else { return }
        for side in Side.allCases {
            var count = [0, 0, 0]
            for segment in bead[side] {
                for negation in pair[side].segments[segment].negations { count[negation.kind.rawValue] += 1 }
            }
            counts[side] = count
        }
    }

    private func count(_ side: Side, upTo kind: Negation.Kind) -> Int {
        (counts[side] ?? []).prefix(kind.rawValue + 1).reduce(0, +)
    }

    /// Whether any side denies anything.
    var isAny: Bool { counts.values.joined().contains { $0 > 0 } }

    /// Whether a side denies something, and the other at most holds a denial in the meaning of its words.
    func isUnanswered(_ side: Side) -> Bool { count(side, upTo: .none) > 0 && count(side.other, upTo: .none) == 0 }

    /// Whether a side denies a clause, and the other holds no denial of any kind.
    func isClear(_ side: Side) -> Bool { count(side, upTo: .not) > 0 && count(side.other, upTo: .lack) == 0 }

    /// How many more clear denials a side has than the other has denials.
    func surplus(_ side: Side) -> Int { min(3, max(0, count(side, upTo: .not) - count(side.other, upTo: .none))) }
}
