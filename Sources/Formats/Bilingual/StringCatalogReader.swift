import Bitext

/// Reads Apple's string catalogues (.xcstrings): for each key its text in the source's language and in another one, with the
/// forms for numbers and devices.
///
/// A key without a text in the source's language is that text. What is new or to be reviewed is no translation yet, and a
/// key that the code has no more (stale) is left out. Xcode writes them as JSON.
struct StringCatalogReader {
    /// A text of a key in one language: the whole, or a form of it.
    private struct Form {
        /// What it is a form for: `plural.one`, `device.mac`; empty for the whole.
        let name: String
        var state = "translated"
        var text = MappedText()
    }

    private struct Entry {
        let key: String
        let text: MappedText
        var remarks: [Remark] = []
        var isTranslated = true
        /// By language.
        var forms: [String: [Form]] = [:]

        /// The forms in a language, or in the first of its variants where it has no text of its own.
        func texts(in language: String?) -> [Form] {
            let known = language.flatMap { forms[$0] }
            return known ?? forms.keys.sorted().first { BilingualText.matches($0, language) }.flatMap { forms[$0] }
                ?? []
        }
    }

    private var entries: [Entry] = []
    /// The language that the catalogue says it is translated from.
    private(set) var sourceLanguage: String?

    /// The languages that it has texts in, the source's left out, in order.
    var targets: [String] {
        Set(entries.flatMap(\.forms.keys)).filter { !BilingualText.matches($0, sourceLanguage) }.sorted()
    }

    /// - Throws: `ReadingError` for JSON that is not well formed, or holds no strings.
    init(_ text: String, path: String) throws(ReadingError) {
        let walk = try StructuredWalk(text, isJSON: true, path: path)
        guard walk.outermost.contains("strings") else {
            throw ReadingError(path: path, line: 1, reason: "holds no strings, as a string catalogue does")
        }
        for leaf in walk.leaves { add(leaf, walk) }
    }

    private mutating func add(_ leaf: StructuredWalk.Leaf, _ walk: StructuredWalk) {
        let path = leaf.path
        if path == ["sourceLanguage"] { sourceLanguage = leaf.value }
        guard path.count > 2, path[0] == "strings" else { return }
        if entries.last?.key != path[1] {
            entries.append(Entry(key: path[1], text: walk.name(of: leaf, at: 1) ?? MappedText()))
        }
        let entry = entries.count - 1
        switch path[2] {
        case "comment":
            let text = walk.text(of: leaf)
            let end = text.documentRange(TextRange(0, text.text.utf8.count)).end
            if let remark = Remark(comment: leaf.value, offset: end) { entries[entry].remarks.append(remark) }
        case "shouldTranslate" where leaf.value == "false", "extractionState" where leaf.value == "stale":
            entries[entry].isTranslated = false
        case "localizations" where path.count > 5 && path[path.count - 2] == "stringUnit":
            let name = path[4..<path.count - 2].filter { $0 != "variations" }.joined(separator: ".")
            var forms = entries[entry].forms[path[3]] ?? []
            if forms.last?.name != name { forms.append(Form(name: name)) }
            switch path.last {
            case "state": forms[forms.count - 1].state = leaf.value
            case "value": forms[forms.count - 1].text = walk.text(of: leaf)
            default: break
            }
            entries[entry].forms[path[3]] = forms
        default: break
        }
    }

    /// The texts of two languages.
    /// - Throws: `ReadingError` where it is in several languages and none is asked for.
    func read(path: String, source: Language?, target: Language?) throws(ReadingError) -> BilingualText.Parsed {
        let from = source?.tag ?? sourceLanguage
        let to = try BilingualText.target(target, of: targets.filter { !BilingualText.matches($0, from) }, path: path)
        var parsed = BilingualText.Parsed(
            kind: "string catalogue", source: from, target: to, hasKeys: true,
            skippedAs: "new or to be reviewed")
        for entry in entries where entry.isTranslated {
            let originals = entry.texts(in: from)
            let isKeyText = originals.isEmpty && BilingualText.matches(sourceLanguage ?? "", from)
            let whole = isKeyText ? entry.text : originals.first { $0.name.isEmpty }?.text
            let translations = entry.texts(in: to)
            if translations.isEmpty, let whole {
                parsed.units.append(BilingualText.Unit(id: entry.key, source: whole, target: MappedText()))
            }
            for form in translations {
                guard form.state == "translated" else {
                    parsed.skipped += 1
                    continue
                }
                guard let original = StringCatalogReader.original(of: form, originals) ?? whole else { continue }
                parsed.units.append(
                    BilingualText.Unit(
                        id: form.name.isEmpty ? entry.key : "\(entry.key)[\(form.name)]", source: original,
                        target: form.text, remarks: entry.remarks))
            }
        }
        return parsed
    }

    /// The form of the source that a form answers to; the general one for numbers that the source's language does not part.
    private static func original(of form: Form, _ originals: [Form]) -> MappedText? {
        let general = form.name.split(separator: ".").dropLast().joined(separator: ".") + ".other"
        return (originals.first { $0.name == form.name } ?? originals.first { $0.name == general })?.text
    }
}
