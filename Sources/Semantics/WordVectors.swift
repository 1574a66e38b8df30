import Bitext

/// A word of a text with its vector and how much it tells.
struct VectorWord: Sendable {
    /// The word's number among the distinct words of its side.
    let word: Int
    /// How much it tells, 0.2 to 6.5.
    let weight: Float
    /// The bytes it takes, and those of punctuation left out before it.
    var length = 0
    var skipped = 0
    /// For a word with a capital, how much likelier it is with it than without, in nats; 0 for other words.
    var properness: Float = 0
    /// What it says by itself of its counterpart being missing, in nats.
    var absence: Float = 0
}

/// The distinct words of a text with their vectors: units of length 1.
///
/// Pieces of a written word are added up, each by how much it tells; pieces of Chinese characters and kana stay single;
/// punctuation is left out.
public final class WordVectors {
    private let vocabulary: PieceVocabulary
    /// By the hash of a word, where its units stand in `units`.
    private var known = HashTable<Range<Int>>()
    private var units: [VectorWord] = []
    private var groups: [[Int]: VectorWord] = [:]
    private var workspace = PieceVocabulary.Workspace()
    /// The vectors, one behind the other.
    private(set) var vectors: [Float] = []
    /// The number of distinct words.
    private(set) var count = 0

    /// The number of dimensions.
    var dimensions: Int { vocabulary.file.dimensions }

    /// Makes an empty list.
    public init(_ vocabulary: PieceVocabulary) { self.vocabulary = vocabulary }

    /// The words of a text.
    func words(_ text: String) -> [VectorWord] {
        let text = WordVectors.lowered(text)
        var words: [VectorWord] = []
        for run in text.unspacedRuns { words += units[unitsOf(run)] }
        return words
    }

    /// A text in small letters where it is in capitals, as headings are: the vocabulary has few such words.
    private static func lowered(_ text: String) -> String {
        guard text.isInCapitals else { return text }
        let lower = text.lowercased()
        // Places must stay as they are.
        return lower.utf8.count == text.utf8.count ? lower : text
    }

    /// The words of a text without white space, as places in `units`.
    private func unitsOf(_ run: UnspacedRun) -> Range<Int> {
        if let found = known[run.hash] { return found }
        var read = read(run.text)
        let properness = vocabulary.properness(run.text, &workspace)
        for index in read.indices { read[index].properness = properness }
        let range = units.count..<units.count + read.count
        units += read
        known.set(run.hash, to: range)
        return range
    }

    /// A word and where it stands.
    struct Placed {
        let word: VectorWord
        let range: TextRange
    }

    /// The words of a text with their places.
    func placed(_ text: String) -> [Placed] {
        let text = WordVectors.lowered(text)
        var placed: [Placed] = []
        let runs = text.unspacedRuns
        placed.reserveCapacity(runs.count)
        for run in runs {
            let start = run.start
            let length = run.text.utf8.count
            let own = unitsOf(run)
            if own.count == 1 {
                placed.append(Placed(word: units[own.lowerBound], range: TextRange(start, start + length)))
                continue
            }
            let total = own.reduce(0) { $0 + units[$1].length }
            // Where normalising changed nothing, the pieces tell where each word of an unspaced run stands.
            let isExact = total <= length
            var position = 0
            for unit in units[own] {
                let from = isExact ? min(length, position + unit.skipped) : 0
                let to = isExact ? min(length, from + unit.length) : length
                placed.append(Placed(word: unit, range: TextRange(start + from, start + to)))
                position = to
            }
        }
        return placed
    }

    private func read(_ word: Substring) -> [VectorWord] {
        var words: [VectorWord] = []
        var group: [Int] = []
        var isUnspaced = false
        var length = 0
        var skipped = 0
        func close() {
            if !group.isEmpty {
                var word = unit(group)
                word.length = length
                word.skipped = skipped
                words.append(word)
                skipped = 0
            }
            group = []
            length = 0
        }
        vocabulary.cut(word, &workspace)
        for piece in workspace.pieces {
            guard vocabulary.file.weight(piece) > 0.1 else {
                close()
                skipped += vocabulary.length(piece)
                continue
            }
            let single = vocabulary.isUnspaced(piece)
            if vocabulary.startsWord(piece) || single || isUnspaced { close() }
            group.append(piece)
            length += vocabulary.length(piece)
            isUnspaced = single
        }
        close()
        return words
    }

    private func unit(_ pieces: [Int]) -> VectorWord {
        if let found = groups[pieces] { return found }
        var vector = [Float](repeating: 0, count: dimensions)
        var weight: Float = 0
        for piece in pieces {
            let own = vocabulary.file.weight(piece)
            vocabulary.file.add(piece, times: own, to: &vector)
            weight = max(weight, own)
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if length > 0 { for index in vector.indices { vector[index] /= length } }
        vectors += vector
        var word = VectorWord(word: count, weight: min(6.5, weight + (pieces.count > 1 ? 0.5 : 0)))
        word.absence = vocabulary.file.absence.own(vector, weight: word.weight)
        count += 1
        groups[pieces] = word
        return word
    }
}
