public import Bitext
public import Formats
internal import Semantics

/// What the names of a folder's files say of where the versions of its texts stand.
public struct PatternSuggestion: Sendable {
    /// Patterns for `pairs` in `dragoman.toml`, those that most files fit first.
    public let patterns: [String]
    /// The language that the others are likely to be translated from.
    public let source: Language
    /// What kind of text it is, where the files' form tells.
    public let preset: Preset?

    /// Looks through a folder; `nil` where no names differ in a language only.
    /// - Throws: `ReadingError` where the folder cannot be read.
    public init?(folder: String) throws(ReadingError) {
        self.init(files: try PairFinder.files(folder))
    }

    /// Looks through files, by their paths relative to a folder.
    init?(files: [String]) {
        let own = files.filter { path in !path.split(separator: "/").contains(where: PatternSuggestion.isForeign) }
        let groups = PatternSuggestion.groups(own)
        // PO files hold their languages as well, but most are called by them.
        let grouped = Set(groups.flatMap(\.files.values))
        let lone = Set(
            own.filter {
                PatternSuggestion.holdsLanguages($0)
                    || PatternSuggestion.fileExtension($0) == "po" && !grouped.contains($0)
            }.map(PatternSuggestion.fileExtension)
        ).sorted()
        guard !groups.isEmpty || !lone.isEmpty else { return nil }
        patterns = PatternSuggestion.patterns(groups) + lone.map { "**/*.\($0)" }
        // The messages of PO files are English, whatever they are translated into.
        let languages = groups.filter { PatternSuggestion.fileExtension($0.key) != "po" }.flatMap { $0.files.keys }
        let english = languages.first { $0.code == "en" && $0.tag == "en" } ?? languages.first { $0.code == "en" }
        // Where a version names no language, programs are written in English.
        let isUnnamed = groups.contains { $0.hasUnnamed }
        let counts = Dictionary(languages.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.max { ($0.value, $1.key.tag) < ($1.value, $0.key.tag) }?.key
        source = english ?? (isUnnamed ? nil : most) ?? Language("en")
        let extensions = Set(groups.map { PatternSuggestion.fileExtension($0.key) } + lone)
        preset =
            extensions.isSubset(of: PatternSuggestion.messages)
            ? .interface : extensions.isSubset(of: ["srt", "vtt"]) ? .subtitles : nil
    }

    /// Files that differ in a language only.
    private struct Group {
        /// Their path, with a mark in the language's place.
        let key: String
        var files: [Language: String]
        /// Whether a file stands beside them whose name lacks the language.
        var hasUnnamed = false
    }

    /// Forms of texts, and of a program's messages.
    private static let texts: Set<String> = ["txt", "md", "html", "htm", "srt", "vtt", "docx", "odt"]
    private static let messages: Set<String> = [
        "json", "arb", "yml", "yaml", "xml", "resx", "resw", "properties", "strings", "stringsdict", "ftl", "po",
        "xcstrings",
    ]
    /// Folders of what others wrote, or programs made.
    private static func isForeign(_ part: Substring) -> Bool {
        ["node_modules", "vendor", "Pods", "build", "dist", "target", "DerivedData"].contains(part)
    }

    /// Files that hold their languages, whatever they are called.
    private static func holdsLanguages(_ path: String) -> Bool {
        ["xcstrings", "xlf", "xliff", "tmx"].contains(fileExtension(path))
    }

    private static func fileExtension(_ path: String) -> String {
        String(path.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? "").lowercased()
    }

    private static func groups(_ files: [String]) -> [Group] {
        var found: [String: Group] = [:]
        for path in files where !holdsLanguages(path) {
            let form = fileExtension(path)
            guard texts.contains(form) || messages.contains(form) else { continue }
            for (language, place) in languages(in: path) {
                let key = path.markingLanguage(place)
                found[key, default: Group(key: key, files: [:])].files[language] = path
            }
        }
        let names = Set(files)
        for key in found.keys {
            found[key]?.hasUnnamed = PairFinder.unnamed(key).map(names.contains) ?? false
        }
        // A file belongs to the group with most languages: in de/talk.en.txt beside de/talk.ru.txt the folder says nothing.
        var taken: Set<String> = []
        return found.values.sorted { ($1.files.count, $0.key) < ($0.files.count, $1.key) }.filter { group in
            let own = group.files.values.filter { !taken.contains($0) }
            let isPO = fileExtension(group.key) == "po"
            guard own.count + (group.hasUnnamed ? 1 : 0) > (isPO ? 0 : 1),
                group.files.keys.contains(where: { LanguageIdentifier.shared.knows($0) })
            else { return false }
            taken.formUnion(own)
            return true
        }
    }

    /// The languages that parts of a path may name, with their places.
    private static func languages(in path: String) -> [(Language, Range<String.Index>)] {
        var found: [(Language, Range<String.Index>)] = []
        for part in path.split(separator: "/") {
            for piece in part.split(separator: ".") {
                let marks = piece.indices.filter { piece[$0] == "_" || piece[$0] == "-" }
                let starts = [piece.startIndex] + marks.map { piece.index(after: $0) }
                // The longest one: pt_BR, not BR; of a name's beginning the whole must stand apart.
                let ends = [piece.endIndex] + marks.reversed()
                let place = starts.lazy.compactMap { start in
                    ends.first { end in
                        (end == piece.endIndex || start == piece.startIndex) && end > start
                            && Language(inPath: piece[start..<end]) != nil
                    }.map { start..<$0 }
                }.first
                if let place, let language = Language(inPath: piece[place]) { found.append((language, place)) }
            }
        }
        return found
    }
}

extension PatternSuggestion {
    /// One pattern for groups that differ in the text's name, or in the folders before it.
    private static func patterns(_ groups: [Group]) -> [String] {
        let mark = PairFinder.languageMark
        let byShape = Dictionary(grouping: groups, by: shape)
        return byShape.sorted { one, other in
            let counts = [one, other].map { $0.value.reduce(0) { $0 + $1.files.count } }
            return (counts[1], one.key) < (counts[0], other.key)
        }.map { shape, groups in
            guard groups.count > 1 else { return groups[0].key.replacing(mark, with: "{lang}") }
            // Folders below that of the language are named only where there are some.
            let isFlat = groups.allSatisfy { $0.key.split(separator: "/").count < shape.split(separator: "/").count }
            return (isFlat ? shape.replacing("/**/", with: "/") : shape).replacing(mark, with: "{lang}")
        }
    }

    /// A group's path with `{id}` for the text's name: `docs/{id}.{lang}.md`; with `**` for folders below that of the
    /// language: `docs/{lang}/**/{id}.md`.
    private static func shape(_ group: Group) -> String {
        let mark = PairFinder.languageMark
        var parts = group.key.split(separator: "/").map(String.init)
        guard let place = parts.firstIndex(where: { $0.contains(mark) }) else { return group.key }
        let name = parts.removeLast()
        let end = fileExtension(group.key)
        if place < parts.count {
            return (parts[...place] + ["**", "{id}.\(end)"]).joined(separator: "/")
        }
        let halves = name.split(separator: Character(mark), omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2 else { return group.key }
        // What parts the text's name from the language stays.
        let before = halves[0].isEmpty ? "" : "{id}" + String(halves[0].suffix(1))
        let isBehind = halves[0].isEmpty && halves[1].dropLast(end.count + 1).count > 1
        let after = isBehind ? String(halves[1].prefix(1)) + "{id}.\(end)" : halves[1]
        return (parts + [before + mark + after]).joined(separator: "/")
    }
}
