public import Bitext

/// A segment with its tokens and facts.
public final class AnalysedSegment: Sendable {
    /// The segment.
    public let segment: Segment
    /// Its tokens, in order; ranges are bytes of the segment's text.
    public let tokens: [Token]
    /// Its facts, in order; ranges are bytes of the segment's text.
    public let facts: [Fact]
    /// The months, weekdays, regions and numbers in words that it names, in order; ranges are bytes of its text.
    public let named: [NamedFact]
    /// What denies in it, in order; ranges are bytes of its text.
    public let negations: [Negation]
    /// The words that insult or swear in it, in order; ranges are bytes of its text.
    public let toxicWords: [ToxicWord]
    /// The words that may be names, in order; ranges are bytes of its text.
    public let names: [NameMention]
    /// The skeletons of its words, in order.
    public let skeletons: [NameSkeleton]

    /// Makes an analysed segment.
    public init(
        segment: Segment, tokens: [Token], facts: [Fact], named: [NamedFact] = [], negations: [Negation] = [],
        toxicWords: [ToxicWord] = [], names: [NameMention] = [], skeletons: [NameSkeleton] = []
    ) {
        self.segment = segment
        self.tokens = tokens
        self.facts = facts
        self.named = named
        self.negations = negations
        self.toxicWords = toxicWords
        self.names = names
        self.skeletons = skeletons
    }

    /// The number of words and numbers.
    public var wordCount: Int { tokens.count { $0.kind != .mark } }
}
