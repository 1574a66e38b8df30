internal import Bitext
internal import Facts
internal import Semantics

/// Which side denies what the other does not.
struct NegationEvidence {
    /// By kind, the denials that ask for one on the other side.
    private var counts = Sides(source: [0, 0, 0], target: [0, 0, 0])
    /// By kind, those that may answer to one.
    private var answers = Sides(source: [0, 0, 0], target: [0, 0, 0])
    /// In how many places something is denied: in many languages two words deny once (никто не).
    private var places = Sides(source: 0, target: 0)
    /// Where the other side denies alone: how many words whose meaning holds a denial have none for their counterpart.
    private var lacks = Sides(source: 0, target: 0)

    init(_ pair: AlignedPair, _ bead: Bead, _ match: PairMatch?) {
        guard Side.allCases.allSatisfy({ NegationReader.knows(pair[$0].language) }) else { return }
        for side in Side.allCases {
            for index in bead[side] {
                let segment = pair[side].segments[index]
                for negation in segment.negations {
                    answers[side][negation.kind.rawValue] += 1
                    if negation.asks { counts[side][negation.kind.rawValue] += 1 }
                }
                places[side] += NegationEvidence.places(segment)
            }
        }
        // A passage left in the other language is no denial lost, nor is a message that is quoted as it is, or a word that a
        // program knows: NOT NULL.
        if !pair.isSameLanguage, let side = Side.allCases.first(where: isUnanswered),
            NegationEvidence.isLeft(pair, bead) || NegationEvidence.areQuoted(pair, bead, side)
                || NegationEvidence.areKept(pair, bead, side)
        {
            let none = Sides(source: [0, 0, 0], target: [0, 0, 0])
            (counts, answers) = (none, none)
        }
        for side in Side.allCases where isUnanswered(side) {
            lacks[side.other] = NegationEvidence.unpaired(pair, bead, side.other, match)
        }
    }

    /// In how many places of a segment something is denied: denials with at most one word between stand in one.
    private static func places(_ segment: AnalysedSegment) -> Int {
        var words = segment.tokens.lazy.filter { $0.kind == .word }.makeIterator()
        var word = words.next()
        var (number, places) = (0, 0)
        var last: Int?
        for negation in segment.negations where negation.kind < .lack {
            while let before = word, before.range.start < negation.range.start {
                number += 1
                word = words.next()
            }
            if last.map({ number - $0 > 2 }) ?? true { places += 1 }
            last = number
        }
        return places
    }

    /// How many words of a side whose meaning holds a denial have none for their counterpart: “unqualified” cannot stand for
    /// the “nicht” of a text that has „unqualifiziert“, too.
    private static func unpaired(_ pair: AlignedPair, _ bead: Bead, _ side: Side, _ match: PairMatch?) -> Int {
        func lacks(_ side: Side) -> [TextRange] { ranges(pair, bead, side) { $0.kind == .lack } }
        let (own, others) = (lacks(side), lacks(side.other))
        guard let match, !others.isEmpty else { return own.count }
        let there = Set(numbers(of: others, in: match[side.other]).joined())
        return numbers(of: own, in: match[side]).count { units in
            !units.contains { match[side][$0].isMutual && match[side][$0].counterpart.map(there.contains) ?? false }
        }
    }

    /// For each range, in order, the numbers of the units that it touches.
    private static func numbers(of ranges: [TextRange], in units: [PairMatch.Unit]) -> [Range<Int>] {
        var start = 0
        return ranges.map { range in
            while start < units.count, units[start].range.end <= range.start { start += 1 }
            var end = start
            while end < units.count, units[end].range.start < range.end { end += 1 }
            return start..<end
        }
    }

    /// Where words that deny, as a condition wants them, stand in the bead's text.
    static func ranges(
        _ pair: AlignedPair, _ bead: Bead, _ side: Side, where isWanted: (Negation) -> Bool
    ) -> [TextRange] {
        var offset = 0
        return bead[side].flatMap { index in
            let segment = pair[side].segments[index]
            defer { offset += segment.segment.text.utf8.count + 1 }
            return segment.negations.filter(isWanted).map { $0.range.shifted(by: offset) }
        }
    }

    /// Whether nearly all words of the one text stand in the other, too.
    private static func isLeft(_ pair: AlignedPair, _ bead: Bead) -> Bool {
        let words = Sides { NegationEvidence.words(pair, bead, $0) }
        let fewer = min(words.source.count, words.target.count)
        return fewer > 0 && words.source.intersection(words.target).count * 5 >= fewer * 4
    }

    private static func words(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Set<String> {
        Set(
            bead[side].flatMap { index in
                let segment = pair[side].segments[index]
                return segment.tokens.filter { $0.kind == .word }
                    .map { folded(segment.segment.text.slice($0.range)) }
            })
    }

    /// A word in lower case, its apostrophe straight.
    private static func folded(_ word: Substring) -> String {
        String(word.lowercased().map { $0 == "’" ? "'" : $0 })
    }

    /// Whether every denial of a side is a word of the other side as well, where it denies nothing.
    private static func areKept(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Bool {
        let others = words(pair, bead, side.other)
        return bead[side].allSatisfy { index in
            let segment = pair[side].segments[index]
            return segment.negations.filter(\.asks).allSatisfy {
                others.contains(folded(segment.segment.text.slice($0.range)))
            }
        }
    }

    /// Whether every denial of a side stands on the other side as well, with a word beside it and in quotation marks.
    private static func areQuoted(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Bool {
        guard bead[side].reduce(0, { $0 + pair[side].segments[$1].negations.count }) <= mostQuoted else { return false }
        let other = pair.text(side.other, bead[side.other]).lowercased()
        return bead[side].allSatisfy { index in
            let segment = pair[side].segments[index]
            let words = segment.tokens.filter { $0.kind == .word }
            return segment.negations.filter(\.asks).allSatisfy { negation in
                let behind = words.first { $0.range.start >= negation.range.end }
                let before = words.last { $0.range.end <= negation.range.start }
                let quoted = [
                    behind.map { TextRange(negation.range.start, $0.range.end) },
                    before.map { TextRange($0.range.start, negation.range.end) },
                ]
                return quoted.contains { range in
                    range.map { isQuoted(segment.segment.text.slice($0).lowercased(), in: other) } ?? false
                }
            }
        }
    }

    /// More denials are no message, and each is looked for in the whole text.
    private static let mostQuoted = 10

    private static func isQuoted(_ words: String, in text: String) -> Bool {
        guard let place = text.firstRange(of: words) else { return false }
        return text[..<place.lowerBound].count(where: Quotations.isMark) % 2 == 1
    }

    private func count(_ side: Side, upTo kind: Negation.Kind) -> Int {
        counts[side].prefix(kind.rawValue + 1).reduce(0, +)
    }

    private func answers(_ side: Side, upTo kind: Negation.Kind) -> Int {
        answers[side].prefix(kind.rawValue + 1).reduce(0, +)
    }

    /// Whether any side denies anything.
    var isAny: Bool { answers.both.joined().contains { $0 > 0 } }

    /// Whether a side denies a clause, a thing or a time.
    func denies(_ side: Side) -> Bool { count(side, upTo: .none) > 0 }

    /// Whether a side has anything that denies or may do so, as “not only”.
    func mayDeny(_ side: Side) -> Bool { answers(side, upTo: .none) > 0 }

    /// Whether a side denies something, and the other at most holds a denial in the meaning of its words.
    func isUnanswered(_ side: Side) -> Bool {
        // What only may answer here, as “not only”, has taken such words there, as „nicht nur“.
        denies(side) && !denies(side.other) && mayAnswer(side.other) <= mayAnswer(side)
    }

    /// How many words of a side may answer to a denial and ask for none.
    private func mayAnswer(_ side: Side) -> Int { answers(side, upTo: .none) - count(side, upTo: .none) }

    /// Whether a side denies something, and the other has nothing that may answer to it.
    func isClear(_ side: Side) -> Bool { isUnanswered(side) && lacks[side.other] == 0 }

    /// Whether a side denies something, and the other has too few words whose meaning holds a denial to answer to it.
    func isAlone(_ side: Side) -> Bool {
        isUnanswered(side) && places[side] > lacks[side.other]
    }

    /// Whether both sides deny, this one in more places.
    func isMore(_ side: Side) -> Bool {
        denies(side) && !isUnanswered(side) && places[side] > places[side.other]
    }

    /// How well the other side answers to what a side's first denial denies, 0 to 1: to the first word behind it that tells
    /// much, else the last before it. Where it answers to little, the denial may be in other words: the price of not failing.
    static func hostSupport(_ pair: AlignedPair, _ bead: Bead, _ side: Side, _ units: [PairMatch.Unit]) -> Double {
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            if let negation = segment.negations.first(where: { $0.asks }) {
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
