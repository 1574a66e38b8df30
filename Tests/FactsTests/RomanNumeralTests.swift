import Facts
import Testing

@Suite struct RomanNumeralTests {
    @Test(
        arguments: [
            ("XXI", 21), ("ХХІ", 21), ("XIX", 19), ("V", 5), ("MMMDCCCLXXXVIII", 3888), ("IV", 4), ("II", 2),
            ("I", nil),
            ("C", nil), ("IIII", nil), ("IC", nil), ("mix", nil), ("", nil), ("MMMMMMMMMMMMMMMMMMMM", nil),
            ("CIVIL", nil),
        ] as [(String, Int?)])
    func `numbers are read by value`(word: String, value: Int?) {
        #expect(RomanNumeral.value(word) == value)
    }

    @Test(
        arguments: [
            ("XIXe", 19), ("Ve", 5), ("XVIIème", 17), ("XIX", nil), ("Va", nil), ("XVIa", 16), ("Xerxes", nil),
            ("e", nil),
        ]
            as [(String, Int?)])
    func `ordinals are read by value`(word: String, value: Int?) {
        #expect(RomanNumeral.ordinal(word) == value)
    }
}
