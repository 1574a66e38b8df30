public import Bitext
internal import ICU

extension DocumentReader {
    /// The language of an attribute such as `lang="ru-RU"`; `nil` for what ICU does not know.
    static func language(ofMarkup tag: String) -> Language? {
        let language = Language(canonical: tag)
        guard (2...3).contains(language.code.count), LocaleData.isKnownLanguage(language.code) else { return nil }
        return Language(language.code + language.tag.dropFirst(language.code.count))
    }

    /// The language that a file's name ends with, before its extension or after the last dot: `a.ru.txt`, `a.ru`.
    public static func languageInName(_ path: String) -> Language? {
        let name = path.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".").dropFirst().reversed()
        for (index, part) in parts.prefix(3).enumerated() {
            let code = part.prefix { $0 != "-" && $0 != "_" }
            guard (2...3).contains(code.count), part.count <= 12, index > 0 || !extensions.contains(part),
                code.allSatisfy({ $0.isASCII && $0.isLowercase }),
                LocaleData.isKnownLanguage(Language(canonical: String(code)).code)
            else { continue }
            let subtags = part.split { $0 == "-" || $0 == "_" }.dropFirst().map(String.init).prefix {
                ($0.count == 2 && $0.allSatisfy(\.isUppercase)) || ($0.count == 4 && $0.first?.isUppercase == true)
            }
            return Language(canonical: ([String(code)] + subtags).joined(separator: "-"))
        }
        return nil
    }

    /// Extensions of files that are codes of languages, too.
    private static let extensions: Set<Substring> = [
        "txt", "md", "gz", "srt", "vtt", "odt", "arb", "yml", "xml", "ts",
    ]
}

extension DocumentKind {
    /// The language that a text says it is in, or its name: a page's name counts for more than what it says, as sites say
    /// one language for all their pages.
    func language(said tag: String?, path: String) -> (Language, LanguageEvidence)? {
        let said = tag.flatMap(DocumentReader.language(ofMarkup:)).map { ($0, LanguageEvidence.markup) }
        let named = DocumentReader.languageInName(path).map { ($0, LanguageEvidence.fileName) }
        guard case .messages = self else { return named ?? said }
        return said ?? named
            ?? MessageFile.language(inPath: path).flatMap(DocumentReader.language(ofMarkup:)).map { ($0, .fileName) }
    }
}

extension MessageFile {
    /// The language that such a file's name ends with or is, or its folder's: `app_de.arb`, `de.json`,
    /// `values-pt-rBR/strings.xml`.
    static func language(inPath path: String) -> String? {
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return nil }
        let stem = name.prefix { $0 != "." }
        let endings = stem.indices.filter { stem[$0] == "_" || stem[$0] == "-" }.map { stem[stem.index(after: $0)...] }
        var candidates = [stem] + endings
        if let folder = parts.dropLast().last {
            candidates.append(
                folder.hasPrefix("values-")
                    ? folder.dropFirst(7) : folder.hasSuffix(".lproj") ? folder.dropLast(6) : folder)
        }
        return candidates.lazy.compactMap(tag).first
    }

    /// A tag such as `pt-BR` for a text such as `pt_BR` or `pt-rBR`.
    static func tag(_ text: Substring) -> String? {
        var subtags = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }.map(String.init)
        guard let code = subtags.first, (2...3).contains(code.count), (1...3).contains(subtags.count),
            code.allSatisfy({ $0.isASCII && $0.isLowercase }),
            LocaleData.isKnownLanguage(Language(canonical: code).code)
        else { return nil }
        for index in subtags.indices.dropFirst() {
            if subtags[index].count == 3, subtags[index].hasPrefix("r") { subtags[index].removeFirst() }
            let isScript = subtags[index].count == 4 && subtags[index].allSatisfy(\.isLetter)
            guard isScript || subtags[index].count == 2 && subtags[index].allSatisfy(\.isUppercase) else { return nil }
        }
        return subtags.joined(separator: "-")
    }
}
