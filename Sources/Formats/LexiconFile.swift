public import Bitext

/// Reads and writes lexicons: what `dragoman lexicon` learnt, and the dictionaries that `GlossaryReader` reads.
public enum LexiconFile {
    private static let probabilities = ["forward", "backward"]

    /// Reads a list of words.
    ///
    /// A table's first line names two languages, then `forward` and `backward` where it has probabilities: those of the
    /// second word given the first, and of the first given the second. Without them, the file is read as a glossary is:
    /// a table with a language a column, or TBX.
    /// - Throws: `ReadingError` with the line of what is wrong.
    public static func read(_ bytes: [UInt8], path: String) throws(ReadingError) -> WordList {
        let text = try EncodedText(bytes, path: path).text
        let lines = text.drop { $0 == "\u{FEFF}" }.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let head = lines.firstIndex(where: { !isIdle($0) }) else {
            throw ReadingError(path: path, reason: "holds no entry")
        }
        let names = cells(lines[head])
        guard names.count == 4, names.suffix(2) == probabilities[...] else {
            return .glossary(try GlossaryReader.read(bytes, path: path))
        }
        let languages = try names.prefix(2).map { name throws(ReadingError) in
            try GlossaryReader.language(name, path, line: head + 1)
        }
        var lexicon = Lexicon(source: Language(languages[0]), target: Language(languages[1]), entries: [])
        for (number, line) in lines.enumerated().dropFirst(head + 1) where !isIdle(line) {
            lexicon.entries.append(try entry(cells(line), path, line: number + 1))
        }
        guard !lexicon.entries.isEmpty else { throw ReadingError(path: path, reason: "holds no entry") }
        return .lexicon(lexicon)
    }

    /// A lexicon as a table that `read` reads, the likeliest entries first.
    public static func write(_ lexicon: Lexicon) -> String {
        let entries = lexicon.entries.sorted {
            ($1.strength, $0.source, $0.target) < ($0.strength, $1.source, $1.target)
        }
        let rows = entries.map { entry in
            [entry.source, entry.target, rounded(entry.forward), rounded(entry.backward)].joined(separator: "\t")
        }
        let head = ([lexicon.source.tag, lexicon.target.tag] + probabilities).joined(separator: "\t")
        return ([head] + rows).joined(separator: "\n") + "\n"
    }

    private static func rounded(_ probability: Double) -> String {
        "\((max(0, min(1, probability)) * 10_000).rounded() / 10_000)"
    }

    private static func isIdle(_ line: Substring) -> Bool { line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }

    private static func entry(_ cells: [String], _ path: String, line: Int) throws(ReadingError) -> Lexicon.Entry {
        guard cells.count == 4, !cells[0].isEmpty, !cells[1].isEmpty else {
            throw ReadingError(
                path: path, line: line, reason: "is no entry: two words and two probabilities, with tabs between")
        }
        let values = cells.suffix(2).compactMap { Double($0) }.filter { (0...1).contains($0) }
        guard values.count == 2 else {
            throw ReadingError(
                path: path, line: line,
                reason: "“\(cells[2])” and “\(cells[3])” are not both probabilities, numbers from 0 to 1")
        }
        return Lexicon.Entry(source: cells[0], target: cells[1], forward: values[0], backward: values[1])
    }
}
