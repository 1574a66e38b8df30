internal import Bitext
internal import ICU

/// Cuts words into the pieces of a model's vocabulary: the most probable sequence under a unigram model (Kudo,
/// "Subword Regularization", ACL 2018), as SentencePiece does.
public final class PieceVocabulary: Sendable {
    let file: VectorFile
    /// The model's file.
    public var vectors: VectorFile { file }

    /// The vocabulary of a model.
    public init(_ file: VectorFile) { self.file = file }

    /// Room for the search, kept from word to word.
    struct Workspace {
        fileprivate var text: [UInt8] = []
        fileprivate var best: [Float] = []
        fileprivate var from: [Int32] = []
        fileprivate var piece: [Int32] = []
        /// The pieces of the last word.
        fileprivate(set) var pieces: [Int] = []

        fileprivate mutating func clear() {
            let count = text.count + 1
            if best.count < count {
                best = [Float](repeating: 0, count: count * 2)
                from = [Int32](repeating: 0, count: count * 2)
                piece = [Int32](repeating: 0, count: count * 2)
            }
            for index in 0..<count { best[index] = .infinity }
            best[0] = 0
            pieces.removeAll(keepingCapacity: true)
        }
    }

    /// The pieces of a word.
    /// - Parameter word: text without white space; the mark of a word's start is put before it here.
    /// - Returns: numbers of pieces, characters that no piece holds left out.
    func pieces(_ word: some StringProtocol) -> [Int] {
        var workspace = Workspace()
        cut(word, &workspace)
        return workspace.pieces
    }

    /// Finds the pieces of a word and leaves them in a workspace.
    func cut(_ word: some StringProtocol, _ workspace: inout Workspace) {
        workspace.text.removeAll(keepingCapacity: true)
        workspace.text += [0xE2, 0x96, 0x81]
        if word.utf8.allSatisfy({ $0 < 0x80 }) {
            workspace.text += word.utf8
        } else {
            workspace.text += compatibilityComposed(String(word)).utf8
        }
        workspace.clear()
        search(workspace.text, &workspace.best, &workspace.from, &workspace.piece)
        let count = workspace.text.count
        var end = count
        while end > 0 {
            if workspace.piece[end] >= 0 { workspace.pieces.append(Int(workspace.piece[end])) }
            end = Int(workspace.from[end])
        }
        workspace.pieces.reverse()
    }

    /// Finds the cheapest pieces that end at each place of a text.
    private func search(
        _ bytes: [UInt8], _ costs: inout [Float], _ starts: inout [Int32], _ pieces: inout [Int32]
    ) {
        let table = file.pieces
        let (count, unknownCost) = (bytes.count, file.unknownCost)
        let text = bytes.span
        // Spans are written to without asking each time whether the array is shared.
        var best = costs.mutableSpan
        var from = starts.mutableSpan
        var piece = pieces.mutableSpan
        for start in 0..<count where best[start] < .infinity {
            let base = best[start]
            var hash = ByteHash.seed
            var end = start
            var isFirstCharacter = true
            while end < count, end - start < table.longest {
                repeat {
                    hash = ByteHash.mixed(hash, text[end])
                    end += 1
                } while end < count && text[end] & 0xC0 == 0x80
                if isFirstCharacter, base + unknownCost < best[end] {
                    best[end] = base + unknownCost
                    from[end] = Int32(start)
                    piece[end] = -1
                }
                isFirstCharacter = false
                guard table.mayStart(hash) else { break }
                guard let found = table.find(text, start, end, hash) else { continue }
                let cost = base + file.cost(found)
                if cost < best[end] {
                    best[end] = cost
                    from[end] = Int32(start)
                    piece[end] = Int32(found)
                }
            }
        }
    }

    /// The number of pieces that a text is cut into.
    public func pieceCount(_ text: String) -> Int {
        var workspace = Workspace()
        return text.unspacedRuns.reduce(0) { count, run in
            cut(run.text, &workspace)
            return count + workspace.pieces.count
        }
    }

    /// How much likelier a word with a capital is than the same word without, in nats, by the pieces it takes: above 0
    /// for most names, below for words that have their capital from their place. 0 for words without one.
    /// - Parameter workspace: holds the pieces of the word.
    func properness(_ word: Substring, _ workspace: inout Workspace) -> Float {
        let bare = word.drop { !$0.isWordLetter }
        guard bare.first?.isUppercase == true else { return 0 }
        func cost() -> Float { workspace.pieces.reduce(0) { $0 + file.cost($1) } }
        if bare.startIndex > word.startIndex { cut(bare, &workspace) }
        let own = cost()
        let lower = bare.lowercased()
        // The small letter of İ has its dot twice.
        cut(bare.first == "İ" ? "i" + lower.dropFirst() : lower, &workspace)
        return cost() - own
    }

    /// The bytes of a piece, the mark of a word's start left out.
    func length(_ piece: Int) -> Int {
        Int(file.pieces.starts[piece + 1]) - Int(file.pieces.starts[piece]) - (startsWord(piece) ? 3 : 0)
    }

    /// Whether a piece starts a word.
    func startsWord(_ piece: Int) -> Bool {
        let (strings, start) = (file.pieces.strings, Int(file.pieces.starts[piece]))
        return start + 3 <= strings.count && strings[start] == 0xE2 && strings[start + 1] == 0x96
            && strings[start + 2] == 0x81
    }

    /// Whether a piece is of a script that sets no spaces, where each is a word of its own here.
    func isUnspaced(_ piece: Int) -> Bool {
        let strings = file.pieces.strings
        let (start, end) = (Int(file.pieces.starts[piece]), Int(file.pieces.starts[piece + 1]))
        // All these scripts take three bytes a character; decoding whole strings takes longer than all the rest.
        return (start..<max(start, end - 2)).contains { index in
            guard (0xE0...0xE9).contains(strings[index]) else { return false }
            let (first, second, third) = (strings[index], strings[index + 1], strings[index + 2])
            let scalar = UInt32(first & 15) << 12 | UInt32(second & 63) << 6 | UInt32(third & 63)
            return PieceVocabulary.unspaced.contains { $0.contains(scalar) }
        }
    }

    /// Thai and Lao, Burmese, Khmer, kana, Chinese characters.
    private static let unspaced: [ClosedRange<UInt32>] = [
        0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
    ]
}
