import Bitext
import Facts
import Testing

@Suite struct WordHeadsTests {
    @Test(arguments: 1...3)
    func `words that begin as one that was added may start there, however they are written`(length: Int) {
        var heads = WordHeads(length: length)
        for word in ["before", "no", "ёлка", "İzmir", "中", "año"] { heads.insert(word) }
        for word in [
            "before", "Before", "BEFOREHAND", "no", "NO", "north", "ёлка", "Ёлки", "izmir", "İZMİR", "中国", "año",
            "AÑOS",
            "an\u{303}o", "be\u{AD}fore",
        ] { #expect(heads.mayStart(word[...]), "\(word), \(length) letters") }
    }

    @Test func `most others may not, the fewer the more letters are compared`() {
        let added = ["before", "after", "increase", "western", "minister"]
        let others = ["because", "afraid", "include", "weather", "mind", "house", "", "b", "af"]
        let counts = (1...3).map { length in
            var heads = WordHeads(length: length)
            for word in added { heads.insert(word) }
            return others.count { heads.mayStart($0[...]) }
        }
        #expect(counts == [7, 6, 2])
    }

    @Test func `a scalar is alphabetic where Unicode says so`() {
        for value in 0..<UInt32(0x3100) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(scalar.isAlphabetic == scalar.properties.isAlphabetic, "\(value)")
        }
    }
}
