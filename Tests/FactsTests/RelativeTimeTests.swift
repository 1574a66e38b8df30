import Bitext
import Facts
import TestSupport
import Testing

@Suite struct RelativeTimeTests {
    @Test(
        arguments: [
            ("en", "⟦Yesterday⟧ and ⟦the day after tomorrow⟧, not this time.", "yesterday, the day after tomorrow"),
            ("en", "⟦last year⟧'s harvest, ⟦last June⟧?", "last year, last month|last week|last year?"),
            ("de", "Er kommt ⟦morgen⟧, ⟦gestern Morgen⟧ kam sie; guten Morgen!", "tomorrow, yesterday"),
            ("de", "⟦Morgen⟧ wird es hell; im ⟦letzten Jahr⟧ und im Jahrzehnt", "tomorrow?, last year"),
            ("fr", "⟦aujourd’hui⟧, ⟦l’année prochaine⟧, ⟦aujourd'hui⟧", "today, next year, today"),
            ("es", "⟦mañana⟧ por la mañana, hoy en día, ⟦pasado mañana⟧", "tomorrow, the day after tomorrow"),
            ("ru", "⟦в прошлом году⟧, ⟦на этой неделе⟧, ⟦завтрашний⟧ день", "last year, this week, tomorrow"),
            ("hi", "⟦कल⟧ बारिश हुई", "tomorrow|yesterday?"), ("he", "⟦אתמול⟧, ⟦היום⟧", "yesterday, today?"),
            ("ar", "⟦العام الماضي⟧", "last year"), ("zh", "⟦昨天⟧和⟦后天⟧", "yesterday, the day after tomorrow"),
            ("ja", "⟦一昨日⟧、明日香さんは⟦来年⟧来る", "the day before yesterday, next year"),
            ("ko", "⟦어제⟧는 좋았고 오늘날 ⟦다음 주⟧에", "yesterday, next week"), ("th", "เขาจะมา⟦พรุ่งนี้⟧", "tomorrow"),
            ("id", "3 tahun lalu, ⟦tahun lalu⟧", "last year"), ("sv", "⟦i morgon⟧ eller ⟦idag⟧", "tomorrow, today"),
            ("no", "⟦i går⟧", "yesterday"), ("sr-Latn", "⟦juče⟧", "yesterday"), ("en", "", ""), ("zh", "今", ""),
            ("en", "Todays yesterdayish", ""),
        ])
    func `relative times are read`(language: String, marked: String, meant: String) {
        let marked = MarkedText(marked)
        let found = RelativeTimeReader(language: Language(language)).times(in: marked.text)
        let values = found.map {
            Set($0.readings.map(\.description)).sorted().joined(separator: "|") + ($0.isSure ? "" : "?")
        }
        #expect(values.joined(separator: ", ") == meant)
        #expect(found.map(\.range) == marked.ranges)
    }

    @Test(
        arguments: [
            ("en", "at 8:30 p.m. EDT", "20:30", [-240], "EDT"),
            ("en", "at 3 p.m. (Moscow time)", "15:00", [], "Moscow time"),
            ("en", "at 09:00 UTC+5:30.", "9:00", [330], "UTC+5:30"), ("en", "at 0900 GMT", "9:00", [0], "GMT"),
            ("en", "at 10:15 UTC−0330", "10:15", [-210], "UTC−0330"),
            ("de", "um 15 Uhr Ortszeit", "15:00", [], "Ortszeit"),
            ("fr", "à 14h30, heure de Paris", "14:30", [], "heure de Paris"),
            ("ru", "в 15:30 по московскому времени", "15:30", [], "по московскому времени"),
            ("ru", "в 15:30 МСК", "15:30", [180], "МСК"), ("zh", "北京时间15时30分", "15:30", [], "北京时间"),
            ("en", "at 3 p.m. for the first time", "15:00", nil, nil), ("en", "at 3 p.m. today", "15:00", nil, nil),
            ("en", "at 10:15. Time flies", "10:15", nil, nil), ("en", "at 10:15 UTC+", "10:15", [0], "UTC"),
        ] as [(String, String, String, [Int]?, String?)])
    func `the zones of times are read`(language: String, text: String, time: String, offsets: [Int]?, zone: String?) {
        let language = Language(language)
        let times = TimeReader(language: language).times(
            in: text, numbers: NumberReader(language: language).facts(in: text))
        #expect(times.first?.value == time)
        #expect(times.first?.zone.map { $0.offsets.sorted() } == offsets && times.first?.zone?.text == zone)
    }
}
