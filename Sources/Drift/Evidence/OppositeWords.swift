internal import Bitext
internal import Facts

/// The words of a language that exclude others, by `Resources/opposites.tsv`.
struct OppositeWords {
    /// One of the senses that exclude each other.
    struct Sense: Hashable, Comparable {
        /// What it is about, as its place in ``OppositeWords/meanings``.
        let meaning: Int
        /// Which of the senses of the meaning it is, from 0.
        let number: Int
        /// Whether it denies the first sense of its meaning: unable, not only.
        let isDenial: Bool
        /// Whether it is a unit, of which a number makes another: 48 hours are two days.
        let isUnit: Bool

        /// - Parameter name: what it is about, as the table has it.
        init(_ name: String, _ number: Int) {
            meaning = OppositeWords.number(of: name)
            self.number = number
            isDenial = number > 0 && name.hasSuffix("!")
            isUnit = name.hasSuffix("#")
        }

        func excludes(_ other: Sense) -> Bool { meaning == other.meaning && number != other.number }

        static func < (some: Sense, other: Sense) -> Bool {
            (some.meaning, some.number) < (other.meaning, other.number)
        }
    }

    /// What an expression of the table says.
    struct Entry {
        let sense: Sense
        /// Whether it has no other sense.
        let isFirm: Bool
    }

    /// What words begin with, by the hash of its bytes.
    private struct Beginning {
        let length: Int
        let hash: UInt64
        let entry: Entry
    }

    /// By the hash of their bytes, in lower case.
    private var words = HashTable<[Entry]>()
    /// By their first letter, short ones first.
    private var beginnings = HashTable<[Beginning]>()
    /// By the hash of their first word; the last word may be the beginning of one.
    private var phrases = HashTable<[(words: [String], isOpen: Bool, entry: Entry)]>()
    /// What expressions begin with.
    private var heads = WordHeads(length: 3)

    private static let rows = ResourceTable.rows(PackageResources.opposites_tsv).filter { $0.count >= 4 }

    /// What words of the table are about, in order.
    static let meanings = Set(rows.map { $0[0] }).sorted()

    /// The place of a meaning among those of the table; none of theirs for one that it lacks.
    static func number(of meaning: String) -> Int { numbers[meaning] ?? -1 }

    private static let numbers = Dictionary(uniqueKeysWithValues: zip(meanings, meanings.indices))

    /// The words of a language; `nil` for one that the table lacks.
    static func of(_ language: Language) -> OppositeWords? { known[language] }

    private static let known = PerLanguage { language in OppositeWords(code: language.tableCode) }

    private init?(code: String) {
        let rows = OppositeWords.rows.filter { $0[1] == code }
        guard !rows.isEmpty else { return nil }
        for row in rows {
            for (number, list) in row.dropFirst(2).enumerated() where list != "-" {
                let sense = Sense(row[0], number)
                for form in list.split(separator: " ") {
                    add(String(form), Entry(sense: sense, isFirm: form.first != "~"))
                }
            }
        }
        beginnings.change { $0.sort { $0.length < $1.length } }
    }

    private mutating func add(_ form: String, _ entry: Entry) {
        let bare = String(form[...].trimmed { $0 == "~" || $0 == "*" })
        heads.insert(bare.prefix { $0 != "_" })
        let parts = bare.split(separator: "_").map(String.init)
        let hash = ByteHash.of(bare.utf8)
        if parts.count > 1 {
            phrases.add((parts, form.last == "*", entry), to: ByteHash.of(parts[0].utf8))
        } else if form.last == "*", let first = bare.unicodeScalars.first {
            beginnings.add(Beginning(length: bare.utf8.count, hash: hash, entry: entry), to: UInt64(first.value))
        } else {
            words.add(entry, to: hash)
        }
    }

    /// Whether an expression may begin as a word does; also where something else than a letter is among its first two
    /// characters, since marks are cut off.
    func mayStart(_ word: Substring) -> Bool {
        heads.mayStart(word) || !word.unicodeScalars.prefix(2).allSatisfy(\.isAlphabetic)
    }

    /// The entries of the longest expression that begins at a word, and its number of words; of the word alone where the table
    /// has no longer one.
    /// - Parameters:
    ///   - count: how many words there are.
    ///   - form: a word by its number, in lower case and without the marks at its ends.
    func entries(at index: Int, of count: Int, form: (Int) -> String) -> (length: Int, entries: [Entry]) {
        let word = form(index)
        guard let first = word.unicodeScalars.first else { return (1, []) }
        var longest = (length: 1, entries: [Entry]())
        for phrase in phrases[ByteHash.of(word.utf8)] ?? [] where phrase.words.count >= longest.length {
            let length = phrase.words.count
            guard index + length <= count, phrase.words[0] == word,
                (1..<length).allSatisfy({ offset in
                    offset == length - 1 && phrase.isOpen
                        ? form(index + offset).hasPrefix(phrase.words[offset])
                        : form(index + offset) == phrase.words[offset]
                })
            else { continue }
            if length > longest.length { longest = (length, []) }
            longest.entries.append(phrase.entry)
        }
        guard longest.length == 1 else { return longest }
        guard let known = beginnings[UInt64(first.value)] else { return (1, words[ByteHash.of(word.utf8)] ?? []) }
        var hash = ByteHash.seed
        var length = 0
        var next = 0
        for byte in word.utf8 {
            hash = ByteHash.mixed(hash, byte)
            length += 1
            while next < known.count, known[next].length == length {
                if known[next].hash == hash { longest.entries.append(known[next].entry) }
                next += 1
            }
        }
        if let whole = words[hash] { longest.entries += whole }
        return longest
    }
}
