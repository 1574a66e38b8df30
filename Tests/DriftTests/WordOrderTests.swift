import Corpus
import Drift
import TestSupport
import Testing

@Suite struct WordOrderTests {
    private static let sentence = """
        Der Minister traf in der Hauptstadt die Vertreter der Gewerkschaft und der Bauern, um über die Preise von Milch, \
        Brot und Wasser zu sprechen.
        """
    private static let jumbled = """
        Water and bread, milk of prices the about speak to capital the in farmers the and union the of representatives \
        the met minister the.
        """

    /// A message of several sentences may have them in another order.
    @Test(arguments: [(1, 1), (4, 0)]) func `the words of long passages may be ordered anew`(times: Int, count: Int)
        throws
    {
        func text(_ sentence: String) -> [String] {
            [Array(repeating: sentence, count: times).joined(separator: " ")]
        }
        let pair = Comparer().compare(
            units: (
                try Pairs.segmented(text(WordOrderTests.sentence), "de"),
                try Pairs.segmented(text(WordOrderTests.jumbled), "en")
            ))
        #expect(pair.findings.filter { $0.check == "word-order" }.count == count)
    }
}
