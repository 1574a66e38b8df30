import Bitext
import Corpus
import Drift
import Facts

/// What differs between two stretches in one language, word by word: the longest common subsequence of their words and
/// marks (Myers 1986, by the standard library's `difference(from:)`).
struct WordChanges {
    /// A word or mark with what stands between it and the one before.
    struct Word: Equatable {
        let gap: String
        let text: String
    }

    /// A run of words of one side that the other side has, too, or has not.
    struct Piece: Equatable {
        var text: String
        let isChanged: Bool
    }

    /// The two sides, piece by piece; a side whose words are all other ones is one piece that did not change.
    let old, new: [Piece]

    /// With more words than this, only what both begin and end with is looked for: the difference's memory grows with the
    /// square of what differs.
    private static let most = 1_000

    /// Compares the words of a stretch of two versions.
    init(_ choice: VersionChoice, _ stretch: VersionChoice.Stretch) {
        self.init(WordChanges.words(choice.old, stretch.old), WordChanges.words(choice.new, stretch.new))
    }

    /// Compares the words of two sides.
    init(_ old: [Word], _ new: [Word]) {
        let changed = WordChanges.changed(old.map(\.text), new.map(\.text))
        self.old = WordChanges.pieces(old, changed.old)
        self.new = WordChanges.pieces(new, changed.new)
    }

    /// The words and marks of some segments, a space between the segments.
    static func words(_ version: AlignedPair.Version, _ segments: Range<Int>) -> [Word] {
        var words: [Word] = []
        for segment in version.segments[segments] {
            let text = segment.segment.text
            var end = 0
            for token in segment.tokens where token.range.start >= end {
                let gap = words.isEmpty || end > 0 ? "" : " "
                words.append(
                    Word(
                        gap: gap + text.slice(TextRange(end, token.range.start)), text: String(text.slice(token.range)))
                )
                end = token.range.end
            }
            if end < text.utf8.count {
                words.append(Word(gap: "", text: String(text.slice(TextRange(end, text.utf8.count)))))
            }
        }
        return words
    }

    private static func changed(_ old: [String], _ new: [String]) -> (old: Set<Int>, new: Set<Int>) {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let room = min(old.count, new.count) - head
        let tail = min(room, zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count)
        let middle = (old: head..<old.count - tail, new: head..<new.count - tail)
        let whole = (Set(middle.old), Set(middle.new))
        guard max(middle.old.count, middle.new.count) <= most else { return whole }
        var changed: (old: Set<Int>, new: Set<Int>) = ([], [])
        for change in Array(new[middle.new]).difference(from: Array(old[middle.old])) {
            switch change {
            case .remove(let offset, _, _): changed.old.insert(head + offset)
            case .insert(let offset, _, _): changed.new.insert(head + offset)
            }
        }
        // Two wordings that have little more than "the" and "of" in common in between are read as a whole.
        let common = middle.old.count - changed.old.count
        return 3 * common < max(middle.old.count, middle.new.count) ? whole : changed
    }

    /// Runs of words; what stands between two runs belongs to the one that did not change.
    private static func pieces(_ words: [Word], _ changed: Set<Int>) -> [Piece] {
        guard changed.count < words.count else {
            return [Piece(text: words.map { $0.gap + $0.text }.joined(), isChanged: false)]
        }
        var pieces: [Piece] = []
        func add(_ text: String, _ isChanged: Bool) {
            guard !text.isEmpty else { return }
            if pieces.last?.isChanged == isChanged, let last = pieces.indices.last {
                pieces[last].text += text
            } else {
                pieces.append(Piece(text: text, isChanged: isChanged))
            }
        }
        for (index, word) in words.enumerated() {
            let isChanged = changed.contains(index)
            add(word.gap, isChanged && pieces.last?.isChanged == true)
            add(word.text, isChanged)
        }
        return pieces
    }
}
