/// A word of a text with its vector and how much it tells.
struct VectorWord: Sendable {
    /// The word's number among the distinct words of its side.
    let word: Int
    /// How much it tells, 0.2 to 6.5.
    let weight: Float
}

/// The distinct words of a text with their vectors: units of length 1.
///
/// Pieces of a written word are added up, each by how much it tells; pieces of Chinese characters and kana stay single;
/// punctuation is left out.
public final class WordVectors {
    private let vocabulary: PieceVocabulary
    private var known: [Substring: [VectorWord]] = [:]
    private var groups: [[Int]: VectorWord] = [:]
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
        var words: [VectorWord] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let found = known[word] {
                words += found
            } else {
                let read = read(word)
                known[word] = read
                words += read
            }
        }
        return words
    }

    private func read(_ word: Substring) -> [VectorWord] {
        var words: [VectorWord] = []
        var group: [Int] = []
        var isUnspaced = false
        func close() {
            if !group.isEmpty { words.append(unit(group)) }
            group = []
        }
        for piece in vocabulary.pieces(word) {
            guard vocabulary.file.weight(piece) > 0.1 else {
                close()
                continue
            }
            let single = vocabulary.isUnspaced(piece)
            if vocabulary.startsWord(piece) || single || isUnspaced { close() }
            group.append(piece)
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
        vectors += length > 0 ? vector.map { $0 / length } : vector
        let word = VectorWord(word: count, weight: min(6.5, weight + (pieces.count > 1 ? 0.5 : 0)))
        count += 1
        groups[pieces] = word
        return word
    }
}
