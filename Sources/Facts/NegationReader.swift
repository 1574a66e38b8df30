public import Bitext
internal import ICU

/// Reads what denies by `Resources/negation.tsv`; keeps the words it has seen, so it is not `Sendable`.
public final class NegationReader {
    private enum Entry {
        case kind(Negation.Kind, asks: Bool)
        /// What may answer to a denial at a clause's end: bakma, do not look, or the looking.
        case closing
        case plain
    }

    /// What the table has of a word that was seen.
    private struct Known {
        let entry: Entry?
        /// The phrases that may begin with it.
        let phrases: [Phrase]
    }

    private typealias Phrase = DenialPhrase<Entry>

    private let isUnspaced: Bool
    /// Whether a verb that is said twice, the second time denied, asks which: gelip gelmeyeceği, whether he comes.
    private let doublesVerbs: Bool
    /// Whether all nouns have capitals.
    private let hasNounCapitals: Bool
    /// Whether a colon stands between a number or an acronym and its ending.
    private let hasColonEndings: Bool
    /// Whether しか makes “only” of a denial behind it.
    private let hasOnly: Bool
    private let words = WordForms<Entry>()
    /// By their first word.
    private var phrases: [String: [Phrase]] = [:]
    private var heads = WordHeads(length: 3)
    private var unspacedForms = UnspacedForms<Entry>()
    /// By the hash of their bytes.
    private var seen = HashTable<Known>()

    private static let rows = ResourceTable.rows(PackageResources.negation_tsv, columns: 3)
    private static let languages = Set(rows.map { $0[0] })

    /// Whether the table has a language: what denies in others is not read.
    public static func knows(_ language: Language) -> Bool { languages.contains(language.tableCode) }

    /// Makes a reader.
    public init(language: Language) {
        isUnspaced = language.isUnspaced
        doublesVerbs = ["tr", "az", "crh"].contains(language.code)
        hasNounCapitals = ["de", "lb"].contains(language.code)
        hasColonEndings = language.code == "fi"
        hasOnly = language.code == "ja"
        let code = language.tableCode
        for row in NegationReader.rows where row[0] == code {
            let entry: Entry =
                switch row[1] {
                case "not": .kind(.not, asks: true)
                case "none": .kind(.none, asks: true)
                case "answer": .kind(.none, asks: false)
                case "lack": .kind(.lack, asks: false)
                case "closing": .closing
                default: .plain
                }
            for form in row[2].split(separator: " ").flatMap({ SpellingVariants.of(String($0)) }) { add(form, entry) }
        }
        // “ne … pas moins” denies less than “ne … pas”.
        for key in phrases.keys {
            phrases[key]?.sort { ($0.words.count, $0.end.count) > ($1.words.count, $1.end.count) }
        }
    }

    private func add(_ form: String, _ entry: Entry) {
        if isUnspaced {
            unspacedForms.add(form, entry)
        } else if form.contains("_") || form.hasSuffix("?") {
            let phrase = Phrase(form, entry)
            if let first = phrase.words.first {
                phrases[first, default: []].append(phrase)
                heads.insert(first)
            }
        } else {
            words.add(form, entry)
        }
    }

    /// What denies in a text, in order.
    public func negations(in text: String) -> [Negation] {
        isUnspaced ? unspaced(text) : spaced(text)
    }

    private func spaced(_ text: String) -> [Negation] {
        let words = text.textWords(also: NegationReader.isInner).compactMap(NegationReader.bare)
        guard words.contains(where: mayHave) else { return [] }
        let isInCapitals = text.isInCapitals
        // In lower case, once a word may begin a phrase.
        var folded: [String] = []
        var found: [Negation] = []
        var index = 0
        while index < words.count {
            guard mayHave(words[index]), !isInIdentifier(words[index], in: text) else {
                index += 1
                continue
            }
            let known = known(words[index], inCapitals: isInCapitals)
            if !known.phrases.isEmpty, folded.isEmpty { folded = words.map { $0.lowercased() } }
            if !known.phrases.isEmpty, let (phrase, length) = phrase(known.phrases, folded[index...], words, text) {
                if case .kind(let kind, let asks) = phrase.entry {
                    found.append(negation(kind, asks: asks, words[index..<index + length], in: text))
                }
                index += length
            } else {
                if case .kind(let kind, let asks)? = known.entry, !isNumberSign(words[index], in: text),
                    !isEnding(words[index], in: text)
                {
                    found.append(
                        negation(
                            kind,
                            asks: asks && !isInTitle(index, words, text) && !opensQuestion(index, words, text)
                                && !isDoubled(index, words),
                            words[index...index], in: text))
                } else if case .closing? = known.entry, closesClause(words[index], in: text) {
                    found.append(negation(.none, asks: false, words[index...index], in: text))
                }
                index += 1
            }
        }
        return found
    }

    /// Whether the table may have a word, or a phrase that begins with it: most it has not.
    private func mayHave(_ word: Substring) -> Bool { heads.mayStart(word) || words.mayHave(word) }

    /// The first phrase that words in lower case begin with, and how many of them it takes.
    private func phrase(
        _ phrases: [Phrase], _ folded: ArraySlice<String>, _ words: [Substring], _ text: String
    ) -> (Phrase, Int)? {
        for phrase in phrases {
            guard let length = phrase.length(in: folded) else { continue }
            let last = words[folded.startIndex + length - 1]
            if phrase.isAsked, !NegationReader.closesQuestion(text[last.endIndex...]) { continue }
            guard phrase.isOpen else {
                if length > 1, NegationReader.isParted(text[words[folded.startIndex].endIndex..<last.startIndex]) {
                    continue
                }
                return (phrase, length)
            }
            // What ends it belongs to the last denial before it.
            let count = phrase.words.count
            if !folded.dropFirst(count).prefix(length - count).contains(where: denies) { return (phrase, count) }
        }
        return nil
    }

    /// Whether a sentence ends between words: in “Why? Not only” they are no phrase, nor are “qua? Non” in Italian.
    private static func isParted(_ text: Substring) -> Bool { text.contains { ".!?…".contains($0) } }

    /// Whether a question ends here, or once somebody is addressed: isn’t it, my dear?
    private static func closesQuestion(_ behind: Substring) -> Bool {
        guard behind.first == "," else { return behind.first == "?" }
        let near = behind.prefix(longestAddress)
        guard let end = near.firstIndex(where: { ".!?…;".contains($0) }), near[end] == "?" else { return false }
        return near[..<end].split(separator: " ").count <= 4
    }

    /// In characters.
    private static let longestAddress = 80

    private func denies(_ word: String) -> Bool {
        if case .kind(_, asks: true)? = words.entry(word) { true } else { false }
    }

    /// Whether a verb is said twice: gelip gelmeyeceği, whether she comes; gelir gelmez, as soon as she comes.
    private func isDoubled(_ index: Int, _ words: [Substring]) -> Bool {
        guard doublesVerbs, index > 0 else { return false }
        let (before, word) = (words[index - 1].lowercased(), words[index].lowercased())
        let isSoon = before.last == "r" && (word.hasSuffix("maz") || word.hasSuffix("mez"))
        guard before.last == "p" || isSoon else { return false }
        var stem = before.dropLast(2)
        if stem.last == "y" { stem.removeLast() }
        return stem.count >= 2 && word.hasPrefix(stem)
    }

    /// Whether a word opens a question of several words, which asks the same without it: Don’t you know?
    private func opensQuestion(_ index: Int, _ words: [Substring], _ text: String) -> Bool {
        let before =
            index == 0 ? text[..<words[0].startIndex] : text[words[index - 1].endIndex..<words[index].startIndex]
        guard index == 0 || before.contains(where: { ".!?…".contains($0) }), words.indices.contains(index + 1),
            !text[words[index].endIndex..<words[index + 1].startIndex].contains(where: \.isPunctuation)
        else { return false }
        return text[words[index].endIndex...].first { ".!?…;".contains($0) } == "?"
    }

    /// Whether a word stands in a title with capitals. A headline that is one title denies what it denies.
    private func isInTitle(_ index: Int, _ words: [Substring], _ text: String) -> Bool {
        func isCapitalized(_ index: Int) -> Bool {
            index < words.count && words[index].first?.isUppercase == true
                && words[index].contains(where: \.isLowercase)
        }
        guard index > 0, !hasNounCapitals, isCapitalized(index), isCapitalized(index + 1) else { return false }
        let between = text[words[index - 1].endIndex..<words[index].startIndex]
        guard !between.contains(where: { ".!?;…\n".contains($0) }), !between.contains(":") || isCapitalized(index + 2)
        else { return false }
        return words.contains { $0.first?.isLowercase == true && $0.count > 3 }
    }

    /// Whether nothing or a mark follows a word.
    private func closesClause(_ word: Substring, in text: String) -> Bool {
        text[word.endIndex...].first { !$0.isWhitespace }.map(\.isPunctuation) ?? true
    }

    /// Whether a word stands for a number, as in No. 5.
    private func isNumberSign(_ word: Substring, in text: String) -> Bool {
        let behind = text[word.endIndex...]
        // Tablet No 152339; but “No 20 ships came.”
        if word == "No", behind.first == " ", behind.dropFirst().first?.isNumber == true {
            return text[..<word.startIndex].last { !$0.isWhitespace }.map { $0.isWordLetter || ",(".contains($0) }
                ?? false
        }
        guard behind.first == "." else { return false }
        return behind.dropFirst().first { !$0.isWhitespace }.map { $0.isNumber || "%#=:{".contains($0) } ?? false
    }

    /// Whether a word is the ending of a number or an acronym: 34:en, the genitive of 34 in Finnish.
    private func isEnding(_ word: Substring, in text: String) -> Bool {
        let before = text[..<word.startIndex]
        guard hasColonEndings, before.last == ":" else { return false }
        return before.dropLast().last.map { $0.isNumber || $0.isUppercase } ?? false
    }

    /// Whether a word is part of a name that a program knows: SHOW_NO_COLOURS, --no-track, -n.
    private func isInIdentifier(_ word: Substring, in text: String) -> Bool {
        let (before, behind) = (text[..<word.startIndex], text[word.endIndex...].first)
        if behind == "_" || before.last == "_" || behind == "-" && before.hasSuffix("--") { return true }
        return word.utf8.count == 1 && before.last == "-" && before.dropLast().last.map(\.isWhitespace) ?? true
    }

    private func negation(
        _ kind: Negation.Kind, asks: Bool, _ words: ArraySlice<Substring>, in text: String
    ) -> Negation {
        let start = words.first?.startIndex ?? text.startIndex
        let end = words.last?.endIndex ?? start
        return Negation(
            kind: kind,
            range: TextRange(
                text.utf8.distance(from: text.startIndex, to: start), text.utf8.distance(from: text.startIndex, to: end)
            ), asks: asks)
    }

    private func known(_ word: Substring, inCapitals: Bool) -> Known {
        let key = ByteHash.of(word.utf8) ^ (inCapitals ? 1 : 0)
        if let known = seen[key] { return known }
        if seen.count > NegationReader.limit { seen = HashTable() }
        let folded = word.lowercased()
        let elided = WordForms<Entry>.head(folded).flatMap { phrases[$0] } ?? []
        // UNESCO and DISA do not begin with un- and dis-.
        let isAcronym = !inCapitals && (3...8).contains(word.count) && word.allSatisfy(\.isUppercase)
        let known = Known(
            entry: isAcronym ? words.whole(folded) : words.entry(folded), phrases: (phrases[folded] ?? []) + elided)
        seen.set(key, to: known)
        return known
    }

    /// More distinct words than this are forgotten, so that memory stays bounded.
    private static let limit = 50_000

    private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "'", "-", "’", "\u{200C}": true
        default: scalar.value > 0x7F && scalar.digitValue != nil
        }
    }

    /// A word without the dashes and quotation marks of speech: --No, 'Nobody'; `nil` where nothing is left.
    private static func bare(_ word: TextWord) -> Substring? {
        func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "'" || scalar == "’" }
        guard let last = word.text.unicodeScalars.last,
            word.text.unicodeScalars.first.map(isMark) == true || isMark(last)
        else { return word.text }
        let bare = word.text.trimmed { $0.unicodeScalars.allSatisfy(isMark) }
        return bare.isEmpty ? nil : bare
    }

    private func unspaced(_ text: String) -> [Negation] {
        unspacedForms.matches(in: text).compactMap { match in
            guard case .kind(let kind, let asks) = match.entry else { return nil }
            let word = text.slice(match.range)
            return Negation(kind: kind, range: match.range, asks: asks && !(hasOnly && isBehindOnly(word, in: text)))
        }
    }

    /// Whether a denial says “only”, with しか before it in its sentence. しかし (but) and たしか (certain) are other words.
    private func isBehindOnly(_ word: Substring, in text: String) -> Bool {
        let before = text[..<word.startIndex].suffix(NegationReader.onlyReach)
        guard let only = before.indices.last(where: { before[$0...].hasPrefix("しか") }) else { return false }
        let behind = before[only...].dropFirst(2)
        return before[..<only].last != "た" && behind.first != "し" && !behind.contains { "。！？".contains($0) }
    }

    /// How many characters before a denial its しか is looked for.
    private static let onlyReach = 40
}
