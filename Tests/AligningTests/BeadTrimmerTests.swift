import Aligning
import Bitext
import Corpus
import Drift
import TestSupport
import Testing

/// A segment that speaks of its neighbour's matter but is missing from the other side.
@Suite struct BeadTrimmerTests {
    private static let english = [
        "The harbour of Lindvik is older than the town.",
        "The ministry has sent forty new boats to the islands this spring.",
        "Fishermen on the coast say that the herring came back two weeks early.",
        "The mayor wants to build a road between the two villages before winter.",
        "Doctors at the hospital examined the lungs of four hundred smokers and found damaged cells.",
        "Three schools will close in June because there are too few children.",
        "The bridge across the river was finished in October after six years of work.",
        "Farmers in the valley hope for rain, since the summer has been dry.",
        "The old library lost its roof in the storm and stays closed until May.",
        "The train to the capital now stops at every station on the lake.",
    ]

    private static let german = [
        "Der Hafen von Lindvik ist älter als die Stadt.",
        "Das Ministerium hat in diesem Frühjahr vierzig neue Boote auf die Inseln geschickt.",
        "Fischer an der Küste sagen, dass der Hering zwei Wochen zu früh zurückkam.",
        "Der Bürgermeister will vor dem Winter eine Straße zwischen den beiden Dörfern bauen.",
        "Ärzte des Krankenhauses untersuchten die Lungen von vierhundert Rauchern und fanden beschädigte Zellen.",
        "Drei Schulen werden im Juni schließen, weil es zu wenige Kinder gibt.",
        "Die Brücke über den Fluss wurde im Oktober nach sechs Jahren Arbeit fertig.",
        "Die Bauern im Tal hoffen auf Regen, da der Sommer trocken war.",
        "Die alte Bibliothek verlor im Sturm ihr Dach und bleibt bis Mai geschlossen.",
        "Der Zug in die Hauptstadt hält nun an jedem Bahnhof am See.",
    ]

    @Test(arguments: Side.allCases)
    func `a lost sentence is no part of its neighbour's bead`(side: Side) throws {
        let sentence = "Damaged cells were found in the lungs of all smokers whom the doctors examined."
        var more = BeadTrimmerTests.english
        more.insert(sentence, at: 5)
        let (english, german) = (
            try Pairs.segmented(more, "en"), try Pairs.segmented(BeadTrimmerTests.german, "de")
        )
        let pair = side == .source ? Comparer().align(english, german) : Comparer().align(german, english)
        #expect(pair.ladder.beads.filter(\.isNull).map { Array($0[side]) } == [[5]])
        #expect(pair.ladder.beads.allSatisfy { $0.source.count <= 1 && $0.target.count <= 1 })
    }

    @Test func `a sentence that was joined to its neighbour stays in its bead`() throws {
        var (more, joined) = (BeadTrimmerTests.english, BeadTrimmerTests.german)
        more.insert("The cells in the lungs of smokers are damaged by every cigarette, the doctors say.", at: 5)
        joined[4] =
            "Ärzte des Krankenhauses untersuchten die Lungen von vierhundert Rauchern und fanden beschädigte Zellen; "
            + "jede Zigarette, sagen die Ärzte, beschädigt die Zellen in den Lungen von Rauchern."
        let pair = Comparer().align(try Pairs.segmented(more, "en"), try Pairs.segmented(joined, "de"))
        #expect(pair.ladder.beads.map(\.shape).filter { $0 != "1-1" } == ["2-1"])
    }
}
