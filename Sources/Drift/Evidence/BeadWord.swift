internal import Bitext
internal import Facts

/// A word of a bead's side, and what is left of it when its spelling is forgiven.
struct BeadWord {
    /// Where it stands in the bead's text, in UTF-8 bytes.
    let range: TextRange
    /// The word.
    let text: Substring
    /// Its skeleton.
    let skeleton: NameSkeleton
    /// Whether it names a country, a city, a month, a weekday or a number.
    let isFact: Bool

    /// The words of a side, in order.
    static func all(_ pair: AlignedPair, _ bead: Bead, _ side: Side) -> [BeadWord] {
        var words: [BeadWord] = []
        var offset = 0
        for index in bead[side] {
            let segment = pair[side].segments[index]
            let text = segment.segment.text
            for (token, skeleton) in zip(segment.tokens.filter { $0.kind == .word }, segment.skeletons) {
                words.append(
                    BeadWord(
                        range: token.range.shifted(by: offset), text: text.slice(token.range), skeleton: skeleton,
                        isFact: segment.named.contains { $0.range.overlaps(token.range) }))
            }
            offset += text.utf8.count + 1
        }
        return words
    }
}
