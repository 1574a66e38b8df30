public import Bitext
internal import ICU

/// A feature of a segment that can be recognised in another language: a number's value, a code, or how a word looks
/// once it is written in Latin letters.
public struct Term: Hashable, Sendable {
    /// What identifies the term across languages.
    public let key: UInt64

    /// Makes a term from the text that identifies it.
    public init(_ text: String) {
        key = ByteHash.of(text.utf8)
    }
}

/// Reads the terms of segments.
///
/// It keeps a transliterator and a cache while it works, so it is not `Sendable`: make one for each task.
public final class TermReader {
    private let latin: Transliterator?
    private var cache: [Substring: [Term]] = [:]
    private let isSameLanguage: Bool

    /// Makes a reader.
    /// - Parameter isSameLanguage: whether both sides are in one language, so that words themselves are compared.
    public init(isSameLanguage: Bool) {
        self.isSameLanguage = isSameLanguage
        latin = try? Transliterator("Any-Latin; Latin-ASCII; Lower")
    }

    /// The terms of a segment.
    /// - Parameters:
    ///   - text: the segment's text.
    ///   - tokens: its tokens.
    ///   - numbers: the values of its numbers, as text.
    public func terms(_ text: String, tokens: [Token], numbers: [String]) -> [Term] {
        var terms = numbers.map { Term("#" + $0) }
        for token in tokens where token.kind == .word {
            terms += self.terms(of: text.slice(token.range))
        }
        return terms
    }

    /// The skeletons of the words of a name; words that leave none are given as they are.
    public func skeletons(_ name: String) -> [String] {
        name.split { !$0.isWordLetter }.compactMap { word in
            let latin = TermReader.latinForm(foldedForComparison(String(word)), self.latin)
            let skeleton = Skeleton.of(latin)
            return skeleton.count >= 2 ? skeleton : nil
        }
    }

    private func terms(of word: Substring) -> [Term] {
        if let known = cache[word] { return known }
        let terms = read(word)
        cache[word] = terms
        return terms
    }

    private func read(_ word: Substring) -> [Term] {
        let folded = foldedForComparison(String(word))
        if isSameLanguage {
            return [Term("w" + folded)]
        }
        guard folded.unicodeScalars.first?.script != .han, folded.count > 1 else { return [Term("w" + folded)] }
        let latin = TermReader.latinForm(folded, self.latin)
        guard latin.count >= 3 else { return [] }
        // Cognates share their beginning, names their consonants.
        var terms = [Term(latin.count >= 5 ? "s" + latin.prefix(5) : "w" + latin)]
        let skeleton = Skeleton.of(latin)
        if skeleton.count >= 4 { terms.append(Term("k" + skeleton)) }
        return terms
    }

    private static func latinForm(_ folded: String, _ transliterator: Transliterator?) -> String {
        if folded.utf8.allSatisfy({ $0 < 0x80 }) { return folded }
        return transliterator?.rewrite(folded).filter { $0.isASCII && $0.isWordLetter } ?? folded
    }
}

/// What stays alike of a name from one language to the next: its consonants, in classes that languages mix up.
public enum Skeleton {
    /// Whether two skeletons may be of one name: equal, or one more consonant in the longer of them.
    public static func areAlike(_ some: String, _ other: String) -> Bool {
        if some == other { return true }
        let (short, long) = some.count < other.count ? (some, other) : (other, some)
        guard short.count >= 3, long.count - short.count <= 1 else { return false }
        if long.count == short.count { return zip(short, long).count { $0 != $1 } <= (short.count >= 5 ? 1 : 0) }
        var rest = long[...]
        for letter in short {
            guard let found = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: found)...]
        }
        return true
    }

    /// The skeleton of a word in lower-case Latin letters: Dostoyevsky, Достоевский and 도스토예프스키 come out near.
    public static func of(_ latin: String) -> String {
        var skeleton = ""
        var previous: Character?
        for letter in latin {
            let kind: Character? =
                switch letter {
                case "b", "p", "f", "v", "w": "p"
                case "c", "k", "q", "g", "x": "k"
                case "s", "z", "j": "s"
                case "t", "d": "t"
                case "l", "r": "l"
                case "m": "m"
                case "n": "n"
                default: nil
                }
            if let kind, kind != previous { skeleton.append(kind) }
            previous = kind ?? previous
        }
        return skeleton
    }
}
