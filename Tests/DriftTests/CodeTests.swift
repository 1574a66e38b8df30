import Corpus
import Drift
import TestSupport
import Testing

@Suite struct CodeTests {
    private static let mayStand = " If the words stand for others, that is as it should be."

    /// What is said of a message; options, paths and functions count in files that programs read.
    @Test(
        arguments: [
            ("Use --no here", "Hier --no-track benutzen", ["--no became --no-track."]),
            ("wrong --force type", "fel --force-typ", []), ("both -t options", "båda -t-flaggorna", []),
            ("get_name() fails", "get_names() scheitert", ["get_name() became get_names()."]),
            ("get_name() fails", "get_name scheitert", []),
            ("SIZE() fails", "GRÖSSE() scheitert", ["SIZE() has no counterpart in the target."]),
            ("Use --all", "–all benutzen", []),
            ("Use -v or -q", "-v oder -x", ["-q became -x."]), ("See /etc/ships.conf", "Siehe /etc/ships.conf.", []),
            ("See /etc/ships.conf", "Siehe dort", ["/etc/ships.conf has no counterpart in the target."]),
            ("See /etc/ ships.conf or /etc /boats.conf", "Siehe /etc/ships.conf oder /etc/boats.conf", []),
            ("The /etc/ships.conf file in /dev", "Die /etc/ships.conf-Datei im /dev/-Verzeichnis", []),
            ("The /etc/ships.conf file is read", "Die /etc/ships.conf-datei wird gelesen", []),
            ("See /etc/ships or /etc/boats", "Siehe /etc/ships-alt oder /etc/boat", ["/etc/boats became /etc/boat."]),
            ("See /usr/doc/NAME/ships.conf", "Siehe /usr/doc/PAKET/ships.conf", []),
            ("See /usr/doc/NAME", "Siehe /usr/doc/名前にあるもの", []),
            ("See /usr/doc/README", "Siehe /usr/doc/NEWS", ["/usr/doc/README became /usr/doc/NEWS."]),
            (
                "See /usr/doc/NAME/ships.conf", "Siehe /usr/doc/PAKET/boats.conf",
                ["/usr/doc/NAME/ships.conf became /usr/doc/PAKET/boats.conf."]
            ),
            (
                "See /usr/doc/package/ships.gz", "Siehe /usr/doc/Paket/ships.gz",
                [
                    "/usr/doc/package/ships.gz became /usr/doc/Paket/ships.gz. If the words stand for others, that is as it should be."
                ]
            ),
            (
                "See /path/to/ship_name.gz", "Siehe /pfad/zu/schiffsname.gz",
                ["/path/to/ship_name.gz became /pfad/zu/schiffsname.gz." + CodeTests.mayStand]
            ),
            (
                "Ask you@example.org", "ihr-name@example.org fragen",
                ["you@example.org became ihr-name@example.org." + CodeTests.mayStand]
            ),
            (
                "Ask crew@ferry.example.org", "crew@harbour.example.org fragen",
                ["crew@ferry.example.org became crew@harbour.example.org."]
            ),
            ("See /etc/ships", "Siehe /etc/ship", ["/etc/ships became /etc/ship."]),
            ("Section 6.5.1 ends", "Abschnitt 6-5-1 endet", []),
            ("She ran 2.15.30 today", "Sie lief 2 Stunden, 15 Minuten und 30 Sekunden", []),
            ("Section 6.13.1 ends", "Abschnitt 6.13.11 endet", ["6.13.1 became 6.13.11."]),
            ("Section 6.5.1 ends", "Abschnitt 6.5.1.2 endet", ["6.5.1 became 6.5.1.2."]),
            ("--Part two--", "--Teil zwei--", []), ("and/or", "und/oder", []),
        ] as [(String, String, [String])])
    func `what programs know by its letters is compared in messages`(source: String, target: String, expected: [String])
        throws
    {
        let documents = try [(source, "en.json"), (target, "de.json")].map { text, path in
            try VersionReader().document(Array("{\"a\": \"\(text)\", \"b\": \"x\"}".utf8), path: path)
        }
        let pair = try VersionReader().versions(documents[0], documents[1])
        let found = Comparer().compare(pair.source, pair.target).findings.filter { $0.check == "code-mismatch" }
        #expect(found.map(\.message) == expected)
    }

    /// Where words are not joined with a hyphen, that is part of a name.
    @Test(arguments: [
        ("nb", "Filen /etc/ships.conf-filen leses", []), ("fr", "/etc/ships.conf-ancien est lu", ["code"]),
    ])
    func `a path with a word joined to it is another path in some languages`(
        language: String, text: String, found: [String]
    )
        throws
    {
        let documents = try [("The file /etc/ships.conf is read", "en"), (text, language)].map { text, language in
            try VersionReader().document(Array("{\"a\": \"\(text)\"}".utf8), path: "\(language).json")
        }
        let pair = try VersionReader().versions(documents[0], documents[1])
        let checks = Comparer().compare(pair.source, pair.target).findings.map(\.check)
        #expect(checks.filter { $0 == "code-mismatch" } == found.map { $0 + "-mismatch" })
    }

    /// What the next message says is shown elsewhere.
    @Test func `a neighbouring message does not stand in for a lost code`() throws {
        let texts = ["\"a\": \"Use --all\", \"b\": \"Or --all\"", "\"a\": \"Benutzen\", \"b\": \"Oder --all\""]
        let documents = try zip(texts, ["en", "de"]).map { text, language in
            try VersionReader().document(Array("{\(text)}".utf8), path: "\(language).json")
        }
        let pair = try VersionReader().versions(documents[0], documents[1])
        let found = Comparer().compare(pair.source, pair.target).findings.filter { $0.check == "code-mismatch" }
        #expect(found.map(\.message) == ["--all has no counterpart in the target."])
    }

    /// In prose they count once the versions share one of their kind.
    @Test func `prose about programs keeps them, too`() throws {
        func found(_ source: [String], _ target: [String]) throws -> [String] {
            Comparer().compare(try Pairs.segmented(source, "en"), try Pairs.segmented(target, "de")).findings
                .filter { $0.check == "code-mismatch" }.map(\.message)
        }
        let (lost, changed) = ("Then start it with --force again.", "Dann starten Sie es noch einmal mit --fort.")
        #expect(try found([lost], [changed]).isEmpty)
        #expect(
            try found([lost, "Stop it with --halt now."], [changed, "Halten Sie es jetzt mit --halt an."])
                == ["--force became --fort."])
    }

    /// The parts of a number that is a code answer to the same numbers in other marks.
    @Test(arguments: [
        ("She ran it in 2:15:30 today.", "Sie lief es heute in 2.15.30."),
        ("See 6-5-1 of the manual.", "Siehe 6.5.1 im Handbuch."),
    ])
    func `a number of several parts loses none of its numbers`(source: String, target: String) throws {
        let pair = Comparer().compare(try Pairs.segmented([source], "en"), try Pairs.segmented([target], "de"))
        #expect(pair.findings.filter { ["number-mismatch", "code-mismatch"].contains($0.check) }.map(\.message) == [])
    }
}
