/// A form of several words that denies, or does not.
struct DenialPhrase<Entry> {
    let words: [String]
    /// What ends it, a few words on.
    let end: [String]
    /// Whether it is one only at the end of a question.
    let isAsked: Bool
    let entry: Entry

    /// How many words may stand before its end.
    let gap: Int

    /// Whether it takes its beginning only, since what stands before its end is the sentence’s.
    var isOpen: Bool { gap > DenialPhrase.narrow }

    private static var narrow: Int { 4 }
    private static var wide: Int { 20 }

    init(_ form: String, _ entry: Entry) {
        let parts = form.split(separator: "__", maxSplits: 1)
        gap = form.contains("___") ? DenialPhrase.wide : DenialPhrase.narrow
        isAsked = form.hasSuffix("?")
        words = (parts.first ?? "").split { $0 == "_" || $0 == "?" }.map(String.init)
        end = parts.count > 1 ? parts[1].split(separator: "_").map(String.init) : []
        self.entry = entry
    }

    /// How many of the words it takes from the first on; `nil` where it does not fit.
    func length(in folded: ArraySlice<String>) -> Int? {
        guard folded.starts(with: words, by: DenialPhrase.fits) else { return nil }
        guard !end.isEmpty else { return words.count }
        let first = folded.startIndex + words.count
        return (first...first + gap).first {
            folded.dropFirst($0 - folded.startIndex).starts(with: end, by: DenialPhrase.fits)
        }
        .map { $0 + end.count - folded.startIndex }
    }

    /// Whether a word is the form, begins with what stands before its *, or has another word run on behind an
    /// apostrophe: n’est, qu’une.
    private static func fits(_ word: String, _ form: String) -> Bool {
        word == form || form.last == "*" && word.hasPrefix(form.dropLast())
            || WordForms<Entry>.head(word).map { $0 == form } ?? false
    }
}
