internal import Bitext

/// Beads whose text on one side stands in the document more than once, though its counterpart is not always the same.
struct Repetitions {
    /// A counterpart that is rarer than another of the same text.
    struct Rare {
        /// The bead where it stands first.
        let bead: Int
        /// How many beads have it.
        let count: Int
        /// The first bead of the usual counterpart.
        let usual: Int
        /// How many beads have that.
        let usualCount: Int
    }

    private struct Counterpart {
        let letters: String
        var count: Int
        let bead: Int
    }

    private var counterparts: [String: [Counterpart]] = [:]
    /// A text with more counterparts is a form that is filled in, and looking through them stays short.
    private static let most = 20

    /// Looks through a pair's beads.
    /// - Parameters:
    ///   - side: where the text stands that is met again.
    ///   - leastWords: shorter texts are answered in many ways.
    init(_ pair: AlignedPair, of side: Side, leastWords: Int) {
        let beads = pair.ladder.beads
        guard beads.count > 1 else { return }
        for (number, bead) in beads.enumerated() where !bead.isNull {
            guard pair.words(side, bead[side]) >= leastWords else { continue }
            let text = LetterFold.of(pair.text(side, bead[side]))
            let letters = LetterFold.of(pair.text(side.other, bead[side.other]))
            // Nothing, or marks alone, is for the checks of omissions.
            guard !text.isEmpty, !letters.isEmpty else { continue }
            var known = counterparts[text] ?? []
            if let same = known.firstIndex(where: { $0.letters == letters }) {
                known[same].count += 1
            } else if known.count < Repetitions.most {
                known.append(Counterpart(letters: letters, count: 1, bead: number))
            }
            counterparts[text] = known
        }
    }

    /// The counterparts that are rarer, or as often and later, than another of their text, in the order of the text.
    var rare: [Rare] {
        counterparts.values.flatMap { known -> [Rare] in
            guard known.count > 1, known.count < Repetitions.most,
                let usual = known.max(by: { ($0.count, $1.bead) < ($1.count, $0.bead) })
            else { return [] }
            return known.filter { $0.bead != usual.bead }.map {
                Rare(bead: $0.bead, count: $0.count, usual: usual.bead, usualCount: usual.count)
            }
        }.sorted { $0.bead < $1.bead }
    }
}
