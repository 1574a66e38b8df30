internal import Bitext

/// What a table says of words: by the whole word, or by how it begins, ends, or what it holds.
final class WordForms<Entry> {
    /// A form with *: how a word begins and ends, or what it holds.
    private struct Affix {
        let beginning: String
        let end: String
        /// What stands between two *.
        let middle: String?
        /// How many letters it names.
        let length: Int
        let entry: Entry

        init(_ form: String, _ entry: Entry) {
            let parts = form.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
            beginning = parts.first ?? ""
            end = parts.last ?? ""
            middle = parts.count > 2 ? parts[1] : nil
            length = beginning.count + end.count + (middle?.count ?? 0)
            self.entry = entry
        }

        func fits(_ word: String) -> Bool {
            if let middle { return word.holdsBytes(of: middle) && word.contains(middle) }
            return word.utf8.count >= beginning.utf8.count + end.utf8.count && word.hasPrefix(beginning)
                && word.hasSuffix(end)
        }
    }

    private var words: [String: Entry] = [:]
    private var heads = WordHeads(length: 3)
    private var tails = WordHeads(length: 3)
    /// Whether the table has forms that words hold wherever.
    private var hasMiddles = false
    /// By their first letter, what words begin with.
    private var beginnings: [Unicode.Scalar: [Affix]] = [:]
    /// What words end with or hold, whatever they begin with.
    private var endings: [Affix] = []

    /// Adds a form in lower case; a * stands for any letters.
    func add(_ form: String, _ entry: Entry) {
        guard form.contains("*") else {
            words[form] = entry
            heads.insert(form)
            return
        }
        let affix = Affix(form, entry)
        if let first = affix.beginning.unicodeScalars.first {
            beginnings[first, default: []].append(affix)
            heads.insert(affix.beginning)
        } else {
            endings.append(affix)
            tails.insert(String(String.UnicodeScalarView(affix.end.unicodeScalars.reversed())))
            if affix.middle != nil || affix.end.isEmpty { hasMiddles = true }
        }
    }

    /// Whether the table may have a word, in capitals or not, by its first and last letters: most it has not.
    func mayHave(_ word: Substring) -> Bool {
        heads.mayStart(word) || mayEnd(word) || WordForms.mayHaveApostrophe(word)
    }

    /// Whether a word has an apostrophe, ' or ’; by its bytes, so some others are said to have one.
    private static func mayHaveApostrophe(_ word: some StringProtocol) -> Bool {
        word.utf8.contains { $0 == 0x27 || $0 == 0xE2 }
    }

    /// Whether a form that says nothing of a word's beginning may fit it.
    private func mayEnd(_ word: Substring) -> Bool {
        hasMiddles || !endings.isEmpty && tails.mayEnd(word)
    }

    /// What the table says of a whole word in lower case, its beginning and end left aside.
    func whole(_ word: String) -> Entry? { words[word] }

    /// What the table says of a word in lower case: of the whole, by its beginning or end, else of what stands before or
    /// behind its apostrophe.
    func entry(_ word: String) -> Entry? {
        if let entry = words[word] ?? longestAffix(of: word)?.entry { return entry }
        guard let head = WordForms.head(word) else { return nil }
        // What stands behind the apostrophe has its turn, too: l’absence, qu’aucun.
        let tail = word.dropFirst(head.count).drop { !$0.isLetter }
        return words[head] ?? (tail.count > 2 && tail.count < word.count ? entry(String(tail)) : nil)
    }

    /// A longer affix knows better: nebezpeč* is plain, ne* is not.
    private func longestAffix(of word: String) -> Affix? {
        var best: Affix?
        func consider(_ affixes: [Affix]) {
            for affix in affixes where affix.length > best?.length ?? 0 && affix.fits(word) { best = affix }
        }
        if let first = word.unicodeScalars.first, let begun = beginnings[first] { consider(begun) }
        if mayEnd(word[...]) { consider(endings) }
        return best
    }

    /// What stands before a word's apostrophe; `nil` where it has none.
    static func head(_ word: String) -> String? {
        guard mayHaveApostrophe(word),
            let head = word.split(whereSeparator: { $0 == "'" || $0 == "’" }).first, head.count < word.count
        else { return nil }
        return String(head)
    }
}
