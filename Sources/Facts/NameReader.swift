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
    private let titles: Set<String>
    /// In bytes: most words are longer.
    private let longestTitle: Int
    private let transliterator: Transliterator?
    /// By the hash of words' bytes.
    private var skeletons = HashTable<NameSkeleton>()
    /// What letters are rewritten to that are rewritten each by itself.
    private var letters: [Unicode.Scalar: String] = [:]

    /// Makes a reader.
    public init(language: Language) {
        self.language = language
        titles = NameForms(language).titles
        longestTitle = titles.map(\.utf8.count).max() ?? 0
        transliterator = try? Transliterator("Any-Latin; Latin-ASCII; Lower")
    }

    /// The words of a text that may be names: those with a capital that are neither titles nor Roman numerals or, in scripts
    /// without capitals, none.
    public func names(in text: String, tokens: [Token]) -> [NameMention] {
        var names: [NameMention] = []
        var isFirst = true
        for token in tokens {
            let word = text.slice(token.range)
            guard token.kind == .word else {
                // What follows an opening quotation mark or a colon may have a capital for that.
                if token.kind == .mark, word.unicodeScalars.contains(where: NameReader.startsAnew) { isFirst = true }
                continue
            }
            defer { isFirst = false }
            guard let first = word.unicodeScalars.first, first.isUppercaseLetter, !word.dropFirst().isEmpty,
                !isTitle(word), RomanNumeral.value(word) == nil
            else { continue }
            names.append(
                NameMention(
                    range: token.range, text: String(word), skeleton: skeleton(word),
                    isMarked: !isFirst && language.code != "de" && language.code != "lb"))
        }
        return names
    }

    private func isTitle(_ word: Substring) -> Bool {
        word.utf8.count <= longestTitle && titles.contains(word.lowercased())
    }

    /// The skeletons of the words of a text, in order.
    public func skeletons(in text: String, tokens: [Token]) -> [NameSkeleton] {
        if skeletons.count > NameReader.limit { skeletons = HashTable() }
        var found: [NameSkeleton] = []
        found.reserveCapacity(tokens.count)
        var missing: [(place: Int, word: Substring)] = []
        for token in tokens where token.kind == .word {
            let word = text.slice(token.range)
            if let known = skeletons[ByteHash.of(word.utf8)] {
                found.append(known)
            } else {
                missing.append((found.count, word))
                found.append(.empty)
            }
        }
        guard !missing.isEmpty else { return found }
        rewriteAtOnce(missing.map(\.word))
        for (place, word) in missing { found[place] = skeleton(word) }
        return found
    }

    /// Makes the skeletons of words that need ICU's transform in one go: for words alone most of its time is spent on
    /// starting.
    private func rewriteAtOnce(_ words: [Substring]) {
        let others = words.filter { word in !word.utf8.allSatisfy { $0 < 0x80 } && letterwise(word) == nil }
        guard others.count > 1, let lines = transliterator?.rewrite(others.joined(separator: "\n")) else { return }
        let rewritten = lines.split(separator: "\n", omittingEmptySubsequences: false)
        guard rewritten.count == others.count else { return }
        for (word, latin) in zip(others, rewritten) {
            skeletons.set(ByteHash.of(word.utf8), to: NameSkeleton(latin: latin))
        }
    }

    /// The skeleton of a word or text.
    public func skeleton(_ word: Substring) -> NameSkeleton {
        let key = ByteHash.of(word.utf8)
        if let known = skeletons[key] { return known }
        if skeletons.count > NameReader.limit { skeletons = HashTable() }
        let isPlain = word.utf8.allSatisfy { $0 < 0x80 }
        let latin = isPlain ? word.lowercased() : letterwise(word) ?? transliterator?.rewrite(String(word)) ?? ""
        let made = NameSkeleton(latin: latin)
        skeletons.set(key, to: made)
        return made
    }

    /// A word of a script whose letters are rewritten each by itself, whatever stands around them, which takes a tenth of
    /// the time; `nil` for any other word.
    private func letterwise(_ word: Substring) -> String? {
        guard let transliterator, word.unicodeScalars.allSatisfy({ NameReader.isFree($0.value) }) else { return nil }
        var latin = ""
        for scalar in word.unicodeScalars {
            let letter = letters[scalar] ?? transliterator.rewrite(String(scalar))
            letters[scalar] = letter
            latin += letter
        }
        return latin
    }

    /// Letters of Cyrillic, Hebrew and Arabic; none that is a mark on another.
    static func isFree(_ value: UInt32) -> Bool {
        switch value {
        case 0x400...0x482, 0x48A...0x52F, 0x5D0...0x5EA, 0x620...0x64A, 0x671...0x6D3: true
        default: false
        }
    }

    /// What the next word has a capital for.
    private static func startsAnew(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ":", ".", "!", "?", "\"", "“", "„", "«", "»", "—", "–", "-", "•", "*", "(": true
        default: false
        }
    }

    /// More distinct words than this are forgotten, so that memory stays bounded.
    private static let limit = 50_000
}
