internal import Bitext

/// What a table says of expressions in text without spaces between words; of those that fit, the longest counts.
struct UnspacedForms<Entry> {
    /// By their first character, the longest first.
    private var forms: [Character: [(form: String, entry: Entry)]] = [:]

    /// Adds an expression.
    mutating func add(_ form: String, _ entry: Entry) {
        guard let first = form.first else { return }
        forms[first, default: []].append((form, entry))
        forms[first]?.sort { ($0.form.count, $0.form) > ($1.form.count, $1.form) }
    }

    /// Where the expressions stand in a text, in order, in bytes of it. White space within such a text is a matter of typing,
    /// and of tokenised corpora: it is read past.
    func matches(in text: String) -> [(range: TextRange, entry: Entry)] {
        let places = text.indices.filter { !text[$0].isWhitespace }
        let letters = places.map { text[$0] }
        var found: [(range: TextRange, entry: Entry)] = []
        var index = 0
        while index < letters.count {
            guard let match = forms[letters[index]]?.first(where: { letters[index...].starts(with: $0.form) }) else {
                index += 1
                continue
            }
            let last = places[index + match.form.count - 1]
            found.append(
                (
                    TextRange(
                        text.utf8.distance(from: text.startIndex, to: places[index]),
                        text.utf8.distance(from: text.startIndex, to: text.index(after: last))),
                    match.entry
                ))
            index += match.form.count
        }
        return found
    }
}
