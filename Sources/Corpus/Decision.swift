internal import Bitext
internal import Drift
internal import Facts
internal import Formats

/// A reviewer's decision that stands beside the text: in a comment of an HTML page or a PO file, in a note of XLIFF or TMX,
/// or in a plain file next to the target, `talks.ru.txt.dragoman`.
///
/// In a comment it reads `dragoman: accept CHECK, CHECK: reason` and holds for the paragraph or unit that it stands in or
/// before; in the file next to the target a line reads `CHECK#PLACE: reason`, the place as reports name it, or the finding's
/// id. A reason may end with `until 2027-01-31`; lines that start with `#` are for people.
public struct Decision: Codable, Sendable, Hashable {
    /// The file it stands in.
    public let path: String
    /// The line, from 1.
    public let line: Int
    /// The checks whose findings it accepts.
    public let checks: [String]
    /// Why.
    public let reason: String
    /// The last day it counts, as `2027-01-31`.
    public let until: String?
    /// The ids of the findings that it accepts; empty where it is not needed.
    public internal(set) var findings: [String]

    /// What ends the name of a file of decisions.
    public static let fileSuffix = ".dragoman"

    /// Whether it counts on a day.
    func holds(on day: String) -> Bool { until.map { $0 >= day } ?? true }

    /// The decisions of a version's comments, each with the findings that it accepts.
    /// - Parameters:
    ///   - findings: the findings of the comparison, with their ids.
    /// - Throws: `ReadingError` for a comment that is no decision, with its line.
    static func inline(_ version: AlignedPair.Version, _ side: Side, _ findings: [(finding: Finding, id: String)])
        throws(ReadingError) -> [Decision]
    {
        let remarks = version.document.remarks
        guard !remarks.isEmpty else { return [] }
        let lines = LineIndex(version.document.text)
        var byParagraph: [Int: [(check: String, id: String)]] = [:]
        for (finding, id) in findings {
            for paragraph in finding[side].map({ paragraphs($0, version) }) ?? [] {
                byParagraph[paragraph, default: []].append((finding.check, id))
            }
        }
        var decisions: [Decision] = []
        for remark in remarks {
            let line = lines.line(remark.offset)
            let fault = Fault(path: version.document.path, line: line)
            guard remark.text.hasPrefix("accept ") else {
                throw fault.error("“\(remark.text.prefix(60))” is not “accept CHECK: reason”")
            }
            let (names, reason, until) = try fault.parts(remark.text.dropFirst("accept ".count))
            let checks = names.split(separator: ",").map { $0.trimmed }
            for check in checks { try fault.expect(check) }
            let accepted = (byParagraph[remark.paragraph] ?? []).filter { checks.contains($0.check) }
            decisions.append(
                Decision(
                    path: version.document.path, line: line, checks: checks, reason: reason, until: until,
                    findings: accepted.map(\.id)))
        }
        return decisions
    }

    /// The decisions of a file next to the target.
    /// - Throws: `ReadingError` for a line that is none.
    static func beside(_ bytes: [UInt8], path: String, _ findings: [CheckedPair.FindingValues]) throws(ReadingError)
        -> [Decision]
    {
        var decisions: [Decision] = []
        let text = try EncodedText(bytes, path: path).text
        for (index, row) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let row = row.trimmed
            guard !row.isEmpty, !row.hasPrefix("#") else { continue }
            let fault = Fault(path: path, line: index + 1)
            let (name, reason, until) = try fault.parts(row)
            let parts = name.split(separator: "#", maxSplits: 1)
            guard parts.count == 2 else {
                throw fault.error("“\(name)” is not CHECK#PLACE, such as untranslated#t4.s2")
            }
            let (check, place) = (parts[0].trimmed, parts[1].trimmed)
            try fault.expect(check)
            let accepted = findings.filter { finding in
                finding.check == check && [finding.id, finding.target?.place, finding.source?.place].contains(place)
            }
            decisions.append(
                Decision(
                    path: path, line: index + 1, checks: [check], reason: reason, until: until,
                    findings: accepted.map(\.id)))
        }
        return decisions
    }

    /// The paragraphs that a stretch of a version touches; an empty place touches those on both sides.
    private static func paragraphs(_ span: Span, _ version: AlignedPair.Version) -> Set<Int> {
        let segments =
            span.segments.isEmpty
            ? span.segments.lowerBound - 1..<span.segments.lowerBound + 1 : span.segments
        return Set(version.segments[segments.clamped(to: version.segments.indices)].map(\.segment.paragraph))
    }
}

/// Reads a decision's parts, with errors that name its place.
private struct Fault {
    let path: String
    let line: Int

    func error(_ reason: String) -> ReadingError { ReadingError(path: path, line: line, reason: reason) }

    /// What is accepted, why, and until when.
    func parts(_ text: some StringProtocol) throws(ReadingError) -> (names: String, reason: String, until: String?) {
        guard let colon = text.firstIndex(of: ":") else {
            throw error("a decision needs a reason: “\(text.prefix(60)): why it is no error”")
        }
        var reason = text[text.index(after: colon)...].trimmed
        var until: String?
        if let match = reason.firstMatch(of: /(?:^|[\s(])until (\S+?)\)?$/) {
            guard match.1.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil else {
                throw error("“until” takes a day such as 2027-01-31, not “\(match.1)”")
            }
            until = String(match.1)
            reason = reason[..<match.range.lowerBound].trimmed
        }
        guard !reason.isEmpty else { throw error("a decision needs a reason behind the colon") }
        return (text[..<colon].trimmed, reason, until)
    }

    /// - Throws: `ReadingError` for a check that does not exist: a misspelt decision would be silently without effect.
    func expect(_ check: String) throws(ReadingError) {
        if let fault = CheckName.fault(check) { throw error(fault) }
    }
}

extension StringProtocol {
    /// The text without white space and a byte order mark around it.
    fileprivate var trimmed: String {
        var text = drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
