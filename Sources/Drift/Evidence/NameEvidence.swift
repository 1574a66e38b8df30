internal import Bitext
internal import Facts
internal import Semantics

/// Names of one side that the other side has in no spelling.
struct NameEvidence {
    /// Whether either side has a word that is plainly a name.
    private(set) var hasNames = false
    /// For each side, how surely its least matched name is missing on the other, 0 to 1.
    private(set) var lack = Sides(source: 0.0, target: 0.0)

    /// - Parameter lost: where names stand that the other side's list lacks.
    init(_ names: Sides<[Judged]>, lost: Sides<[TextRange]>) {
        for side in Side.allCases {
            if !lost[side].isEmpty { lack[side] = NameEvidence.lostFromList }
            for name in names[side] {
                if name.isMarked { hasNames = true }
                lack[side] = max(lack[side], name.lack)
            }
        }
    }

    /// How surely a name is missing that the other side's list lacks.
    private static let lostFromList = 0.95

    /// A name with what speaks for it on the other side.
    struct Judged {
        let mention: NameMention
        /// The segment it stands in.
        let segment: Int
        /// Where it stands in the bead's text, in UTF-8 bytes.
        let range: TextRange
        /// Its number among the words of the match.
        let unit: Int?
        /// How unlike the most alike word is by its spelling, 0 to 1.
        let unlikeness: Double
        /// How near the nearest word is by its meaning, 0 to 1.
        let support: Double
        /// How much likelier it is with its capital than without, in nats.
        let properness: Double

        var isMarked: Bool { mention.isMarked }
        /// Whether it is a name by more than its capital: titles and bodies have capitals, too.
        var isPlainlyName: Bool { isMarked && properness > 2 && mention.text.count > 3 }

        /// How surely it is missing, 0 to 1. What its meaning finds near is hardly missing, however it is spelled; what it
        /// does not find is, unless it is spelled nearly alike. The powers are those that tell wrong names best in PUD,
        /// SynCED-EnDe and DEMETR and cost least in MQM's annotations.
        var lack: Double {
            let unmeant = max(0, 1 - support)
            return unlikeness.squareRoot() * unmeant * unmeant * unmeant * weight
        }
        /// How surely it is a name.
        private var weight: Double { (isMarked ? 1 : 0.8) * (0.5 + 0.5 * logistic(properness / 2)) }
    }

    /// The names of a side, those that name a country, month or weekday left out, and a city that the other side names.
    /// - Parameter answered: what the other side has, too, in bytes of the bead's text.
    static func names(
        _ pair: AlignedPair, _ bead: Bead, _ side: Side, _ match: PairMatch, answered: [TextRange]
    ) -> [Judged] {
        guard bead[side].contains(where: { !pair[side].segments[$0].names.isEmpty }) else { return [] }
        let words = bead[side.other].flatMap { pair[side.other].segments[$0].skeletons }
        let isUnspaced = pair[side.other].language.isUnspaced
        let whole = NameSkeleton(joining: isUnspaced ? words : [])
        var judged: [Judged] = []
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            for name in segment.names where name.skeleton.letters.count > 1 {
                let range = name.range.shifted(by: offset)
                let facts = segment.named.filter { $0.range.overlaps(name.range) }
                if facts.contains(where: { $0.value.kind != .city }) { continue }
                if !facts.isEmpty, answered.contains(where: { $0.overlaps(range) }) { continue }
                let unit = match[side].firstIndex { $0.range.overlaps(range) }
                let likeness =
                    isUnspaced
                    ? name.skeleton.likeness(within: whole)
                    : name.skeleton.likeness(toBestOf: words, pairs: true)
                let unlikeness = 1 - likeness
                let isAnswered = unlikeness > leastUnlike && isTraditional(name.text, pair, bead, side.other)
                judged.append(
                    Judged(
                        mention: name, segment: index, range: range, unit: unit,
                        unlikeness: isAnswered ? 0 : unlikeness,
                        support: unit.map { max(0, Double(match[side][$0].ownSupport)) } ?? 0,
                        properness: unit.map { Double(match[side][$0].properness) } ?? 0))
            }
            offset += segment.segment.text.utf8.count + 1
        }
        return judged
    }

    /// What is less unlike is alike enough to be asked no more.
    private static let leastUnlike = 0.2

    /// Whether a side has a name in a form of its own: James, Santiago.
    private static func isTraditional(_ name: String, _ pair: AlignedPair, _ bead: Bead, _ side: Side) -> Bool {
        let forms = pair.isSameLanguage ? [] : TraditionalNames.forms(of: name)
        guard !forms.isEmpty else { return false }
        return bead[side].contains { index in
            let segment = pair[side].segments[index]
            let text = segment.segment.text
            if pair[side].language.isUnspaced { return forms.contains(where: text.contains) }
            return segment.tokens.contains { token in
                guard token.kind == .word else { return false }
                let word = text.slice(token.range).lowercased()
                return forms.contains { TraditionalNames.isForm(word[...], of: $0) }
            }
        }
    }
}
