internal import Bitext
public import Formats

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Findings accepted as known, kept in a file under version control: JSON Lines, sorted, a header first.
///
/// A finding is known by its fingerprint (the check and the texts of its segments), not by its place: text that moves
/// stays known, text that is reworded does not. The same finding in two places needs two entries.
public struct Baseline: Sendable {
    /// An entry: a finding, how often it is known, and what a reader of the file needs to see which one it is.
    public struct Entry: Codable, Sendable, Hashable {
        /// The finding's key.
        public let fingerprint: String
        /// How many times it is known.
        public var count: Int
        /// The check.
        public let check: String
        /// The file it was found in, for people.
        public let path: String
        /// The message, for people.
        public let message: String
        /// Why it was accepted.
        public var reason: String?
        /// Who accepted it.
        public var by: String?
        /// The day until which it is accepted, as `2027-01-31`.
        public var until: String?
    }

    private struct Header: Codable {
        var type = "dragoman-baseline"
        var version = 1
        var program: String
    }

    /// The entries, sorted by path, check and key.
    public private(set) var entries: [Entry]

    /// Makes a baseline of all findings of some pairs, those left out that a decision beside the text accepts.
    public init(_ pairs: [CheckedPair]) {
        var found: [String: Entry] = [:]
        for pair in pairs {
            for finding in pair.findings where finding.decidedIn == nil {
                found[
                    finding.fingerprint,
                    default: Entry(
                        fingerprint: finding.fingerprint, count: 0, check: finding.check, path: pair.target.path,
                        message: finding.message)
                ].count += 1
            }
        }
        entries = Baseline.sorted(Array(found.values))
    }

    /// Reads a baseline.
    /// - Throws: `ReadingError` with the line of what is no baseline.
    public init(reading bytes: [UInt8], path: String) throws(ReadingError) {
        var entries: [Entry] = []
        var hasHeader = false
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
            let decoder = JSONDecoder()
            do {
                if !hasHeader {
                    let header = try decoder.decode(Header.self, from: Data(line))
                    guard header.type == "dragoman-baseline", header.version == 1 else {
                        throw ReadingError(path: path, reason: "version \(header.version) of a baseline; this reads 1")
                    }
                    hasHeader = true
                } else {
                    entries.append(try decoder.decode(Entry.self, from: Data(line)))
                }
            } catch let error as ReadingError {
                throw error
            } catch {
                throw ReadingError(
                    path: path, line: index + 1,
                    reason: hasHeader ? "not an entry of a baseline" : "not a baseline: its head is missing")
            }
        }
        guard hasHeader else { throw ReadingError(path: path, reason: "not a baseline: the file is empty") }
        self.entries = Baseline.sorted(entries)
    }

    /// The file's text.
    /// - Throws: `EncodingError`, which values of this kind do not raise.
    public func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func line(_ value: some Encodable) throws -> String {
            String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        }
        return try line(Header(program: Version.number)) + entries.map(line).joined()
    }

    /// Adds a finding with the reason for accepting it; what is known already stays.
    public mutating func accept(
        _ finding: CheckedPair.FindingValues, in path: String, reason: String, by: String? = nil, until: String? = nil
    ) {
        entries.append(
            Entry(
                fingerprint: finding.fingerprint, count: 1, check: finding.check, path: path, message: finding.message,
                reason: reason, by: by, until: until))
        entries = Baseline.sorted(entries)
    }

    /// Adds the decisions of another file, those that are there already left out.
    /// - Returns: how many were added.
    public mutating func add(_ decisions: Baseline, by: String?, until: String?) -> Int {
        let new = decisions.entries.filter { decision in
            !entries.contains { $0.fingerprint == decision.fingerprint && $0.reason == decision.reason }
        }
        entries = Baseline.sorted(
            entries
                + new.map { decision in
                    var entry = decision
                    entry.by = by ?? entry.by
                    entry.until = until ?? entry.until
                    return entry
                })
        return new.count
    }

    /// What came of marking findings.
    public struct Marked: Sendable {
        /// The entries that no finding answers to any more, with how often.
        public var stale: [Entry] = []
        /// Entries that were taken for text in another file, where more files hold the finding than they count: which of
        /// them moved cannot be told.
        public var ambiguous: [Entry] = []
    }

    /// Marks the findings that are known, each entry as often as it counts: first in the file it was found in, then, for
    /// text that moved, in any.
    /// - Parameters:
    ///   - pairs: the pairs; findings in them are marked.
    ///   - day: today, as `2026-11-24`; entries that were accepted until an earlier day no longer count.
    @discardableResult
    public func mark(_ pairs: inout [CheckedPair], day: String) -> Marked {
        var left: [String: [Entry]] = [:]
        for entry in entries where entry.until.map({ $0 >= day }) ?? true {
            left[entry.fingerprint, default: []].append(entry)
        }
        var moved: Set<Entry> = []
        func mark(_ isMeant: (Entry, CheckedPair) -> Bool) {
            for pair in pairs.indices {
                for index in pairs[pair].findings.indices where pairs[pair].findings[index].isNew {
                    let key = pairs[pair].findings[index].fingerprint
                    guard let place = left[key]?.firstIndex(where: { $0.count > 0 && isMeant($0, pairs[pair]) }),
                        let entry = left[key]?[place]
                    else { continue }
                    left[key]?[place].count -= 1
                    pairs[pair].findings[index].known = true
                    pairs[pair].findings[index].reason = entry.reason
                    if entry.path != pairs[pair].target.path { moved.insert(entry) }
                }
            }
        }
        mark { $0.path == $1.target.path }
        mark { _, _ in true }
        let new = Set(pairs.flatMap { $0.findings.filter(\.isNew).map(\.fingerprint) })
        return Marked(
            stale: Baseline.sorted(left.values.flatMap { $0 }.filter { $0.count > 0 }),
            ambiguous: Baseline.sorted(moved.filter { new.contains($0.fingerprint) }))
    }

    /// The entries whose last day has passed.
    func expired(on day: String) -> [Entry] { entries.filter { entry in entry.until.map { $0 < day } ?? false } }

    /// The baseline without entries that no finding answers to.
    public func pruned(of stale: [Entry]) -> Baseline {
        var copy = self
        for entry in stale {
            guard
                let index = copy.entries.firstIndex(where: {
                    $0.fingerprint == entry.fingerprint && $0.reason == entry.reason
                })
            else { continue }
            copy.entries[index].count -= entry.count
        }
        copy.entries.removeAll { $0.count <= 0 }
        return copy
    }

    /// The baseline with the decisions of another: entries that it holds with a reason, as far as they are found.
    public func keepingReasons(of other: Baseline) -> Baseline {
        var copy = self
        for entry in other.entries where entry.reason != nil {
            guard
                let index = copy.entries.firstIndex(where: { $0.fingerprint == entry.fingerprint && $0.reason == nil })
            else { continue }
            copy.entries[index].count -= entry.count
            copy.entries.append(entry)
        }
        copy.entries.removeAll { $0.count <= 0 }
        copy.entries = Baseline.sorted(copy.entries)
        return copy
    }

    private static func sorted(_ entries: [Entry]) -> [Entry] {
        entries.sorted {
            ($0.path, $0.check, $0.fingerprint, $0.reason ?? "") < ($1.path, $1.check, $1.fingerprint, $1.reason ?? "")
        }
    }
}
