internal import Bitext
internal import Facts
internal import Semantics

/// Names that stand in a list with others, and which the other side's list lacks: of Tolstoy and Chekhov it has Tolstoy.
///
/// A name that is spelled otherwise, or in words of the language, may be anywhere on the other side. One whose neighbours in
/// a list are there, while no name there is left over for it, is lost.
struct ListedNames {
    /// Names that stand side by side: one person's, or one body's.
    private struct Group {
        /// Their numbers among the side's.
        var names: Range<Int>
        /// Where they stand in the bead's text, in UTF-8 bytes.
        var range: TextRange
    }

    /// Where the names stand that are lost, in bytes of the bead's text.
    private(set) var lost: [TextRange] = []

    private let text: String
    private let names: [NameEvidence.Judged]
    private let conjunctions: Set<String>
    /// For each name, whether the other side has it.
    private var kept: [Bool] = []

    /// Names no more unlike are one, those more unlike two; between, nothing is known.
    private static let (sameName, otherName) = (0.2, 0.4)
    /// A word that is likelier without its capital, by as much in nats, is no name.
    private static let leastProperness = -6.0
    /// What its meaning finds as near may be said in other words.
    private static let mostSupport = 0.5
    /// What is as unlike may still be a name where nothing means the same, this near.
    private static let (farthestName, leastSupport) = (0.7, Float(0.3))
    /// More names are no sentence.
    private static let mostNames = 60

    /// Looks through the lists of a side.
    init(
        _ judged: Sides<[NameEvidence.Judged]>, _ pair: AlignedPair, _ bead: Bead, _ side: Side, _ match: PairMatch
    ) {
        names = judged[side]
        text = pair.text(side, bead[side])
        conjunctions = ListedNames.conjunctions[pair[side].language.tableCode] ?? []
        // Where words are not parted, none stands alone to be a name.
        guard (2...ListedNames.mostNames).contains(names.count), !conjunctions.isEmpty,
            !pair[side.other].language.isUnspaced
        else { return }
        let isUncased = ListedNames.isUncased(pair.text(side.other, bead[side.other]))
        guard isUncased || !judged[side.other].isEmpty else { return }
        var lists = lists()
        guard !lists.isEmpty else { return }
        let others = bead[side.other].flatMap { pair[side.other].segments[$0].skeletons }
        kept = names.map { name in
            name.unlikeness <= ListedNames.sameName
                || isUncased && name.mention.skeleton.likeness(toBeginningOf: others) >= 1 - ListedNames.sameName
        }
        lists = lists.filter { $0.contains(where: isKept) && !$0.allSatisfy(isKept) && isInProse($0, match[side]) }
        guard !lists.isEmpty else { return }
        let words = OtherWords(
            pair, bead, side.other, keeping: zip(names, kept).filter(\.1).map(\.0.mention.skeleton),
            match: match[side.other], isUncased: isUncased)
        let missing = lists.joined().filter { group in
            group.names.contains { names[$0].isMarked && names[$0].properness > ListedNames.leastProperness }
                && group.names.contains { ListedNames.isLong(names[$0].mention, isUncased) }
                && group.names.allSatisfy { !kept[$0] && !words.have(names[$0], side, match) }
        }
        let unclaimed = judged[side.other].count { name in
            (name.isMarked || name.properness > 2) && name.unlikeness > 0 && name.support < ListedNames.mostSupport
        }
        if missing.count > unclaimed { lost = missing.map(\.range) }
    }

    /// Whether a text is in a script without capitals, none of whose words show that they are names.
    private static func isUncased(_ text: String) -> Bool {
        !text.unicodeScalars.contains { $0.properties.isCased }
    }

    /// Whether a name has enough letters to be alike, or unlike, by more than chance.
    /// - Parameter isUncased: whether any word may be it, which has an ending besides.
    private static func isLong(_ name: NameMention, _ isUncased: Bool) -> Bool {
        isUncased ? name.skeleton.letters.count > 3 : name.skeleton.letters.count > 2 || name.text.count > 5
    }

    private func isKept(_ group: Group) -> Bool { group.names.contains { kept[$0] } }

    /// Whether a list stands among telling words in small letters, which headings do not have, nor their titles that a
    /// sentence quotes.
    private func isInProse(_ list: [Group], _ words: [PairMatch.Unit]) -> Bool {
        guard let start = list.first?.range.start else { return false }
        let before = text.slice(TextRange(0, start))
        var passage = TextRange(0, text.utf8.count)
        if before.count(where: Quotations.isMark) % 2 == 1, let mark = before.lastIndex(where: Quotations.isMark) {
            let quoted = before[mark...].dropFirst().utf8.count
            let after = text.slice(TextRange(start, text.utf8.count)).prefix { !Quotations.isMark($0) }
            passage = TextRange(start - quoted, start + after.utf8.count)
        }
        return words.contains {
            $0.weight >= 2 && passage.overlaps($0.range) && text.slice($0.range).first?.isLowercase == true
        }
    }

    /// Groups of names with commas and an and or or between.
    private func lists() -> [[Group]] {
        var lists: [[Group]] = []
        var open: [Group] = []
        var isJoined = false
        for group in groups() {
            switch open.last.map({ gap(TextRange($0.range.end, group.range.start)) }) {
            case Gap.none?:
                if isJoined { lists.append(open) }
                (open, isJoined) = ([], false)
            case .conjunction?: isJoined = true
            case .comma?, nil: break
            }
            open.append(group)
        }
        return isJoined ? lists + [open] : lists
    }

    private func groups() -> [Group] {
        names.indices.reduce(into: []) { groups, index in
            let range = names[index].range
            if let last = groups.last, [" ", "-", ". "].contains(text.slice(TextRange(last.range.end, range.start))) {
                groups[groups.count - 1] = Group(
                    names: last.names.lowerBound..<index + 1, range: TextRange(last.range.start, range.end))
            } else {
                groups.append(Group(names: index..<index + 1, range: range))
            }
        }
    }

    private enum Gap { case none, comma, conjunction }

    private func gap(_ range: TextRange) -> Gap {
        let words = text.slice(range).split { $0 == " " || $0 == "," }
        guard let word = words.first else { return text.slice(range).contains(",") ? .comma : .none }
        return words.count == 1 && conjunctions.contains(String(word)) ? .conjunction : .none
    }

    /// And and or, by language.
    private static let conjunctions: [String: Set<String>] = Dictionary(
        ResourceTable.rows(PackageResources.list_words_tsv, columns: 2).map {
            ($0[0], Set($0[1].split(separator: " ").map(String.init)))
        }, uniquingKeysWith: { $0.union($1) })

    /// The words of the other side.
    private struct OtherWords {
        /// Where words stand that names which are kept have for themselves.
        private var owned: [TextRange] = []
        /// The other words.
        private var free: [NameSkeleton] = []
        /// Those of them that nothing means the same as, in a script where any word may be a name.
        private var unmeant: [NameSkeleton] = []

        init(
            _ pair: AlignedPair, _ bead: Bead, _ side: Side, keeping kept: [NameSkeleton],
            match words: [PairMatch.Unit], isUncased: Bool
        ) {
            for word in BeadWord.all(pair, bead, side) {
                if word.skeleton.likeness(toBestOf: kept) >= 1 - sameName
                    || isUncased
                        && kept.contains(where: { $0.likeness(toBeginningOf: [word.skeleton]) >= 1 - sameName })
                {
                    owned.append(word.range)
                    continue
                }
                free.append(word.skeleton)
                guard isUncased else { continue }
                if words.contains(where: { $0.range.overlaps(word.range) && $0.ownSupport < leastSupport }) {
                    unmeant.append(word.skeleton)
                }
            }
        }

        /// Whether they may have a name, by its spelling or its meaning; one short for several words, which each language has in
        /// its own way, they may.
        func have(_ name: NameEvidence.Judged, _ side: Side, _ match: PairMatch) -> Bool {
            if name.mention.text.dropFirst().contains(where: \.isUppercase) { return true }
            let skeleton = name.mention.skeleton
            if skeleton.likeness(toBestOf: free, pairs: true) > 1 - otherName { return true }
            if skeleton.likeness(toBestOf: unmeant, pairs: true) > 1 - farthestName { return true }
            // Вавилонських is Babylonian, but for its ending.
            if skeleton.likeness(toBeginningOf: free) > 1 - otherName { return true }
            guard let unit = name.unit.map({ match[side][$0] }), let counterpart = unit.counterpart else {
                return false
            }
            let range = match[side.other][counterpart].range
            return Double(unit.support) >= mostSupport && !owned.contains { $0.overlaps(range) }
        }
    }
}

extension NameSkeleton {
    /// How alike it is to the beginning of the most alike of others, which have endings of their language; 0 where it is so
    /// short that chance would find it.
    fileprivate func likeness(toBeginningOf others: [NameSkeleton]) -> Double {
        letters.count > 3 ? likeness(toBestOf: others.map { $0.beginning(letters.count) }) : 0
    }
}
