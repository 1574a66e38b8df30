import Bitext
import Drift
import ICU

/// A version as a page's table of what was compared shows it.
enum SideRow {
    /// The row's figures and texts, by their names in the templates.
    /// - Parameter coverage: the share of its words that have a counterpart, 0 to 1.
    static func of(_ name: String, _ version: AlignedPair.Version, coverage: Double? = nil) -> [String: Any] {
        let document = version.document
        var side: [String: Any] = [
            "name": name, "path": document.path, "lang": document.language.tag,
            "language": LocaleData.englishName(document.language.tag), "evidence": document.languageEvidence.rawValue,
            "segments": "\(version.segments.count)", "notes": document.notes,
        ]
        // Mustache takes an empty text for a true one: what is not said is left out.
        if let coverage { side["coverage"] = "\(Int((coverage * 100).rounded()))" }
        if !document.furniture.isEmpty { side["aside"] = "\(document.furniture.count)" }
        return side
    }
}
