import Bitext
import Corpus
import Drift
import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct ReportTests {
    private func drifted(_ target: String = "talks-drifted.en.txt") throws -> Comparison {
        func version(_ name: String) throws -> AlignedPair.Version {
            try VersionReader().read(Project.bytes("seeds/transcripts/\(name)"), path: name)
        }
        return Comparer().compare(try version("talks.ko.txt"), try version(target))
    }

    @Test func `text at 80 columns`() throws {
        try Golden.expect(TextReport(width: 80).write(drifted()), matches: "talks.80.txt")
    }

    @Test func `text side by side at 120 columns`() throws {
        try Golden.expect(TextReport(width: 120).write(drifted()), matches: "talks.120.txt")
    }

    @Test func `text of a clean pair`() throws {
        try Golden.expect(TextReport(width: 80).write(drifted("talks.en.txt")), matches: "talks.clean.txt")
    }

    @Test func `a relay stands between, and findings name their leg`() throws {
        func version(_ name: String) throws -> AlignedPair.Version {
            try VersionReader().read(Project.bytes("seeds/transcripts/\(name)"), path: name)
        }
        let comparison = try Comparer().compare(
            version("talks.ko.txt"), version("talks-drifted.ru.txt"), relay: version("talks.en.txt"))
        try Golden.expect(TextReport(width: 80).write(comparison), matches: "talks.relay.txt")
        try Golden.expect(HTMLReport.write(comparison), matches: "talks.relay.html")
        try Golden.expect(JSONReport.write(comparison), matches: "talks.relay.json")
    }

    @Test func `JSON`() throws {
        try Golden.expect(JSONReport.write(drifted()), matches: "talks.json")
    }

    @Test func `JSON Lines`() throws {
        try Golden.expect(JSONLReport.write(drifted()), matches: "talks.jsonl")
    }

    @Test func `HTML`() throws {
        try Golden.expect(HTMLReport.write(drifted()), matches: "talks.html")
    }

    @Test(arguments: ["talks.ko.txt", nil]) func `HTML of two versions of one translation`(source: String?) throws {
        func version(_ name: String) throws -> AlignedPair.Version {
            try VersionReader().read(Project.bytes("seeds/transcripts/\(name)"), path: name)
        }
        let choice = try VersionChoice(
            old: version("talks-drifted.en.txt"), new: version("talks.en.txt"), source: source.map(version),
            comparer: Comparer())
        try Golden.expect(
            ChoicePage.write(choice), matches: source == nil ? "talks.compare.html" : "talks.compare.source.html")
    }

    @Test func `the page's policy names its script by the right hash`() throws {
        let page = try HTMLReport.write(drifted())
        let script = Project.root.appending(path: "Sources/Reporting/Resources/report.js").path
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = [
            "python3", "-c",
            "import base64, hashlib, sys; "
                + "print(base64.b64encode(hashlib.sha256(open(sys.argv[1], 'rb').read()).digest()).decode())", script,
        ]
        let output = Pipe()
        python.standardOutput = output
        try python.run()
        let hash = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        python.waitUntilExit()
        let expected = "script-src 'sha256-\(hash.trimmingCharacters(in: .newlines))'"
        #expect(page.contains(expected), "the script has changed: its hash belongs into HTMLReport.scriptHash")
    }

    @Test(arguments: Registry.checks.map(\.description))
    func `the page of each check in docs is current`(check: CheckDescription) throws {
        try Golden.expect(CheckPage(check).text, matches: "../../../docs/checks/\(check.id).md")
    }

    @Test func `docs hold no page of a check that is gone`() throws {
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: Project.root.appending(path: "docs/checks").path)
        #expect(Set(pages) == Set(Registry.checks.map { "\($0.description.id).md" }))
    }

    @Test(arguments: [40, 80, 110, 160])
    func `no line is wider than the terminal`(width: Int) throws {
        for line in TextReport(width: width).write(try drifted()).split(separator: "\n") {
            let columns = line.unicodeScalars.reduce(0) {
                $0
                    + ($1.value >= 0x1100 && $1.value != 0x27E6 && $1.value != 0x27E7 && $1.value < 0x2000
                        || $1.value >= 0x2E80 ? 2 : 1)
            }
            #expect(columns <= width, "\(line)")
        }
    }

    @Test func `colour is only added, never the only sign`() throws {
        let comparison = try drifted()
        let plain = TextReport(width: 80).write(comparison)
        let coloured = TextReport(width: 80, isColoured: true).write(comparison)
        let stripped = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(coloured != plain)
        #expect(stripped == plain)
    }

    @Test func `text from right to left is isolated`() throws {
        let comparison = Comparer().compare(
            try Pairs.version("It costs 45 euros today.", "en"), try Pairs.version("يكلف اليوم 54 يورو.", "ar"))
        let report = TextReport(width: 80).write(comparison)
        #expect(report.contains("\u{2068}") && report.contains("\u{2069}"))
        #expect(try HTMLReport.write(comparison).contains("lang=\"ar\" dir=\"rtl\""))
    }

    @Test func `markup in the text is escaped`() throws {
        let comparison = Comparer().compare(
            try Pairs.version("It costs <script>alert(45)</script> euros & more.", "en"),
            try Pairs.version("Es kostet <b>54</b> Euro & mehr.", "de"))
        let page = try HTMLReport.write(comparison)
        #expect(page.split(separator: "<script>").count == 2 && !page.contains("<b>54"))
        let unmarked = page.replacing(/<\/?mark[^>]*>/, with: "")
        #expect(unmarked.contains("&lt;script&gt;alert(45)&lt;/script&gt;"))
    }

    @Test func `the JSON report keeps to its published schema`() throws {
        let schema = try JSONSerialization.jsonObject(with: Data(Project.bytes("docs/report.schema.json")))
        let report = try JSONSerialization.jsonObject(with: Data(JSONReport.write(drifted()).utf8))
        #expect(SchemaCheck.faults(report, try #require(schema as? [String: Any])) == [])
        let relayed = try JSONSerialization.jsonObject(
            with: Data(Project.bytes("Tests/ReportingTests/Goldens/talks.relay.json")))
        #expect(SchemaCheck.faults(relayed, try #require(schema as? [String: Any])) == [])
    }
}

/// The part of JSON Schema that the report's schema uses: types, required and known properties, items, enumerations.
enum SchemaCheck {
    static func faults(_ value: Any, _ schema: [String: Any], path: String = "$", root: [String: Any]? = nil)
        -> [String]
    {
        let root = root ?? schema
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last,
            let target = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
        {
            return faults(value, target, path: path, root: root)
        }
        var found: [String] = []
        if let allowed = schema["enum"] as? [String], !(value as? String).map(allowed.contains, default: false) {
            found.append("\(path): not one of \(allowed)")
        }
        switch schema["type"] as? String {
        case "object":
            guard let object = value as? [String: Any] else { return ["\(path): not an object"] }
            let known = schema["properties"] as? [String: Any] ?? [:]
            for key in schema["required"] as? [String] ?? [] where object[key] == nil {
                found.append("\(path).\(key) missing")
            }
            for (key, inner) in object {
                guard let rule = known[key] as? [String: Any] else {
                    found.append("\(path).\(key) unknown")
                    continue
                }
                found += faults(inner, rule, path: "\(path).\(key)", root: root)
            }
        case "array":
            guard let array = value as? [Any] else { return ["\(path): not an array"] }
            guard let rule = schema["items"] as? [String: Any] else { break }
            for (index, inner) in array.enumerated() {
                found += faults(inner, rule, path: "\(path)[\(index)]", root: root)
            }
        case "string": if !(value is String) { found.append("\(path): not a string") }
        case "integer", "number": if !(value is NSNumber) { found.append("\(path): not a number") }
        default: break
        }
        return found
    }
}

extension Optional {
    fileprivate func map<Result>(_ transform: (Wrapped) -> Result, default fallback: Result) -> Result {
        map(transform) ?? fallback
    }
}
