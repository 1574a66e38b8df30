public import Bitext
public import Facts

/// A fact as it was read in a segment, in words.
public struct ReadFact: Sendable, Hashable {
    /// `number`, `number in words`, `month`, `weekday`, `region`, `denial` or `name`.
    public let kind: String
    /// The language-neutral value.
    public let value: String
    /// Values that it may have instead.
    public let otherReadings: [String]
    /// What is written.
    public let text: String
    /// Where, in UTF-8 bytes of the segment's text.
    public let range: TextRange
    /// Whether the reading is sure.
    public let isSure: Bool

    /// What is read in a segment, in the order of the text.
    public static func all(in segment: AnalysedSegment) -> [ReadFact] {
        func text(_ range: TextRange) -> String { String(segment.segment.text.slice(range)) }
        var facts = segment.facts.map { fact in
            ReadFact(
                kind: "number", value: fact.value.description, otherReadings: fact.otherReadings.map(\.description),
                text: fact.text, range: fact.range, isSure: fact.certainty == .sure)
        }
        facts += segment.named.map { fact in
            let value =
                switch fact.value {
                case .month(let month): "\(month)"
                case .weekday(let day): "\(day)"
                case .region(let code): code
                case .number(let value): "\(value)"
                }
            let kind = fact.value.kind == .number ? "number in words" : fact.value.kind.rawValue
            return ReadFact(
                kind: kind, value: value, otherReadings: [], text: fact.text, range: fact.range, isSure: true)
        }
        facts += segment.negations.map { denial in
            ReadFact(
                kind: "denial", value: "\(denial.kind)", otherReadings: [], text: text(denial.range),
                range: denial.range, isSure: denial.kind != .lack)
        }
        facts += segment.names.filter(\.isMarked).map { name in
            ReadFact(
                kind: "name", value: String(decoding: name.skeleton.letters, as: UTF8.self), otherReadings: [],
                text: name.text, range: name.range, isSure: false)
        }
        return facts.sorted {
            ($0.range.start, $0.range.end, $0.kind) < ($1.range.start, $1.range.end, $1.kind)
        }
    }
}
