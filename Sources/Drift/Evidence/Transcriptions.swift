internal import Bitext
internal import Facts

/// Words in katakana that spell a word of the other side: マノカラニポ beside Manokalanipo. The model knows few of them, and
/// where the word itself stands beside its transcription, that one answers to it.
enum Transcriptions {
    /// Where they stand, in bytes of the bead's text, in order, and how alike the spellings are.
    static func ranges(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> [(range: TextRange, likeness: Double)] {
        guard pair[side].language.code == "ja", !pair.isSameLanguage else { return [] }
        let others = bead[side.other].flatMap { pair[side.other].segments[$0].skeletons }
        var found: [(range: TextRange, likeness: Double)] = []
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            let words = segment.tokens.filter { $0.kind == .word }
            for (word, skeleton) in zip(words, segment.skeletons) where skeleton.letters.count >= leastLetters {
                guard isKatakana(segment.segment.text.slice(word.range)) else { continue }
                let likeness = skeleton.likeness(toBestOf: others, pairs: true)
                if likeness >= leastLikeness { found.append((word.range.shifted(by: offset), likeness)) }
            }
            offset += segment.segment.text.utf8.count + 1
        }
        return found
    }

    /// Fewer consonants are those of too many words.
    private static let leastLetters = 2
    private static let leastLikeness = 0.6

    private static func isKatakana(_ word: Substring) -> Bool {
        word.unicodeScalars.allSatisfy { (0x30A1...0x30FE).contains($0.value) }
    }
}
