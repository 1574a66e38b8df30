import Bitext
import Testing

@Suite struct ByteHashTests {
    @Test(arguments: ["", "harbour", "HaRBouR", "Zürich", "ÉTÉ", "İstanbul", "ДОМ", "港", "A1-b"])
    func `the hash of a word in lower case is that of its lower-case form`(word: String) {
        #expect(ByteHash.ofLowercase(word[...]) == ByteHash.of(word.lowercased().utf8))
    }
}
