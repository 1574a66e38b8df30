import Corpus
import Drift
import TestSupport
import Testing

@Suite struct NameInTextTests {
    /// Words that a text has in small letters, too, are no names where a heading has them with capitals.
    @Test(arguments: [([], 1), (["A johansson is a kind of lamp.", "No gate was open."], 0)] as [([String], Int)])
    func `a word in small letters elsewhere is no name`(others: [String], count: Int) throws {
        let source = ["The bridge was opened by Johansson last Monday."] + others
        let target =
            ["Мост открыл Иваненко в прошлый понедельник."]
            + ["Так зовут вид лампы.", "Ни одни ворота не были открыты."].prefix(others.count)
        let pair = Comparer().compare(
            units: (try Pairs.segmented(source, "en"), try Pairs.segmented(Array(target), "ru")))
        #expect(pair.findings.filter { $0.check == "name-mismatch" }.count == count)
    }
}
