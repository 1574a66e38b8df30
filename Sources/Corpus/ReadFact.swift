public import Bitext
public import Facts

/// A fact as it was read in a segment, in words.
public struct ReadFact: Sendable, Hashable {
    /// `number`, `number in words`, `ordinal`, `magnitude`, `date`, `time`, `relative time`, `month`, `weekday`, `region`, `city`, `url`, `email`, `symbol`, `denial` or `name`.
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

    /// What a number counts or measures, where that is read.
    public var measure: Measure?

    /// The value with what it measures; where that may be many currencies, as it is written.
    public var shownValue: String {
        guard let measure else { return value }
        return value + " " + (measure.readings.count > 3 ? measure.text : measure.readings.joined(separator: "|"))
    }

    /// What is read in a segment, in the order of the text.
    public static func all(in segment: AnalysedSegment, language: Language) -> [ReadFact] {
        func text(_ range: TextRange) -> String { String(segment.segment.text.slice(range)) }
        let readers = FactReaders.shared(language)
        var facts = segment.facts.map { fact in
            ReadFact(
                kind: "number", value: fact.value.description, otherReadings: fact.otherReadings.map(\.description),
                text: fact.text, range: fact.range, isSure: fact.certainty == .sure,
                measure: readers.measures.measure(of: fact.range, in: segment.segment.text))
        }
        // The scale word of 20 billion, and what stands behind a number as per cent does, are no numbers of their own.
        let spelled = readers.spelled.facts(in: segment.segment.text).filter { word in
            !segment.named.contains { $0.value.kind != .number && $0.range.overlaps(word.range) }
                && !segment.facts.contains {
                    (-1...8).contains(word.range.start - $0.range.end) || $0.range.overlaps(word.range)
                }
        }
        let magnitudes = readers.magnitudes.magnitudes(in: segment)
            .filter { magnitude in
                // A hundred is a number rather.
                magnitude.form == .many || !spelled.contains { $0.range.overlaps(magnitude.range) }
            }
        facts += magnitudes.map { magnitude in
            ReadFact(
                kind: "magnitude", value: magnitude.value, otherReadings: [], text: magnitude.text,
                range: magnitude.range, isSure: magnitude.powers.count == 1)
        }
        let ordinals = segment.named.filter { $0.value.kind == .ordinal }.map(\.range)
        let taken = magnitudes.map(\.range) + ordinals
        facts += spelled.filter { fact in !taken.contains { $0.overlaps(fact.range) } }.map { fact in
            ReadFact(
                kind: "number in words", value: fact.value.description, otherReadings: [], text: fact.text,
                range: fact.range, isSure: false)
        }
        facts += segment.named.filter { named in
            named.value.kind != .number || !spelled.contains { $0.range.overlaps(named.range) }
        }.map { fact in
            let value =
                switch fact.value {
                case .month(let month): "\(month)"
                case .weekday(let day): "\(day)"
                case .region(let code), .city(let code): code
                case .number(let value), .ordinal(let value): "\(value)"
                }
            let kind = fact.value.kind == .number ? "number in words" : fact.value.kind.rawValue
            return ReadFact(
                kind: kind, value: value, otherReadings: [], text: fact.text, range: fact.range, isSure: true)
        }
        let dates = readers.dates.dates(
            in: segment.segment.text, numbers: segment.facts, named: segment.named)
        facts += dates.filter { $0.readings[0].day != nil || $0.readings[0].year != nil }.map { date in
            ReadFact(
                kind: "date", value: date.readings[0].description,
                otherReadings: date.readings.dropFirst().map(\.description), text: date.text, range: date.range,
                isSure: date.readings.count == 1)
        }
        facts += readers.times.times(in: segment.segment.text, numbers: segment.facts).map { time in
            ReadFact(
                kind: "time", value: time.value + (time.zone.map { $0.offsets.isEmpty ? "" : " " + $0.text } ?? ""),
                otherReadings: time.otherValues, text: time.text, range: time.range,
                isSure: time.otherValues.isEmpty)
        }
        facts += readers.relativeTimes.times(in: segment.segment.text).map { time in
            ReadFact(
                kind: "relative time", value: time.readings.first?.description ?? "",
                otherReadings: time.readings.dropFirst().map(\.description), text: time.text, range: time.range,
                isSure: time.isSure)
        }
        facts += CodeReader.codes(in: segment.segment.text).map { code in
            ReadFact(
                kind: code.kind.rawValue, value: code.value, otherReadings: [], text: code.text, range: code.range,
                isSure: true)
        }
        facts += segment.negations.map { denial in
            ReadFact(
                kind: "denial", value: "\(denial.kind)", otherReadings: [], text: text(denial.range),
                range: denial.range, isSure: denial.asks)
        }
        facts += segment.toxicWords.filter { $0.kind < .answer }.map { word in
            ReadFact(
                kind: "toxic word", value: word.kind.rawValue, otherReadings: [], text: text(word.range),
                range: word.range,
                isSure: word.asks)
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
