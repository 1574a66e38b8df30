import Foundation
import Testing

/// `dragoman segment`.
@Suite struct SegmentCommandTests {
    private func dragoman(_ arguments: [String], input: String? = nil) throws -> Program.Run {
        try Program.run(arguments, input: input)
    }

    @Test(arguments: [
        ("a.html", "<p>It is <b>open</b>. It is free.</p>", [], "It is open.\nIt is free.\n"),
        (
            "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nIt is\n\n2\n00:00:02,000 --> 00:00:03,000\nopen.\n", [],
            "It is open.\n"
        ),
        ("a.html", "<p>It is open.</p>", ["--preset", "text"], "<p>It is open.</p>\n"),
        ("a.html", "<p>Dr. Osei sings.</p>", ["--segmenter", "icu"], "Dr.\nOsei sings.\n"),
        ("a.txt", "<p>It is open.</p>", [], "<p>It is open.</p>\n"),
    ])
    func `segment reads a file by its name`(name: String, text: String, options: [String], expected: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: name)
        try Data(text.utf8).write(to: path)
        let run = try dragoman(["segment", path.path, "--lang", "en"] + options)
        #expect(run.code == 0 && run.output == expected)
    }

    @Test func `segment rows: a row out for each row in, in order, offsets exact`() throws {
        let texts = (0..<700).map { "Row \($0) is here. Да, 漢字 no. \($0)!" }
        let input = try texts.enumerated().map { number, text in
            String(
                decoding: try JSONSerialization.data(withJSONObject: ["id": "r\(number)", "lang": "en", "text": text]),
                as: UTF8.self)
        }.joined(separator: "\n")
        let run = try dragoman(["segment", "--rows"], input: input)
        #expect(run.code == 0)
        let rows = try run.output.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(rows.map { $0["id"] as? String } == texts.indices.map { "r\($0)" })
        for (row, text) in zip(rows, texts) {
            for sentence in try #require(row["sentences"] as? [[String: Any]]) {
                let start = try #require(sentence["start"] as? Int)
                let end = try #require(sentence["end"] as? Int)
                #expect(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self) == sentence["text"] as? String)
            }
        }
    }
}
