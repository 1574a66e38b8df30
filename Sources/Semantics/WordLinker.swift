public import Bitext

/// A correspondence between a word of the source and a word of the target.
public struct WordLink: Sendable, Hashable {
    /// The number of the source's word among ``LinkedWords/source``.
    public let source: Int
    /// The number of the target's word.
    public let target: Int
    /// How strongly the words answer to each other, 0 to 1: a rank, not a measured frequency.
    public let strength: Double
}

/// The words of two texts, and which answer to which.
public struct LinkedWords: Sendable, Hashable {
    /// Where the source's words stand, in UTF-8 bytes; punctuation has none.
    public let source: [TextRange]
    /// Where the target's words stand.
    public let target: [TextRange]
    /// The links, by numbers of words, in the order of the source.
    public let links: [WordLink]
}

extension PairMatcher {
    /// Links the words of two texts: which word answers to which.
    ///
    /// The cosine of each pair of words is corrected for words that are near to everything (cross-domain similarity local
    /// scaling, Conneau et al. 2018, section 2.3), lowered for words that stand far apart, and raised for words that are
    /// the same. Links are taken in the order of their value, each word once (competitive linking, Melamed 2000, section
    /// 3); then words that are left over join a neighbour's link where they are near enough.
    /// - Returns: `nil` for texts so long that they are no sentences.
    public func links(_ source: String, _ target: String) -> LinkedWords? {
        guard let grid = grid(source, target) else { return nil }
        return LinkedWords(
            source: grid.source.map(\.range), target: grid.target.map(\.range), links: links(grid, source, target))
    }

    private func links(_ grid: Grid, _ source: String, _ target: String) -> [WordLink] {
        let (rows, columns) = (grid.source.count, grid.target.count)
        let rowHubs = (0..<rows).map { row in hub((0..<columns).map { grid[row, $0] }) }
        let columnHubs = (0..<columns).map { column in hub((0..<rows).map { grid[$0, column] }) }
        let words = (forms(source, grid.source), forms(target, grid.target))
        var candidates: [(value: Float, row: Int, column: Int)] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let distance = abs(
                    (Float(row) + 0.5) / Float(rows) - (Float(column) + 0.5) / Float(columns))
                var value = 2 * grid[row, column] - rowHubs[row] - columnHubs[column] - 0.8 * distance
                if words.0[row] == words.1[column] { value += 0.3 }
                if value > WordLinker.leastValue { candidates.append((value, row, column)) }
            }
        }
        candidates.sort { ($1.value, $0.row, $0.column) < ($0.value, $1.row, $1.column) }
        var linker = WordLinker(rows: rows, columns: columns)
        for candidate in candidates { linker.link(candidate.row, candidate.column, candidate.value) }
        for candidate in candidates { linker.join(candidate.row, candidate.column, candidate.value) }
        return linker.links.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    }

    /// The mean of the ten highest values: how near a word is to anything.
    private func hub(_ values: [Float]) -> Float {
        let best = values.sorted(by: >).prefix(10)
        return best.reduce(0, +) / Float(max(1, best.count))
    }

    private func forms(_ text: String, _ placed: [WordVectors.Placed]) -> [String] {
        placed.map { String(text.slice($0.range)).lowercased().filter(\.isWordLetter) }.map { $0.isEmpty ? " " : $0 }
    }
}

/// Takes links one after the other, the strongest first.
private struct WordLinker {
    /// Pairs of less value are no candidates.
    static let leastValue: Float = 0.1
    /// A word that joins a link that is there needs this value.
    private static let leastJoining: Float = 0.35

    private(set) var links: [WordLink] = []
    private var sourceLinks: [[Int]]
    private var targetLinks: [[Int]]

    init(rows: Int, columns: Int) {
        sourceLinks = Array(repeating: [], count: rows)
        targetLinks = Array(repeating: [], count: columns)
    }

    /// Links two words that have no link yet.
    mutating func link(_ row: Int, _ column: Int, _ value: Float) {
        guard sourceLinks[row].isEmpty, targetLinks[column].isEmpty else { return }
        add(row, column, value)
    }

    /// Links a word without a link to one that has a neighbour of it.
    mutating func join(_ row: Int, _ column: Int, _ value: Float) {
        guard value >= WordLinker.leastJoining, sourceLinks[row].isEmpty != targetLinks[column].isEmpty else { return }
        let hasNeighbour =
            sourceLinks[row].isEmpty
            ? targetLinks[column].contains { abs($0 - row) == 1 } : sourceLinks[row].contains { abs($0 - column) == 1 }
        if hasNeighbour { add(row, column, value) }
    }

    private mutating func add(_ row: Int, _ column: Int, _ value: Float) {
        sourceLinks[row].append(column)
        targetLinks[column].append(row)
        links.append(WordLink(source: row, target: column, strength: logistic(6 * Double(value) - 1.5)))
    }
}
