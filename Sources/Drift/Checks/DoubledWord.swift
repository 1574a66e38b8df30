import Bitext
import Facts

extension Check {
    /// Small words that stand twice in a row.
    static let doubledWord: Check = Check(
        CheckDescription(
            id: "doubled-word", category: "fluency/duplication", severity: .minor, status: .preview,
            summary: "A small word stands twice in a row in the target.",
            rationale: """
                A slip of editing: “in the the harbour”. Only words of a list for each language that no sentence has twice (not \
                English had had, German die die), and only where the source repeats no word. Languages that double words to say \
                more, such as Turkish and Indonesian, are left alone.
                """,
            examples: [
                .init("de", "⟦Der Hafen der Stadt ist offen.⟧", "en", "The harbour of ⟦the the⟧ town is open."),
                .init("en", "⟦The harbour is open and free.⟧", "pl", "Port jest otwarty ⟦i i⟧ wolny."),
                .init("en", "The ships that left are here.", "de", "Die, die die Schiffe sahen, sind hier."),
                .init(
                    "en", "It is very, very late and and so on.", "fr", "Il est très très tard et et ainsi de suite."),
                .init("en", "Labels a and A are alike.", "cs", "Jmenovky A a U jsou stejné."),
            ])
    ) { pair, check in
        guard let words = DoubledWords.ofLanguage(pair.target.language) else { return [] }
        return pair.ladder.beads.flatMap { bead -> [Finding] in
            guard !bead.isNull else { return [] }
            let found = bead.target.flatMap { index in
                words.doubled(in: pair.target.segments[index]).map { (segment: index, range: $0) }
            }
            guard !found.isEmpty,
                !bead.source.contains(where: { DoubledWords.any.isDoubled(pair.source.segments[$0]) })
            else { return [] }
            return found.map { segment, range in
                let word = pair.target.segments[segment].segment.text.slice(range).prefix { !$0.isWhitespace }
                return Finding(
                    check: check, confidence: 0.85, message: "“\(word)” stands twice in a row.",
                    source: pair.span(.source, segments: bead.source),
                    target: pair.span(.target, segment: segment, range: range))
            }
        }
    }
}

/// Finds words that stand twice in a row, by `Resources/doubled-words.tsv`.
private struct DoubledWords {
    /// The words that are looked for; `nil` for all.
    private let words: Set<String>?

    /// All words.
    static let any = DoubledWords(words: nil)

    private static let byLanguage = Dictionary(
        ResourceTable.rows(PackageResources.doubled_words_tsv, columns: 2).map { row in
            (row[0], DoubledWords(words: Set(row[1].split(separator: " ").map(String.init))))
        }, uniquingKeysWith: { one, _ in one })

    /// `nil` where the table has no words of a language.
    static func ofLanguage(_ language: Language) -> DoubledWords? { byLanguage[language.tableCode] }

    func isDoubled(_ segment: AnalysedSegment) -> Bool { !doubled(in: segment).isEmpty }

    /// Both words and the white space between, in UTF-8 bytes of the segment's text.
    func doubled(in segment: AnalysedSegment) -> [TextRange] {
        let text = segment.segment.text
        return zip(segment.tokens, segment.tokens.dropFirst()).compactMap { one, other in
            guard one.kind == .word, other.kind == .word, one.range.length == other.range.length,
                one.range.end < other.range.start
            else { return nil }
            let (first, second) = (text.slice(one.range), text.slice(other.range))
            // A sentence may begin with the first; Labels A a U name two.
            guard first == second || one.range.start == 0 && first.lowercased() == second,
                words.map({ $0.contains(String(second)) }) ?? true,
                text.slice(TextRange(one.range.end, other.range.start)).allSatisfy(\.isWhitespace),
                DoubledWords.isApart(text, before: one.range.start), DoubledWords.isApart(text, behind: other.range.end)
            else { return nil }
            return TextRange(one.range.start, other.range.end)
        }
    }

    /// Whether a word is no part of a longer one, of a placeholder (%s) or of an option.
    private static func isApart(_ text: String, before start: Int) -> Bool {
        text.slice(TextRange(0, start)).last.map { $0.isWhitespace || "(“„«\"[".contains($0) } ?? true
    }

    private static func isApart(_ text: String, behind end: Int) -> Bool {
        text.slice(TextRange(end, text.utf8.count)).first.map { $0.isWhitespace || ".,;:!?)”“»\"]".contains($0) }
            ?? true
    }
}
