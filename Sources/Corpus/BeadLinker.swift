public import Bitext
public import Drift
public import Semantics

/// Links the words of beads.
public final class BeadLinker {
    /// The words of a bead, and which answer to which.
    public struct Linked {
        /// The source's words, punctuation left out.
        public let source: [String]
        /// The target's words.
        public let target: [String]
        /// The links, by numbers of words.
        public let links: [WordLink]
        /// Where the source's words stand in the bead's segments, joined by spaces, in UTF-8 bytes.
        public let sourceRanges: [TextRange]
        /// Where the target's words stand in theirs.
        public let targetRanges: [TextRange]

        /// The links as pairs of numbers of words, source first.
        public var pairs: [(source: Int, target: Int)] { links.map { ($0.source, $0.target) } }
    }

    private let matcher: PairMatcher

    /// Makes a linker; `nil` where there is no model.
    /// - Parameter lexical: what lexicons say, for the languages of the beads.
    public init?(lexical: LexicalSupport? = nil) {
        guard let vocabulary = EmbeddedModel.vocabulary else { return nil }
        matcher = PairMatcher(vocabulary, lexical: lexical)
    }

    /// The links of a bead; a null bead has words and no links.
    public func links(_ bead: Bead, in pair: AlignedPair) -> Linked {
        let texts = (pair.source.text(bead.source), pair.target.text(bead.target))
        guard let words = matcher.links(texts.0, texts.1) else {
            return Linked(source: [], target: [], links: [], sourceRanges: [], targetRanges: [])
        }
        return Linked(
            source: words.source.map { String(texts.0.slice($0)) },
            target: words.target.map { String(texts.1.slice($0)) }, links: words.links,
            sourceRanges: words.source, targetRanges: words.target)
    }
}
