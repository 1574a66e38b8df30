import Bitext

/// Reads gettext's PO files: each message with its translation, each plural with its forms.
///
/// Fuzzy and obsolete entries are no translations yet, or no more.
struct POReader {
    let text: String
    let path: String

    private struct Entry {
        var context: MappedText?
        var singular: MappedText?
        var plural: MappedText?
        var forms: [Int: MappedText] = [:]
        var isFuzzy = false
        var remarks: [Remark] = []
    }

    private enum Field {
        case context, singular, plural, form(Int)
    }

    func read() throws(ReadingError) -> BilingualText.Parsed {
        // No field of the header names the language of the messages; gettext's manual has them in English.
        var parsed = BilingualText.Parsed(
            kind: "PO", source: "en", isSourceAssumed: true, skippedAs: "marked as fuzzy")
        var entry = Entry()
        var field: Field?
        var number = 0
        /// How many forms the header asks of a plural, and how many plurals have fewer.
        var plurals = (forms: 0, incomplete: 0)

        func close() {
            defer {
                entry = Entry()
                field = nil
            }
            guard let singular = entry.singular else { return }
            if singular.text.isEmpty {
                let header = entry.forms[0]?.text ?? ""
                parsed.target = POReader.header("Language", in: header)
                plurals.forms =
                    header.firstRange(of: "nplurals=").flatMap {
                        Int(header[$0.upperBound...].prefix(while: \.isNumber))
                    } ?? 0
                return
            }
            guard !entry.isFuzzy else {
                parsed.skipped += 1
                return
            }
            // GNOME's messages have the translators' names in place of this.
            if ["translator-credits", "translator_credits"].contains(singular.text) { return }
            if entry.plural != nil, entry.forms.count < plurals.forms { plurals.incomplete += 1 }
            let id = entry.context.map { "\($0.text)|\(singular.text)" } ?? singular.text
            for form in entry.forms.keys.sorted() {
                // The only form of a language without plurals is that of all numbers.
                let isSingular = form == 0 && entry.forms.count > 1
                let target = entry.forms[form] ?? MappedText()
                let original = POReader.without(
                    contextOf: isSingular ? singular : entry.plural ?? singular, ifNotIn: target)
                parsed.units.append(
                    BilingualText.Unit(
                        id: form == 0 ? id : "\(id)[\(form)]",
                        source: isSingular ? POReader.without(countOf: original, ifNotIn: target) : original,
                        target: target, remarks: entry.remarks))
            }
        }

        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let row = Substring(line).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            if row.isEmpty {
                close()
            } else if row.hasPrefix("#") {
                if entry.singular != nil { close() }
                if row.hasPrefix("#,"), row.contains("fuzzy") { entry.isFuzzy = true }
                let offset = text.utf8.distance(from: text.startIndex, to: row.startIndex)
                if let remark = Remark(comment: row.dropFirst(), offset: offset) { entry.remarks.append(remark) }
            } else if row.utf8.first == POReader.quotationMark {
                guard let field else { throw failure(number, "a text without msgid or msgstr before it") }
                try append(row, to: field, of: &entry, number)
            } else {
                let keyword = Substring(row.utf8.prefix { $0 != 0x20 && $0 != 0x09 && $0 != POReader.quotationMark })
                guard let next = POReader.field(keyword) else { throw failure(number, "unknown keyword “\(keyword)”") }
                if case .context = next { close() }
                if case .singular = next, entry.singular != nil { close() }
                field = next
                let value = Substring(row.utf8.dropFirst(keyword.utf8.count).drop { $0 == 0x20 || $0 == 0x09 })
                try append(value, to: next, of: &entry, number)
            }
        }
        close()
        if plurals.incomplete > 0 {
            parsed.notes = ["\(plurals.incomplete) with fewer forms of the plural than the header’s \(plurals.forms)"]
        }
        return parsed
    }

    /// A message for one without its count, where the translation says one in words: %d file, eine Datei.
    private static func without(countOf source: MappedText, ifNotIn target: MappedText) -> MappedText {
        func counts(_ text: String) -> [TextRange] {
            let bytes = Array(text.utf8)
            return bytes.indices.filter { bytes[$0] == UInt8(ascii: "%") }.compactMap { place in
                // 50 per cent, and what closes %1%.
                guard place == 0 || !(0x30...0x39).contains(bytes[place - 1]) else { return nil }
                var end = place + 1
                while end < bytes.count, "-+ #0'123456789.hlqLzjt".utf8.contains(bytes[end]) { end += 1 }
                guard end < bytes.count, "diu".utf8.contains(bytes[end]) else { return nil }
                return TextRange(place, end + 1)
            }
        }
        let (own, others) = (counts(source.text), counts(target.text))
        guard let first = own.first, others.count == own.count - 1 else { return source }
        return source.replacing([(first, "")])
    }

    /// A message without the context that some programs write before it, for want of msgctxt: menu|Open, female^I am ready.
    private static func without(contextOf source: MappedText, ifNotIn target: MappedText) -> MappedText {
        let text = source.text.utf8
        guard let mark = text.firstIndex(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "^") }),
            case let length = text.distance(from: text.startIndex, to: mark), (2...longestContext).contains(length),
            text.index(after: mark) < text.endIndex,
            source.text[..<mark].allSatisfy({ $0.isWordLetter || $0.isNumber || " _+-".contains($0) }),
            source.text[..<mark].contains(where: \.isWordLetter),
            !target.text.utf8.contains(text[mark])
        else { return source }
        return source.suffix(from: length + 1)
    }

    /// In bytes.
    private static let longestContext = 40

    private func failure(_ line: Int, _ reason: String) -> ReadingError {
        ReadingError(path: path, line: line, reason: reason)
    }

    private static let quotationMark = UInt8(ascii: "\"")

    private static func field(_ keyword: Substring) -> Field? {
        switch keyword {
        case "msgctxt": .context
        case "msgid": .singular
        case "msgid_plural": .plural
        case "msgstr": .form(0)
        default:
            keyword.hasPrefix("msgstr[") && keyword.hasSuffix("]")
                ? Int(keyword.dropFirst(7).dropLast()).map(Field.form) : nil
        }
    }

    /// Appends the text of a line's quotation marks, its escapes resolved.
    private func append(
        _ value: Substring, to field: Field, of entry: inout Entry, _ number: Int
    ) throws(ReadingError) {
        var words: MappedText
        switch field {
        case .context: words = entry.context ?? MappedText()
        case .singular: words = entry.singular ?? MappedText()
        case .plural: words = entry.plural ?? MappedText()
        case .form(let form): words = entry.forms[form] ?? MappedText()
        }
        // By bytes: a mark that combines with the quotation mark before it makes one character of both.
        let trimmed = value.trimmingSuffix { $0.isWhitespace }.utf8
        guard trimmed.count >= 2, trimmed.first == POReader.quotationMark, trimmed.last == POReader.quotationMark else {
            throw failure(number, "a text must stand in quotation marks on one line")
        }
        let content = trimmed.dropFirst().dropLast()
        let backslash = UInt8(ascii: "\\")
        var position = content.startIndex
        while position < content.endIndex {
            if content[position] == backslash {
                let next = content.index(after: position)
                guard next < content.endIndex else { throw failure(number, "a backslash at the end of a text") }
                let escaped = text.unicodeScalars[next]
                words.appendJoint("ntr".unicodeScalars.contains(escaped) ? " " : String(Character(escaped)))
                position = text.unicodeScalars.index(after: next)
            } else {
                let run = content[position...].prefix { $0 != backslash }
                words.append(Substring(run), at: text.utf8.distance(from: text.startIndex, to: run.startIndex))
                position = run.endIndex
            }
        }
        switch field {
        case .context: entry.context = words
        case .singular: entry.singular = words
        case .plural: entry.plural = words
        case .form(let form): entry.forms[form] = words
        }
    }

    /// A field of the header entry, such as `Language: de\n`, whose line ends are spaces by now.
    private static func header(_ name: String, in text: String) -> String? {
        guard let place = text.firstRange(of: name + ":") else { return nil }
        let value = text[place.upperBound...].drop { $0 == " " }.prefix { $0 != " " }
        return value.isEmpty ? nil : String(value)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, condition(last) { text.removeLast() }
        return text
    }
}
