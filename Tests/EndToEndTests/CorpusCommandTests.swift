import Foundation
import TestSupport
import Testing

/// Runs of the built program over folders: parts, changes, decisions.
@Suite struct CorpusCommandTests {
    /// A folder with pairs, removed when the test ends.
    fileprivate final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString)")

        init() throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for (index, amount) in [45, 46, 47, 48, 49].enumerated() {
                try write("t\(index).en.txt", "The fund holds \(amount) million kroner.\nThe harbour opens at 9.\n")
                let wrong = index.isMultiple(of: 2) ? amount : amount + 20
                try write("t\(index).de.txt", "Der Fonds hält \(wrong) Millionen Kronen.\nDer Hafen öffnet um 9.\n")
            }
            try write("u.de.txt", "Allein.")
            try write("dragoman.toml", "source = \"en\"\npairs = [\"{id}.{lang}.txt\"]\n")
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func write(_ name: String, _ text: String) throws {
            let file = url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url.appending(path: name))
        }

        func read(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
        }

        @discardableResult
        func run(_ program: URL, _ arguments: [String]) throws -> (code: Int32, output: String) {
            let process = Process()
            process.executableURL = program
            process.arguments = arguments
            process.currentDirectoryURL = url
            let output = Pipe()
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: text, as: UTF8.self))
        }

        @discardableResult
        func dragoman(_ arguments: String...) throws -> (code: Int32, output: String) {
            try run(Program.url, arguments)
        }

        func git(_ arguments: String...) throws {
            let identity = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
            let result = try run(URL(filePath: "/usr/bin/env"), ["git"] + identity + arguments)
            try #require(result.code == 0, "\(result.output)")
        }
    }

    @Test func `tables of pairs are checked where they are named or a pattern names them`() throws {
        let folder = try Folder()
        try folder.write("texts/pairs.tsv", "The ship left in 2019.\tDas Schiff fuhr 2018 ab.\n")
        try folder.write(
            "texts/app.csv", "key,en,de,fr\na,Not now,Nicht jetzt,Pas maintenant\nb,\"9 of 10\",9 von 10,9 sur 11\n")
        try folder.write("texts/broken.csv", "en,de\nOne, two,Eins\n")
        let one = try folder.dragoman("check", "texts/pairs.tsv", "--source-lang", "en", "--target-lang", "de")
        #expect(one.code == 1 && one.output.contains("texts/pairs.tsv:1:40\n"), "\(one.output)")
        let all = try folder.dragoman("check", "texts/pairs.tsv", "texts/app.csv", "texts/broken.csv")
        #expect(all.code == 2 && all.output.contains("texts/app.csv:3:28: major number-mismatch"), "\(all.output)")
        #expect(all.output.contains("texts/broken.csv:2: has 3 columns, the first line 2"))
        let unnamed = try folder.dragoman("check", "texts", "--no-config", "--list-files")
        #expect(unnamed.output.isEmpty || unnamed.code == 2, "\(unnamed.output)")
        try folder.write("dragoman.toml", "pairs = [\"texts/*.csv\"]\nexclude = [\"**/broken.csv\"]\n")
        let named = try folder.dragoman("check", "--list-files")
        #expect(named.output == "texts/app.csv\ttexts/app.csv\tde\ntexts/app.csv\ttexts/app.csv\tfr\n")
        // What two versions of a table have in common is compared.
        try folder.write("new.csv", "key,en,de\na,Not now,Nicht jetzt\nb,\"9 of 10\",7 von 10\n")
        let versions = try folder.dragoman("compare", "texts/app.csv", "new.csv", "--lang", "de")
        #expect(versions.code < 2 && versions.output.contains("⟦7⟧ von 10"), "\(versions.output)")
    }

    @Test func `files that hold both versions are checked alone and in a folder, and pages in HTML`() throws {
        let folder = try Folder()
        try folder.write(
            "po/de.po",
            """
            msgid "Copied %d files."
            msgstr "Dateien kopiert."

            msgid "The report of 2019"
            msgstr "Der Bericht von 2018"

            """)
        try folder.write(
            "x.xlf",
            """
            <xliff version="1.2"><file source-language="en" target-language="fr"><body><trans-unit id="a">
            <source>We may meet on Monday.</source>
            <target>Nous nous verrons peut-être mardi.</target></trans-unit></body></file></xliff>
            """)
        let alone = try folder.dragoman("check", "po/de.po")
        #expect(alone.code == 1)
        #expect(alone.output.contains("po/de.po:2:25\n"))
        #expect(try folder.dragoman("check", "po/de.po", "--changed-since", "main").code == 2)
        #expect(alone.output.contains("%d is missing in the target."))
        #expect(alone.output.contains("2019; the target has 2018."))
        // Such files need no configuration, nor a source's language; several are named one after the other.
        for name in ["po/de.po", "x.xlf"] { try folder.write("bare/\(name)", folder.read(name)) }
        let bare = try folder.dragoman("check", "bare", "--no-cache", "--no-config")
        #expect(bare.output.contains("2 pairs checked"), "\(bare.output)")
        let both = try folder.dragoman("check", "po/de.po", "x.xlf", "--format", "github")
        #expect(both.code == 1 && both.output.contains("file=x.xlf") && both.output.contains("file=po/de.po"))
        let french = try folder.dragoman("check", "bare", "--no-config", "--list-files", "--target-lang", "fr")
        #expect(french.output == "bare/x.xlf\tbare/x.xlf\n")
        let text = try folder.dragoman("check", "po/de.po", "x.xlf", "notes.txt")
        #expect(text.code == 2 && text.output.contains("“notes.txt” is a text"))
        for command in [["segment"], ["facts"], ["check", "x.xlf"], ["align", "x.xlf"]] {
            try folder.write("notes.txt", "A note.\n")
            let files = command.count > 1 ? ["notes.txt"] : ["x.xlf"]
            let refused = try folder.dragoman(command + files)
            #expect(refused.code == 2 && refused.output.contains("x.xlf: holds a text and its translation"))
        }
        try folder.write("dragoman.toml", "source = \"en\"\npairs = [\"po/{lang}.po\", \"*.xlf\"]\n")
        let checked = try folder.dragoman("check", "--no-cache")
        #expect(checked.code == 1)
        #expect(checked.output.contains("x.xlf:3:37: major date-mismatch"))
        #expect(checked.output.contains("2 pairs checked"))
        // A file that names its source's language knows better than the folder.
        try folder.write(
            "y.xlf",
            """
            <xliff version="1.2"><file source-language="de" target-language="fr"><body><trans-unit id="a">
            <source>Wir treffen uns am Montag.</source>
            <target>Nous nous verrons mardi.</target></trans-unit></body></file></xliff>
            """)
        #expect(try folder.dragoman("check", "--no-cache").output.contains("y.xlf:3:27: major date-mismatch"))
        try folder.write("p.en.html", "<html><main><p>The fund holds <b>45</b> million.</p></main></html>")
        try folder.write("p.de.html", "<html><main>\n<p>Der Fonds hält <b>54</b> Millionen.</p></main></html>")
        let page = try folder.dragoman("check", "p.en.html", "p.de.html", "--format", "github")
        #expect(page.output.contains("file=p.de.html,line=2"))
    }

    @Test func `two versions of a bilingual file, or of messages, are compared by what they translate`() throws {
        let folder = try Folder()
        func po(_ entries: [(String, String)]) -> String {
            "msgid \"\"\nmsgstr \"Language: de\\n\"\n\n"
                + entries.map { "msgid \"\($0.0)\"\nmsgstr \"\($0.1)\"\n\n" }.joined()
        }
        try folder.write(
            "old.po",
            po([
                ("Open", "Öffnen"), ("Two files were removed.", "Drei Dateien wurden entfernt."),
                ("Close", "Schließen"),
            ]))
        try folder.write(
            "new.po",
            po([
                ("Save", "Speichern"), ("Two files were removed.", "Zwei Dateien wurden entfernt."), ("Open", "Öffnen"),
            ]))
        let compared = try folder.dragoman("compare", "old.po", "new.po")
        #expect(compared.code == 0, "\(compared.output)")
        #expect(compared.output.contains("1 of 2 stretches differ; the new is closer in 1"))
        #expect(compared.output.contains("1 that the old version alone has, not compared"))
        #expect(compared.output.contains("1 that the old version lacks, not compared"))
        try folder.write("en.json", #"{"a": "Two files were removed.", "b": "Open", "d": "New"}"#)
        try folder.write("old.json", #"{"b": "Öffnen", "a": "Drei Dateien wurden entfernt.", "c": "Alt"}"#)
        try folder.write("new.json", #"{"a": "Zwei Dateien wurden entfernt.", "b": "Öffnen"}"#)
        let messages = try folder.dragoman("compare", "old.json", "new.json", "--against", "en.json", "--lang", "de")
        #expect(messages.output.contains("1 of 2 stretches differ; the new is closer in 1"), "\(messages.output)")
        let needless = try folder.dragoman("compare", "old.po", "new.po", "--against", "en.json")
        #expect(needless.code == 2 && needless.output.contains("en.json: is one source too many"))
        let mixed = try folder.dragoman("compare", "old.json", "new.po", "--lang", "de")
        #expect(mixed.code == 2 && mixed.output.contains("new.po: holds a text and its translation"))
        try folder.write("other.po", po([("Print", "Drucken")]))
        let strange = try folder.dragoman("compare", "old.po", "other.po")
        #expect(strange.code == 2 && strange.output.contains("translates nothing that old.po translates"))
    }

    @Test func `a file with several translations is a pair for each`() throws {
        let folder = try Folder()
        func unit(_ language: String, _ text: String) -> String {
            "\"\(language)\": {\"stringUnit\": {\"state\": \"translated\", \"value\": \"\(text)\"}}"
        }
        try folder.write(
            "App/Localizable.xcstrings",
            """
            {"sourceLanguage": "en", "strings": {
            "The ferry has 12 cabins.": {"localizations": {\(unit("de", "Die Fähre hat 21 Kabinen.")),
            \(unit("fr", "Le ferry a 13 cabines."))}}}}
            """)
        let alone = try folder.dragoman("check", "App/Localizable.xcstrings")
        #expect(alone.code == 1)
        #expect(alone.output.contains("App/Localizable.xcstrings:2:117: major number-mismatch"))
        #expect(alone.output.contains("2 pairs checked, 2 sentences: 2 major."))
        #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: ".dragoman-cache").path))
        let one = try folder.dragoman("check", "App/Localizable.xcstrings", "--target-lang", "fr")
        #expect(one.code == 1 && one.output.contains("French, by markup; 1 message"))
        try folder.write("dragoman.toml", "source = \"en\"\npairs = [\"**/*.xcstrings\"]\n")
        let listed = try folder.dragoman("check", "--list-files")
        #expect(
            listed.output.split(separator: "\n").map { $0.split(separator: "\t").last } == ["de", "fr"],
            "\(listed.output)")
        let pages = try folder.dragoman("check", "--no-cache", "--output", "html:pages", "--fail-on", "never")
        #expect(pages.code == 0)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "pages").path).count == 3)
        let name = "number-mismatch@Localizable.xcstrings#The ferry has 12 cabins."
        let accepted = try folder.dragoman("accept", name, "--reason", "agreed")
        #expect(accepted.code == 2 && accepted.output.contains("is found in de, fr: name one by its fingerprint"))
        let missing = try folder.dragoman("check", "--no-cache", "--target-lang", "it")
        #expect(missing.code == 2 && missing.output.contains("has no version in it"))
    }

    @Test func `a folder's relays name the leg, and decisions beside a text are obeyed`() throws {
        let folder = try Folder()
        try folder.write("r.en.txt", "The fund holds 45 million kroner.\n")
        try folder.write("r.fr.txt", "Le fonds détient 54 millions de couronnes.\n")
        try folder.write("r.de.txt", "Der Fonds hält 54 Millionen Kronen.\n")
        try folder.write("dragoman.toml", "source = \"en\"\nrelay = \"fr\"\npairs = [\"r.{lang}.txt\"]\n")
        let first = try folder.dragoman("check", "--format", "json")
        #expect(first.code == 1 && first.output.contains("\"source to relay\""))
        #expect(first.output.contains("relay:fr") && !first.output.contains("\"path\":\"r.fr.txt\",\"problem"))
        #expect(try folder.dragoman("check", "--format", "json").output == first.output)
        try folder.write("r.de.txt.dragoman", "number-mismatch#t0.s0: agreed\nuntranslated#t0.s0: of last year\n")
        let second = try folder.dragoman("check")
        #expect(second.code == 0)
        #expect(second.output.contains("1 accepted by decisions beside the text."))
        #expect(second.output.contains("r.de.txt.dragoman:2: this decision accepts nothing"))
        #expect(try folder.dragoman("check", "--strict-baseline").code == 1)
        #expect(try folder.dragoman("check", "r.en.txt", "r.de.txt").code == 0)
        let log = try folder.dragoman("check", "--format", "sarif").output
        #expect(log.contains("\"inSource\"") && log.contains("\"agreed\""))
        try folder.write("r.de.txt.dragoman", "number-mismatch#t0.s0\n")
        let broken = try folder.dragoman("check")
        #expect(broken.code == 2 && broken.output.contains("r.de.txt.dragoman:1: a decision needs a reason"))
    }

    @Test func `a finding is explained, alone and in a folder`() throws {
        let folder = try Folder()
        let alone = try folder.dragoman("check", "t1.en.txt", "t1.de.txt", "--why", "--output", "json:one.json")
        #expect(alone.output.contains("   why    │ Read in the source: 46 million (number 46,000,000)."))
        #expect(alone.output.contains("66 Millionen (number 66,000,000)"))
        try folder.dragoman("check", "--why", "--output", "json:all.json")
        #expect(try !folder.read("all.json").contains("\"similarity\" : 0,"))
        let plain = try folder.dragoman("check", "--format", "json")
        #expect(!plain.output.contains("lessAlike"), "the cache keeps reports with and without reasons apart")
        for report in ["one.json", "all.json"] {
            let whole = try folder.read(report)
            let id = try #require(whole.firstMatch(of: /"id" : "([0-9a-f]{12})"/)).1
            let explained = try folder.dragoman("explain", String(id.prefix(8)), report)
            #expect(explained.code == 0)
            #expect(explained.output.contains("⟦66 Millionen⟧") && explained.output.contains("Read in the target"))
            #expect(explained.output.contains("# number-mismatch"))
        }
        #expect(try folder.dragoman("explain", "0123", "one.json").code == 2)
        #expect(try folder.dragoman("explain", "0123", "t1.en.txt").code == 2)
        #expect(try folder.dragoman("explain", "no-such-check").code == 2)
    }

    @Test func `scores are scored against labels, bad rows are named`() throws {
        let folder = try Folder()
        try folder.write("labels.jsonl", "{\"id\":1,\"label\":1,\"category\":\"number\"}\n{\"id\":\"b\",\"label\":0}\n")
        try folder.write("scores.jsonl", "{\"id\":1,\"score\":0.9}\n{\"id\":\"b\",\"score\":0.2}\n")
        let scored = try folder.dragoman("eval", "--labels", "labels.jsonl", "--scores", "scores.jsonl")
        #expect(scored.code == 0 && scored.output.hasPrefix("2 pairs, 1 in error\nAUROC 100.00"))
        #expect(scored.output.contains("number"))
        try folder.write("scores.jsonl", "{\"id\":1,\"score\":0.9}\n{\"id\":\"b\",\"error\":{}}\n")
        let partial = try folder.dragoman("eval", "--labels", "labels.jsonl", "--scores", "scores.jsonl")
        #expect(partial.output.hasPrefix("2 pairs, 1 in error; 1 without a score count as 0"))
        try folder.write("scores.jsonl", "{\"id\":1,\"score\":0.9}\n{\"id\":\"b\",\"score\":1e300}\n")
        let outside = try folder.dragoman("eval", "--labels", "labels.jsonl", "--scores", "scores.jsonl")
        #expect(outside.code == 2 && outside.output.contains("scores.jsonl:2: a score of 1e+300"))
        try folder.write("scores.jsonl", "{\"id\":1,\"score\":0.9}\n")
        try folder.write("labels.jsonl", "{\"id\":1,\"label\":1}\n{}\n")
        let broken = try folder.dragoman("eval", "--labels", "labels.jsonl", "--scores", "scores.jsonl")
        #expect(broken.code == 2 && broken.output.contains("labels.jsonl:2: not a label"))
        #expect(try folder.dragoman("eval", "--labels", "labels.jsonl").code == 2)
    }

    @Test func `parts make the report of one run, whatever their order`() throws {
        let folder = try Folder()
        let forms = ["json", "sarif", "tsv", "text"]
        let one = try folder.dragoman(
            ["check", "--output", "html:one"] + forms.flatMap { ["--output", "\($0):one.\($0)"] })
        for (part, code) in [("1/3", 2), ("2/3", 1), ("3/3", 0)] as [(String, Int32)] {
            let name = part.replacing("/", with: "-")
            let run = try folder.dragoman(
                "check", "--shard", part, "--output", "json:\(name).json", "--output", "html:merged")
            #expect(run.code == code, "\(part): \(run.output)")
        }
        let merged = try folder.dragoman(
            ["merge", "3-3.json", "1-3.json", "2-3.json", "--output", "html:merged"]
                + forms.flatMap { ["--output", "\($0):merged.\($0)"] })
        #expect(merged.code == one.code && merged.code == 2)
        for form in forms { #expect(try folder.read("one.\(form)") == folder.read("merged.\(form)"), "\(form)") }
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "one").path).sorted()
        #expect(pages.count == 3 && pages.contains("index.html"))
        for page in pages { #expect(try folder.read("one/\(page)") == folder.read("merged/\(page)"), "\(page)") }
        #expect(try folder.dragoman("merge", "1-3.json", "2-3.json").output.contains("part 3 of 3 is missing"))
        #expect(try folder.dragoman("merge", "one.json").code == 2)
    }

    @Test func `only what changed since a revision is reported`() throws {
        let folder = try Folder()
        try folder.git("init", "-q")
        try folder.git("add", ".")
        try folder.git("commit", "-qm", "first")
        let unchanged = try folder.dragoman("check", "--changed-since", "HEAD")
        #expect(unchanged.output.contains("0 pairs checked"), "\(unchanged.output)")
        try folder.write("t1.de.txt", "Der Fonds hält 66 Millionen Kronen.\nDer Hafen öffnet um 8.\n")
        try folder.write("t9.en.txt", "It costs 30 kroner.")
        try folder.write("t9.de.txt", "Es kostet 47 Kronen.")
        let changed = try folder.dragoman("check", "--changed-since", "HEAD")
        #expect(changed.output.contains("2 pairs checked") && changed.output.contains("t9.de.txt:1:11"))
        #expect(changed.output.contains("t1.de.txt:2:21") && !changed.output.contains("t1.de.txt:1:"))
        try folder.dragoman("check", "--changed-since", "HEAD", "--shard", "1/1", "--output", "json:part.json")
        #expect(try folder.dragoman("merge", "part.json").output.contains("Only what changed since HEAD is reported"))
        let wrong = try folder.dragoman("check", "--changed-since", "no-such-revision")
        #expect(wrong.code == 2 && wrong.output.contains("no-such-revision"))
    }

    @Test func `decisions of a file are added once`() throws {
        let folder = try Folder()
        try folder.dragoman("baseline", "write", "--baseline", "all.jsonl")
        try FileManager.default.removeItem(at: folder.url.appending(path: "u.de.txt"))
        try folder.dragoman("baseline", "write", "--baseline", "all.jsonl")
        let first = try folder.dragoman("accept", "--from", "all.jsonl", "--by", "Ada", "--baseline", "known.jsonl")
        #expect(first.output.contains("2 decisions added, 0 were there"), "\(first.output)")
        #expect(try folder.read("known.jsonl").contains("\"by\":\"Ada\""))
        let again = try folder.dragoman("accept", "--from", "all.jsonl", "--baseline", "known.jsonl")
        #expect(again.output.contains("0 decisions added, 2 were there"))
        #expect(try folder.dragoman("check", "--baseline", "known.jsonl").code == 0)
        #expect(try folder.dragoman("accept").code == 2)
    }

    @Test func `messages of a program are compared by their keys`() throws {
        let folder = try Folder()
        try folder.write(
            "i18n/en.json", #"{"a": {"price": "It costs 45 euros."}, "hi #1": "Hello {name}!", "new": "New"}"#)
        try folder.write("i18n/de.json", #"{"hi #1": "Hallo {nom}!", "a": {"price": "Es kostet 45 Euro."}}"#)
        try folder.write("i18n/fr.json", "{")
        try folder.write("dragoman.toml", "source = \"en\"\npreset = \"interface\"\npairs = [\"i18n/{lang}.json\"]\n")
        let run = try folder.dragoman("check")
        #expect(run.code == 2)
        #expect(run.output.contains("i18n/de.json:1:18") && run.output.contains("{name} of the source is {nom}"))
        #expect(
            run.output.contains("1 pair checked, 2 sentences: 1 major.")
                && run.output.contains("i18n/fr.json:1: JSON that is not well formed"))
        #expect(run.output.contains("1 without a translation, not compared (1 file)."))
        let relayed = try folder.dragoman("check", "i18n/en.json", "i18n/de.json", "--relay", "i18n/en.json")
        #expect(relayed.code == 2 && relayed.output.contains("i18n/en.json: a file of messages cannot be a relay"))
        let pair = try folder.dragoman("check", "i18n/en.json", "i18n/de.json", "--skip", "placeholder-mismatch")
        #expect(pair.code == 0 && pair.output.contains("1 without a translation, not compared"), "\(pair.output)")
        let shown = try folder.dragoman("check", "i18n/en.json", "i18n/de.json")
        #expect(
            shown.output.contains("i18n/de.json:1:18 (hi #1)") && shown.output.contains("2 messages)"),
            "\(shown.output)")
        try folder.dragoman("accept", "placeholder-mismatch@i18n/de.json#hi #1", "--reason", "agreed")
        let known = ["check", "i18n/en.json", "i18n/de.json", "--baseline", "dragoman-baseline.jsonl"]
        #expect(try folder.dragoman(known).code == 0)
        let ladder = try folder.dragoman("align", "i18n/en.json", "i18n/de.json", "--format", "tsv")
        #expect(ladder.output.contains("Hello {name}!\tHallo {nom}!"), "\(ladder.output)")
    }

    @Test func `what is in force is printed, and can be used`() throws {
        let folder = try Folder()
        let dumped = try folder.dragoman("check", "--dump-config", "--skip", "sentence-kind", "--fail-on", "minor")
        #expect(dumped.code == 0 && dumped.output.contains("fail-on = 'minor'"), "\(dumped.output)")
        try folder.write("dragoman.toml", dumped.output)
        #expect(try folder.dragoman("check", "--dump-config").output == dumped.output)
    }
}

extension CorpusCommandTests.Folder {
    @discardableResult
    fileprivate func dragoman(_ arguments: [String]) throws -> (code: Int32, output: String) {
        try run(Program.url, arguments)
    }
}
