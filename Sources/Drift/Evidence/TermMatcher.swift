import Bitext
import Facts

/// Finds terms of a glossary in segments, inflection forgiven.
struct TermMatcher {
    /// A term's words, folded; the words as written where they are written in capitals.
    private struct Words {
        let folded: [String]
        let written: [String]
        let text: String
    }

    private let words: Words?

    /// Prepares a term.
    init(_ term: String) {
        let parts = term.split { !$0.isWordLetter && !$0.isNumber }.map(String.init)
        words =
            parts.isEmpty ? nil : Words(folded: parts.map { $0.lowercased() }, written: parts, text: term.lowercased())
    }

    /// Where the term stands in a segment, in bytes of its text.
    func places(in segment: AnalysedSegment) -> [TextRange] {
        guard let words else { return [] }
        let text = segment.segment.text
        if TermMatcher.isUnspaced(words.text) { return substrings(words.text, in: text) }
        let tokens = segment.tokens.filter { $0.kind != .mark }
        guard tokens.count >= words.folded.count else { return [] }
        return (0...(tokens.count - words.folded.count)).compactMap { start -> TextRange? in
            for (offset, word) in words.folded.enumerated() {
                let token = text.slice(tokens[start + offset].range)
                guard TermMatcher.answers(token, to: word, written: words.written[offset]) else { return nil }
            }
            let last = tokens[start + words.folded.count - 1]
            return TextRange(tokens[start].range.start, last.range.end)
        }
    }

    /// Whether a word is an inflected form of a term's: the same start, and an ending or vowel changed.
    private static func answers(_ token: Substring, to word: String, written: String) -> Bool {
        // NATO is no form of the verb nato.
        if written.count >= 2, written.allSatisfy({ $0.isUppercase || $0.isNumber }) { return token == written }
        let folded = token.lowercased()
        if folded == word { return true }
        let shared = zip(folded, word).prefix { $0 == $1 }.count
        let (shorter, longer) = (min(folded.count, word.count), max(folded.count, word.count))
        return shared >= 3 && shared * 10 >= word.count * 7 && shared * 10 >= shorter * 7 && longer - shared <= 4
    }

    private static func isUnspaced(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x0E00..<0x0F00).contains($0.value) || (0x3040..<0xA000).contains($0.value) }
    }

    private func substrings(_ term: String, in text: String) -> [TextRange] {
        let folded = text.lowercased()
        // Another length in small letters: offsets would not hold.
        guard folded.utf8.count == text.utf8.count else { return [] }
        return folded.ranges(of: term).map { range in
            let start = folded.utf8.distance(from: folded.startIndex, to: range.lowerBound)
            return TextRange(start, start + term.utf8.count)
        }
    }
}
