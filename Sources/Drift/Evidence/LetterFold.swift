internal import Bitext

/// The letters and digits of a text without case, for telling whether two texts are the same words.
enum LetterFold {
    static func of(_ text: String) -> String { String(text.lowercased().filter { $0.isWordLetter || $0.isNumber }) }

    /// Whether two texts are the same words; most are told apart by their first letters.
    static func isSame(_ one: String, _ other: String) -> Bool {
        var rest = other.lazy.filter { $0.isWordLetter || $0.isNumber }.makeIterator()
        for character in one where character.isWordLetter || character.isNumber {
            guard let counterpart = rest.next(),
                character == counterpart || character.lowercased() == counterpart.lowercased()
            else { return false }
        }
        return rest.next() == nil
    }
}
