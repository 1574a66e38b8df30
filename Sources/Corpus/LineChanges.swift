/// The lines of a file that a change touched, read from a unified diff without context.
public struct LineChanges: Sendable, Equatable {
    /// Ranges of lines of the new file, from 1; a deletion stands at the lines around it.
    public private(set) var ranges: [ClosedRange<Int>]

    /// Every line, as of a file that is new.
    public static let all = LineChanges(ranges: [1...Int.max])

    private init(ranges: [ClosedRange<Int>]) { self.ranges = ranges }

    /// Reads the heads of hunks, `@@ -5,2 +4,3 @@`, of `diff -U0`.
    public init(diff: String) {
        ranges = diff.split(separator: "\n").compactMap { line in
            guard let match = line.prefixMatch(of: /@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/),
                let start = Int(match.1)
            else { return nil }
            let count = match.2.flatMap { Int($0) } ?? 1
            return count == 0 ? max(1, start)...start + 1 : start...start + count - 1
        }
    }

    /// Whether lines are touched.
    public func touch(_ lines: ClosedRange<Int>) -> Bool { ranges.contains { $0.overlaps(lines) } }
}

extension CheckedPair {
    /// The pair with findings only whose paragraphs were touched on a side.
    /// - Parameter changes: the changes of a file by its path; `nil` where it has none.
    public func keeping(_ changes: (String) -> LineChanges?) -> CheckedPair {
        func isTouched(_ span: SpanValues?, _ path: String) -> Bool {
            guard let span, let lines = changes(path) else { return false }
            return lines.touch(span.firstParagraphLine...max(span.firstParagraphLine, span.lastParagraphLine))
        }
        var copy = self
        copy.findings.removeAll { !isTouched($0.source, source.path) && !isTouched($0.target, target.path) }
        return copy
    }
}
