import Drift
import Facts
import TestSupport
import Testing

@Suite struct NameMentionTests {
    /// What has a capital beside names and years is none.
    @Test(arguments: [
        ("en", "Then Mr Panvalkar met Louis XV in the year 44 BC near Rome.", ["Then", "Panvalkar", "Louis", "Rome"]),
        ("es", "La Sra. Pugh vino en el siglo XV.", ["La", "Pugh"]),
        ("de", "Dort traf Herr Meyer die Kaiserin.", ["Dort", "Meyer", "Kaiserin"]),
        ("zh", "他見了UN和Uber。", ["UN", "Uber"]),
    ])
    func `titles and Roman numerals are no names`(language: String, text: String, names: [String]) throws {
        #expect(try Pairs.segmented([text], language).segments.flatMap(\.names).map(\.text) == names)
    }
}
