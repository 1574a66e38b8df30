internal import Bitext
public import Corpus
internal import Drift

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The report as SARIF 2.1.0, as GitHub code scanning wants it: the target's place first, the source's beside it.
///
/// Languages have a run each, since GitHub keeps runs apart by their id; it takes 20 of them, so a corpus of more pairs of
/// languages is one run. Known findings are kept, with a suppression. GitHub takes 25,000 results; more are left out, the least sure
/// first, and a notification says how many.
public enum SARIFReport {
    /// The report's text.
    public static func write(_ corpus: CheckedCorpus) throws -> String {
        let all = corpus.all.sorted { rank($0.finding) > rank($1.finding) }
        let kept = all.prefix(limit)
        var notifications = corpus.problems.map {
            Notification(level: "error", message: Text(text: "\($0.path): \($0.reason)"))
        }
        if all.count > kept.count {
            notifications.append(
                Notification(level: "warning", message: Text(text: "\(all.count - kept.count) findings left out")))
        }
        let languages = Set(corpus.pairs.map(language)).sorted()
        let groups = (1...mostRuns).contains(languages.count) ? languages.map { [$0] } : [languages]
        let runs = groups.enumerated().map { number, group in
            run(
                kept.filter { group.contains(language($0.pair)) }, group,
                notifications: number == 0 ? notifications : [],
                isWhole: corpus.problems.isEmpty)
        }
        let log = Log(schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: runs)
        return try JSONText.write(log, isPretty: true) + "\n"
    }

    private static func run(
        _ kept: [CheckedCorpus.Placed], _ languages: [String], notifications: [Notification], isWhole: Bool
    ) -> Run {
        let used = Set(kept.map(\.finding.check))
        let rules = Registry.checks.map(\.description).filter { used.contains($0.id) }
        var seen: [String: Int] = [:]
        return Run(
            tool: Tool(driver: Driver(name: "dragoman", semanticVersion: Version.number, rules: rules.map(Rule.init))),
            automationDetails: Automation(id: "dragoman/\(languages.joined(separator: "+"))/"),
            columnKind: "unicodeCodePoints",
            invocations: [Invocation(executionSuccessful: isWhole, toolExecutionNotifications: notifications)],
            results: kept.map { placed in
                let key = placed.place.path + placed.finding.fingerprint
                seen[key, default: 0] += 1
                return Result(placed, rules.firstIndex(id: placed.finding.check), occurrence: seen[key] ?? 1)
            })
    }

    private static func language(_ pair: CheckedPair) -> String { "\(pair.source.language)-\(pair.target.language)" }

    private static let limit = 25_000
    private static let mostRuns = 20

    private static func rank(_ finding: CheckedPair.FindingValues) -> Double {
        Double(Severity.allCases.firstIndex { $0.rawValue == finding.severity } ?? 0) * 10 + finding.confidence
    }

    private struct Log: Encodable {
        let schema: String
        let version: String
        let runs: [Run]

        private enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }

    private struct Run: Encodable {
        let tool: Tool
        let automationDetails: Automation
        let columnKind: String
        let invocations: [Invocation]
        let results: [Result]
    }

    private struct Tool: Encodable { let driver: Driver }

    private struct Driver: Encodable {
        let name: String
        let semanticVersion: String
        let rules: [Rule]
    }

    private struct Automation: Encodable { let id: String }

    private struct Invocation: Encodable {
        let executionSuccessful: Bool
        let toolExecutionNotifications: [Notification]
    }

    private struct Notification: Encodable {
        let level: String
        let message: Text
    }

    private struct Text: Encodable { let text: String }

    private struct Rule: Encodable {
        let id: String
        let shortDescription: Text
        let fullDescription: Text
        let help: Text
        let defaultConfiguration: Level
        let properties: Properties

        struct Level: Encodable { let level: String }
        struct Properties: Encodable {
            let tags: [String]
            /// As code scanning sorts by: very-high, high, medium or low; left out where it was not measured.
            let precision: String?
        }

        init(_ check: CheckDescription) {
            id = check.id
            shortDescription = Text(text: check.summary)
            fullDescription = Text(text: check.rationale)
            help = Text(text: "\(check.summary) \(check.rationale)")
            defaultConfiguration = Level(level: SARIFReport.level(check.severity.rawValue))
            let precision = Precision.of(check.id).map { measured in
                switch measured.value(errors: Precision.assumedErrors) {
                case 0.9...: "very-high"
                case 0.7..<0.9: "high"
                case 0.4..<0.7: "medium"
                default: "low"
                }
            }
            properties = Properties(tags: ["translation", check.category], precision: precision)
        }
    }

    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Text
        let locations: [Location]
        let relatedLocations: [Location]
        let partialFingerprints: [String: String]
        let baselineState: String
        let rank: Double
        let suppressions: [Suppression]?

        init(_ placed: CheckedCorpus.Placed, _ index: Int, occurrence: Int) {
            let finding = placed.finding
            ruleId = finding.check
            ruleIndex = index
            level = SARIFReport.level(finding.severity)
            message = Text(text: finding.message)
            let target = Location(placed.pair.target.path, finding.target, id: nil)
            let source = Location(placed.pair.source.path, finding.source, id: 1)
            // What has no place in the target is shown in the source.
            locations = finding.target == nil && finding.source != nil ? [source] : [target]
            relatedLocations = finding.source == nil ? [] : [source]
            // GitHub follows an alert by the second, which else would be a hash of the line alone.
            partialFingerprints = [
                "dragoman/v1": finding.fingerprint,
                "primaryLocationLineHash": "\(finding.fingerprint.suffix(16)):\(occurrence)",
            ]
            baselineState = finding.isNew ? "new" : "unchanged"
            rank = (finding.confidence * 1000).rounded() / 10
            suppressions =
                finding.isNew
                ? nil
                : [
                    Suppression(
                        kind: finding.decidedIn == nil ? "external" : "inSource",
                        justification: finding.reason ?? "in the baseline")
                ]
        }
    }

    private struct Suppression: Encodable {
        let kind: String
        let justification: String
    }

    private struct Location: Encodable {
        let id: Int?
        let physicalLocation: Physical
        let message: Text?

        struct Physical: Encodable {
            let artifactLocation: Artifact
            let region: Region?
        }

        struct Artifact: Encodable {
            let uri: String
            let uriBaseId: String?
        }

        struct Region: Encodable {
            let startLine: Int
            let startColumn: Int
            let endLine: Int
            let endColumn: Int
            let snippet: Text?
        }

        init(_ path: String, _ span: CheckedPair.SpanValues?, id: Int?) {
            self.id = id
            message = id == nil ? nil : Text(text: "what was said")
            let isRelative = !path.hasPrefix("/")
            physicalLocation = Physical(
                artifactLocation: Artifact(
                    uri: SARIFReport.uri(path), uriBaseId: isRelative ? "%SRCROOT%" : nil),
                region: span.map {
                    Region(
                        startLine: $0.line, startColumn: $0.column, endLine: $0.endLine, endColumn: $0.endColumn,
                        snippet: $0.text.isEmpty ? nil : Text(text: $0.text))
                })
        }
    }

    private static func level(_ severity: String) -> String {
        switch severity {
        case "critical", "major": "error"
        case "minor": "warning"
        default: "note"
        }
    }

    private static func uri(_ path: String) -> String {
        let escaped = path.addingPercentEncoding(
            withAllowed: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
        return path.hasPrefix("/") ? "file://" + escaped : escaped
    }
}

extension [CheckDescription] {
    fileprivate func firstIndex(id: String) -> Int { firstIndex { $0.id == id } ?? -1 }
}

extension String {
    /// The text with every byte but those allowed as `%XX` (RFC 3986, section 2.1).
    fileprivate func addingPercentEncoding(withAllowed allowed: String) -> String {
        utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            if byte < 0x80, allowed.contains(character) { return String(character) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
