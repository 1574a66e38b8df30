internal import Bitext
internal import Formats

/// A pattern of paths: `*` stands for anything within a folder's name, `**/` for any folders, `{id}` for the name of a text,
/// `{lang}` for a language's tag.
struct PathPattern: Sendable {
    private enum Part: Hashable {
        case text(String)
        case anything
        case folders
        case language
    }

    private let parts: [Part]

    init(_ pattern: String) {
        var parts: [Part] = []
        var rest = pattern[...]
        while let first = rest.first {
            if rest.hasPrefix("**/") {
                parts.append(.folders)
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("**") {
                parts += [.folders, .anything]
                rest = rest.dropFirst(2)
            } else if first == "*" {
                parts.append(.anything)
                rest = rest.dropFirst()
            } else if rest.hasPrefix("{id}") {
                parts.append(.anything)
                rest = rest.dropFirst(4)
            } else if rest.hasPrefix("{lang}") {
                parts.append(.language)
                rest = rest.dropFirst(6)
            } else {
                if case .text(let before)? = parts.last {
                    parts[parts.count - 1] = .text(before + String(first))
                } else {
                    parts.append(.text(String(first)))
                }
                rest = rest.dropFirst()
            }
        }
        self.parts = parts
    }

    /// Whether a path fits.
    func fits(_ path: String) -> Bool { match(path) != nil }

    /// Where the language stands in a path that fits; empty where the pattern names none.
    func match(_ path: String) -> Range<String.Index>? {
        var steps = 0
        return match(path[...], 0, &steps, language: path.endIndex..<path.endIndex)
    }

    /// More attempts than this, and the path is taken not to fit: patterns with many stars take time.
    private static let limit = 100_000

    private func match(
        _ rest: Substring, _ index: Int, _ steps: inout Int, language: Range<String.Index>
    ) -> Range<String.Index>? {
        steps += 1
        guard steps < PathPattern.limit else { return nil }
        guard index < parts.count else { return rest.isEmpty ? language : nil }
        switch parts[index] {
        case .text(let text):
            guard rest.hasPrefix(text) else { return nil }
            return match(rest.dropFirst(text.count), index + 1, &steps, language: language)
        case .anything:
            var end = rest.startIndex
            while true {
                if let found = match(rest[end...], index + 1, &steps, language: language) { return found }
                guard end < rest.endIndex, rest[end] != "/" else { return nil }
                end = rest.index(after: end)
            }
        case .folders:
            var start = rest.startIndex
            while true {
                if let found = match(rest[start...], index + 1, &steps, language: language) { return found }
                guard let slash = rest[start...].firstIndex(of: "/") else { return nil }
                start = rest.index(after: slash)
            }
        case .language:
            var end = rest.startIndex
            while end < rest.endIndex, PathPattern.mayBeOfLanguage(rest[end]) { end = rest.index(after: end) }
            // de_talk is German, and pt_BR one language: the longest that is known and lets the rest fit.
            while end > rest.startIndex {
                // ICU is asked last: it takes longest.
                if let found = match(rest[end...], index + 1, &steps, language: rest.startIndex..<end),
                    Language(inPath: rest[..<end]) != nil
                {
                    return found
                }
                end = rest.index(before: end)
            }
            return nil
        }
    }

    private static func mayBeOfLanguage(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "-_@+".contains(character))
    }
}
