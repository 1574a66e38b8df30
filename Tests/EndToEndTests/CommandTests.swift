import Foundation
import TestSupport
import Testing

@Suite struct CommandTests {
    private func dragoman(_ arguments: [String], input: String? = nil) throws -> Program.Run {
        try Program.run(arguments, input: input)
    }

    private let korean = "seeds/transcripts/talks.ko.txt"
    private let english = "seeds/transcripts/talks.en.txt"
    private let drifted = "seeds/transcripts/talks-drifted.en.txt"

    @Test func `a folder is checked, known findings pass, new ones fail, a broken file loses nothing`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try write("a.en.txt", "The fund holds 45 million kroner today.")
        try write("a.de.txt", "Der Fonds verfügt heute über 54 Millionen Kronen.")
        try write("b.en.txt", "The harbour will be closed in the spring.")
        try write("b.de.txt", "Der Hafen wird im Frühjahr geschlossen.")
        let path = folder.path

        let unset = try dragoman(["check", path])
        #expect(unset.code == 2 && unset.errors.contains("source = \"en\""))
        #expect(try dragoman(["init", path]).code == 0)
        #expect(
            try String(contentsOf: folder.appending(path: "dragoman.toml"), encoding: .utf8)
                .contains("\npairs = [\"{id}.{lang}.txt\"]\n"))
        #expect(try dragoman(["init", path]).code == 2)

        let first = try dragoman(["check", path])
        #expect(first.code == 1 && first.output.contains("a.de.txt:1:30: major number-mismatch"))
        #expect(try dragoman(["check", path, "--jobs", "1", "--no-cache"]).output == first.output)
        #expect(try dragoman(["check", path, "--exit-zero"]).code == 0)
        #expect(try dragoman(["check", path, "--max-findings", "1"]).code == 0)

        let known = "\(path)/known.jsonl"
        #expect(try dragoman(["check", path, "--baseline", known]).code == 2)
        #expect(try dragoman(["baseline", "write", path, "--baseline", known]).code == 0)
        #expect(try dragoman(["check", path, "--baseline", known]).code == 0)
        try write("b.de.txt", "Der Hafen wird im Frühjahr 2031 geschlossen.")
        #expect(try dragoman(["check", path, "--baseline", known]).code == 1)
        #expect(try dragoman(["baseline", "write", path, "--baseline", known]).code == 1)
        let accepted = try dragoman([
            "accept", "number-mismatch@b.de.txt#t0.s0", "--folder", path, "--baseline", known, "--reason", "a test",
        ])
        #expect(accepted.code == 0, "\(accepted.errors)")
        #expect(try dragoman(["check", path, "--baseline", known]).code == 0)
        try write("a.de.txt", "Der Fonds verfügt heute über 45 Millionen Kronen.")
        #expect(try dragoman(["check", path, "--baseline", known, "--strict-baseline"]).code == 1)
        #expect(try dragoman(["baseline", "prune", path, "--baseline", known]).output.contains("1 dropped"))
        #expect(try dragoman(["check", path, "--baseline", known, "--strict-baseline"]).code == 0)

        try Data([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31]).write(to: folder.appending(path: "c.de.txt"))
        try write("c.en.txt", "A text.")
        let broken = try dragoman(["check", path, "--baseline", known, "--output", "html:\(path)/site"])
        #expect(broken.code == 2 && broken.errors.contains("c.de.txt"))
        #expect(broken.output.contains("2 pairs checked"))
        #expect(FileManager.default.fileExists(atPath: "\(path)/site/index.html"))
    }

    @Test func `facts and ladder scores are printed`() throws {
        let facts = try dragoman(
            ["facts", "-", "--lang", "en"], input: "On June 22 nobody paid $20 billion in Norway.\n")
        #expect(
            facts.output == """
                -:1:4: month\t6\tJune
                -:1:4: name\tn\tJune\tdoubtful
                -:1:4: date\t--06-22\tJune 22
                -:1:9: number\t22\t22
                -:1:12: denial\tnone\tnobody
                -:1:25: number\t20,000,000,000 $\t20 billion
                -:1:39: name\tnr\tNorway\tdoubtful
                -:1:39: region\tNO\tNorway

                """, "\(facts.output)")
        let gold = "corpora/harbour/harbour.gold"
        let same = try dragoman(["eval", "--gold", gold, "--ladder", gold])
        #expect(
            same.code == 0 && same.output.contains("strict     100.00  100.00  100.00"), "\(same.output)\(same.errors)")
        let ladder = try dragoman(["align", "--segmented", "corpora/harbour/harbour.en", "corpora/harbour/harbour.de"])
        let file = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString).ladder")
        try Data(ladder.output.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let scored = try dragoman(["eval", "--gold", gold, "--ladder", file.path])
        #expect(scored.output.contains("what scores of beads are worth") && scored.output.contains("0.9–1.0 "))
        let empty = try dragoman(["check", korean, english, "--relay", "/dev/null"])
        #expect(empty.code == 2 && empty.errors.contains("holds no text to compare"))
        let bad = try dragoman(["eval", "--gold", korean, "--ladder", korean])
        #expect(bad.code == 2 && bad.errors.contains("talks.ko.txt:1: not a bead"))
        #expect(try dragoman(["eval"]).code == 2)
    }

    @Test func `version and help go to standard output`() throws {
        #expect(try dragoman(["--version"]).output == "0.1.0\n")
        let help = try dragoman(["--help"])
        #expect(help.code == 0)
        for name in ["check", "align", "segment", "score", "checks", "explain"] {
            #expect(help.output.contains("  \(name)"))
        }
    }

    @Test func `a clean pair exits 0, a drifted one 1`() throws {
        #expect(try dragoman(["check", korean, english]).code == 0)
        let run = try dragoman(["check", korean, drifted])
        #expect(run.code == 1)
        #expect(run.output.contains("number-mismatch"))
        #expect(try dragoman(["check", korean, drifted, "--fail-on", "critical"]).code == 0)
        #expect(try dragoman(["check", korean, drifted, "--fail-on", "never"]).code == 0)
        #expect(
            try dragoman([
                "check", korean, drifted, "--skip", "number-mismatch", "--skip", "omitted-segment", "--skip",
                "region-mismatch", "--skip", "omitted-phrase",
            ]).code == 0
        )
    }

    @Test(arguments: [
        ["check"], ["check", "no-such-file.txt", "seeds/transcripts/talks.en.txt"], ["nonsense"],
        ["check", "seeds", "seeds"],
        ["check", "seeds/transcripts/talks.ko.txt", "seeds/transcripts/talks.en.txt", "--only", "no-such-check"],
        ["check", "seeds/transcripts/talks.ko.txt", "seeds/transcripts/talks.en.txt", "--min-confidence", "7"],
        ["check", "seeds/transcripts/talks.ko.txt", "/dev/null"], ["explain", "no-such-check"],
        ["align", "seeds/transcripts/talks.ko.txt", "seeds/transcripts/talks.en.txt", "--source-lang", "!!"],
        ["score", "--jobs", "0"], ["segment", "no-such-file.txt"],
    ])
    func `what cannot be done exits 2 and says why`(arguments: [String]) throws {
        let run = try dragoman(arguments)
        #expect(run.code == 2, "\(run.errors)")
        #expect(!run.errors.isEmpty)
    }

    @Test func `errors name the file and the reason`() throws {
        #expect(try dragoman(["check", "no-such-file.txt", english]).errors.contains("no-such-file.txt: no such file"))
        #expect(try dragoman(["check", "seeds", english]).errors.contains("seeds: this is a folder"))
    }

    @Test func `similar finds each line's translation`() throws {
        let sides = ("corpora/harbour/harbour.en", "corpora/harbour/harbour.de")
        let run = try dragoman(["similar", sides.0, sides.1, "--jobs", "1"])
        #expect(run.code == 0)
        let rows = run.output.split(separator: "\n").map { $0.split(separator: "\t") }
        #expect(rows.count == 26)
        #expect(rows.allSatisfy { $0.count == 3 && (Double($0[2]).map { (0...1).contains($0) } ?? false) })
        #expect(try dragoman(["similar", sides.0, sides.1, "--jobs", "3"]).output == run.output)
        let matrix = try dragoman(["similar", sides.0, sides.1, "--matrix"]).output.split(separator: "\n")
        #expect(matrix.allSatisfy { $0.split(separator: "\t").count == 26 })
    }

    @Test func `vectors that were made before lead the ladder`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ data: Data) throws -> String {
            let file = folder.appending(path: name)
            try data.write(to: file)
            return file.path
        }
        /// Vectors of which each is like that of the same number on the other side alone.
        func vectors(_ numbers: [Int]) -> Data {
            let values = numbers.flatMap { number in (0..<20).map { Float($0 == number ? 1 : 0.01).bitPattern } }
            return Data(values.flatMap { bits in (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) } })
        }
        // Words that no model knows, of one length; the eighth is lost.
        let words = "bcdfghjkmnpqrstvwxyz".map { "\($0)x\($0)q" }
        let kept = Array(0..<7) + Array(8..<20)
        let lines = words.map { "\($0) \($0) \($0) \($0)\n" }.joined()
        let others = kept.map { "q\(words[$0].reversed()) zz\(words[$0]) q\(words[$0])z\n" }.joined()
        let source = try write("a.en", Data(lines.utf8))
        let target = try write("b.de", Data(others.utf8))
        let files = try (write("a.emb", vectors(Array(0..<20))), write("b.emb", vectors(kept)))
        let run = try dragoman([
            "align", "--segmented", source, target, "--source-vectors", files.0, "--target-vectors", files.1,
        ])
        #expect(run.code == 0, "\(run.errors)")
        let ladder = run.output.split(separator: "\n").map { $0.prefix { $0 != "." }.dropLast(2) }
        let expected = (0..<20).map { $0 == 7 ? "[7]:[]" : "[\($0)]:[\($0 < 7 ? $0 : $0 - 1)]" }
        #expect(ladder.map(String.init) == expected)
        let similar = try dragoman([
            "similar", source, target, "--source-vectors", files.0, "--target-vectors", files.1,
        ])
        let found = similar.output.split(separator: "\n").map { String($0.split(separator: "\t")[1]) }
        #expect(kept.map { found[$0] } == (0..<19).map(String.init))
        let wrong = try dragoman([
            "align", "--segmented", source, target, "--source-vectors", files.0, "--target-vectors", files.0,
        ])
        #expect(wrong.code == 2 && wrong.errors.contains("\(target): \(files.0): holds no whole number of"))
        let plain = ["align", "--segmented", source, target, "--evidence", "length"]
        let both = ["--source-vectors", files.0, "--target-vectors", files.1]
        #expect(try dragoman(plain + both).output == dragoman(plain).output)
        let server = ["--embeddings", "http://127.0.0.1:9/v1", "--embedding-model", "m"]
        let twice = try dragoman(["align", source, target] + both + server)
        #expect(twice.code == 2 && twice.errors.contains("goes in place of --embeddings"))
    }

    @Test func `identify tells the language of files and of lines`() throws {
        let files = try dragoman(["identify", korean, english])
        #expect(files.output == "ko\t1.0\t\(korean)\nen\t1.0\t\(english)\n")
        let lines = try dragoman(
            ["identify", "--lines"], input: "Мы очень рады видеть вас в этом городе.\n\n12\n여러분을 환영합니다\n")
        #expect(lines.output.split(separator: "\n").map { $0.prefix(3) } == ["ru\t", "und", "und", "ko\t"])
    }

    @Test func `embedding options say what they lack`() throws {
        let pair = [korean, english]
        let lone = try dragoman(["check", "--embedding-model", "m"] + pair)
        #expect(lone.code == 2 && lone.errors.contains("--embeddings: is missing"))
        let nameless = try dragoman(["check", "--embeddings", "http://127.0.0.1:9/v1"] + pair)
        #expect(nameless.code == 2 && nameless.errors.contains("which model?"))
        let half = try dragoman(["align", "--source-vectors", korean] + pair)
        #expect(half.code == 2 && half.errors.contains("go together"))
    }

    @Test func `align prints Vecalign's form`() throws {
        let run = try dragoman(["align", "--segmented", "corpora/harbour/harbour.en", "corpora/harbour/harbour.de"])
        #expect(run.code == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count >= 20)
        #expect(lines.allSatisfy { $0.wholeMatch(of: /\[[0-9,]*\]:\[[0-9,]*\]:[0-9.]+/) != nil })
    }

    @Test(arguments: ["vecalign", "ladder", "tsv", "tmx", "xliff", "jsonl"])
    func `every form of ladder is written`(format: String) throws {
        let run = try dragoman(["align", korean, english, "--format", format])
        #expect(run.code == 0)
        #expect(run.output.split(separator: "\n").count >= 19)
    }

    @Test func `reports go to files beside standard output`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = ["json", "html", "jsonl", "text"].map { ($0, folder.appending(path: "report.\($0)").path) }
        let run = try dragoman(["check", korean, drifted] + paths.flatMap { ["--output", "\($0.0):\($0.1)"] })
        #expect(run.code == 1)
        for (_, path) in paths { #expect(FileManager.default.fileExists(atPath: path)) }
        let bad = try dragoman(["check", korean, english, "--output", "json:/no/such/folder/x.json"])
        #expect(bad.code == 2)
    }

    @Test(arguments: [("en", "de"), ("eng_Latn", "deu_Latn"), ("eng", "ger"), ("EN-gb", "DE_at")])
    func `languages have many codes`(source: String, target: String) throws {
        let row = """
            {"source":"The ferry left Germany in March.","target":"Die Fähre verließ Frankreich im Mai.",\
            "source_lang":"\(source)","target_lang":"\(target)"}
            """
        let run = try dragoman(["score"], input: row)
        #expect(run.output.contains("Germany became Frankreich.") && run.output.contains("March became Mai."))
        #expect(!run.output.contains("wrong-language"))
    }

    @Test(arguments: ["segment --rows", "score"])
    func `the same bytes for any number of jobs`(command: String) throws {
        let input = (0..<900).map { number in
            "{\"id\":\(number),\"lang\":\"en\",\"text\":\"It costs \(number). We pay.\",\"source\":\"It costs \(number) euros.\","
                + "\"target\":\"Es kostet \(number % 7 == 0 ? number + 1 : number) Euro.\",\"source_lang\":\"en\",\"target_lang\":\"de\"}"
        }.joined(separator: "\n")
        let arguments = command.split(separator: " ").map(String.init)
        let one = try dragoman(arguments + ["--jobs", "1"], input: input)
        let three = try dragoman(arguments + ["--jobs", "3"], input: input)
        #expect(one.code == 0)
        #expect(one.output == three.output)
    }

    @Test func `check prints the same bytes for any number of jobs`() throws {
        let one = try dragoman(["check", korean, drifted, "--jobs", "1", "--format", "json"])
        #expect(try dragoman(["check", korean, drifted, "--jobs", "4", "--format", "json"]).output == one.output)
    }

    @Test func `a bad row gets an error row and the rest goes on`() throws {
        let good =
            #"{"id":"a","source":"It costs 45 euros.","target":"Es kostet 54 Euro.","source_lang":"en","target_lang":"de"}"#
        let run = try dragoman(
            ["score"], input: [good, "not json", #"{"id":7,"source":"x"}"#, good].joined(separator: "\n"))
        #expect(run.code == 2)
        let rows = try run.output.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(rows.map { $0["error"] != nil } == [false, true, true, false])
        let error = try #require(rows[2]["error"] as? [String: Any])
        #expect(rows[2]["id"] as? Int == 7)
        #expect((error["message"] as? String)?.contains("line 3") == true)
        let finding = try #require((rows[0]["findings"] as? [[String: Any]])?.first)
        #expect(finding["check"] as? String == "number-mismatch")
        #expect((finding["source"] as? [String: Any])?["text"] as? String == "45")
        #expect((rows[0]["score"] as? Double).map { $0 > 0.5 } == true)
    }

    @Test func `a table of pairs gets scores and findings behind its columns`() throws {
        let table = "1\tEs kostet 54 Euro.\tIt costs 45 euros.\r\n\n2\tSie ging.\tShe left.\n3\t\u{1F}\t"
        let languages = ["--source-lang", "en", "--target-lang", "de"]
        let run = try dragoman(["score", "--format", "tsv", "--columns", "3,2"] + languages, input: table)
        #expect(run.code == 2)
        let lines = run.output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        #expect(lines.count == 5 && lines.last?.isEmpty == true)
        let cells = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        #expect(cells.dropLast().map(\.count) == [6, 4, 6, 6])
        #expect(cells[0].prefix(3) == ["1", "Es kostet 54 Euro.", "It costs 45 euros."])
        #expect(Double(cells[0][3]).map { $0 > 0.5 } == true)
        #expect(cells[0][5] == "number-mismatch:0.9" && run.output.contains(":0.9\r\n"))
        #expect(lines[1] == "\t\t\terror: the line lacks column 3")
        #expect(Double(cells[2][3]).map { $0 < 0.5 } == true && cells[2][5].isEmpty)
        for wrong in [
            ["--format", "tsv"], ["--columns", "1,2"], languages, ["--format", "tsv", "--columns", "1,1"] + languages,
        ] {
            #expect(try dragoman(["score"] + wrong, input: table).code == 2)
        }
    }

    @Test func `two versions are compared, and with the source the closer one is named`() throws {
        let alone = try dragoman(["compare", english, drifted])
        #expect(alone.code == 0)
        #expect(alone.output.contains("stretches differ") && alone.output.contains("chrF2|nrefs:1"))
        #expect(!alone.output.contains("closer"))
        let judged = try dragoman(["compare", drifted, english, "--against", korean])
        #expect(judged.code == 0)
        #expect(judged.output.contains("The new version is closer to the source."))
        #expect(!judged.output.contains("The old version is closer to the source."))
        #expect(judged.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains("|") })
        let lines = try dragoman(["compare", drifted, english, "--against", korean, "--format", "jsonl"]).output
        #expect(lines.split(separator: "\n").count > 2 && lines.hasPrefix("{\"chrf\":"))
        let page = try dragoman(["compare", drifted, english, "--against", korean, "--format", "html"]).output
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<ins>and Chekhov</ins>"))
        let other = try dragoman(["compare", english, korean])
        #expect(other.code == 2 && other.errors.contains("is in another language (ko)"))
        let empty = try dragoman(["compare", english, "-"], input: " \n")
        #expect(empty.code == 2 && empty.errors.contains("holds no text to compare"))
    }

    @Test func `a reader that stops reading ends the program quietly`() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "'\(Program.url.path)' segment --format jsonl README.md seeds/transcripts/*.txt | head -n 1",
        ]
        process.currentDirectoryURL = Project.root
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = Pipe()
        try process.run()
        process.waitUntilExit()
        #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }

    @Test func `the README shows what the program prints`() throws {
        let run = try dragoman(["check", korean, drifted])
        let readme = String(decoding: try Project.bytes("README.md"), as: UTF8.self)
        #expect(readme.contains(run.output))
    }

    @Test func `the model can be looked at and checked`() throws {
        #expect(try dragoman(["model", "info"]).output.contains("dimensions  128"))
        #expect(try dragoman(["model", "check", "Sources/Semantics/Resources/vectors.bin"]).code == 0)
        let bad = try dragoman(["model", "check", "README.md"])
        #expect(bad.code == 2)
        #expect(bad.errors.contains("README.md: not a model"))
    }

    @Test func `every check can be explained`() throws {
        let list = try dragoman(["checks"]).output
        for line in list.split(separator: "\n") where line.first?.isLowercase == true {
            let name = String(line.prefix { $0 != " " })
            let page = try dragoman(["explain", name])
            #expect(page.code == 0)
            #expect(page.output.hasPrefix("# \(name)\n"))
        }
    }
}
