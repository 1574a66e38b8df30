import Bitext
import Facts

extension Check {
    /// A time of day that became another.
    static let timeMismatch: Check = Check(
        CheckDescription(
            id: "time-mismatch", category: "accuracy/mistranslation/date-time", severity: .major, status: .preview,
            summary: "A time of day became another.",
            rationale: """
                Hours and minutes are read with what tells the half of the day in each language, so that 3 p.m., 15:00, \
                3 часа дня and 午後3時 are one time. An hour of which that is not said may be either. Times in two zones by their \
                abbreviations are one where they are the same moment, and may be one where a zone is named in words. Reported is one time of \
                a sentence that became one other; where one side has a time and the other has none, number-mismatch looks \
                at its digits.
                """,
            examples: [
                .init(
                    "en", "The session begins at ⟦3 p.m.⟧ tomorrow.", "de",
                    "Die Sitzung beginnt morgen um ⟦3 Uhr morgens⟧."),
                .init("en", "The session begins at 3 p.m. tomorrow.", "de", "Die Sitzung beginnt morgen um 15 Uhr."),
                .init("ru", "Они начали наступление в ⟦4 часа утра⟧.", "en", "They began the offensive at ⟦4 p.m.⟧"),
                .init("ja", "会議は午後3時半に始まります。", "en", "The meeting starts at 3:30 p.m."),
                .init("fr", "Le train part à ⟦14h30⟧.", "en", "The train leaves at ⟦15:30⟧."),
                .init("en", "The train leaves at 7:30.", "es", "El tren sale a las 19:30."),
                .init("en", "They land at 8:30 p.m. EDT.", "de", "Sie landen um 2:30 Uhr MESZ."),
                .init("en", "They land at ⟦8:30 p.m.⟧ EDT.", "de", "Sie landen um ⟦4:30 Uhr⟧ MESZ."),
                .init(
                    "en", "They land at 8 p.m. Lisbon time.", "ru", "Они приземлятся в 22:00 по московскому времени."),
                .init(
                    "en", "They land at ⟦8 p.m.⟧ Moscow time.", "ru",
                    "Они приземлятся в ⟦22:00⟧ по московскому времени."),
            ])
    ) { pair, check in
        let comparer = TimeComparer(pair)
        return pair.ladder.beads.filter { !$0.isNull }.compactMap { bead in
            guard let (was, became) = comparer.compare(bead).changed else { return nil }
            return Finding(
                check: check, confidence: 0.85, message: "\(was.fact.text) became \(became.fact.text).",
                source: pair.span(.source, segment: was.segment, range: was.fact.range),
                target: pair.span(.target, segment: became.segment, range: became.fact.range))
        }
    }
}

/// Compares the times of beads.
struct TimeComparer {
    /// A time and the segment it stands in.
    struct Placed {
        let fact: TimeFact
        let segment: Int
    }

    /// What comparing the times of a bead comes to.
    struct Comparison {
        /// The one time that became another.
        var changed: (was: Placed, became: Placed)?
        /// The times of each side that have a counterpart or became another: their numbers need no look of their own.
        var settled = Sides<[Placed]>(source: [], target: [])

        /// Whether a number belongs to a time that is settled.
        func holds(_ range: TextRange, segment: Int, _ side: Side) -> Bool {
            settled[side].contains { $0.segment == segment && $0.fact.range.overlaps(range) }
        }
    }

    private let pair: AlignedPair

    init(_ pair: AlignedPair) { self.pair = pair }

    func compare(_ bead: Bead) -> Comparison {
        let source = times(.source, bead)
        var left = source.isEmpty ? [] : times(.target, bead)
        guard !left.isEmpty else { return Comparison() }
        var comparison = Comparison()
        var unmatched = source
        // The closest first: a time in another zone must not take the place of one that is the same.
        for isAnswer in [TimeFact.couldEqual, TimeFact.isSameMoment, isMoved] {
            unmatched = unmatched.filter { time in
                guard let match = left.firstIndex(where: { isAnswer(time.fact)($0.fact) }) else { return true }
                comparison.settled.source.append(time)
                comparison.settled.target.append(left.remove(at: match))
                return false
            }
        }
        if unmatched.count == 1, left.count == 1, let was = unmatched.first, let became = left.first {
            comparison.changed = (was, became)
            comparison.settled.source.append(was)
            comparison.settled.target.append(became)
        }
        return comparison
    }

    /// Whether a time may be another one's moment in another zone. Moscow time and московскому времени are one.
    private func isMoved(_ source: TimeFact) -> (_ target: TimeFact) -> Bool {
        { target in
            guard source.mayBeMoved(to: target), let zone = source.zone, let other = target.zone else { return false }
            let names = skeletons(zone, .source)
            return !skeletons(other, .target).contains { $0.likeness(toBestOf: names) >= TimeComparer.sameZone }
        }
    }

    /// How alike words of two zones are that are one.
    private static let sameZone = 0.75

    private func skeletons(_ zone: ZoneMark, _ side: Side) -> [NameSkeleton] {
        let reader = NameReader(language: pair[side].language)
        return zone.text.textWords().map { reader.skeleton($0.text) }.filter { $0.letters.count > 1 }
    }

    private func times(_ side: Side, _ bead: Bead) -> [Placed] {
        bead[side].flatMap { index in
            let segment = pair[side].segments[index]
            guard !segment.facts.isEmpty else { return [Placed]() }
            return pair.readers[side].times.times(in: segment.segment.text, numbers: segment.facts).map {
                Placed(fact: $0, segment: index)
            }
        }
    }
}
