public import Bitext
internal import ICU

/// Reads dictionaries in the form of the DICT server (RFC 2229), as FreeDict's are: an index of headwords, and a file of
/// articles.
public enum DictdReader {
    /// Reads a dictionary.
    ///
    /// An article's first line is its headword; its translations follow, with commas or semicolons between. Pronunciation,
    /// grammar, examples, synonyms, references and expressions of several words are left out.
    /// - Parameters:
    ///   - index: a headword a line, then where its article starts and how long it is, in base 64, with tabs between.
    ///   - articles: what the index points into, unpacked.
    ///   - path: the index, for messages; its name tells the languages (freedict-eng-deu.index).
    /// - Throws: `ReadingError` for a name without languages, and an index that does not fit the articles.
    public static func read(_ index: [UInt8], articles: [UInt8], path: String) throws(ReadingError) -> Lexicon {
        let (source, target) = try languages(of: path)
        var entries: [Lexicon.Entry] = []
        var read: Set<Int> = []
        for (number, line) in index.split(separator: 0x0A).enumerated() {
            let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard cells.count >= 3, let start = value(cells[1]), let length = value(cells[2]) else {
                throw ReadingError(
                    path: path, line: number + 1,
                    reason: "is no line of an index: a headword, a place and a length, with tabs between")
            }
            guard length <= articles.count, start <= articles.count - length else {
                throw ReadingError(
                    path: path, line: number + 1, reason: "points behind the end of the articles: is the file cut off?")
            }
            guard !cells[0].starts(with: "00".utf8), read.insert(start).inserted else { continue }
            let article = articles[start..<start + length]
            entries += words(article).map {
                Lexicon.Entry(
                    source: $0.source, target: $0.target, forward: Lexicon.dictionaryProbability,
                    backward: Lexicon.dictionaryProbability)
            }
        }
        guard !entries.isEmpty else { throw ReadingError(path: path, reason: "holds no translation") }
        return Lexicon(source: source, target: target, entries: entries)
    }

    /// The translations that an article gives, in UTF-8 bytes: dictionaries have hundreds of thousands of articles.
    static func words(_ article: ArraySlice<UInt8>) -> [(source: String, target: String)] {
        let first = article.prefix { $0 != 0x0A }
        // Texts are matched word by word.
        guard let head = plain(first).first, !head.contains(" ") else { return [] }
        var found: [(source: String, target: String)] = []
        for line in article.dropFirst(first.count).split(separator: 0x0A) {
            // What is set in says something about the translations, and an example stands in quotation marks.
            guard let first = line.first, ![0x20, 0x09, 0x22].contains(first) else { continue }
            found += plain(line).filter { !$0.contains(" ") }.map { (head, $0) }
        }
        return found
    }

    /// The words of a line, without its number and all that stands in brackets.
    private static func plain(_ line: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var closing: [UInt8] = []
        func close() {
            let text = String(decoding: word, as: UTF8.self).split(separator: " ").joined(separator: " ")
            if !text.isEmpty { words.append(text) }
            word = []
        }
        let numbered = line.drop { (0x30...0x39).contains($0) }
        for byte in numbered.first == UInt8(ascii: ".") ? numbered.dropFirst() : line {
            if byte == closing.last {
                closing.removeLast()
            } else if let end = brackets[byte], closing.isEmpty || byte != UInt8(ascii: "/") {
                closing.append(end)
            } else if closing.isEmpty {
                if separators.contains(byte) {
                    close()
                } else {
                    word.append(byte == 0x0D || byte == 0x09 ? 0x20 : byte)
                }
            }
        }
        close()
        return words
    }

    private static let separators = Array(",;".utf8)
    private static let brackets: [UInt8: UInt8] = Dictionary(
        uniqueKeysWithValues: zip("<([{/".utf8, ">)]}/".utf8))

    /// A number in base 64, as the server writes it; `nil` for what is none.
    private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...7).contains(digits.count) else { return nil }
        var value = 0
        for digit in digits {
            guard let place = alphabet.firstIndex(of: digit) else { return nil }
            value = value * 64 + place
        }
        return value
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The languages that a file's name ends in, as eng-deu.
    private static func languages(of path: String) throws(ReadingError) -> (Language, Language) {
        let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
        let parts = name.split(separator: "-").suffix(2).map { Language(canonical: String($0)) }
        guard parts.count == 2, parts.allSatisfy({ LocaleData.isKnownLanguage($0.code) }) else {
            throw ReadingError(
                path: path, reason: "its name tells no languages: dictionaries are named as freedict-eng-deu.index")
        }
        return (parts[0], parts[1])
    }
}
