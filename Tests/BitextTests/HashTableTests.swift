import Bitext
import TestSupport
import Testing

@Suite struct HashTableTests {
    @Test(arguments: SeededGenerator.seeds)
    func `it keeps what a dictionary keeps`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var (table, dictionary) = (HashTable<Int>(), [UInt64: Int]())
        // Numbers that are near each other, as those of letters, and any.
        for value in 0..<2000 {
            let key = Bool.random(using: &random) ? UInt64.random(in: 1...3000, using: &random) : random.next() | 2
            table.set(key, to: value)
            dictionary[key] = value
        }
        #expect(table.count == dictionary.count)
        for (key, value) in dictionary { #expect(table[key] == value) }
        for key in UInt64(3001)...4000 { #expect(table[key] == dictionary[key]) }
    }

    @Test func `an empty table has nothing, and lists grow`() {
        var table = HashTable<[String]>()
        #expect(table[0] == nil && table[7] == nil)
        table.add("harbour", to: 7)
        table.add("mole", to: 7)
        #expect(table[7] == ["harbour", "mole"])
        table.change { $0.reverse() }
        #expect(table[7] == ["mole", "harbour"] && table.count == 1)
    }
}
