public import Bitext

/// A segment with its tokens and facts.
public struct AnalysedSegment: Sendable {
    /// The segment.
    public let segment: Segment
    /// Its tokens, in order; ranges are bytes of the segment's text.
    public let tokens: [Token]
    /// Its facts, in order; ranges are bytes of the segment's text.
    public let facts: [Fact]
    /// The months, weekdays, regions and numbers in words that it names, in order; ranges are bytes of its text.
    public let named: [NamedFact]

    /// Makes an analysed segment.
    public init(segment: Segment, tokens: [Token], facts: [Fact], named: [NamedFact] = []) {
        self.segment = segment
        self.tokens = tokens
        self.facts = facts
        self.named = named
    }

    /// The number of words and numbers.
    public var wordCount: Int { tokens.count { $0.kind != .mark } }
}
