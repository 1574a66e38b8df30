internal import Bitext
internal import Facts
internal import Semantics

/// Words of one side that answer to words of the other that exclude them: more to less, before to after, must to may.
struct Opposites {
    /// A word that became one that it excludes.
    struct Swap {
        /// The source's word, in bytes of the bead's text.
        let source: TextRange
        /// The target's word.
        let target: TextRange
        /// Whether people who translate well often say the one for the other.
        let isSlight: Bool
    }

    /// The swaps, in the order of what the words are about.
    private(set) var swaps: [Swap] = []

    /// Meanings whose words change places under a denial: who must not may not; neither tea or coffee; some do not, so not all do.
    private static let turnedByDenial = Set(
        ["aid", "conjunction", "force", "frequency", "memory", "whole"].map(OppositeWords.number))

    private static let conjunction = OppositeWords.number(of: "conjunction")
    private static let less = OppositeWords.Sense("amount", 1)
    /// The sense whose words deny.
    private static let never = OppositeWords.Sense("frequency", 3)

    init(_ pair: AlignedPair, _ bead: Bead, _ match: PairMatch, _ negations: NegationEvidence) {
        guard let here = OppositeWords.of(pair.source.language), let there = OppositeWords.of(pair.target.language)
        else { return }
        func denials(_ side: Side) -> [TextRange] { NegationEvidence.ranges(pair, bead, side) { $0.kind < .lack } }
        let source = Senses(match.source, pair.text(.source, bead.source), here) { denials(.source) }
        guard !source.firm.isEmpty else { return }
        let target = Senses(match.target, pair.text(.target, bead.target), there) { denials(.target) }
        // Worse is less good: where one side says less, its other senses may be turned round.
        let isTurnedRound = source.mayHave(Opposites.less) != target.mayHave(Opposites.less)
        for sense in source.firmSenses where !isTurnedRound || sense.meaning == Opposites.less.meaning {
            for other in target.firmSenses where other.excludes(sense) {
                guard !source.mayHave(other), !target.mayHave(sense), !Opposites.isTurned(sense, other, negations)
                else { continue }
                for word in source.firm where word.sense == sense {
                    guard
                        let found = target.firm.first(where: {
                            $0.sense == other && $0.isBehindDenial == word.isBehindDenial
                                && Opposites.arePaired(word.word, $0.word, match)
                        })
                    else { continue }
                    swaps.append(
                        Swap(
                            source: word.range, target: found.range, isSlight: sense.meaning == Opposites.conjunction))
                }
            }
        }
    }

    /// Whether a denial may turn the one sense into the other.
    private static func isTurned(
        _ sense: OppositeWords.Sense, _ other: OppositeWords.Sense, _ negations: NegationEvidence
    ) -> Bool {
        // No agreement is a disagreement; the denial may stand anywhere.
        if sense.isDenial || other.isDenial, negations.mayDeny(sense.isDenial ? .target : .source) { return true }
        // What says never denies of itself.
        if sense == never { return negations.denies(.target) }
        if other == never { return negations.denies(.source) }
        return Side.allCases.contains(where: negations.isUnanswered)
            || negations.isAny && turnedByDenial.contains(sense.meaning)
    }

    /// Whether two words answer to each other, or to nothing better: opposites stand in the same places, but the vectors of
    /// some are far from each other.
    private static func arePaired(_ word: Int, _ other: Int, _ match: PairMatch) -> Bool {
        func isFree(_ unit: PairMatch.Unit, for number: Int) -> Bool {
            unit.counterpart == number || unit.ownSupport < elsewhere
        }
        guard isFree(match.source[word], for: other), isFree(match.target[other], for: word) else { return false }
        let isMutual = match.source[word].counterpart == other && match.target[other].counterpart == word
        let places = (Double(word) / Double(match.source.count), Double(other) / Double(match.target.count))
        let length = max(match.source.count, match.target.count)
        let distance = abs(places.0 - places.1) * Double(length)
        return isMutual ? distance < farthest : length < longest && distance < nearby
    }

    /// How many words apart words may stand in texts of one length: each other's best counterparts, and others. A text holds one
    /// sense in one place and the other in another, the more so the longer it is.
    private static let farthest = 12.0
    private static let nearby = 3.0
    /// From this many words a text holds so much that words in like places need not answer to each other.
    private static let longest = 40

    /// A word whose counterpart elsewhere is more alike than this answers to that one.
    private static let elsewhere: Float = 0.45

    /// Which senses the words of a side have.
    private struct Senses {
        /// The senses that an expression has for sure, with the number of its last word, where it stands, and whether one of
        /// the few words before it denies.
        var firm: [(sense: OppositeWords.Sense, word: Int, range: TextRange, isBehindDenial: Bool)] = []
        /// What denies the word that it is joined to: non-identical, niet-succesvol.
        private static let prefixes: Set = ["no", "non", "niet", "nicht", "ikke", "icke", "não"]
        /// How many words a denial may stand before what it denies.
        private static let reach = 5
        /// The senses that an expression may have.
        private var present: [OppositeWords.Sense] = []

        /// The senses that an expression has for sure, each once, in order.
        var firmSenses: [OppositeWords.Sense] { Set(firm.map(\.sense)).sorted() }

        func mayHave(_ sense: OppositeWords.Sense) -> Bool { present.contains(sense) }

        /// - Parameter denials: where the text denies; asked for once a word is found.
        init(_ units: [PairMatch.Unit], _ text: String, _ words: OppositeWords, denials: () -> [TextRange]) {
            var known: [TextRange]?
            // In lower case, once a word may have a sense or belong to an expression.
            var forms = [String?](repeating: nil, count: units.count)
            func form(_ index: Int) -> String {
                if let known = forms[index] { return known }
                let form = Senses.bare(text.slice(units[index].range).lowercased())
                forms[index] = form
                return form
            }
            var number = 0
            var isBehindLess = false
            while number < units.count {
                let isLess = isBehindLess
                isBehindLess = false
                guard words.mayStart(text.slice(units[number].range)) else {
                    number += 1
                    continue
                }
                let (length, entries) = words.entries(at: number, of: units.count, form: form)
                defer { number += length }
                guard !entries.isEmpty else { continue }
                let last = number + length - 1
                let range = TextRange(units[number].range.start, units[last].range.end)
                for entry in entries { present.append(entry.sense) }
                isBehindLess = entries.contains { $0.sense == Opposites.less }
                guard entries.contains(where: \.isFirm) else { continue }
                let before = number == 0 ? "" : form(number - 1)
                // Non-identical is different, no-confidence is distrust, not good is bad, less expensive is cheaper.
                let ranges = known ?? denials()
                known = ranges
                let isDenied =
                    isLess || Senses.prefixes.contains(before)
                    || ranges.contains { denial in
                        denial.start == range.end || number > 0 && denial.overlaps(units[number - 1].range)
                    }
                let start = units[max(0, number - Senses.reach)].range.start
                let isBehindDenial = ranges.contains { $0.start >= start && $0.end <= range.start }
                let isCounted = before.contains(where: \.isNumber)
                for entry in entries {
                    guard entry.isFirm, !isDenied, !(isCounted && entry.sense.isUnit) else { continue }
                    firm.append((entry.sense, last, range, isBehindDenial))
                }
            }
        }

        /// A word without the marks at its ends.
        private static func bare(_ word: String) -> String {
            let scalars = word.unicodeScalars
            if let first = scalars.first, let last = scalars.last, first.isAlphabetic, last.isAlphabetic { return word }
            return String(word[...].trimmed { !$0.isWordLetter && !$0.isNumber })
        }
    }
}
