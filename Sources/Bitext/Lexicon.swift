/// Which words of one language answer to which of another: a dictionary, or what was learnt from a bitext.
public struct Lexicon: Sendable, Hashable {
    /// Two words that answer to each other.
    public struct Entry: Sendable, Hashable {
        /// The source's word.
        public let source: String
        /// The target's word.
        public let target: String
        /// How likely the source's word becomes the target's, 0 to 1.
        public let forward: Double
        /// How likely the target's word stands for the source's, 0 to 1.
        public let backward: Double

        /// Makes an entry.
        public init(source: String, target: String, forward: Double, backward: Double) {
            self.source = source
            self.target = target
            self.forward = forward
            self.backward = backward
        }

        /// How strongly the words answer to each other, 0 to 1: the geometric mean of both probabilities.
        public var strength: Double { (forward * backward).squareRoot() }
    }

    /// The language of the entries' first words.
    public let source: Language
    /// The language of their second words.
    public let target: Language
    /// The entries.
    public var entries: [Entry]

    /// Makes a lexicon.
    public init(source: Language, target: Language, entries: [Entry]) {
        self.source = source
        self.target = target
        self.entries = entries
    }

    /// How likely a dictionary's word becomes each of the words that the dictionary gives for it: it does not say.
    public static let dictionaryProbability = 0.8

    /// The entries for a pair of languages, source first; a lexicon serves both directions.
    public func entries(source: Language, target: Language) -> [Entry] {
        if self.source.code == source.code, self.target.code == target.code { return entries }
        guard self.source.code == target.code, self.target.code == source.code else { return [] }
        return entries.map {
            Entry(source: $0.target, target: $0.source, forward: $0.backward, backward: $0.forward)
        }
    }
}

/// What a file holds that says which words answer to which.
public enum WordList: Sendable, Hashable {
    /// Two languages' words, with probabilities or without.
    case lexicon(Lexicon)
    /// Terms of any number of languages.
    case glossary(Glossary)

    /// The entries for a pair of languages, source first.
    public func entries(source: Language, target: Language) -> [Lexicon.Entry] {
        switch self {
        case .lexicon(let lexicon): lexicon.entries(source: source, target: target)
        case .glossary(let glossary):
            glossary.terms(source: source, target: target).filter { $0.source != Glossary.kept }.flatMap { term in
                term.allowed.map {
                    Lexicon.Entry(
                        source: term.source, target: $0, forward: Lexicon.dictionaryProbability,
                        backward: Lexicon.dictionaryProbability)
                }
            }
        }
    }
}
