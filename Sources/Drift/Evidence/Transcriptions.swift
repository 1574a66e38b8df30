internal import Bitext
internal import Facts

/// Words in katakana that spell a word of the other side, and those words: マノカラニポ and Manokalanipo. The model knows few of
/// them, and where the word itself stands beside its transcription, that one answers to it.
enum Transcriptions {
    /// Where they stand on a side, in bytes of the bead's text, in order, and how alike the spellings are.
    static func ranges(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> [(range: TextRange, likeness: Double)] {
        let (isOwn, isOther) = (pair[side].language.code == "ja", pair[side.other].language.code == "ja")
        guard isOwn != isOther else { return [] }
        let others = words(pair, bead, side.other, inKatakana: isOther).map(\.skeleton)
        guard !others.isEmpty else { return [] }
        return words(pair, bead, side, inKatakana: isOwn).compactMap { range, skeleton in
            guard skeleton.letters.count >= leastLetters else { return nil }
            let likeness = skeleton.likeness(toBestOf: others, pairs: true)
            return likeness >= leastLikeness ? (range, likeness) : nil
        }
    }

    /// The words of a side, all or those in katakana.
    private static func words(
        _ pair: AlignedPair, _ bead: Bead, _ side: Side, inKatakana: Bool
    ) -> [(range: TextRange, skeleton: NameSkeleton)] {
        var found: [(range: TextRange, skeleton: NameSkeleton)] = []
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            let words = segment.tokens.filter { $0.kind == .word }
            for (word, skeleton) in zip(words, segment.skeletons)
            where !inKatakana || isKatakana(segment.segment.text.slice(word.range)) {
                let range = word.range.shifted(by: offset)
                // A name that the dictionary lacks comes in parts.
                if inKatakana, let last = found.last, last.range.end == range.start {
                    found[found.count - 1] = (
                        TextRange(last.range.start, range.end), NameSkeleton(joining: [last.skeleton, skeleton])
                    )
                } else {
                    found.append((range, skeleton))
                }
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
