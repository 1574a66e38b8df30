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
        let all = BeadWord.all(pair, bead, side)
        guard inKatakana else { return all.map { ($0.range, $0.skeleton) } }
        return all.filter { isKatakana($0.text) }.reduce(into: []) { runs, word in
            // A name that the dictionary lacks comes in parts.
            if let last = runs.last, last.range.end == word.range.start {
                runs[runs.count - 1] = (
                    TextRange(last.range.start, word.range.end), NameSkeleton(joining: [last.skeleton, word.skeleton])
                )
            } else {
                runs.append((word.range, word.skeleton))
            }
        }
    }

    /// Fewer consonants are those of too many words.
    private static let leastLetters = 2
    private static let leastLikeness = 0.6

    private static func isKatakana(_ word: Substring) -> Bool {
        word.unicodeScalars.allSatisfy { (0x30A1...0x30FE).contains($0.value) }
    }
}
