import Foundation
public import Testing

/// Files that hold the full text a test expects.
public enum Golden {
    /// Compares a text with the file of that name beside the test.
    ///
    /// With DRAGOMAN_RECORD=1 in the environment the file is written instead, and the test fails once so that a person
    /// reads what was recorded; where CI is set nothing is ever written.
    public static func expect(
        _ text: String, matches name: String, file: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Goldens")
        let path = folder.appending(path: name)
        let environment = ProcessInfo.processInfo.environment
        if environment["DRAGOMAN_RECORD"] == "1", environment["CI"] == nil {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: path, atomically: true, encoding: .utf8)
            Issue.record("recorded \(path.path); read it and run again", sourceLocation: sourceLocation)
            return
        }
        let expected = try String(contentsOf: path, encoding: .utf8)
        if text != expected {
            Issue.record(
                "\(name) differs from what was produced:\n\(difference(expected, text))", sourceLocation: sourceLocation
            )
        }
    }

    private static func difference(_ expected: String, _ found: String) -> String {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = found.split(separator: "\n", omittingEmptySubsequences: false)
        let changes = new.difference(from: old)
        return changes.prefix(30).map { change in
            switch change {
            case .remove(let line, let text, _): "- \(line + 1): \(text)"
            case .insert(let line, let text, _): "+ \(line + 1): \(text)"
            }
        }.joined(separator: "\n")
    }
}
