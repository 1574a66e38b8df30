public import Corpus
internal import Drift
internal import Mustache

/// The report as JUnit's XML, which every CI server shows: a suite a pair, a case a check; Mustache escapes all text.
public enum JUnitReport {
    /// The report's text.
    /// - Throws: an error of the template, which is part of the program.
    public static func write(_ corpus: CheckedCorpus) throws -> String {
        let template = try MustacheTemplate(string: String(decoding: PackageResources.junit_mustache, as: UTF8.self))
        var suites = corpus.pairs.map(suite)
        if !corpus.problems.isEmpty {
            suites.append([
                "name": "not checked", "tests": "\(corpus.problems.count)", "failures": "0",
                "errors": "\(corpus.problems.count)",
                "cases": corpus.problems.map { problem -> [String: Any] in
                    [
                        "class": clean(problem.path), "name": "read",
                        "error": ["message": clean(problem.description)],
                    ]
                },
            ])
        }
        let failures = Set(corpus.new.map { "\($0.pair.target.path)\u{0}\($0.finding.check)" }).count
        return template.render(
            [
                "tests": "\(corpus.pairs.count * Registry.checks.count + corpus.problems.count)",
                "failures": "\(failures)", "errors": "\(corpus.problems.count)", "suites": suites,
            ] as [String: Any])
    }

    private static func suite(_ pair: CheckedPair) -> [String: Any] {
        let byCheck = Dictionary(grouping: pair.findings.filter(\.isNew), by: \.check)
        let cases = Registry.checks.map { check -> [String: Any] in
            let id = check.description.id
            var item: [String: Any] = ["class": clean(pair.target.path), "name": id]
            guard let found = byCheck[id], let first = found.first else { return item }
            let body = found.map { finding in
                let place = finding.target.map { "\(pair.target.path):\($0.line):\($0.column)" } ?? pair.target.path
                return "\(place): \(finding.severity): \(finding.message)\n  source: \(finding.source?.text ?? "")\n"
                    + "  target: \(finding.target?.text ?? "")"
            }.joined(separator: "\n")
            item["failure"] = [
                "type": first.severity, "body": clean(body),
                "message": clean(found.count == 1 ? first.message : "\(found.count) findings: \(first.message) …"),
            ]
            return item
        }
        return [
            "name": clean("\(pair.source.path) → \(pair.target.path)"), "tests": "\(Registry.checks.count)",
            "failures": "\(byCheck.count)", "errors": "0", "cases": cases,
        ]
    }

    /// Text without the characters that XML 1.0 cannot hold (section 2.2).
    private static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: scalars.append(scalar)
            default: scalars.append("\u{FFFD}")
            }
        }
        return String(scalars)
    }
}
