public import Bitext

/// What translations between two languages have by nature, before anything is known of the text
/// (`Resources/language-norms.tsv`).
public enum LanguageNorms {
    /// How many letters of the target a letter of the source becomes; that of English for languages that the table lacks.
    public static func lengthRatio(source: Language, target: Language) -> Double {
        exponential((logLengths[target.code] ?? 0) - (logLengths[source.code] ?? 0))
    }

    private static let logLengths: [String: Double] = Dictionary(
        ResourceTable.rows(PackageResources.language_norms_tsv, columns: 2).compactMap { row in
            Double(row[1]).map { (row[0], $0) }
        }, uniquingKeysWith: { first, _ in first })
}
