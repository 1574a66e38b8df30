public import Corpus

/// GitLab's Code Quality report.
public enum GitLabReport {
    private struct Issue: Encodable {
        let description: String
        let checkName: String
        let fingerprint: String
        let severity: String
        let location: Location

        private enum CodingKeys: String, CodingKey {
            case description, fingerprint, severity, location
            case checkName = "check_name"
        }

        struct Location: Encodable {
            let path: String
            let lines: Lines
        }

        struct Lines: Encodable { let begin: Int }
    }

    /// The report's text.
    public static func write(_ corpus: CheckedCorpus) throws -> String {
        var seen: [String: Int] = [:]
        let issues = corpus.new.map { placed in
            let (path, span) = placed.place
            // GitLab drops all but one of those that share a fingerprint.
            let number = seen[placed.finding.fingerprint, default: 0]
            seen[placed.finding.fingerprint] = number + 1
            let severities = ["critical": "critical", "major": "major", "minor": "minor"]
            return Issue(
                description: placed.finding.message, checkName: placed.finding.check,
                fingerprint: placed.finding.fingerprint + (number > 0 ? "-\(number)" : ""),
                severity: severities[placed.finding.severity] ?? "info",
                location: Issue.Location(path: path, lines: Issue.Lines(begin: span?.line ?? 1)))
        }
        return try JSONText.write(issues, isPretty: true) + "\n"
    }
}
