public import Bitext
public import Semantics
internal import Synchronization

/// Lexicons, with what was made of them for each pair of languages: a dictionary's hundred thousands of words are indexed
/// once for all that use it.
public final class LexiconShelf: Sendable {
    private let lexicons: [Lexicon]
    private let made = Mutex<[[Language]: LexicalSupport?]>([:])
    /// A short hash of all that stands in them, for signatures; `nil` where there are none.
    let fingerprint: String?

    /// Takes up lexicons.
    public init(_ lexicons: [Lexicon] = []) {
        self.lexicons = lexicons
        let texts = lexicons.map { lexicon in
            "\(lexicon.source) \(lexicon.target)\n"
                + lexicon.entries.map { "\($0.source)\t\($0.target)\t\($0.strength)" }.joined(separator: "\n")
        }
        fingerprint = lexicons.isEmpty ? nil : StableHash.digits(texts.joined(separator: "\n\n"), count: 8)
    }

    /// The lexicons with some more.
    public func adding(_ more: [Lexicon]) -> LexiconShelf { LexiconShelf(lexicons + more) }

    /// Whether there are none.
    public var isEmpty: Bool { lexicons.isEmpty }

    /// What the lexicons say of two languages; `nil` where they say nothing.
    public func support(_ source: Language, _ target: Language) -> LexicalSupport? {
        guard !isEmpty else { return nil }
        return made.withLock { made in
            if let known = made[[source, target]] { return known }
            let support = LexicalSupport(lexicons, source: source, target: target)
            made[[source, target]] = .some(support)
            return support
        }
    }
}
