import Foundation
import TestSupport
import Testing

@Suite struct LexiconCommandTests {
    private let row = """
        {"id":1,"source":"The brakal was late.","target":"Die Vupra kam zu spät.","source_lang":"en","target_lang":"de"}

        """

    private func similarity(_ output: String) throws -> Double {
        let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        return try #require(object?["similarity"] as? Double)
    }

    /// Runs a test in a folder of its own.
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func `what is learnt from two files serves score, align and check`() throws {
        try inFolder { folder in
            let (here, there) = (folder.appending(path: "a.en.txt"), folder.appending(path: "a.de.txt"))
            let ends = ["today", "again", "first", "there", "alone", "above"]
            try ends.map { "The brakal stood \($0).\n" }.joined().write(to: here, atomically: true, encoding: .utf8)
            let german = ["heute", "wieder", "zuerst", "dort", "allein", "oben"]
            try german.map { "Die Vupra stand \($0).\n" }.joined().write(to: there, atomically: true, encoding: .utf8)
            let learnt = try Program.run(["lexicon", "--segmented", here.path, there.path])
            #expect(learnt.code == 0, "\(learnt.errors)")
            #expect(learnt.output.hasPrefix("en\tde\tforward\tbackward\n"))
            #expect(learnt.output.contains("brakal\tvupra\t"))
            #expect(
                try Program.run(["lexicon", folder.path, "--source-lang", "en"]).output.contains("brakal\tvupra\t"))

            let lexicon = folder.appending(path: "words.tsv")
            try learnt.output.write(to: lexicon, atomically: true, encoding: .utf8)
            let plain = try Program.run(["score"], input: row)
            let helped = try Program.run(["score", "--lexicon", lexicon.path], input: row)
            #expect(try similarity(helped.output) > similarity(plain.output))
            let files = ["--lexicon", lexicon.path, here.path, there.path]
            #expect(
                try Program.run(["align", "--segmented", "--format", "pharaoh"] + files).output.hasPrefix("0-0 1-1"))
            let report = try Program.run(["check", "--format", "json"] + files)
            #expect(report.code == 0 && report.output.contains(" lexicon:"), "\(report.errors)")
            let choice = ["compare", there.path, there.path, "--against", here.path, "--lexicon"]
            #expect(try Program.run(choice + [lexicon.path]).code == 0)
            #expect(try Program.run(choice + ["no-such-file"]).code == 2)
            let settings = "source = \"en\"\n[check]\nlexicon = [\"words.tsv\"]\n"
            try settings.write(to: folder.appending(path: "dragoman.toml"), atomically: true, encoding: .utf8)
            let folderReport = try Program.run(["check", folder.path, "--format", "json", "--no-cache"])
            #expect(folderReport.output.contains(" lexicon:"))
            #expect(try Program.run(["check", folder.path, "--dump-config"]).output.contains("words.tsv"))
        }
    }

    @Test func `a dictionary of dictd is read, packed or not`() throws {
        try inFolder { folder in
            let article = "brakal /braːkal/ <n>\nVupra <fem>\n"
            let index = folder.appending(path: "freedict-eng-deu.index")
            try "brakal\tA\ti\n".write(to: index, atomically: true, encoding: .utf8)
            let alone = try Program.run(["score", "--lexicon", index.path], input: row)
            #expect(alone.code == 2 && alone.errors.contains("beside it"))
            let articles = folder.appending(path: "freedict-eng-deu.dict")
            try article.write(to: articles, atomically: true, encoding: .utf8)
            let plain = try similarity(Program.run(["score"], input: row).output)
            #expect(try similarity(Program.run(["score", "--lexicon", index.path], input: row).output) > plain)

            let gzip = Process()
            gzip.executableURL = URL(filePath: "/usr/bin/env")
            gzip.arguments = ["gzip", "-S", ".dz", articles.path]
            try gzip.run()
            gzip.waitUntilExit()
            #expect(try similarity(Program.run(["score", "--lexicon", index.path], input: row).output) > plain)
            let packed = folder.appending(path: "freedict-eng-deu.dict.dz")
            let bytes = try Data(contentsOf: packed)
            try bytes.dropLast(9).write(to: packed)
            let cut = try Program.run(["score", "--lexicon", index.path], input: row)
            #expect(
                cut.code == 2 && cut.errors.contains("freedict-eng-deu.dict.dz: cannot be unpacked"), "\(cut.errors)")
        }
    }

    @Test func `what cannot be learnt from, or read, ends in 2`() throws {
        let (english, german) = ("corpora/harbour/harbour.en", "corpora/harbour/harbour.de")
        #expect(try Program.run(["lexicon", "README.md"]).code == 2)
        try inFolder { folder in
            let file = folder.appending(path: "a.txt")
            try "One sentence alone.\n".write(to: file, atomically: true, encoding: .utf8)
            let run = try Program.run(["lexicon", "--source-lang", "en", "--target-lang", "de", file.path, file.path])
            #expect(run.code == 2 && run.errors.contains("too little") && run.output.isEmpty)
        }
        #expect(try Program.run(["lexicon", "no-such-folder"]).code == 2)
        #expect(try Program.run(["lexicon", "/dev/null", german]).code == 2)
        for path in ["README.md", "no-such-file", "/dev/null"] {
            let run = try Program.run(["align", "--segmented", "--lexicon", path, english, german])
            #expect(run.code == 2 && run.errors.contains(path) && run.output.isEmpty, "\(run.errors)")
        }
    }
}
