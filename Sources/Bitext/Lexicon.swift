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

    /// The lexicons of a glossary, one for each two of its languages: each term answers to each of the other language.
    public static func all(in glossary: Glossary) -> [Lexicon] {
        let languages = Set(glossary.entries.flatMap(\.terms.keys)).sorted()
        var lexicons: [Lexicon] = []
        for (index, source) in languages.enumerated() {
            for target in languages[(index + 1)...] {
                let entries = glossary.entries.flatMap { entry in
                    (entry.terms[source] ?? []).flatMap { one in
                        (entry.terms[target] ?? []).filter { $0 != Glossary.kept && one != Glossary.kept }.map {
                            Entry(
                                source: one, target: $0, forward: dictionaryProbability,
                                backward: dictionaryProbability)
                        }
                    }
                }
                if !entries.isEmpty {
                    lexicons.append(
                        Lexicon(source: Language(source), target: Language(target), entries: entries))
                }
            }
        }
        return lexicons
    }
}
