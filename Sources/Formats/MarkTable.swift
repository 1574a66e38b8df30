import Bitext
internal import ICU

/// A pattern of the tables: compared without case, white space folded, `*` for anything.
struct LinePattern: Sendable {
    private let parts: [String]

    init(_ pattern: String) {
        parts = LinePattern.fold(pattern).split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    }

    /// The form in which patterns and lines are compared.
    static func fold(_ text: some StringProtocol) -> String {
        foldedForComparison(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            .replacing("’", with: "'")
    }

    /// Whether a folded text matches from end to end.
    func matches(folded text: String) -> Bool {
        guard var rest = text.dropPrefix(parts[0]) else { return false }
        guard parts.count > 1 else { return rest.isEmpty }
        for part in parts[1..<(parts.count - 1)] {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(parts[parts.count - 1])
    }
}

extension StringProtocol {
    /// The text after a prefix; `nil` when it does not start with it.
    func dropPrefix(_ prefix: String) -> SubSequence? {
        hasPrefix(prefix) ? self[index(startIndex, offsetBy: prefix.count)...] : nil
    }
}

/// What `Resources/marks.tsv` says.
struct MarkTable: Sendable {
    static let shared = MarkTable()

    private(set) var manners: [(kind: Manner.Kind, pattern: LinePattern, languages: [(String, LinePattern)])] = []
    private(set) var roles: Set<String> = []
    private(set) var particles: Set<String> = []
    private(set) var notSpeakers: Set<String> = []

    private init() {
        let rows = ResourceTable.rows(PackageResources.marks_tsv)
        let names = rows.filter { $0.first == "language" && $0.count > 2 }.map { ($0[1], $0[2]) }
        for row in rows where row.count > 1 {
            switch row[0] {
            case "role": roles.insert(LinePattern.fold(row[1]))
            case "particle": particles.insert(LinePattern.fold(row[1]))
            case "not-speaker": notSpeakers.insert(LinePattern.fold(row[1]))
            default:
                guard let kind = Manner.Kind(rawValue: row[0]) else { continue }
                let languages =
                    row[1].contains("{language}")
                    ? names.map { ($0.0, LinePattern(row[1].replacing("{language}", with: $0.1))) } : []
                manners.append((kind, LinePattern(row[1]), languages))
            }
        }
    }

    /// What a text in brackets says of the manner of speaking; `nil` when it says nothing of it.
    func manner(_ text: Substring) -> (kind: Manner.Kind, language: Language?)? {
        let trimmed = text.drop { $0.isWhitespace }
        var folded = LinePattern.fold(trimmed)
        while let last = folded.last, ".,;".contains(last) { folded.removeLast() }
        let unspaced = folded.filter { $0 != " " }
        for (kind, pattern, languages) in manners {
            if languages.isEmpty, pattern.matches(folded: folded) { return (kind, nil) }
            for (tag, pattern) in languages
            where pattern.matches(folded: folded) || pattern.matches(folded: unspaced) { return (kind, Language(tag)) }
        }
        return nil
    }
}

/// What `Resources/furniture.tsv` says.
struct FurnitureTable: Sendable {
    static let shared = FurnitureTable()

    private(set) var lines: [LinePattern] = []
    private(set) var before: [LinePattern] = []
    private(set) var after: [LinePattern] = []

    private init() {
        for row in ResourceTable.rows(PackageResources.furniture_tsv) where row.count > 1 {
            switch row[0] {
            case "line": lines.append(LinePattern(row[1]))
            case "before": before.append(LinePattern(row[1]))
            case "after": after.append(LinePattern(row[1]))
            default: break
            }
        }
    }
}
