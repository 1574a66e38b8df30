public import Bitext

/// What translations between two languages have by nature, before anything is known of the text
/// (`Resources/language-norms.tsv`).
///
/// All was measured against English. Between two other languages each counts half, but for order and lengths, where the freer
/// of them counts; and their words answer to each other less.
public enum LanguageNorms {
    /// How many letters of the target a letter of the source becomes; that of English for languages that the table lacks.
    public static func lengthRatio(source: Language, target: Language) -> Double {
        exponential((norm(of: target)?.logLength ?? 0) - (norm(of: source)?.logLength ?? 0))
    }

    /// How far the words of a translation are out of the source's order: the share of pairs of links that cross, and the
    /// share of steps from link to link that lead backwards, 0 to 1.
    ///
    /// Measured against English; between two others the freer of them counts, and for a language that was not measured the
    /// freest of all, so that little order is expected.
    public static func disorder(source: Language, target: Language) -> (crossing: Double, backward: Double) {
        let both = [source, target].map { norm(of: $0) ?? freest }
        return (both.map(\.crossing).max() ?? 0, both.map(\.backward).max() ?? 0)
    }

    /// How much lengths vary, as a multiple of what they do between most languages: 1.
    public static func spread(source: Language, target: Language) -> Double {
        guard source != target, let most = both(source, target).map(\.norm.spread).max() else { return 1 }
        return most / means.spread
    }

    /// How much more of words lacks support in faithful translations than between most languages; below 0 where it is less.
    public struct Surplus: Sendable {
        /// Of 1 less the similarity of the texts.
        public fileprivate(set) var unlikeness = 0.0
        /// By side, of the share of the information whose counterpart is likely missing.
        public fileprivate(set) var lack = Sides(source: 0.0, target: 0.0)
        /// By side, of how surely the counterpart of one stretch is missing, in nats.
        public fileprivate(set) var run = Sides(source: 0.0, target: 0.0)
    }

    /// How much more of words lacks support between two languages; nothing within one, and for unknown ones.
    public static func surplus(source: Language, target: Language) -> Surplus {
        let both = source == target ? [] : both(source, target)
        var surplus = Surplus()
        for (norm, own) in both {
            let share = 1 / Double(both.count)
            surplus.unlikeness += share * (norm.unlikeness - means.unlikeness)
            for side in Side.allCases {
                let words = side == own ? norm.own : norm.english
                let mean = (means.own, means.english)
                surplus.lack[side] += share * (words.lack - (mean.0.lack + mean.1.lack) / 2)
                surplus.run[side] += share * (words.run - (mean.0.run + mean.1.run) / 2)
            }
        }
        if both.count == 2 {
            surplus.unlikeness += withoutEnglish.unlikeness
            for side in Side.allCases {
                surplus.lack[side] += withoutEnglish.lack
                surplus.run[side] += withoutEnglish.run
            }
        }
        return surplus
    }

    /// What two languages that are not English have beyond that: on NTREX-128, between eight languages, .08, .095 and .95. Four
    /// fifths of it, since there both versions are translations of a third.
    private static let withoutEnglish = (unlikeness: 0.065, lack: 0.075, run: 0.75)

    /// What words lack: the share of their information whose counterpart is likely missing, and how surely that of one stretch
    /// is, in nats.
    private struct Words {
        var lack = 0.0
        var run = 0.0
    }

    private struct Norm {
        var logLength = 0.0
        var crossing = 0.0
        var backward = 0.0
        var spread = 0.0
        var unlikeness = 0.0
        /// Of the language's words in English, and of English words in it.
        var own = Words()
        var english = Words()

        init(_ values: [Double]) {
            (logLength, crossing, backward, spread, unlikeness) = (
                values[0], values[1], values[2], values[3], values[4]
            )
            own = Words(lack: values[5], run: values[6])
            english = Words(lack: values[7], run: values[8])
        }
    }

    private static let columns = 9

    private static let rows: [(language: String, values: [Double])] =
        ResourceTable.rows(PackageResources.language_norms_tsv, columns: columns + 1).compactMap { row in
            let values = row.dropFirst().compactMap { Double($0) }
            return values.count == columns ? (row[0], values) : nil
        }

    private static let norms = Dictionary(
        rows.map { ($0.language, Norm($0.values)) }, uniquingKeysWith: { first, _ in first })

    /// The norm of a language, or of its nearest relative that was measured; `nil` where there is none.
    private static func norm(of language: Language) -> Norm? {
        let code = language.tableCode
        return norms[code] ?? relatives[code].flatMap { norms[$0] }
    }

    /// Languages that were not measured, and for each one that has its grammar, and its script or one of as many letters. How
    /// well words are known they do not share.
    private static let relatives = [
        "af": "nl", "az": "tr", "be": "uk", "bs": "sr", "ca": "es", "et": "fi", "fo": "is", "gl": "pt", "gu": "hi",
        "hr": "sr", "kk": "tr", "lv": "lt", "mk": "bg", "mr": "hi", "ms": "id", "nb": "da", "ne": "hi", "pa": "hi",
        "sl": "sr", "ur": "hi",
    ]

    /// The least order of all languages.
    private static let freest: Norm = {
        var freest = Norm([Double](repeating: 0, count: columns))
        freest.crossing = norms.values.map(\.crossing).max() ?? 0
        freest.backward = norms.values.map(\.backward).max() ?? 0
        return freest
    }()

    /// The means over all languages but English, which all were measured against.
    private static let means: Norm = {
        let measured = rows.filter { $0.language != "en" }.map(\.values)
        let count = Double(max(1, measured.count))
        return Norm((0..<columns).map { column in measured.reduce(0) { $0 + $1[column] } / count })
    }()

    /// The norms of the languages that are not English, each with its side.
    private static func both(_ source: Language, _ target: Language) -> [(norm: Norm, own: Side)] {
        [(source, Side.source), (target, Side.target)].compactMap { language, side in
            guard language.code != "en", let norm = norms[language.tableCode] else { return nil }
            return (norm, side)
        }
    }
}
