import ICU
import Testing

@Suite struct CalendarDataTests {
    @Test(
        arguments: [
            ("persian", 1403, 3, 15, "2024-6-4"), ("persian", 1399, 12, 30, "2021-3-20"),
            ("islamic-umalqura", 1445, 9, 12, "2024-3-22"), ("buddhist", 2561, 1, 5, "2018-1-5"),
            ("ethiopic", 2016, 1, 1, "2023-9-12"), ("hebrew", 5784, 8, 12, "2024-4-20"),
            ("persian", 1403, 12, 31, nil), ("persian", 0, 1, 1, nil), ("persian", 1403, 14, 1, nil),
            ("gregory", 2023, 2, 29, nil),
        ] as [(String, Int, Int, Int, String?)])
    func `days of other calendars are converted`(calendar: String, year: Int, month: Int, day: Int, gregorian: String?)
    {
        let found = CalendarData.gregorian(year: year, month: month, day: day, calendar: calendar)
        #expect(found.map { "\($0.year)-\($0.month)-\($0.day)" } == gregorian)
    }

    @Test func `the calendars of a language's region are known`() {
        #expect(CalendarData.common("th").first == "buddhist" && CalendarData.common("fa").first == "persian")
        #expect(CalendarData.common("en") == ["gregorian"])
    }

    @Test func `months have names in the language`() {
        #expect(CalendarData.months("fa", calendar: "persian")[2].contains("خرداد"))
        #expect(CalendarData.months("ar", calendar: "islamic-civil")[8].contains("رمضان"))
    }
}
