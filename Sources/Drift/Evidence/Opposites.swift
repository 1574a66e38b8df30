internal import Bitext
internal import Facts
internal import Semantics

/// Words of one side that answer to their opposite on the other: more to less, before to after, must to may.
struct Opposites {
    /// A word that became its opposite.
    struct Swap {
        /// The source's word, in bytes of the bead's text.
        let source: TextRange
        /// The target's word.
        let target: TextRange
    }

    /// The swaps, in the order of what the words are about.
    private(set) var swaps: [Swap] = []

    /// Meanings whose words change places under a denial: who must not may not.
    private static let turnedByDenial: Set<String> = ["force", "frequency"]

    private static let less = OppositeWords.Sense(meaning: "amount", isSecond: true)

    /// - Parameter isDenied: whether any of the sides denies anything.
    init(_ pair: AlignedPair, _ bead: Bead, _ match: PairMatch, isDenied: Bool) {
        let lists = (OppositeWords.of(pair.source.language), OppositeWords.of(pair.target.language))
        guard let here = lists.0, let there = lists.1 else { return }
        let sides = (
            Senses(match.source, pair.text(.source, bead.source), here),
            Senses(match.target, pair.text(.target, bead.target), there)
        )
        // Worse is less good: where one side says less, its other senses may be turned round.
        let turned = [sides.0, sides.1].map { $0.present.contains(Opposites.less) }
        for sense in sides.0.firm.keys.sorted() where turned[0] == turned[1] || sense.meaning == Opposites.less.meaning
        {
            let opposite = sense.opposite
            if isDenied, Opposites.turnedByDenial.contains(sense.meaning) { continue }
            guard let words = sides.0.firm[sense], let others = sides.1.firm[opposite],
                !sides.0.present.contains(opposite), !sides.1.present.contains(sense)
            else { continue }
            for word in words {
                guard let other = others.first(where: { Opposites.arePaired(word, $0, match) }) else { continue }
                swaps.append(Swap(source: match.source[word].range, target: match.target[other].range))
            }
        }
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
        return isMutual || abs(places.0 - places.1) < nearby
    }

    /// How far apart words may stand that are not each other's best counterparts, as a share of their sentences.
    private static let nearby = 0.12

    /// A word whose counterpart elsewhere is more alike than this answers to that one.
    private static let elsewhere: Float = 0.45

    /// Which senses the words of a side have.
    private struct Senses {
        /// The senses that a word has for sure, with the numbers of the words.
        var firm: [OppositeWords.Sense: [Int]] = [:]
        /// The senses that a word may have.
        var present: Set<OppositeWords.Sense> = []

        init(_ units: [PairMatch.Unit], _ text: String, _ words: OppositeWords) {
            for (number, unit) in units.enumerated() {
                let form = text.slice(unit.range).lowercased().trimmed { !$0.isWordLetter }
                for entry in words.entries(form) {
                    present.insert(entry.sense)
                    if entry.isFirm { firm[entry.sense, default: []].append(number) }
                }
            }
        }
    }
}

/// The words of a language that have an opposite.
struct OppositeWords {
    /// One of two opposite senses.
    struct Sense: Hashable, Comparable {
        /// What it is about.
        let meaning: String
        /// Whether it is the second of the two.
        let isSecond: Bool

        var opposite: Sense { Sense(meaning: meaning, isSecond: !isSecond) }

        static func < (some: Sense, other: Sense) -> Bool {
            (some.meaning, some.isSecond ? 1 : 0) < (other.meaning, other.isSecond ? 1 : 0)
        }
    }

    /// What a word of the table says.
    struct Entry {
        let sense: Sense
        /// Whether the word has no other sense.
        let isFirm: Bool
    }

    private var words: [String: [Entry]] = [:]
    /// By their first letter, beginnings of words.
    private var beginnings: [Character: [(text: String, entry: Entry)]] = [:]

    /// The entries that a word in lower case has.
    func entries(_ word: String) -> [Entry] {
        guard let first = word.first else { return [] }
        let begun = (beginnings[first] ?? []).filter { word.hasPrefix($0.text) }.map(\.entry)
        return (words[word] ?? []) + begun
    }

    /// The words of a language; `nil` for one that the table lacks.
    static func of(_ language: Language) -> OppositeWords? { languages[language.code] }

    private static let languages: [String: OppositeWords] = {
        var languages: [String: OppositeWords] = [:]
        for row in ResourceTable.rows(PackageResources.opposites_tsv, columns: 4) {
            for (isSecond, list) in [(false, row[2]), (true, row[3])] where list != "-" {
                let sense = Sense(meaning: row[0], isSecond: isSecond)
                for word in list.split(separator: " ") {
                    let bare = word.trimmed { $0 == "~" || $0 == "*" }
                    let entry = Entry(sense: sense, isFirm: word.first != "~")
                    if word.last == "*", let first = bare.first {
                        languages[row[1], default: OppositeWords()].beginnings[first, default: []].append((bare, entry))
                    } else {
                        languages[row[1], default: OppositeWords()].words[bare, default: []].append(entry)
                    }
                }
            }
        }
        return languages
    }()
}

extension StringProtocol {
    /// The text without characters of a kind at its ends.
    fileprivate func trimmed(_ isCut: (Character) -> Bool) -> String {
        var rest = self[...]
        while let first = rest.first, isCut(first) { rest.removeFirst() }
        while let last = rest.last, isCut(last) { rest.removeLast() }
        return String(rest)
    }
}
