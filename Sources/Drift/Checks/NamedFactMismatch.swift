import Bitext
import Facts

extension Check {
    /// Months, weekdays, dates and relative times that differ.
    static let dateMismatch: Check = Check(
        CheckDescription(
            id: "date-mismatch", category: "accuracy/mistranslation/date", severity: .major, status: .preview,
            summary: "A month, weekday, date or relative time of the source became another in the target.",
            rationale: """
                Names of months and weekdays come from CLDR in both languages, inflection forgiven. Only a change is \
                reported: one name of the source without counterpart, and one of the target. A month that the other \
                side writes as a number is no change; whole dates in digits are read in the order of the language, \
                and compared with dates in words. So are yesterday, next week, last year and their like, by CLDR's names and a \
                table: the one such day, week, month or year of the source that became another.
                """,
            examples: [
                .init(
                    "en", "The treaty was signed in ⟦June⟧ last year.", "ru",
                    "Договор был подписан в ⟦июле⟧ прошлого года."),
                .init(
                    "en", "The treaty was signed in June last year.", "ru", "Договор был подписан в июне прошлого года."
                ),
                .init("en", "We may meet on ⟦Monday⟧.", "de", "Wir treffen uns vielleicht am ⟦Dienstag⟧."),
                .init("en", "We met on June 22.", "zh", "我们6月22日见面了。"),
                .init("de", "Er kam am ⟦03.04.2024⟧ nach Bonn.", "en", "He came to Bonn on ⟦3 May 2024⟧."),
                .init("de", "Er kam am 03.04.2024 nach Bonn.", "en", "He came to Bonn on April 3, 2024."),
                .init("ja", "二人は令和6年3月3日に会った。", "en", "The two met on 3 March 2024."),
                .init("en", "The ferry sank ⟦yesterday⟧.", "de", "Die Fähre sinkt ⟦morgen⟧."),
                .init("fi", "Satama avataan ⟦ensi vuonna⟧.", "en", "The harbour was opened ⟦last year⟧."),
                .init("en", "The ferry sank yesterday morning.", "de", "Die Fähre sank gestern am Morgen."),
            ])
    ) { pair, check in
        let named = NamedFactChanges(pair).findings(check, kinds: [.month, .weekday], confidence: 0.9)
        return named + DateChanges(pair).findings(check) + RelativeTimeChanges(pair).findings(check)
    }

    /// Countries that differ.
    static let regionMismatch: Check = Check(
        CheckDescription(
            id: "region-mismatch", category: "accuracy/mistranslation/name", severity: .major, status: .preview,
            summary: "A country or a large city of the source became another in the target.",
            rationale: """
                Names of countries, short names (US, UK) and a few in common use (Britain) come from CLDR and a table in \
                both languages, inflection forgiven; so do those of Africa, Asia and Europe, a few seas, and the cities that stand for \
                time zones. Only a change is reported: one country or city of the source without counterpart, and one of \
                the target, or a word for a people or its language. A capital answers to its country.
                """,
            examples: [
                .init("en", "The ⟦Canadian⟧ border is near.", "zh", "⟦匈牙利⟧边境就在附近。"),
                .init("en", "The Canadian border is near.", "fr", "La frontière du Canada est proche."),
                .init("en", "The ship left ⟦Norway⟧ on time.", "de", "Das Schiff verließ ⟦Schweden⟧ pünktlich."),
                .init("en", "The US and Britain told us.", "de", "Die USA und Großbritannien sagten es uns."),
                .init("en", "The ship reached ⟦Lisbon⟧ on time.", "de", "Das Schiff erreichte ⟦Athen⟧ pünktlich."),
                .init(
                    "en", "The ship left ⟦Athens⟧ in Greece.", "de", "Das Schiff verließ ⟦Lissabon⟧ in Griechenland."),
                .init("en", "The talks in Moscow went on.", "ja", "ロシアでの協議は続いた。"),
                .init("en", "The ship left Norway on time.", "ru", "Корабль вовремя вышел из Норвегии."),
                .init(
                    "en", "Tensions on the Korean Peninsula are as high as ever.", "de",
                    "Die Spannungen auf der koreanischen Halbinsel sind so groß wie nie."),
                .init("zh", "马科斯今年1月初曾访华。", "en", "In early January of this year, Marcos visited China."),
            ])
    ) { pair, check in
        NamedFactChanges(pair).findings(check, kinds: [.region, .city], confidence: 0.85)
    }

    /// Numbers in words that differ.
    static let numberWordMismatch: Check = Check(
        CheckDescription(
            id: "number-word-mismatch", category: "accuracy/mistranslation/number", severity: .major, status: .preview,
            summary: "A number in words became another in the target.",
            rationale: """
                Words come from ICU's rules for spelling numbers out, in every form they have. Only a change is reported, \
                and none where either value stands on the other side in digits. Words that leave the number open \
                (hundreds, tens of thousands, 数百万) are compared by how large they say it is, in 26 languages.
                """,
            examples: [
                .init("en", "He waited for ⟦seven⟧ days.", "de", "Er wartete ⟦neun⟧ Tage."),
                .init("en", "He waited for seven days.", "de", "Er wartete sieben Tage."),
                .init("en", "She won the ⟦third⟧ prize.", "de", "Sie gewann den ⟦ersten⟧ Preis."),
                .init("en", "It was the ⟦twenty-first⟧ session.", "ru", "Это была ⟦двадцать вторая⟧ сессия."),
                .init("en", "It was the twenty-first session.", "de", "Es war die 21. Sitzung."),
                .init("en", "It grew over the last three decades.", "de", "Es wuchs in den letzten dreißig Jahren."),
                .init("en", "It lasted ⟦three⟧ years.", "de", "Es dauerte ⟦neun⟧ Monate."),
                .init(
                    "en", "⟦Thousands⟧ of people came to the square.", "de", "⟦Millionen⟧ Menschen kamen auf den Platz."
                ),
                .init(
                    "en", "⟦Two hundred thousand⟧ people left.", "de", "⟦Dreihunderttausend⟧ Menschen gingen."),
                .init("en", "Two hundred thousand people left.", "de", "200.000 Menschen gingen."),
                .init("uk", "Це ⟦сотня⟧ втрачених літаків.", "en", "These are ⟦hundreds⟧ of lost planes."),
                .init("en", "Tens of thousands of people came.", "zh", "数万人来了。"),
                .init("en", "Thousands of people came.", "fr", "Il est venu 4 000 personnes."),
                .init("en", "He waited for seven days and 9 nights.", "de", "Er wartete 7 Tage und neun Nächte."),
            ])
    ) { pair, check in
        NamedFactChanges(pair).findings(check, kinds: [.number, .ordinal], confidence: 0.7)
            + SpelledChanges(pair).findings(check) + MagnitudeChanges(pair).findings(check)
    }
}

/// Whole dates of one side that became others on the other side, where one of them is written in digits.
private struct DateChanges {
    private struct Placed {
        let date: DateFact
        let segment: Int
    }

    let pair: AlignedPair

    init(_ pair: AlignedPair) { self.pair = pair }

    func findings(_ check: CheckDescription) -> [Finding] {
        pair.ladder.beads.filter { !$0.isNull }.compactMap { bead in
            let source = dates(.source, bead)
            guard !source.isEmpty else { return nil }
            let target = dates(.target, bead)
            let lost = source.filter { one in !target.contains { one.date.couldEqual($0.date) } }
            let added = target.filter { one in !source.contains { one.date.couldEqual($0.date) } }
            guard lost.count == 1, added.count == 1, let was = lost.first, let became = added.first,
                was.date.isNumeric || became.date.isNumeric
            else { return nil }
            return Finding(
                check: check, confidence: 0.8,
                message:
                    "\(was.date.text) (\(was.date.readings[0])) became \(became.date.text) (\(became.date.readings[0])).",
                source: pair.span(.source, segment: was.segment, range: was.date.range),
                target: pair.span(.target, segment: became.segment, range: became.date.range))
        }
    }

    /// The dates of a bead's side that say a day.
    private func dates(_ side: Side, _ bead: Bead) -> [Placed] {
        bead[side].flatMap { index in
            let segment = pair[side].segments[index]
            guard segment.facts.count > 1 || !segment.named.isEmpty else { return [Placed]() }
            return pair.readers[side].dates
                .dates(in: segment.segment.text, numbers: segment.facts, named: segment.named)
                .filter { $0.readings[0].day != nil }.map { Placed(date: $0, segment: index) }
        }
    }
}

/// Named facts of one side that became others on the other side, bead by bead.
struct NamedFactChanges {
    let pair: AlignedPair

    init(_ pair: AlignedPair) { self.pair = pair }

    /// A fact and the segment it stands in.
    struct Placed {
        let fact: NamedFact
        let segment: Int
        /// Whether it is a word for a people.
        var isDemonym = false
    }

    /// How sure it is that one people became another.
    private static let confidenceOfDemonyms = 0.6

    func findings(_ check: CheckDescription, kinds: [NamedFact.Kind], confidence: Double) -> [Finding] {
        pair.ladder.beads.filter { !$0.isNull }.flatMap { bead in
            kinds.compactMap { kind in
                guard let (was, became) = change(bead, kind) else { return nil }
                let isDoubtful = was.isDemonym && became.isDemonym
                return Finding(
                    check: check, confidence: isDoubtful ? NamedFactChanges.confidenceOfDemonyms : confidence,
                    message: "\(was.fact.text) became \(became.fact.text).",
                    source: pair.span(.source, segment: was.segment, range: was.fact.range),
                    target: pair.span(.target, segment: became.segment, range: became.fact.range))
            }
        }
    }

    /// One fact of the source without counterpart, and one of the target: a change; anything else may be wording.
    func change(_ bead: Bead, _ kind: NamedFact.Kind) -> (was: Placed, became: Placed)? {
        let source = facts(.source, bead, kind)
        let target = facts(.target, bead, kind)
        guard kind == .region || !source.isEmpty && !target.isEmpty else { return nil }
        let named = NamedFactEvidence(pair, bead)
        let lost = source.filter { named.lacks($0.fact, .target) }
        let added = target.filter { named.lacks($0.fact, .source) }
        if kind == .region, lost.isEmpty || added.isEmpty, max(lost.count, added.count) <= 1 {
            if let was = lost.first ?? demonym(.source, named), let became = added.first ?? demonym(.target, named) {
                return isOwnLanguage(was, became) ? nil : (was, became)
            }
        }
        guard Set(lost.map(\.fact.value)).count == 1, Set(added.map(\.fact.value)).count == 1, let was = lost.first,
            let became = added.first, was.fact.text.lowercased() != became.fact.text.lowercased(),
            !isInOtherUnits(was, became)
        else { return nil }
        return (was, became)
    }

    /// The one word of a side for a people whose country the other side does not name.
    private func demonym(_ side: Side, _ named: NamedFactEvidence) -> Placed? {
        let found = named.unansweredDemonyms(side)
        return found.count == 1 ? found.first.map { Placed(fact: $0.fact, segment: $0.segment, isDemonym: true) } : nil
    }

    /// Whether each version names its own language: “the names in English” are in the translation's language there.
    private func isOwnLanguage(_ was: Placed, _ became: Placed) -> Bool {
        was.isDemonym && became.isDemonym && pair.readers.source.demonyms.isOwnLanguage(was.fact.text)
            && pair.readers.target.demonyms.isOwnLanguage(became.fact.text)
    }

    /// Whether two numbers count the same in different units, as where three decades become thirty years.
    private func isInOtherUnits(_ was: Placed, _ became: Placed) -> Bool {
        guard case .number(let one) = was.fact.value, case .number(let other) = became.fact.value else { return false }
        return Durations(pair).isSame((one, was.fact.range, was.segment), (other, became.fact.range, became.segment))
    }

    private func facts(_ side: Side, _ bead: Bead, _ kind: NamedFact.Kind) -> [Placed] {
        bead[side].flatMap { index in
            pair[side].segments[index].named.filter { $0.value.kind == kind }.map { Placed(fact: $0, segment: index) }
        }
    }
}
