import Bitext
internal import ICU

/// A pattern of the tables: compared without case, white space folded, `*` for anything.
struct LinePattern: Sendable {
    /// What stands between the asterisks, in UTF-8.
    private let parts: [[UInt8]]

    init(_ pattern: String) {
        parts = LinePattern.fold(pattern).split(separator: "*", omittingEmptySubsequences: false).map { Array($0.utf8) }
    }

    /// The form in which patterns and lines are compared.
    static func fold(_ text: some StringProtocol) -> String {
        if let plain = foldASCII(text) { return plain }
        var scalars = String.UnicodeScalarView()
        var isSpaced = false
        for scalar in text.unicodeScalars {
            guard !scalar.isSpace else {
                isSpaced = true
                continue
            }
            if isSpaced, !scalars.isEmpty { scalars.append(" ") }
            isSpaced = false
            scalars.append(scalar == "’" ? "'" : scalar)
        }
        return foldedForComparison(String(scalars))
    }

    /// The same of a text of ASCII alone, which most lines of English are; `nil` for others.
    private static func foldASCII(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isSpaced = false
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            guard byte != 0x20, !(0x09...0x0D).contains(byte) else {
                isSpaced = true
                continue
            }
            if isSpaced, !bytes.isEmpty { bytes.append(0x20) }
            isSpaced = false
            bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a folded text matches from end to end.
    func matches(folded text: String) -> Bool { matches(bytes: Array(text.utf8)) }

    /// Whether a folded text, in UTF-8, matches from end to end.
    func matches(bytes: [UInt8]) -> Bool {
        guard let first = parts.first, let last = parts.last, bytes.starts(with: first) else { return false }
        guard parts.count > 1 else { return bytes.count == first.count }
        var rest = bytes[first.count...]
        for part in parts[1..<(parts.count - 1)] where !part.isEmpty {
            guard let start = rest.indices.first(where: { rest[$0...].starts(with: part) }) else { return false }
            rest = rest[(start + part.count)...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
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
