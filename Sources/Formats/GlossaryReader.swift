public import Bitext
internal import ICU
internal import XML

/// Reads glossaries: tables with a language a column, and TBX (ISO 30042).
public enum GlossaryReader {
    /// Reads a glossary.
    ///
    /// A table's first line names the languages, with tabs between: `en`, `de`, `!de` for terms that must not be used.
    /// `|` stands between alternatives, `=` where the source's term stays as it is; lines that start with # are comments.
    /// - Throws: `ReadingError` with the line of what is wrong.
    public static func read(_ bytes: [UInt8], path: String) throws(ReadingError) -> Glossary {
        let text = try EncodedText(bytes, path: path).text
        let head = text.prefix(2000)
        let glossary = head.contains("<tbx") || head.contains("<martif") ? try tbx(text, path) : try table(text, path)
        guard !glossary.entries.isEmpty else { throw ReadingError(path: path, reason: "holds no term") }
        return glossary
    }

    private static func table(_ text: String, _ path: String) throws(ReadingError) -> Glossary {
        var columns: [(language: String, isForbidden: Bool)] = []
        var glossary = Glossary()
        for (number, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            let row = line.drop { $0 == "\u{FEFF}" }
            guard !row.hasPrefix("#"), !row.allSatisfy(\.isWhitespace) else { continue }
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map {
                $0.split(separator: "|").map { trimmed($0) }.filter { !$0.isEmpty }
            }
            if columns.isEmpty {
                columns = try header(cells.map { $0.first ?? "" }, path, line: number + 1)
                continue
            }
            guard cells.count <= columns.count else {
                throw ReadingError(
                    path: path, line: number + 1,
                    reason: "has \(cells.count) columns, the first line \(columns.count): a tab too many?")
            }
            var entry = Glossary.Entry(terms: [:])
            for (cell, column) in zip(cells, columns) where !cell.isEmpty {
                if column.isForbidden {
                    entry.forbidden[column.language, default: []] += cell
                } else {
                    entry.terms[column.language, default: []] += cell
                }
            }
            glossary.entries.append(entry)
        }
        return glossary
    }

    private static func header(_ cells: [String], _ path: String, line: Int) throws(ReadingError) -> [(
        language: String, isForbidden: Bool
    )] {
        var columns: [(language: String, isForbidden: Bool)] = []
        for cell in cells {
            let isForbidden = cell.hasPrefix("!")
            columns.append((try language(cell, path, line: line), isForbidden))
        }
        return columns
    }

    /// The language that a table's first line names in a column.
    static func language(_ cell: String, _ path: String, line: Int) throws(ReadingError) -> String {
        let language = Language(canonical: cell.hasPrefix("!") ? String(cell.dropFirst()) : cell)
        guard LocaleData.isKnownLanguage(language.code) else {
            throw ReadingError(
                path: path, line: line,
                reason: "“\(cell)” is no language: the first line names them, as en, de and !de, with tabs between")
        }
        return language.tag
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.trimmed(of: \.isWhitespace))
    }

    private static func tbx(_ text: String, _ path: String) throws(ReadingError) -> Glossary {
        var reader = TBX()
        try MarkupParser.xml(text, path: path) { reader.handle($0) }
        return reader.glossary
    }

    private struct TBX {
        var glossary = Glossary()
        private var entry = Glossary.Entry(terms: [:])
        private var language = ""
        private var term = ""
        private var isForbidden = false
        /// Which element's text is read.
        private var reading: String?
        private var status = ""

        mutating func handle(_ event: MarkupEvent) {
            switch event {
            case .start(let name, let attributes):
                switch name {
                case "termEntry", "conceptEntry": entry = Glossary.Entry(terms: [:])
                case "langSet", "langSec": language = attributes["xml:lang"].map { Language(canonical: $0).tag } ?? ""
                case "tig", "ntig", "termSec":
                    term = ""
                    isForbidden = false
                case "term": reading = "term"
                case "termNote" where attributes["type"] == "administrativeStatus":
                    reading = "status"
                    status = ""
                default: break
                }
            case .text(let text, _):
                if reading == "term" { term += text }
                if reading == "status" { status += text }
            case .comment: break
            case .end(let name):
                switch name {
                case "term": reading = nil
                case "termNote":
                    if reading == "status" {
                        isForbidden = status.contains("deprecated") || status.contains("superseded")
                    }
                    reading = nil
                case "tig", "ntig", "termSec":
                    let words = term.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    guard !words.isEmpty else { break }
                    if isForbidden {
                        entry.forbidden[language, default: []].append(words)
                    } else {
                        entry.terms[language, default: []].append(words)
                    }
                case "termEntry", "conceptEntry": glossary.entries.append(entry)
                default: break
                }
            }
        }
    }
}
