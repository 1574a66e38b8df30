internal import Bitext
internal import Facts
internal import Semantics

/// Words of the target that were left in the source's language.
struct LeftWords {
    /// A word, or several in a row.
    struct Left {
        /// The segment of the target it stands in.
        let segment: Int
        /// Where, in bytes of the segment's text.
        let range: TextRange
        /// How surely it is no word of the target's language, 0 to 1.
        let sureness: Double
    }

    /// In the order of the text.
    private(set) var words: [Left] = []

    /// The surest.
    var surest: Left? { words.max { $0.sureness < $1.sureness } }

    /// A word of fewer letters may be of either language.
    private static let leastLetters = 4
    private static let mostRuns = 20
    /// Words in Latin letters are taken over into other scripts more often than the other way round.
    private static let latinSureness = 0.5

    init(_ pair: AlignedPair, _ bead: Bead) {
        let source = pair.text(.source, bead.source)
        // Whole passages are another check's.
        guard !bead.source.isEmpty, !LetterFold.isSame(source, pair.text(.target, bead.target)) else { return }
        let languages = (source: pair.source.language, target: pair.target.language)
        // By the hash of their bytes.
        var inSource: Set<UInt64> = []
        for index in bead.source {
            let segment = pair.source.segments[index]
            for token in segment.tokens where token.kind == .word {
                inSource.insert(ByteHash.of(segment.segment.text.slice(token.range).utf8))
            }
        }
        // Keywords of a configuration stay, whatever comments stand between them.
        let isTyped = bead.source.contains { pair.source.segments[$0].segment.kind == .verbatim }
        for index in bead.target where !isTyped || pair.target.segments[index].segment.kind != .verbatim {
            let text = pair.target.segments[index].segment.text
            let runs = Scripts.foreignRuns(text, to: languages.target)
            // More of them are no single words, but a passage: other checks'.
            for run in runs where runs.count <= LeftWords.mostRuns {
                let word = text.slice(run.range)
                // A letter alone is a symbol: π, 甲.
                guard word.count > 1, Scripts.uses(languages.source, script: run.script), source.contains(word),
                    !LeftWords.isSetOff(run.range, text)
                else { continue }
                if run.script != "Latn" {
                    words.append(Left(segment: index, range: run.range, sureness: 1))
                } else if LeftWords.isOrdinary(word, run.range, text) {
                    words.append(Left(segment: index, range: run.range, sureness: LeftWords.latinSureness))
                }
            }
            for token in pair.target.segments[index].tokens where token.kind == .word {
                let word = text.slice(token.range)
                guard inSource.contains(ByteHash.of(word.utf8)), LeftWords.isOrdinary(word, token.range, text),
                    !LeftWords.isSetOff(token.range, text), !LeftWords.isQuoted(token.range, text, as: source),
                    let script = Scripts.main(word), Scripts.uses(languages.target, script: script.name),
                    let preference = LanguageIdentifier.shared.preference(
                        word, for: languages.source, over: languages.target), preference > 0,
                    !Loanwords.of(languages.source, in: languages.target).contains(word), !pair.ownWords.contains(word)
                else { continue }
                words.append(
                    Left(
                        segment: index, range: token.range,
                        sureness: min(1, preference / LeftWords.sure(languages.source))))
            }
        }
    }

    /// A word that is this much likelier in the source's language, in nats, is surely of it. All languages take over
    /// English words, and keep their spelling.
    private static func sure(_ language: Language) -> Double { language.code == "en" ? 8 : 6 }

    /// Whether a word is in small letters, long enough, and no part of an address or a code.
    private static func isOrdinary(_ word: Substring, _ range: TextRange, _ text: String) -> Bool {
        guard word.count >= leastLetters, word.allSatisfy({ $0.isWordLetter && !$0.isUppercase }) else { return false }
        let before = text.slice(TextRange(0, range.start)).last
        let after = text.slice(TextRange(range.end, text.utf8.count)).prefix(2)
        if let before, "./@-_#:&=\\'’$]|".contains(before) || before.isNumber { return false }
        guard let next = after.first else { return true }
        if "@/_-=\\'’(".contains(next) || next.isNumber { return false }
        return !(next == "." || next == ":") || after.dropFirst().first.map { $0.isWordLetter || $0 == "/" } != true
    }

    /// Whether a word stands in quotation marks behind others that the source has with it: "git restore".
    private static func isQuoted(_ range: TextRange, _ text: String, as source: String) -> Bool {
        let before = text.slice(TextRange(max(0, range.start - longestQuotation), range.start))
        guard let mark = before.lastIndex(where: { "\"'`“„«‘".contains($0) }) else { return false }
        let quoted = before[before.index(after: mark)...] + text.slice(range)
        return quoted.contains(where: \.isWhitespace) && source.contains(quoted)
    }

    /// In bytes.
    private static let longestQuotation = 60

    /// Whether a word stands in brackets or quotation marks: there it is named, not used; in pointed ones it is a tag.
    private static func isSetOff(_ range: TextRange, _ text: String) -> Bool {
        text.slice(TextRange(0, range.start)).last.map { "([{<（［「『《〈«»‹›“”„‟‘’\"'`".contains($0) } ?? false
    }
}
