/// Terms, and how they must and must not be translated.
public struct Glossary: Sendable, Hashable {
    /// A concept with its terms in each language.
    public struct Entry: Sendable, Hashable {
        /// The terms that are right, by language tag.
        public var terms: [String: [String]]
        /// The terms that are wrong, by language tag.
        public var forbidden: [String: [String]]

        /// Makes an entry.
        public init(terms: [String: [String]], forbidden: [String: [String]] = [:]) {
            self.terms = terms
            self.forbidden = forbidden
        }
    }

    /// A term of the source, and what it may and must not become.
    public struct Term: Sendable, Hashable {
        /// The term in the source.
        public let source: String
        /// The terms of the target that are right; empty where only some are known to be wrong.
        public let allowed: [String]
        /// The terms of the target that are wrong.
        public let forbidden: [String]

        /// Makes a term.
        public init(source: String, allowed: [String], forbidden: [String]) {
            self.source = source
            self.allowed = allowed
            self.forbidden = forbidden
        }
    }

    /// The entries, in the order of the files.
    public var entries: [Entry]

    /// Makes a glossary.
    public init(entries: [Entry] = []) { self.entries = entries }

    /// What stands in a language's place where the source's term must stay as it is.
    public static let kept = "="

    /// The terms for a pair of languages.
    public func terms(source: Language, target: Language) -> [Term] {
        entries.flatMap { entry -> [Term] in
            let allowed = Glossary.of(target, in: entry.terms)
            let forbidden = Glossary.of(target, in: entry.forbidden)
            guard !allowed.isEmpty || !forbidden.isEmpty else { return [] }
            return Glossary.of(source, in: entry.terms).map { term in
                Term(source: term, allowed: allowed.map { $0 == Glossary.kept ? term : $0 }, forbidden: forbidden)
            }
        }
    }

    /// The terms of a language: of its tag, else of its code, else of another country's.
    private static func of(_ language: Language, in terms: [String: [String]]) -> [String] {
        if let exact = terms[language.tag] ?? terms[language.code] { return exact }
        let other = terms.keys.sorted().first { Language($0).code == language.code }
        return other.flatMap { terms[$0] } ?? []
    }
}
