import Corpus
import Formats
import Testing

@Suite struct ShardTests {
    @Test(arguments: [
        ("1/1", true), ("2/3", true), ("3/3", true), ("0/3", false), ("4/3", false), ("a/b", false), ("1", false),
        ("/", false), ("1/0", false),
    ])
    func `parts are written K/N`(text: String, isOne: Bool) {
        #expect((Shard(text) != nil) == isOne)
    }

    @Test(arguments: [
        ("@@ -5,2 +4,3 @@ x", 6...9, true), ("@@ -5,2 +4,3 @@", 7...9, false), ("@@ -5 +7 @@", 1...6, false),
        ("@@ -5 +7 @@", 7...7, true), ("@@ -5,2 +4,0 @@", 5...5, true), ("@@ -1,3 +0,0 @@", 1...2, true),
        ("@@ -1,3 +0,0 @@", 3...9, false), ("+@@ no head", 1...9, false),
    ])
    func `heads of hunks say which lines changed`(diff: String, lines: ClosedRange<Int>, isTouched: Bool) {
        #expect(LineChanges(diff: "--- a/x\n+++ b/x\n\(diff)\n+text\n").touch(lines) == isTouched)
    }

    @Test func `what is no report of a part is refused`() {
        #expect(throws: ReadingError.self) { try CorpusFile(reading: Array("{}".utf8), path: "x.json") }
        let whole = CorpusFile(CheckedCorpus(pairs: []))
        #expect(throws: ReadingError.self) { try CorpusFile.merged([("x.json", whole)]) }
        var part = CheckedCorpus(pairs: [])
        part.shard = Shard("1/2")
        let file = CorpusFile(part)
        #expect { try CorpusFile.merged([("x.json", file)]) } throws: { "\($0)".contains("part 2 of 2 is missing") }
        #expect { try CorpusFile.merged([("x", file), ("y", file)]) } throws: { "\($0)".contains("is there already") }
    }

    @Test(arguments: [
        #""shard": "1/0""#, #""shard": "3/2""#, #""shard": 7"#, #""shard": "1/1", "outcomes": [true]"#,
        #""shard": "1/1", "outcomes": "all""#,
    ])
    func `a damaged part is an error, not a crash`(field: String) {
        let text =
            #"{"schema": "dragoman-corpus", "schemaVersion": 1, "documents": [], "problems": [], "# + field + "}"
        #expect(throws: ReadingError.self) { try CorpusFile(reading: Array(text.utf8), path: "x.json") }
    }
}
