/// chrF: the F-score of the character n-grams that a version has in common with another.
///
/// Popović, "chrF: character n-gram F-score for automatic MT evaluation", WMT 2015, with n-grams of one to six code points,
/// without white space, recall weighing twice as much as precision, averaged over the lengths that both texts have, as
/// sacrebleu 2 computes it by default. Add the counts of segments to get the score of a text.
public struct CharacterFScore: Sendable, Hashable {
    /// What tells others how the score was made, in sacrebleu's words.
    public static let signature = "chrF2|nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no"

    /// The longest n-gram, in code points.
    static let longest = 6
    /// How many times recall weighs as much as precision (beta).
    private static let beta = 2.0

    /// For each length from one: n-grams of the version, of the reference, and those that both have.
    private var counts = [(version: Int, reference: Int, common: Int)](repeating: (0, 0, 0), count: longest)

    /// Nothing counted yet.
    public init() {}

    /// Counts one segment.
    /// - Parameters:
    ///   - version: the version under test (the hypothesis).
    ///   - reference: what it is compared with.
    public init(version: String, reference: String) {
        let letters = (CharacterFScore.letters(version), CharacterFScore.letters(reference))
        for length in 1...CharacterFScore.longest {
            let (here, there) = (
                CharacterFScore.grams(letters.0, length), CharacterFScore.grams(letters.1, length)
            )
            let common = here.reduce(0) { $0 + min($1.value, there[$1.key] ?? 0) }
            // Without an n-gram of this length in the reference, the version's count for nothing.
            counts[length - 1] = (
                there.isEmpty ? 0 : max(0, letters.0.count - length + 1), max(0, letters.1.count - length + 1), common
            )
        }
    }

    /// Adds the counts of another segment.
    public mutating func add(_ other: CharacterFScore) {
        for index in counts.indices {
            counts[index].version += other.counts[index].version
            counts[index].reference += other.counts[index].reference
            counts[index].common += other.counts[index].common
        }
    }

    /// The score, 0 to 100; 0 for texts without characters.
    public var score: Double {
        let both = counts.filter { $0.version > 0 && $0.reference > 0 }
        guard !both.isEmpty else { return 0 }
        let precision = both.reduce(0) { $0 + Double($1.common) / Double($1.version) } / Double(both.count)
        let recall = both.reduce(0) { $0 + Double($1.common) / Double($1.reference) } / Double(both.count)
        let factor = CharacterFScore.beta * CharacterFScore.beta
        guard precision + recall > 0 else { return 0 }
        return 100 * (1 + factor) * precision * recall / (factor * precision + recall)
    }

    private static func letters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }

    /// Up to six code points of 21 bits each.
    private struct Gram: Hashable {
        var high: UInt64 = 0
        var low: UInt64 = 0
    }

    private static func grams(_ letters: [Unicode.Scalar], _ length: Int) -> [Gram: Int] {
        guard letters.count >= length else { return [:] }
        var grams: [Gram: Int] = [:]
        grams.reserveCapacity(letters.count)
        for start in 0...(letters.count - length) {
            var gram = Gram()
            for letter in letters[start..<start + length] {
                gram.high = gram.high << 21 | gram.low >> 42
                gram.low = (gram.low << 21 | UInt64(letter.value)) & 0x7FFF_FFFF_FFFF_FFFF
            }
            grams[gram, default: 0] += 1
        }
        return grams
    }

    /// Whether all counts are the same.
    public static func == (some: CharacterFScore, other: CharacterFScore) -> Bool {
        some.counts.elementsEqual(other.counts, by: ==)
    }

    /// Hashes the counts.
    public func hash(into hasher: inout Hasher) {
        for count in counts {
            hasher.combine(count.version)
            hasher.combine(count.reference)
            hasher.combine(count.common)
        }
    }
}
