/// What is left of a name when its spelling is forgiven: its consonants in Latin letters, doubled letters once.
///
/// Достоевский, Dostoyevsky and ドストエフスキー have nearly the same.
public struct NameSkeleton: Hashable, Sendable {
    /// Lower-case Latin consonants, in ASCII.
    public let letters: [UInt8]

    /// Makes a skeleton.
    /// - Parameter latin: a name in Latin letters, in lower case, without accents.
    public init(latin: some StringProtocol) {
        var letters: [UInt8] = []
        var last: UInt8 = 0
        for byte in latin.utf8 {
            let letter = NameSkeleton.folded(byte)
            defer { last = letter }
            guard letter != 0, letter != last else { continue }
            letters.append(letter)
        }
        self.letters = letters
    }

    /// How alike two are, 0 to 1: 1 less the cost of the cheapest edits, by the length of the longer.
    public func likeness(to other: NameSkeleton) -> Double { likeness(toBestOf: [other]) }

    /// How alike the skeleton is to the most alike of others, 0 to 1.
    public func likeness(toBestOf others: [NameSkeleton]) -> Double {
        guard letters.count <= NameSkeleton.longest else { return 0 }
        if !letters.isEmpty, others.contains(self) { return 1 }
        var best = 0.0
        var row: [Double] = []
        for other in others where !other.letters.isEmpty && other.letters.count <= NameSkeleton.longest {
            let (short, long) = (min(letters.count, other.letters.count), max(letters.count, other.letters.count))
            // Чернігівському is an adjective of Chernihiv.
            if short > 2, letters[0] == other.letters[0], letters.prefix(short) == other.letters.prefix(short) {
                best = max(best, 0.8)
            }
            // Each letter that one has more costs a gap: most words need no search.
            guard 1 - Double(long - short) * NameSkeleton.gap / Double(long) > best else { continue }
            let most = (1 - best) * Double(long)
            guard leastDistance(to: other) < most else { continue }
            best = max(best, 1 - distance(to: other, anywhere: false, atMost: most, &row) / Double(long))
        }
        return best
    }

    /// How alike the skeleton is to the most alike stretch of a longer one, 0 to 1.
    public func likeness(within other: NameSkeleton) -> Double {
        guard !letters.isEmpty, letters.count <= NameSkeleton.longest else { return 0 }
        var row: [Double] = []
        return max(0, 1 - distance(to: other, anywhere: true, atMost: .infinity, &row) / Double(letters.count))
    }

    /// Longer names than this are no names.
    private static let longest = 40

    /// What the edits cost at least: each letter that the other has not must go, or become one that sounds alike.
    private func leastDistance(to other: NameSkeleton) -> Double {
        var (same, alike): (UInt32, UInt32) = (0, 0)
        let groups = NameSkeleton.groups
        for letter in other.letters {
            same |= 1 << UInt32(letter & 31)
            alike |= 1 << UInt32(groups[Int(letter & 31)] & 31)
        }
        return letters.reduce(0) { cost, letter in
            if same >> UInt32(letter & 31) & 1 == 1 { return cost }
            return cost + (alike >> UInt32(groups[Int(letter & 31)] & 31) & 1 == 1 ? 0.35 : NameSkeleton.gap)
        }
    }

    /// The cost of the cheapest edits.
    /// - Parameters:
    ///   - most: a distance that is larger need not be right, only larger.
    ///   - row: room for a row of the search, kept from one to the next.
    private func distance(to other: NameSkeleton, anywhere: Bool, atMost most: Double, _ row: inout [Double]) -> Double
    {
        row.removeAll(keepingCapacity: true)
        for column in 0...other.letters.count { row.append(anywhere ? 0 : Double(column) * NameSkeleton.gap) }
        let groups = NameSkeleton.groups
        for (index, letter) in letters.enumerated() {
            var diagonal = row[0]
            var left = Double(index + 1) * NameSkeleton.gap
            row[0] = left
            var least = left
            let group = groups[Int(letter & 31)]
            for (column, counterpart) in other.letters.enumerated() {
                let above = row[column + 1]
                // Letters that sound alike cost less.
                let cost = letter == counterpart ? 0 : group == groups[Int(counterpart & 31)] ? 0.35 : 1
                left = min(diagonal + cost, min(above, left) + NameSkeleton.gap)
                row[column + 1] = left
                least = min(least, left)
                diagonal = above
            }
            if least > most { return least }
        }
        return anywhere ? row.min() ?? 0 : row[other.letters.count]
    }

    /// What a letter costs that the other has not.
    private static let gap = 0.8

    /// Soundex's groups (Russell 1918), with r beside l, which many languages do not tell apart.
    private static let groups: [Int] = {
        var groups = [Int](0..<32)
        for (number, group) in ["bpfvw", "cgkqsxzj", "dt", "lr", "mn"].enumerated() {
            for letter in group.utf8 { groups[Int(letter & 31)] = 100 + number }
        }
        return groups
    }()

    /// A consonant; 0 for vowels, for h, w and y, which come and go between spellings, and for anything else.
    private static func folded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "c"), UInt8(ascii: "q"): UInt8(ascii: "k")
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"), UInt8(ascii: "h"), UInt8(ascii: "w"), UInt8(ascii: "j"):
            0
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte
        default: 0
        }
    }
}

extension NameSkeleton {
    /// The skeletons of words, one behind the other.
    public init(joining words: [NameSkeleton]) { letters = words.reduce(into: []) { $0 += $1.letters } }
}
