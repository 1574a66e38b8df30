import Bitext
import Facts

/// How large numbers are said to be where it is not said which: hundreds that became thousands, bead by bead.
struct MagnitudeChanges {
    private struct Placed {
        let fact: Magnitude
        let segment: Int
    }

    private let pair: AlignedPair

    init(_ pair: AlignedPair) { self.pair = pair }

    /// Set by hand, for want of labelled pairs that tell; lower where only the form does, and for a thousand dangers, which
    /// are thousands in other languages.
    private static let (changed, otherForm, figureOfSpeech) = (0.75, 0.6, 0.4)

    func findings(_ check: CheckDescription) -> [Finding] {
        pair.ladder.beads.filter { !$0.isNull }.compactMap { bead in
            let source = magnitudes(.source, bead)
            let target = source.isEmpty ? [] : magnitudes(.target, bead)
            guard !target.isEmpty else { return nil }
            let numbers = (numbers(.source, bead, source), numbers(.target, bead, target))
            let lost = source.filter { !MagnitudeChanges.isSaid($0.fact, among: target, numbers.1) }
            let added = target.filter { !MagnitudeChanges.isSaid($0.fact, among: source, numbers.0) }
            if let was = lost.first, let became = added.first, isOne(lost), isOne(added) {
                return finding(check, was, became, MagnitudeChanges.changed)
            }
            // A hundred and hundreds: only where there is nothing else.
            guard lost.isEmpty, added.isEmpty, source.count == 1, target.count == 1,
                Set([source[0].fact.form, target[0].fact.form]) == [.one, .many],
                !(numbers.0 + numbers.1).contains(where: source[0].fact.holds)
            else { return nil }
            let isFigureOfSpeech = source[0].fact.powers.contains(3) || source[0].fact.powers.contains(4)
            return finding(
                check, source[0], target[0],
                isFigureOfSpeech ? MagnitudeChanges.figureOfSpeech : MagnitudeChanges.otherForm)
        }
    }

    private func isOne(_ placed: [Placed]) -> Bool { Set(placed.map(\.fact.powers)).count == 1 }

    private func finding(_ check: CheckDescription, _ was: Placed, _ became: Placed, _ confidence: Double) -> Finding {
        Finding(
            check: check, confidence: confidence, message: "\(was.fact.text) became \(became.fact.text).",
            source: pair.span(.source, segment: was.segment, range: was.fact.range),
            target: pair.span(.target, segment: became.segment, range: became.fact.range))
    }

    /// Whether the other side says as much, in words that leave the number open too or by a number.
    private static func isSaid(_ magnitude: Magnitude, among others: [Placed], _ numbers: [DecimalValue]) -> Bool {
        others.contains { $0.fact.powers.overlaps(magnitude.powers) } || numbers.contains(where: magnitude.holds)
    }

    private func magnitudes(_ side: Side, _ bead: Bead) -> [Placed] {
        bead[side].flatMap { index in
            pair.readers[side].magnitudes.magnitudes(in: pair[side].segments[index])
                .map { Placed(fact: $0, segment: index) }
        }
    }

    /// The numbers that a side says, in digits or in words.
    /// - Parameter open: its magnitudes, whose words are no numbers.
    private func numbers(_ side: Side, _ bead: Bead, _ open: [Placed]) -> [DecimalValue] {
        let reader = pair.readers[side].spelled
        return bead[side].flatMap { index in
            let segment = pair[side].segments[index]
            let spelled = reader.facts(in: segment.segment.text).filter { fact in
                !open.contains { $0.segment == index && $0.fact.range.overlaps(fact.range) }
            }
            return segment.facts.flatMap(\.readings) + spelled.map(\.value)
        }
    }
}
