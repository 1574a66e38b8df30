public import Bitext

/// Words that may answer to a fact of the other side and are none themselves: `both` to “the two”, `decade` to “ten years”.
///
/// The words stand in `Resources/fact-hints.tsv`; dates of other calendars answer to months. They only excuse a fact that seems to be missing.
public struct FactHints: Sendable {
    /// What a word may stand for.
    private typealias Hint = (form: String, isBeginning: Bool, value: NamedFact.Value)

    /// By their first letter.
    private var hints: [Character: [Hint]] = [:]
    private var heads = WordHeads(length: 3)
    private let dates: RegionalDates
    /// Whether a word may stand anywhere: words are not set off, or particles follow them.
    private let isDense: Bool

    /// Reads the hints of a language.
    public init(_ language: Language) {
        isDense = language.isDense
        dates = RegionalDates(language: language)
        let code = language.tableCode
        for row in ResourceTable.rows(PackageResources.fact_hints_tsv, columns: 3) where row[1] == code {
            let value: NamedFact.Value =
                row[0].hasPrefix("#")
                ? .ordinal(Int(row[0].dropFirst()) ?? 0) : Int(row[0]).map { .number($0) } ?? .region(row[0])
            for word in row[2].split(separator: " ") {
                guard let first = word.first else { continue }
                let form = String(word.prefix { $0 != "*" })
                hints[first, default: []].append((form, word.hasSuffix("*"), value))
                heads.insert(form)
            }
        }
    }

    /// What the words of a segment may answer to.
    public func values(in segment: AnalysedSegment) -> Set<NamedFact.Value> {
        let text = segment.segment.text
        let months = Set(dates.gregorianMonths(in: text, numbers: segment.facts).map(NamedFact.Value.month))
        guard !hints.isEmpty else { return months }
        if isDense {
            let present = Set(text)
            return months.union(
                hints.lazy.filter { present.contains($0.key) }.flatMap(\.value)
                    .filter { text.contains($0.form) }.map(\.value))
        }
        var values = months
        for token in segment.tokens where token.kind == .word {
            let whole = text.slice(token.range)
            if heads.mayStart(whole) { add(&values, whole) }
            // L’Organisation, dell’Iraq: what stands before is no part of the word.
            if let mark = whole.unicodeScalars.lastIndex(where: { $0 == "’" || $0 == "'" }) {
                let rest = whole[whole.unicodeScalars.index(after: mark)...]
                if heads.mayStart(rest) { add(&values, rest) }
            }
        }
        return values
    }

    /// Adds what a word may answer to, as it is written and in small letters.
    private func add(_ values: inout Set<NamedFact.Value>, _ word: Substring) {
        for written in [String(word), word.lowercased()] {
            for hint in written.first.flatMap({ hints[$0] }) ?? []
            where hint.isBeginning ? written.hasPrefix(hint.form) : written == hint.form {
                values.insert(hint.value)
            }
        }
    }
}
