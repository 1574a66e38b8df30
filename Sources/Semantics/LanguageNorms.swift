public import Bitext

/// What translations between two languages have by nature, before anything is known of the text
/// (`Resources/language-norms.tsv`).
public enum LanguageNorms {
    /// How many letters of the target a letter of the source becomes; that of English for languages that the table lacks.
    public static func lengthRatio(source: Language, target: Language) -> Double {
        exponential((norms[target.code]?.logLength ?? 0) - (norms[source.code]?.logLength ?? 0))
    }

    /// How far the words of a translation are out of the source's order: the share of pairs of links that cross, and the
    /// share of steps from link to link that lead backwards, 0 to 1.
    ///
    /// Measured against English; between two others the freer of them counts, so that little order is expected.
    public static func disorder(source: Language, target: Language) -> (crossing: Double, backward: Double) {
        let both = [source, target].compactMap { norms[$0.code] }
        return (both.map(\.crossing).max() ?? 0, both.map(\.backward).max() ?? 0)
    }

    private struct Norm {
        let logLength, crossing, backward: Double
    }

    private static let norms: [String: Norm] = Dictionary(
        ResourceTable.rows(PackageResources.language_norms_tsv, columns: 4).compactMap { row in
            let values = row.dropFirst().compactMap { Double($0) }
            return values.count == 3
                ? (row[0], Norm(logLength: values[0], crossing: values[1], backward: values[2])) : nil
        }, uniquingKeysWith: { first, _ in first })
}
