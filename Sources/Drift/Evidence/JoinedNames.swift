internal import Bitext
internal import Facts
internal import Semantics

/// Names that and joins in a script without capitals, one of which the other side lacks: of 톨스토이와 체호프 it has Tolstoy.
///
/// Nothing shows that a word is a name but its company: the word before it spells a name that the other side has with a
/// capital, and has the ending for and.
struct JoinedNames {
    /// Where the names stand that are lost, in bytes of the bead's text.
    private(set) var lost: [TextRange] = []

    /// Names no more unlike are one, those more unlike than the second two; one more unlike than the third may have a spelling
    /// of its own, as Chekhov and 체호프.
    private static let (sameName, otherName, farName) = (0.2, 0.4, 0.35)
    /// What its meaning finds as near may be said in other words, or be spelled otherwise.
    private static let (mostSupport, mostNameSupport) = (Float(0.3), 0.5)
    /// What tells less is no name.
    private static let leastWeight: Float = 4
    /// More words are no sentence.
    private static let mostWords = 500

    /// Looks at what is joined on a side.
    init(
        _ judged: Sides<[NameEvidence.Judged]>, _ pair: AlignedPair, _ bead: Bead, _ side: Side, _ match: PairMatch
    ) {
        guard judged[side].isEmpty, let joints = JoinedNames.joints[pair[side].language.tableCode] else { return }
        let names = judged[side.other].filter { $0.isMarked && $0.mention.skeleton.letters.count > 2 }
        guard !names.isEmpty else { return }
        let words = BeadWord.all(pair, bead, side)
        guard words.count <= JoinedNames.mostWords else { return }
        let pairs = zip(words, words.dropFirst()).filter { joints.join($0.text, $1.text) }
        let others = bead[side.other].flatMap { pair[side.other].segments[$0].skeletons }
        let missing = pairs.filter { first, second in
            guard !second.isFact, names.contains(where: { JoinedNames.spells(first, $0) }),
                !names.contains(where: { JoinedNames.spells(second, $0) }),
                let unit = match[side].first(where: { $0.range.overlaps(second.range) })
            else { return false }
            return unit.weight >= JoinedNames.leastWeight && unit.ownSupport < JoinedNames.mostSupport
                && second.skeleton.letters.count > 1
                && second.skeleton.likeness(toBestOf: others, pairs: true) <= 1 - JoinedNames.otherName
        }
        let unclaimed = names.count { name in
            name.unlikeness > JoinedNames.farName && name.support < JoinedNames.mostNameSupport
                && !pairs.contains { JoinedNames.spells($0, name) || JoinedNames.spells($1, name) }
        }
        if missing.count > unclaimed { lost = missing.map(\.1.range) }
    }

    /// Whether a word spells a name of the other side, whatever ending it has.
    private static func spells(_ word: BeadWord, _ name: NameEvidence.Judged) -> Bool {
        let letters = name.mention.skeleton
        return word.skeleton.beginning(letters.letters.count).likeness(to: letters) >= 1 - sameName
    }

    /// The endings of words that are joined.
    private struct Joints {
        /// And and or.
        let joining: [Substring]
        /// What a noun ends in that is said of something: a verb may stand in its place, too.
        let ending: [Substring]

        func join(_ first: Substring, _ second: Substring) -> Bool {
            joining.contains(where: first.hasSuffix) && ending.contains(where: second.hasSuffix)
        }
    }

    /// By language.
    private static let joints: [String: Joints] = Dictionary(
        ResourceTable.rows(PackageResources.list_words_tsv, columns: 3).map {
            ($0[0], Joints(joining: $0[1].split(separator: " "), ending: $0[2].split(separator: " ")))
        }, uniquingKeysWith: { first, _ in first })
}
