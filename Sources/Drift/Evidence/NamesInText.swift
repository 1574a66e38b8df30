internal import Bitext
internal import Facts

/// Which words with capitals are names in a text: not those that it has in small letters, too, as headings have them.
final class NamesInText {
    private let pair: AlignedPair
    /// The hashes of the words in small letters, of sides that were asked for.
    private var small: [Side: Set<UInt64>] = [:]

    init(_ pair: AlignedPair) { self.pair = pair }

    /// Whether a side has none of the words of an expression in small letters.
    func areNames(_ text: String, _ side: Side) -> Bool {
        let words = words(side)
        return !text.split { !$0.isWordLetter }.contains { words.contains(ByteHash.ofLowercase($0)) }
    }

    private func words(_ side: Side) -> Set<UInt64> {
        if let known = small[side] { return known }
        var words: Set<UInt64> = []
        for segment in pair[side].segments {
            for token in segment.tokens where token.kind == .word {
                let word = segment.segment.text.slice(token.range)
                if word.first?.isLowercase == true { words.insert(ByteHash.of(word.utf8)) }
            }
        }
        small[side] = words
        return words
    }
}
