import Bitext
import Testing

@Suite struct ByteSearchTests {
    @Test(arguments: [
        ("", "", true, true), ("abc", "", true, true), ("", "a", false, false), ("abc", "abcd", false, false),
        ("abc", "abc", true, true), ("abc", "bc", true, false), ("ababc", "abc", true, false),
        ("三分之二", "三分", true, true), ("ne\u{301}", "ne", true, true), ("né", "ne", false, false),
    ])
    func `texts hold and begin with others byte by byte`(text: String, other: String, holds: Bool, starts: Bool) {
        #expect(text.holdsBytes(of: other) == holds)
        #expect(text[...].startsWithBytes(of: other) == starts)
    }
}
