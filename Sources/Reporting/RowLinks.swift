import Bitext
import Corpus
import Drift

/// Which words answer to which, for the rows of a page: the script shows it where the pointer or the keys are.
struct RowLinks {
    /// Of longer texts only rows with findings and those beside them have links: the page would grow by half.
    private static let mostRows = 2_000

    private let linker = BeadLinker()
    private let pair: AlignedPair
    private let asked: Set<Int>?

    init(_ pair: AlignedPair, _ places: FindingPlaces) {
        self.pair = pair
        asked =
            pair.ladder.beads.count <= RowLinks.mostRows
            ? nil : Set(places.byBead.keys.flatMap { [$0 - 1, $0, $0 + 1] })
    }

    /// The links of a row: words of the source, of the target, and pairs of their numbers, such as `0-5 6-9|0-4|0:0 1:0`;
    /// places in UTF-16 code units of the cells' texts, as scripts count. `nil` where there are none.
    func text(_ row: Int) -> String? {
        let bead = pair.ladder.beads[row]
        guard !bead.isNull, asked?.contains(row) ?? true, let linked = linker?.links(bead, in: pair),
            !linked.links.isEmpty
        else { return nil }
        let words = [
            places(linked.sourceRanges, in: pair.source.text(bead.source)),
            places(linked.targetRanges, in: pair.target.text(bead.target)),
        ]
        return (words + [linked.pairs.map { "\($0.source):\($0.target)" }.joined(separator: " ")])
            .joined(separator: "|")
    }

    private func places(_ ranges: [TextRange], in text: String) -> String {
        var places: [String] = []
        var (index, units) = (text.utf8.startIndex, 0)
        for range in ranges {
            let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.start)
            let end = text.utf8.index(text.utf8.startIndex, offsetBy: range.end)
            units += text.utf16.distance(from: index, to: start)
            let length = text.utf16.distance(from: start, to: end)
            places.append("\(units)-\(units + length)")
            (index, units) = (end, units + length)
        }
        return places.joined(separator: " ")
    }
}
