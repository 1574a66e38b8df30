import Bitext
import Facts

/// Relative times that became others, bead by bead: yesterday that became tomorrow.
struct RelativeTimeChanges {
    private struct Placed {
        let time: RelativeTimeFact
        let segment: Int

        /// The one reading of a sure time.
        var reading: RelativeTime? { time.isSure ? time.readings.first : nil }

        func couldEqual(_ other: Placed) -> Bool { time.readings.contains(where: other.time.readings.contains) }
    }

    let pair: AlignedPair

    init(_ pair: AlignedPair) { self.pair = pair }

    func findings(_ check: CheckDescription) -> [Finding] {
        pair.ladder.beads.filter { !$0.isNull }.flatMap { bead -> [Finding] in
            let source = times(.source, bead)
            guard !source.isEmpty else { return [] }
            let target = times(.target, bead)
            let lost = source.filter { one in !target.contains(where: one.couldEqual) }
            let added = target.filter { one in !source.contains(where: one.couldEqual) }
            return RelativeTime.Unit.allCases.compactMap { unit in
                guard let was = only(unit, lost), let became = only(unit, added) else { return nil }
                return Finding(
                    check: check, confidence: confidence(unit),
                    message: "\(was.shown) became \(became.shown).",
                    source: pair.span(.source, segment: was.placed.segment, range: was.placed.time.range),
                    target: pair.span(.target, segment: became.placed.segment, range: became.placed.time.range))
            }
        }
    }

    /// How sure a change is. Two reports in one language may have been written a day apart.
    private func confidence(_ unit: RelativeTime.Unit) -> Double { pair.isSameLanguage && unit == .day ? 0.4 : 0.8 }

    /// A time, and how it is shown to a reader who may not know its language.
    private struct Shown {
        let placed: Placed
        let shown: String
    }

    /// The one time of a unit among some, where it is sure. Those two units away have no name of their own in many languages.
    private func only(_ unit: RelativeTime.Unit, _ times: [Placed]) -> Shown? {
        let times = times.filter { $0.time.readings.contains { $0.unit == unit } }
        guard Set(times.map(\.time.readings)).count == 1, let placed = times.first, let reading = placed.reading,
            abs(reading.offset) < 2
        else { return nil }
        let isEnglish = placed.time.text.lowercased() == reading.description
        return Shown(
            placed: placed, shown: placed.time.text + (isEnglish ? "" : " (\(reading))"))
    }

    private func times(_ side: Side, _ bead: Bead) -> [Placed] {
        bead[side].flatMap { index in
            pair.readers[side].relativeTimes.times(in: pair[side].segments[index].segment.text)
                .map { Placed(time: $0, segment: index) }
        }
    }
}
