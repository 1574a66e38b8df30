/// TER: how many words must be put in, left out, replaced or moved in a version to make it the reference, a stretch of words
/// moved counting as one edit.
///
/// Snover et al., "A study of translation edit rate with targeted human annotation", AMTA 2006, section 3, with the limits
/// of its program Tercom (moved stretches of at most 10 words, over at most 50) as sacrebleu 2 keeps them: the edit distance
/// is searched near the diagonal, and the search for moves is greedy. In segments of more
/// than 2,000 words nothing is moved. Add segments to get the rate of a text.
public struct TranslationEditRate: Sendable, Hashable {
    /// What tells others how the rate was made, in sacrebleu's words.
    public static let signature = "TER|nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no"

    /// The number of edits.
    public private(set) var edits = 0
    /// The number of words of the reference.
    public private(set) var words = 0

    /// The longest stretch that is moved, in words.
    private static let longestMove = 10
    /// The furthest that one is looked for, in words.
    private static let furthestMove = 50
    /// More places than this are not tried.
    private static let mostTried = 1000
    /// In longer segments nothing is moved, which would take minutes.
    private static let mostWords = 2000

    /// Nothing counted yet.
    public init() {}

    /// Counts one segment; words are what stands between white space, in small letters.
    /// - Parameters:
    ///   - version: the version under test (the hypothesis).
    ///   - reference: what it is compared with.
    public init(version: String, reference: String) {
        // By bytes: other programs do not take é for e and an accent.
        var numbers: [[UInt8]: Int] = [:]
        func words(_ text: String) -> [Int] {
            text.lowercased().split(whereSeparator: \.isWhitespace).map { word in
                let next = numbers.count
                let number = numbers[Array(word.utf8)] ?? next
                numbers[Array(word.utf8)] = number
                return number
            }
        }
        let reference = words(reference)
        var current = words(version)
        self.words = reference.count
        guard !reference.isEmpty else {
            edits = current.count
            return
        }
        var path = EditPath(current, reference)
        if max(current.count, reference.count) <= TranslationEditRate.mostWords {
            var tried = 0
            while let move = TranslationEditRate.bestMove(current, reference, path, &tried), move.gain > 0 {
                // Tercom drops the move on which its patience ends.
                guard tried < TranslationEditRate.mostTried else { break }
                current = move.words
                edits += 1
                path = EditPath(current, reference)
            }
        }
        edits += path.cost
    }

    /// Adds another segment.
    public mutating func add(_ other: TranslationEditRate) {
        edits += other.edits
        words += other.words
    }

    /// Edits for a hundred words of the reference; 100 where only the version has words, 0 where neither has.
    public var rate: Double {
        words > 0 ? 100 * Double(edits) / Double(words) : edits > 0 ? 100 : 0
    }

    /// A stretch moved.
    private struct Move {
        /// What it saves, in edits.
        let gain: Int
        let length: Int
        let start: Int
        let place: Int
        let words: [Int]

        /// Tercom's order: the most saved, the longest, the earliest, to the earliest place.
        func isBetter(than other: Move) -> Bool {
            (gain, length, other.start, other.place) > (other.gain, other.length, start, place)
        }
    }

    /// The move that saves most; stretches that fit already, or whose place is taken by what fits, stay.
    private static func bestMove(_ words: [Int], _ reference: [Int], _ path: EditPath, _ tried: inout Int) -> Move? {
        var best: Move?
        for start in words.indices {
            let places = reference.indices.clamped(to: max(0, start - furthestMove)..<start + furthestMove + 1)
            for place in places {
                var length = 0
                while length < longestMove, start + length < words.count, place + length < reference.count,
                    words[start + length] == reference[place + length]
                {
                    length += 1
                    guard path.isWrong(words: start..<start + length), path.isWrong(reference: place..<place + length),
                        !(start..<start + length).contains(path.counterpart[place])
                    else { continue }
                    var last = -1
                    for offset in -1..<length {
                        let target = place + offset < 0 ? 0 : path.counterpart[place + offset] + 1
                        guard target != last else { continue }
                        last = target
                        let moved = moving(words, start..<start + length, to: target)
                        let move = Move(
                            gain: path.cost - EditPath.cost(moved, reference), length: length, start: start,
                            place: target, words: moved)
                        tried += 1
                        if best.map({ move.isBetter(than: $0) }) ?? true { best = move }
                    }
                    if tried >= mostTried { return best }
                }
            }
        }
        return best
    }

    /// Words with a stretch moved before a place; a place within the stretch, or not far behind it, counts from its start.
    private static func moving(_ words: [Int], _ stretch: Range<Int>, to place: Int) -> [Int] {
        var rest = words
        rest.removeSubrange(stretch)
        let target =
            place < stretch.lowerBound ? place : place > stretch.upperBound ? place - stretch.count : place
        rest.insert(contentsOf: words[stretch], at: min(rest.count, max(0, target)))
        return rest
    }
}
