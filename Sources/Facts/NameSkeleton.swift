/// What is left of a name when its spelling is forgiven: its consonants in Latin letters, doubled letters once.
///
/// Достоевский, Dostoyevsky and ドストエフスキー have nearly the same.
public struct NameSkeleton: Hashable, Sendable {
    /// Lower-case Latin consonants, in ASCII.
    public let letters: [UInt8]
    /// Which letters there are, and letters of which groups.
    private let marks: Marks

    /// What is at hand where the letters themselves are not; small, since each word of a text keeps one.
    private struct Marks: Hashable {
        /// A bit for each letter by its last five bits, and above those one for each group of letters that sound alike.
        private var bits: UInt32 = 0
        private(set) var first: UInt8 = 0
        private(set) var count: UInt32

        init(_ letters: [UInt8]) {
            first = letters.first ?? 0
            count = UInt32(clamping: letters.count)
            for letter in letters { bits |= 1 << UInt32(letter & 31) | NameSkeleton.groupMark(letter) }
        }

        init(_ some: Marks, _ others: Marks) {
            bits = some.bits | others.bits
            first = some.count > 0 ? some.first : others.first
            count = some.count &+ others.count
        }

        /// What it costs at least that some letters of others are not here, each of them counted once.
        func leastCost(of others: Marks) -> Double {
            let missing = others.bits & ~bits
            return Double((missing & ~NameSkeleton.allGroups).nonzeroBitCount) * NameSkeleton.alike
                + Double((missing & NameSkeleton.allGroups).nonzeroBitCount) * (NameSkeleton.gap - NameSkeleton.alike)
        }

        /// What the letters cost at least of which some are not here: each must go, or become one that sounds alike.
        func leastCost(of others: [UInt8]) -> Double {
            others.reduce(0) { cost, letter in
                if bits >> UInt32(letter & 31) & 1 == 1 { return cost }
                return cost + (bits & NameSkeleton.groupMark(letter) != 0 ? NameSkeleton.alike : NameSkeleton.gap)
            }
        }
    }

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
        self.init(letters)
    }

    private init(_ letters: [UInt8]) {
        self.letters = letters
        marks = Marks(letters)
    }

    /// That of its first letters alone.
    public func beginning(_ count: Int) -> NameSkeleton {
        count < letters.count ? NameSkeleton(Array(letters.prefix(count))) : self
    }

    /// That of a text without letters.
    static let empty = NameSkeleton([])

    /// How alike two are, 0 to 1: 1 less the cost of the cheapest edits, by the length of the longer.
    public func likeness(to other: NameSkeleton) -> Double { likeness(toBestOf: [other]) }

    /// How alike the skeleton is to the most alike of others, 0 to 1.
    /// - Parameter pairs: whether two of them that stand side by side may be one, as Ulaanbaatar is Улан-Батор.
    public func likeness(toBestOf others: [NameSkeleton], pairs: Bool = false) -> Double {
        guard letters.count <= NameSkeleton.longest else { return 0 }
        var search = Search(self)
        // Those that are the same or begin alike are found at once, and rule out most of the others.
        // By places: to walk over the elements would count a reference to each.
        for index in others.indices where search.takeBeginning(others[index].letters, others[index].marks) { return 1 }
        for index in others.indices { search.take(others[index].letters, others[index].marks) }
        guard pairs else { return search.best }
        var joined: [UInt8] = []
        for index in others.indices.dropFirst() {
            let marks = Marks(others[index - 1].marks, others[index].marks)
            guard search.mayBeAlike(marks) else { continue }
            joined.removeAll(keepingCapacity: true)
            joined += others[index - 1].letters
            joined += others[index].letters
            if search.takeBeginning(joined, marks) { return 1 }
            search.take(joined, marks)
        }
        return search.best
    }

    /// The search for the most alike of many.
    private struct Search {
        private let own: NameSkeleton
        private(set) var best = 0.0
        /// Room for a row of the search, kept from one to the next.
        private var row: [Double] = []

        init(_ own: NameSkeleton) { self.own = own }

        /// Compares the beginnings; returns whether the whole is the same.
        mutating func takeBeginning(_ letters: [UInt8], _ marks: Marks) -> Bool {
            guard marks.first == own.marks.first, marks.count > 0, marks.count <= NameSkeleton.longest else {
                return false
            }
            let short = min(own.letters.count, letters.count)
            guard short > 2 || own.letters.count == letters.count, own.letters.prefix(short) == letters.prefix(short)
            else { return false }
            if own.letters.count == letters.count { return true }
            // Чернігівському is an adjective of Chernihiv.
            best = max(best, 0.8)
            return false
        }

        mutating func take(_ letters: [UInt8], _ marks: Marks) {
            guard marks.count > 0, marks.count <= NameSkeleton.longest else { return }
            let long = max(own.marks.count, marks.count)
            let most = (1 - best) * Double(long)
            guard leastCost(marks) < most, marks.leastCost(of: own.letters) < most,
                own.marks.leastCost(of: letters) < most
            else { return }
            best = max(best, 1 - own.distance(to: letters, anywhere: false, atMost: most, &row) / Double(long))
        }

        /// Whether two joined may be more alike than what was found: most need not be joined for that.
        /// - Parameter marks: those of the two together.
        func mayBeAlike(_ marks: Marks) -> Bool {
            marks.first == own.marks.first
                || leastCost(marks) < (1 - best) * Double(max(own.marks.count, marks.count))
        }

        /// What it costs at least to become other letters: each more is a gap, as is each that they lack.
        private func leastCost(_ marks: Marks) -> Double {
            max(
                abs(Double(own.marks.count) - Double(marks.count)) * NameSkeleton.gap,
                max(marks.leastCost(of: own.marks), own.marks.leastCost(of: marks)))
        }
    }

    /// How alike the skeleton is to the most alike stretch of a longer one, 0 to 1.
    public func likeness(within other: NameSkeleton) -> Double {
        guard !letters.isEmpty, letters.count <= NameSkeleton.longest else { return 0 }
        var row: [Double] = []
        return max(0, 1 - distance(to: other.letters, anywhere: true, atMost: .infinity, &row) / Double(letters.count))
    }

    /// Longer names than this are no names.
    private static let longest = 40

    /// The cost of the cheapest edits.
    /// - Parameters:
    ///   - most: a distance that is larger need not be right, only larger.
    ///   - row: room for a row of the search, kept from one to the next.
    private func distance(to other: [UInt8], anywhere: Bool, atMost most: Double, _ row: inout [Double]) -> Double {
        row.removeAll(keepingCapacity: true)
        for column in 0...other.count { row.append(anywhere ? 0 : Double(column) * NameSkeleton.gap) }
        let groups = NameSkeleton.groups
        for (index, letter) in letters.enumerated() {
            var diagonal = row[0]
            var left = Double(index + 1) * NameSkeleton.gap
            row[0] = left
            var least = left
            let group = groups[Int(letter & 31)]
            for (column, counterpart) in other.enumerated() {
                let above = row[column + 1]
                // Letters that sound alike cost less.
                let cost = letter == counterpart ? 0 : group == groups[Int(counterpart & 31)] ? NameSkeleton.alike : 1
                left = min(diagonal + cost, min(above, left) + NameSkeleton.gap)
                row[column + 1] = left
                least = min(least, left)
                diagonal = above
            }
            if least > most { return least }
        }
        return anywhere ? row.min() ?? 0 : row[other.count]
    }

    /// What a letter costs that the other has not.
    private static let gap = 0.8
    /// What a letter costs that became another which sounds alike.
    private static let alike = 0.35

    /// The group of letters that sound alike, by a letter's last five bits.
    private static let groups: [UInt8] = (0..<32).map { group(0x60 | $0) }

    /// Soundex's groups (Russell 1918), with r beside l, which many languages do not tell apart.
    private static func group(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "f"), UInt8(ascii: "v"): 27
        case UInt8(ascii: "k"), UInt8(ascii: "g"), UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): 28
        case UInt8(ascii: "d"), UInt8(ascii: "t"): 29
        case UInt8(ascii: "l"), UInt8(ascii: "r"): 30
        case UInt8(ascii: "m"), UInt8(ascii: "n"): 31
        default: letter & 31
        }
    }

    private static let allGroups: UInt32 = 0b11111 << 27

    private static func groupMark(_ letter: UInt8) -> UInt32 { 1 << UInt32(group(letter)) }

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
    public init(joining words: [NameSkeleton]) { self.init(words.reduce(into: []) { $0 += $1.letters }) }
}
