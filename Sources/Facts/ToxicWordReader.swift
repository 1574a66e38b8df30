public import Bitext

/// Reads words that insult or swear by `Resources/toxic-words.tsv`; keeps the words it has seen, so it is not `Sendable`.
///
/// What a translation adds of them is known as added toxicity (Costa-jussà et al., “Toxicity in Multilingual Machine
/// Translation at Scale”, 2023), found there, too, by lists for each language.
public final class ToxicWordReader {
    private enum Entry {
        case kind(ToxicWord.Kind)
        case plain
    }

    private let isUnspaced: Bool
    /// Whether all nouns have capitals.
    private let hasNounCapitals: Bool
    private let words = WordForms<Entry>()
    /// By their first word.
    private var phrases: [String: [(words: [String], entry: Entry)]] = [:]
    private var heads = WordHeads(length: 3)
    private var unspacedForms = UnspacedForms<Entry>()
    /// By the hash of their bytes: what the table has of a word, and whether phrases begin with it.
    private var seen = HashTable<(entry: Entry?, begins: Bool)>()

    private static let rows = ResourceTable.rows(PackageResources.toxic_words_tsv, columns: 3)
    private static let languages = Set(rows.map { $0[0] }).subtracting([everywhere])
    /// What stands for all languages in the table.
    private static let everywhere = "any"

    /// Whether the table has a language: of others only words that are known everywhere are read.
    public static func knows(_ language: Language) -> Bool { languages.contains(language.tableCode) }

    /// Makes a reader.
    public init(language: Language) {
        isUnspaced = language.isUnspaced
        hasNounCapitals = ["de", "lb"].contains(language.code)
        let code = language.tableCode
        for row in ToxicWordReader.rows where row[0] == code || row[0] == ToxicWordReader.everywhere {
            let entry = ToxicWord.Kind(rawValue: row[1]).map(Entry.kind) ?? .plain
            for form in row[2].split(separator: " ").flatMap({ SpellingVariants.of(String($0)) }) { add(form, entry) }
        }
    }

    private func add(_ form: String, _ entry: Entry) {
        let parts = form.split(separator: "_").map(String.init)
        if parts.count > 1 {
            phrases[parts[0], default: []].append((parts, entry))
            heads.insert(parts[0])
        } else if isUnspaced, !form.utf8.allSatisfy({ $0 < 0x80 }) {
            unspacedForms.add(form, entry)
        } else {
            words.add(form, entry)
        }
    }

    /// The words of a text that insult or swear, in order.
    /// - Parameter tokens: the text's tokens, in bytes of it.
    public func words(in text: String, tokens: [Token]) -> [ToxicWord] {
        var found: [ToxicWord] = []
        var index = 0
        while index < tokens.count {
            defer { index += 1 }
            let token = tokens[index]
            guard token.kind == .word else { continue }
            let word = text.slice(token.range)
            guard heads.mayStart(word) || words.mayHave(word) else { continue }
            let known = known(word)
            if known.begins, let (length, entry) = phrase(at: index, text, tokens) {
                let last = tokens[index + length - 1]
                if case .kind(let kind) = entry {
                    found.append(
                        ToxicWord(
                            kind: kind, range: TextRange(token.range.start, last.range.end), asks: kind < .answer))
                }
                index += length - 1
            } else if case .kind(let kind)? = known.entry {
                found.append(
                    ToxicWord(
                        kind: kind, range: token.range, asks: kind < .answer && !isNameLike(index, text, tokens)))
            }
        }
        guard isUnspaced else { return found }
        return (found + unspaced(text)).sorted { $0.range.start < $1.range.start }
    }

    private func known(_ word: Substring) -> (entry: Entry?, begins: Bool) {
        let key = ByteHash.of(word.utf8)
        if let known = seen[key] { return known }
        if seen.count > ToxicWordReader.limit { seen = HashTable() }
        let folded = word.lowercased()
        let known = (words.entry(folded), phrases[folded] != nil)
        seen.set(key, to: known)
        return known
    }

    /// The phrase whose words begin at a token, and how many tokens it takes.
    private func phrase(at index: Int, _ text: String, _ tokens: [Token]) -> (Int, Entry)? {
        for phrase in phrases[text.slice(tokens[index].range).lowercased()] ?? [] {
            let end = index + phrase.words.count
            guard end <= tokens.count,
                zip(tokens[index..<end], phrase.words).allSatisfy({ text.slice($0.range).lowercased() == $1 })
            else { continue }
            return (phrase.words.count, phrase.entry)
        }
        return nil
    }

    /// Whether a word within a sentence has a capital, as Dick Cheney has.
    private func isNameLike(_ index: Int, _ text: String, _ tokens: [Token]) -> Bool {
        let word = text.slice(tokens[index].range)
        return !hasNounCapitals && index > 0 && tokens[index - 1].kind == .word && word.first?.isUppercase == true
            && word.contains(where: \.isLowercase)
    }

    /// A word in katakana is no part of a longer one: ビッチ is none of Ibrahimović.
    private func unspaced(_ text: String) -> [ToxicWord] {
        unspacedForms.matches(in: text).compactMap { match in
            guard case .kind(let kind) = match.entry, !ToxicWordReader.isPartOfKatakana(text, match.range) else {
                return nil
            }
            return ToxicWord(kind: kind, range: match.range, asks: kind < .answer)
        }
    }

    private static func isPartOfKatakana(_ text: String, _ range: TextRange) -> Bool {
        let word = text.slice(range)
        func isKatakana(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map { (0x30A1...0x30FA).contains($0.value) || $0.value == 0x30FC } ?? false
        }
        let (first, last) = (word.unicodeScalars.first, word.unicodeScalars.last)
        return isKatakana(first) && isKatakana(text[..<word.startIndex].unicodeScalars.last)
            || isKatakana(last) && isKatakana(text[word.endIndex...].unicodeScalars.first)
    }

    /// More distinct words than this are forgotten, so that memory stays bounded.
    private static let limit = 50_000
}
