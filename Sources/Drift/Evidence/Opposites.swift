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
    }

    /// The swaps, in the order of what the words are about.
    private(set) var swaps: [Swap] = []

    /// Meanings whose words change places under a denial: who must not may not; neither tea or coffee.
    private static let turnedByDenial: Set<String> = ["aid", "conjunction", "force", "frequency", "memory"]

    private static let less = OppositeWords.Sense(meaning: "amount", number: 1)
    /// The sense whose words deny.
    private static let never = OppositeWords.Sense(meaning: "frequency", number: 3)

    init(_ pair: AlignedPair, _ bead: Bead, _ match: PairMatch, _ negations: NegationEvidence) {
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
            for other in sides.1.firm.keys.sorted() where other.excludes(sense) {
                guard !sides.0.present.contains(other), !sides.1.present.contains(sense),
                    !Opposites.isTurned(sense, other, negations)
                else { continue }
                for (word, ranges) in sides.0.firm[sense] ?? [] {
                    guard let found = sides.1.firm[other]?.first(where: { Opposites.arePaired(word, $0.word, match) })
                    else { continue }
                    swaps.append(Swap(source: ranges, target: found.range))
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
        return isMutual || abs(places.0 - places.1) < nearby
    }

    /// How far apart words may stand that are not each other's best counterparts, as a share of their sentences.
    private static let nearby = 0.12

    /// A word whose counterpart elsewhere is more alike than this answers to that one.
    private static let elsewhere: Float = 0.45

    /// Which senses the words of a side have.
    private struct Senses {
        /// The senses that an expression has for sure, with the number of its last word and where it stands.
        var firm: [OppositeWords.Sense: [(word: Int, range: TextRange)]] = [:]
        /// The senses that an expression may have.
        var present: Set<OppositeWords.Sense> = []

        init(_ units: [PairMatch.Unit], _ text: String, _ words: OppositeWords) {
            // In lower case, once a word may have a sense or belong to an expression.
            var forms = [String?](repeating: nil, count: units.count)
            func form(_ index: Int) -> String {
                if let known = forms[index] { return known }
                let form = String(
                    text.slice(units[index].range).lowercased()[...].trimmed { !$0.isWordLetter && !$0.isNumber })
                forms[index] = form
                return form
            }
            var number = 0
            while number < units.count {
                guard words.mayStart(text.slice(units[number].range)) else {
                    number += 1
                    continue
                }
                let (length, entries) = words.entries(at: number, of: units.count, form: form)
                let last = number + length - 1
                let range = TextRange(units[number].range.start, units[last].range.end)
                let before = entries.isEmpty || number == 0 ? "" : form(number - 1)
                // Non-identical is different, no-confidence is distrust.
                let isDenied = ["no", "non"].contains(before)
                let isCounted = before.contains(where: \.isNumber)
                for entry in entries {
                    present.insert(entry.sense)
                    guard entry.isFirm, !isDenied, !(isCounted && entry.sense.isUnit) else { continue }
                    firm[entry.sense, default: []].append((last, range))
                }
                number += length
            }
        }
    }
}

/// The words of a language that exclude others.
struct OppositeWords {
    /// One of the senses that exclude each other.
    struct Sense: Hashable, Comparable {
        /// What it is about.
        let meaning: String
        /// Which of the senses of the meaning it is, from 0.
        let number: Int

        /// Whether it denies the first sense of its meaning: unable, not only.
        var isDenial: Bool { number > 0 && meaning.hasSuffix("!") }

        /// Whether it is a unit, of which a number makes another: 48 hours are two days.
        var isUnit: Bool { meaning.hasSuffix("#") }

        func excludes(_ other: Sense) -> Bool { meaning == other.meaning && number != other.number }

        static func < (some: Sense, other: Sense) -> Bool {
            (some.meaning, some.number) < (other.meaning, other.number)
        }
    }

    /// What an expression of the table says.
    struct Entry {
        let sense: Sense
        /// Whether it has no other sense.
        let isFirm: Bool
    }

    /// What the table has of a word.
    private struct Head {
        var entries: [Entry] = []
        /// Expressions of several words that begin with it; the last word may be the beginning of one.
        var phrases: [(words: [String], isOpen: Bool, entry: Entry)] = []
    }

    /// By the hash of their bytes, in lower case.
    private var words: [UInt64: Head] = [:]
    /// By their first letter, beginnings of words.
    private var beginnings: [Unicode.Scalar: [(text: String, entry: Entry)]] = [:]

    /// The entries of the longest expression that begins at a word, and its number of words; of the word alone where the table
    /// has no longer one.
    /// - Parameters:
    ///   - count: how many words there are.
    ///   - form: a word by its number, in lower case and without the marks at its ends.
    func entries(at index: Int, of count: Int, form: (Int) -> String) -> (length: Int, entries: [Entry]) {
        let word = form(index)
        guard let first = word.unicodeScalars.first else { return (1, []) }
        let head = words[ByteHash.of(word.utf8)]
        var longest = (length: 1, entries: [Entry]())
        for phrase in head?.phrases ?? [] where phrase.words.count >= longest.length {
            let length = phrase.words.count
            guard index + length <= count,
                (1..<length).allSatisfy({ offset in
                    offset == length - 1 && phrase.isOpen
                        ? form(index + offset).hasPrefix(phrase.words[offset])
                        : form(index + offset) == phrase.words[offset]
                })
            else { continue }
            if length > longest.length { longest = (length, []) }
            longest.entries.append(phrase.entry)
        }
        guard longest.length == 1 else { return longest }
        var entries = head?.entries ?? []
        for beginning in beginnings[first] ?? [] where word.hasPrefix(beginning.text) {
            entries.append(beginning.entry)
        }
        return (1, entries)
    }

    /// The words of a language; `nil` for one that the table lacks.
    static func of(_ language: Language) -> OppositeWords? { languages[language.code] }

    private static let languages: [String: OppositeWords] = {
        var languages: [String: OppositeWords] = [:]
        for row in ResourceTable.rows(PackageResources.opposites_tsv) where row.count >= 4 {
            for (number, list) in row.dropFirst(2).enumerated() where list != "-" {
                for form in list.split(separator: " ") {
                    let entry = Entry(sense: Sense(meaning: row[0], number: number), isFirm: form.first != "~")
                    languages[row[1], default: OppositeWords()].add(String(form), entry)
                }
            }
        }
        return languages
    }()

    /// What expressions begin with.
    private var heads = WordHeads(length: 3)

    /// Whether an expression may begin as a word does; also where something else than a letter is among its first two
    /// characters, since marks are cut off.
    func mayStart(_ word: Substring) -> Bool {
        heads.mayStart(word) || !word.unicodeScalars.prefix(2).allSatisfy(\.isAlphabetic)
    }

    private mutating func add(_ form: String, _ entry: Entry) {
        let bare = String(form[...].trimmed { $0 == "~" || $0 == "*" })
        heads.insert(bare.prefix { $0 != "_" })
        let parts = bare.split(separator: "_").map(String.init)
        if parts.count > 1 {
            words[ByteHash.of(parts[0].utf8), default: Head()].phrases.append((parts, form.last == "*", entry))
        } else if form.last == "*", let first = bare.unicodeScalars.first {
            beginnings[first, default: []].append((bare, entry))
        } else {
            words[ByteHash.of(bare.utf8), default: Head()].entries.append(entry)
        }
    }
}
