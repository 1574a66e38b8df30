public import Bitext
internal import ICU

/// A word that may be a name, or a part of one.
public struct NameMention: Hashable, Sendable {
    /// Where, in UTF-8 bytes of the text that was read.
    public let range: TextRange
    /// The text.
    public let text: String
    /// Its consonants in Latin letters.
    public let skeleton: NameSkeleton
    /// Whether it starts with a capital where not every word does: not at the beginning, nor in a language that gives
    /// its nouns capitals.
    public let isMarked: Bool
}

/// Reads words with their skeletons, and tells which may be names. It keeps a transform of ICU's and the words it has
/// seen, so it is not `Sendable`.
public final class NameReader {
    private let language: Language
    private let transliterator: Transliterator?
    private var skeletons: [Substring: NameSkeleton] = [:]

    /// Makes a reader.
    public init(language: Language) {
        self.language = language
        transliterator = try? Transliterator("Any-Latin; Latin-ASCII; Lower")
    }

    /// The words of a text that may be names: those with a capital or, in scripts without capitals, none.
    public func names(in text: String, tokens: [Token]) -> [NameMention] {
        var names: [NameMention] = []
        var isFirst = true
        for token in tokens {
            let word = text.slice(token.range)
            guard token.kind == .word else {
                // What follows an opening quotation mark or a colon may have a capital for that.
                if token.kind == .mark, word.contains(where: { ":.!?\"“„«»—–-•*(".contains($0) }) { isFirst = true }
                continue
            }
            defer { isFirst = false }
            guard let first = word.unicodeScalars.first, first.isUppercaseLetter, word.count > 1 else { continue }
            names.append(
                NameMention(
                    range: token.range, text: String(word), skeleton: skeleton(word),
                    isMarked: !isFirst && language.code != "de" && language.code != "lb"))
        }
        return names
    }

    /// The skeleton of a word or text.
    public func skeleton(_ word: Substring) -> NameSkeleton {
        if let known = skeletons[word] { return known }
        if skeletons.count > NameReader.limit { skeletons = [:] }
        let isPlain = word.utf8.allSatisfy { $0 < 0x80 }
        let latin = isPlain ? word.lowercased() : transliterator?.rewrite(String(word)) ?? ""
        let made = NameSkeleton(latin: latin)
        skeletons[word] = made
        return made
    }

    /// More distinct words than this are forgotten, so that memory stays bounded.
    private static let limit = 50_000
}
