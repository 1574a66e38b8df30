internal import Bitext

/// Whether passages ask.
enum Questions {
    /// Whether one text asks, and the other does not.
    static func differ(_ pair: AlignedPair, _ bead: Bead) -> Bool {
        let texts = (pair.text(.source, bead.source), pair.text(.target, bead.target))
        let languages = (pair.source.language, pair.target.language)
        let asks = (asks(texts.0, languages.0), asks(texts.1, languages.1))
        guard asks.0 != asks.1 else { return false }
        return !(asks.0 ? mayAsk(texts.1, languages.1) : mayAsk(texts.0, languages.0))
    }

    /// Whether a text ends with a question mark.
    static func asks(_ text: String, _ language: Language) -> Bool { hasMark(text.suffix(4), language) }

    private static func hasMark(_ text: some StringProtocol, _ language: Language) -> Bool {
        text.contains { "?？؟⸮".contains($0) || $0 == ";" && greek.contains(language.code) }
    }

    /// Greek asks with what looks like a semicolon.
    private static let greek: Set<String> = ["el", "grc"]

    /// Where in a passage words ask.
    private enum Place: String {
        case first, end, any
    }

    private static let words: [String: [Place: Set<String>]] = {
        var words: [String: [Place: Set<String>]] = [:]
        for row in ResourceTable.rows(PackageResources.question_words_tsv, columns: 3) {
            guard let place = Place(rawValue: row[1]) else { continue }
            words[row[0], default: [:]][place, default: []].formUnion(row[2].split(separator: " ").map(String.init))
        }
        return words
    }()

    /// Whether a text that ends otherwise asks before its end, or may ask by its words.
    private static func mayAsk(_ text: String, _ language: Language) -> Bool {
        if hasMark(text, language) { return true }
        guard let known = words[language.tableCode] else { return false }
        let lower = text.lowercased()
        let tokens = lower.split { !$0.isWordLetter && $0 != "-" && $0 != "’" }.map(String.init)
        guard let first = tokens.first, let last = tokens.last else { return false }
        if known[.first]?.contains(first) == true { return true }
        if known[.end]?.contains(where: { last.hasSuffix($0) }) == true { return true }
        let anywhere = known[.any] ?? []
        return language.isUnspaced
            ? anywhere.contains { lower.contains($0) } : tokens.contains(where: anywhere.contains)
    }
}
