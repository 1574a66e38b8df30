public import Bitext
public import Semantics
internal import Synchronization

/// Lists of words, with what was made of them for each pair of languages: a dictionary's hundred thousands of words are indexed
/// once for all that use it.
public final class LexiconShelf: Sendable {
    private let lists: [WordList]
    /// By the languages' codes.
    private let made = Mutex<[[String]: LexicalSupport?]>([:])
    /// A short hash of all that stands in them, for signatures; `nil` where there are none.
    let fingerprint: String?

    /// Takes up lists of words.
    public init(_ lists: [WordList] = []) {
        self.lists = lists
        let texts = lists.map { list in
            switch list {
            case .glossary(let glossary): glossary.fingerprint
            case .lexicon(let lexicon):
                "\(lexicon.source) \(lexicon.target)\n"
                    + lexicon.entries.map { "\($0.source)\t\($0.target)\t\($0.strength)" }.joined(separator: "\n")
            }
        }
        fingerprint = lists.isEmpty ? nil : ByteHash.digits(texts.joined(separator: "\n\n"), count: 8)
    }

    /// The lists with one more.
    public func adding(_ list: WordList) -> LexiconShelf { LexiconShelf(lists + [list]) }

    /// Whether there are none.
    public var isEmpty: Bool { lists.isEmpty }

    /// What the lists say of two languages; `nil` where they say nothing.
    public func support(_ source: Language, _ target: Language) -> LexicalSupport? {
        guard !isEmpty else { return nil }
        let key = [source.code, target.code]
        return made.withLock { made in
            if let known = made[key] { return known }
            let support = LexicalSupport(lists.lazy.flatMap { $0.entries(source: source, target: target) })
            made[key] = .some(support)
            return support
        }
    }
}
