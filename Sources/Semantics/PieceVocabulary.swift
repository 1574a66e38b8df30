internal import Bitext
internal import ICU

/// Cuts words into the pieces of a model's vocabulary: the most probable sequence under a unigram model (Kudo,
/// "Subword Regularization", ACL 2018), as SentencePiece does.
public final class PieceVocabulary: Sendable {
    let file: VectorFile
    /// The model's file.
    public var vectors: VectorFile { file }
    private let table: [Int32]
    private let mask: Int
    private let longest: Int

    /// Builds the look-up table of a model's pieces, in some ten milliseconds.
    public init(_ file: VectorFile) {
        self.file = file
        var size = 1
        while size < file.pieceCount * 2 { size *= 2 }
        mask = size - 1
        var table = [Int32](repeating: -1, count: size)
        var longest = 1
        for piece in 0..<file.pieceCount {
            let start = Int(file.starts[piece])
            let end = Int(file.starts[piece + 1])
            longest = max(longest, end - start)
            var hash = PieceVocabulary.seed
            for index in start..<end { hash = PieceVocabulary.mixed(hash, file.strings[index]) }
            var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
            while table[slot] >= 0 { slot = (slot + 1) & mask }
            table[slot] = Int32(piece)
        }
        self.table = table
        self.longest = longest
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// The pieces of a word.
    /// - Parameter word: text without white space; the mark of a word's start is put before it here.
    /// - Returns: numbers of pieces, characters that no piece holds left out.
    func pieces(_ word: some StringProtocol) -> [Int] {
        let text = [0xE2, 0x96, 0x81] + Array(compatibilityComposed(String(word)).utf8)
        let count = text.count
        var best = [Float](repeating: .infinity, count: count + 1)
        var from = [Int32](repeating: 0, count: count + 1)
        var piece = [Int32](repeating: -1, count: count + 1)
        best[0] = 0
        for start in 0..<count where best[start] < .infinity {
            var hash = PieceVocabulary.seed
            var end = start
            var isFirstCharacter = true
            while end < count, end - start < longest {
                repeat {
                    hash = PieceVocabulary.mixed(hash, text[end])
                    end += 1
                } while end < count && text[end] & 0xC0 == 0x80
                if let found = find(text, start, end, hash) {
                    let cost = best[start] + file.cost(found)
                    if cost < best[end] {
                        best[end] = cost
                        from[end] = Int32(start)
                        piece[end] = Int32(found)
                    }
                }
                if isFirstCharacter, best[start] + file.unknownCost < best[end] {
                    best[end] = best[start] + file.unknownCost
                    from[end] = Int32(start)
                    piece[end] = -1
                }
                isFirstCharacter = false
            }
        }
        var pieces: [Int] = []
        var end = count
        while end > 0 {
            if piece[end] >= 0 { pieces.append(Int(piece[end])) }
            end = Int(from[end])
        }
        return pieces.reversed()
    }

    /// The number of pieces that a text is cut into.
    public func pieceCount(_ text: String) -> Int {
        text.split(whereSeparator: \.isBlank).reduce(0) { $0 + pieces($1).count }
    }

    /// How much likelier a word with a capital is than the same word without, in nats, by the pieces it takes: above 0
    /// for most names, below for words that have their capital from their place. 0 for words without one.
    func properness(_ word: Substring) -> Float {
        let bare = word.drop { !$0.isWordLetter }
        guard bare.first?.isUppercase == true else { return 0 }
        func cost(_ word: String) -> Float { pieces(word).reduce(0) { $0 + file.cost($1) } }
        return cost(bare.lowercased()) - cost(String(bare))
    }

    private func find(_ text: [UInt8], _ start: Int, _ end: Int, _ hash: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
        while table[slot] >= 0 {
            let piece = Int(table[slot])
            let from = Int(file.starts[piece])
            if Int(file.starts[piece + 1]) - from == end - start {
                var index = 0
                while index < end - start, file.strings[from + index] == text[start + index] { index += 1 }
                if index == end - start { return piece }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The bytes of a piece, the mark of a word's start left out.
    func length(_ piece: Int) -> Int {
        Int(file.starts[piece + 1]) - Int(file.starts[piece]) - (startsWord(piece) ? 3 : 0)
    }

    /// Whether a piece starts a word.
    func startsWord(_ piece: Int) -> Bool {
        let start = Int(file.starts[piece])
        return start + 3 <= file.strings.count && file.strings[start] == 0xE2 && file.strings[start + 1] == 0x96
            && file.strings[start + 2] == 0x81
    }

    /// Whether a piece is of Chinese characters or kana, each of which is a word of its own here.
    func isUnspaced(_ piece: Int) -> Bool {
        let text = file.strings[Int(file.starts[piece])..<Int(file.starts[piece + 1])]
        return String(decoding: text, as: UTF8.self).unicodeScalars.contains {
            (0x3040...0x30FF).contains($0.value) || (0x3400...0x9FFF).contains($0.value)
        }
    }
}
