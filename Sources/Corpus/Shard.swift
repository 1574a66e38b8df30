/// One part of a corpus that is checked in several: `2/3` is the second of three.
public struct Shard: Codable, Sendable, Hashable {
    /// Which part, from 1.
    public let number: Int
    /// How many parts there are.
    public let count: Int

    /// Reads `K/N`; `nil` unless 1 ≤ K ≤ N.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1], count >= 1, (1...count).contains(number)
        else {
            return nil
        }
        self.number = number
        self.count = count
    }

    /// Reads `K/N` as JSON's text.
    /// - Throws: `DecodingError` for anything else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let shard = Shard(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not K/N")
        }
        self = shard
    }

    /// Writes `K/N`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(number)/\(count)")
    }

    /// This part's share: every `count`-th of some items.
    func share<Item>(of items: [Item]) -> [Item] {
        stride(from: number - 1, to: items.count, by: count).map { items[$0] }
    }

    /// The whole that shares come from: the inverse of ``share(of:)``.
    static func joined<Item>(_ shares: [[Item]]) -> [Item] {
        (0..<(shares.map(\.count).max() ?? 0)).flatMap { index in
            shares.compactMap { $0.indices.contains(index) ? $0[index] : nil }
        }
    }
}

extension PairFinder.Found {
    /// A part of what was found; what is missing belongs to the first.
    public func share(_ shard: Shard) -> PairFinder.Found {
        PairFinder.Found(pairs: shard.share(of: pairs), problems: shard.number == 1 ? problems : [])
    }
}
