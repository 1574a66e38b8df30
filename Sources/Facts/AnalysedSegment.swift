public import Bitext

/// A segment with its tokens and facts.
public struct AnalysedSegment: Sendable {
    /// The segment.
    public let segment: Segment
    /// Its tokens, in order; ranges are bytes of the segment's text.
    public let tokens: [Token]
    /// Its facts, in order; ranges are bytes of the segment's text.
    public let facts: [Fact]

    /// Makes an analysed segment.
    public init(segment: Segment, tokens: [Token], facts: [Fact]) {
        self.segment = segment
        self.tokens = tokens
        self.facts = facts
    }

    /// The number of words and numbers.
    public var wordCount: Int { tokens.count { $0.kind != .mark } }
}
