internal import Bitext
internal import Semantics

/// The words of a bead: which of the source's may be a term, and what the target has for them.
struct TermWords {
    /// The bead's number.
    let bead: Int
    /// The texts of both sides.
    let source: String
    let target: String
    private let match: PairMatch
    private let language: Language
    /// The target's words, by their stems.
    private let stems: [String]

    /// Words of less weight are articles and the like, which no term starts or ends with.
    private static let leastWeight: Float = 2.7
    /// A word's counterpart is at least this near.
    private static let leastSupport: Float = 0.3
    /// Longer rows of words are phrases.
    private static let mostWords = 4
    /// A word of as many letters may be a term by itself, where words are joined.
    private static let longWord = 12

    /// Reads a bead; `nil` for one without matched words, or whose sides are the same.
    init?(_ pair: AlignedPair, bead index: Int) {
        guard let match = pair.match(index) else { return nil }
        let bead = pair.ladder.beads[index]
        let (source, target) = (pair.text(.source, bead.source), pair.text(.target, bead.target))
        guard !LetterFold.isSame(source, target) else { return nil }
        (self.bead, self.source, self.target, self.match) = (index, source, target, match)
        language = pair.source.language
        stems = match.target.map { TermWords.stem(target.slice($0.range)) }
    }

    /// Rows of words that may be a term: letters only, nothing but a space or a hyphen between, telling words at both ends;
    /// by their numbers.
    var terms: [Range<Int>] {
        let joinsWords = language.joinsNouns
        let words = match.source.map { source.slice($0.range) }
        let areWords = words.map { $0.allSatisfy(\.isWordLetter) }
        let areTelling = words.indices.map { areWords[$0] && isTelling($0) && !isSmall(words[$0]) }
        return words.indices.filter { areTelling[$0] }.flatMap { start -> [Range<Int>] in
            var found = joinsWords && words[start].count >= TermWords.longWord ? [start..<start + 1] : []
            for end in words.indices[(start + 1)...].prefix(TermWords.mostWords - 1) {
                guard areWords[end], isJoined(end - 1, end) else { break }
                if areTelling[end] { found.append(start..<end + 1) }
            }
            return found
        }
    }

    /// What makes rows of words forms of one term.
    func key(_ term: Range<Int>) -> UInt64 {
        let stems = match.source[term].map { TermWords.stem(source.slice($0.range)) }
        return ByteHash.of(stems.joined(separator: " ").utf8)
    }

    /// What answers to a term, and where both stand; `nil` where a telling word of it has no counterpart that is near, or
    /// the counterparts do not stand together.
    func answer(to term: Range<Int>) -> (ranges: Sides<TextRange>, stems: Set<String>)? {
        let telling = match.source[term].filter { $0.weight >= TermWords.leastWeight }
        let near = telling.filter { $0.support >= TermWords.leastSupport }
        let answers = Set(near.filter(\.isMutual).compactMap(\.counterpart))
        guard near.count == telling.count, near.allSatisfy({ $0.counterpart.map(answers.contains) ?? false }),
            let first = answers.min(), let last = answers.max(), last - first <= TermWords.mostWords
        else { return nil }
        let ranges = Sides(
            source: TextRange(match.source[term.lowerBound].range.start, match.source[term.upperBound - 1].range.end),
            target: TextRange(match.target[first].range.start, match.target[last].range.end))
        return (ranges, Set(answers.map { stems[$0] }))
    }

    /// Whether words say something else than others, one of which stands nowhere in the target.
    func says(_ words: Set<String>, insteadOf others: Set<String>) -> Bool {
        words.contains { word in !others.contains { TermWords.areAlike(word, $0) } }
            && others.contains { word in !stems.contains { TermWords.areAlike(word, $0) } && !isWithin(word) }
    }

    /// Whether a word of the target holds another, as a compound does.
    private func isWithin(_ stem: String) -> Bool { stem.count > 3 && target.lowercased().contains(stem) }

    private func isTelling(_ index: Int) -> Bool { match.source[index].weight >= TermWords.leastWeight }

    private func isSmall(_ word: Substring) -> Bool {
        word.count < 3 || LanguageIdentifier.shared.smallWordShare(word, of: language) > 0
    }

    private func isJoined(_ one: Int, _ other: Int) -> Bool {
        let gap = source.slice(TextRange(match.source[one].range.end, match.source[other].range.start))
        return gap.isEmpty || gap == " " || gap == "-"
    }

    /// The beginning of a word that its forms have in common.
    private static func stem(_ word: Substring) -> String {
        let letters = word.lowercased().filter(\.isWordLetter)
        let length = letters.count
        return String(letters.prefix(length >= 7 ? 6 : length >= 5 ? length - 1 : length))
    }

    /// Whether two stems may be those of one word.
    private static func areAlike(_ one: String, _ other: String) -> Bool {
        let shared = zip(one, other).prefix { $0 == $1 }.count
        return shared >= min(4, one.count, other.count) || one.contains(other) || other.contains(one)
    }
}
