public import Bitext

/// One reported problem.
public struct Finding: Sendable, Hashable {
    /// The check that found it.
    public let check: String
    /// The MQM path of its category, such as `accuracy/omission`.
    public let category: String
    /// How serious it is.
    public let severity: Severity
    /// How likely a careful reader would agree, 0 to 1.
    public let confidence: Double
    /// What is wrong, in a plain sentence.
    public let message: String
    /// Where in the source; for something added, the empty place that answers to it. `nil` where no place does.
    public let source: Span?
    /// Where in the target; for something lost, the empty place where it is missing.
    public let target: Span?

    /// Makes a finding.
    public init(
        check: CheckDescription, severity: Severity? = nil, confidence: Double, message: String, source: Span?,
        target: Span?
    ) {
        self.check = check.id
        category = check.category
        self.severity = severity ?? check.severity
        self.confidence = min(1, max(0, confidence))
        self.message = message
        self.source = source
        self.target = target
    }

    /// The span on a side.
    public subscript(side: Side) -> Span? { side == .source ? source : target }
}

/// A stretch of one side that a finding points at.
public struct Span: Sendable, Hashable {
    /// The segments it touches; for an empty span, the segment that it stands before.
    public let segments: Range<Int>
    /// The stretch in the document, in UTF-8 bytes of the document as read; empty where something is missing.
    public let range: TextRange
    /// The text of the stretch.
    public let text: String
    /// The place as a reader can name it, such as `t4.s2`.
    public let place: String
    /// For a stretch within one segment, where it stands in the segment's text, in UTF-8 bytes.
    public let rangeInSegment: TextRange?

    /// Makes a span.
    public init(
        segments: Range<Int>, range: TextRange, text: String, place: String, rangeInSegment: TextRange? = nil
    ) {
        self.segments = segments
        self.range = range
        self.text = text
        self.place = place
        self.rangeInSegment = rangeInSegment
    }

    /// Whether the span marks a place where something is missing.
    public var isPlaceOnly: Bool { range.isEmpty }
}
