import Corpus
import Drift
import TestSupport
import Testing

@Suite struct PlaceholderTests {
    /// What is said of a row; `nil` where nothing is.
    @Test(
        arguments: [
            ("Hello %s", "Hallo %s", nil), ("Hello %s", "Hallo", "%s is missing in the target."),
            ("Hello", "Hallo %s", "%s is not in the source."),
            ("%d of %s", "%s von %d", "%d stands in another order: without a number it takes another’s value."),
            ("%1% unit of %2%", "Von %2% %1% Stück", nil),
            ("%1% unit of %2%", "Von %2% Stück", "%1% is missing in the target."),
            ("%1$s of %2$s", "%2$s von %1$s", nil), ("%s of %s", "%2$s von %1$s", nil),
            ("%d%% done", "%d%% fertig", nil), ("5 % discount", "5 % de rabais", nil), ("50%s", "50%s", nil),
            ("%(name)s", "%(nom)s", "%(name)s of the source is %(nom)s in the target."),
            ("%{count} files", "%{count} Dateien", nil),
            ("In {size}", "In {Größe}", "{size} of the source is {Größe} in the target."),
            ("${user} left", "${user} ging", nil), ("{{ user }} left", "{{user}} ging", nil),
            ("{ $user } left", "{$user} ging", nil),
            ("{ $user } left", "Jemand ging", "{ $user } is missing in the target."),
            ("{n, plural, one {# file} other {# files}}", "{n, plural, one {# Datei} other {# Dateien}}", nil),
            ("{0} and {1}", "{1} und {0}", nil), ("{0} and {1}", "{0} und", "{1} is missing in the target."),
            ("<b>Bold</b>", "<b>Fett<b>", "</b> is missing in the target."),
            ("See <https://example.org>", "Siehe dort", nil),
            ("a < b", "a > b", nil), ("Yes <laugh/>", "Ja <lacht/>", nil), ("%-5.2f kg", "%-5.2f kg", nil),
            ("%", "", nil), ("{", "}", nil),
            ("100% sure", "100 % sicher", nil),
            ("%ld files", "%d Dateien", nil), ("%'dnd link", "%'d. Link", nil), ("%dth copy", "%d. Kopie", nil),
            ("%sAuthor: %s", "%sAutor: %s", nil), ("%sAuthor: %s", "Autor: %s", "%s is missing in the target."),
            ("%s: %<PRIuMAX> bytes", "%1$s: %2$<PRIuMAX> Byte", nil),
            ("%<PRIuMAX> bytes", "Byte", "%<PRIuMAX> is missing in the target."),
            // Formats of dates are each language's own, names of arguments are translated.
            ("%a %l:%M %p", "%A, %H:%M", nil), ("%Y-%m-%e", "%d.%m.%Y", nil),
            ("%s in /%D0%BE", "in /%D0%BE", "%s is missing in the target."),
            ("--dirty=<mark>", "--dirty=<Marke>", nil),
            ("<mark>x</mark>", "x", "<mark>, </mark> is missing in the target."),
            ("High tide in %#@hours@", "Flut in %#@hours@", nil),
            ("in %#@hours@", "in %#@stunden@", "%#@hours@ of the source is %#@stunden@ in the target."),
            // A sign before a word, or behind a number, counts where the other side has one for it.
            ("every %gs", "alle %g Sekunden", nil), ("two %dkB writes", "zwei Schreibvorgänge von %d kB", nil),
            ("every %gs", "jede Sekunde", nil), ("PCRE2 %s", "%s von PCRE2", nil), ("%time", "Zeit", nil),
            ("Invalid %-encoding", "Ungültige %-Kodierung", nil),
            ("5 %discount", "%s Rabatt", "%s is not in the source."),
            ("%X and %i", "%x und %d", nil), ("%u files", "%d Dateien", "%u of the source is %d in the target."),
            ("%s, %.*s", "%1$s, %3$.*2$s", nil), ("%.*s left", "%s übrig", "%.*s is missing in the target."),
            ("cannot open %s: %m", "%1$s geht nicht auf: %2$m", nil),
            ("a%0Ab", "a b", nil), ("<code of the ship>", "<Code des Schiffs>", nil), ("-{no|yes}", "-{nein|ja}", nil),
            ("{{name|lower}}", "{{name|lower}}", nil), ("{...}", "…", nil),
            ("{ascii,ebcdic}", "ascii, ebcdic", nil), ("{n, number} left", "übrig", "{n is missing in the target."),
        ] as [(String, String, String?)])
    func `placeholders are compared by what a program makes of them`(source: String, target: String, message: String?)
        throws
    {
        let pair = Comparer().compare(
            try Pairs.segmented(["Say it: \(source) now."], "en"),
            try Pairs.segmented(["Sage es: \(target) jetzt."], "de"))
        let found = pair.findings.filter { $0.check == "placeholder-mismatch" }
        #expect(found.map(\.message) == (message.map { [$0] } ?? []))
    }

    @Test(arguments: [
        ("one", "%d berth", "Ein Liegeplatz", true), ("zero", "No berths", "%d Liegeplätze", true),
        ("berth_one", "{{count}} berth", "Ein Liegeplatz", true), ("one", "{n} berth", "Ein Liegeplatz", true),
        ("other", "%d berths", "Liegeplätze", false), ("one", "%s berth", "Ein Liegeplatz", false),
        ("one", "%d berth of %s", "Ein Liegeplatz", false), ("one", "{name} berth", "Ein Liegeplatz", false),
        ("Free %d or keep one", "%d berth", "Ein Liegeplatz", false),
    ])
    func `a form for one number needs no place for it`(key: String, source: String, target: String, isClean: Bool)
        throws
    {
        let documents = try [(source, "en.json"), (target, "de.json")].map { text, path in
            try VersionReader().document(Array("{\"a\": {\"\(key)\": \"\(text)\"}}".utf8), path: path)
        }
        let versions = try VersionReader().versions(documents[0], documents[1])
        let found = Comparer().compare(versions.source, versions.target).findings
        #expect(found.contains { $0.check == "placeholder-mismatch" } == !isClean)
    }

    @Test(
        arguments: [
            ("You have $1 messages from $2.", "Sie haben $1 Nachrichten.", "$2 is missing in the target."),
            ("$1 of $2", "$2 von $2", "$1 is missing in the target."), ("$1 of $2", "von $2 die $1", nil),
            ("Sent", "An $1 gesendet", "$1 is not in the source."),
            // Money.
            ("It costs $5.", "Es kostet 5 $.", nil), ("It costs $1.", "Es kostet 1 Dollar.", nil),
            ("It costs US$1 or $1.50, $1m, $12.", "Es kostet Geld.", nil), ("$3 a day", "täglich", nil),
        ] as [(String, String, String?)])
    func `in files of messages a dollar sign and a digit is a placeholder`(
        source: String, target: String, message: String?
    ) throws {
        let documents = try [(source, "en.json"), (target, "de.json")].map { text, path in
            try VersionReader().document(Array("{\"a\": \"\(text)\"}".utf8), path: path)
        }
        let versions = try VersionReader().versions(documents[0], documents[1])
        let found = Comparer().compare(versions.source, versions.target).findings
        #expect(found.filter { $0.check == "placeholder-mismatch" }.map(\.message) == (message.map { [$0] } ?? []))
        // In prose it is money.
        let prose = Comparer().compare(try Pairs.segmented([source], "en"), try Pairs.segmented([target], "de"))
        #expect(prose.findings.filter { $0.check == "placeholder-mismatch" }.isEmpty)
    }

    @Test func `a placeholder in a message is no number`() throws {
        let documents = try [
            #"{"a": "$1 millennia", "b": "$1 years", "c": "$1 people, 30 ships"}"#,
            #"{"a": "$1 tysiącleci", "b": "$1 tys. lat", "c": "$1 osób, 20 statków"}"#,
        ].enumerated().map { try VersionReader().document(Array($1.utf8), path: $0 == 0 ? "en.json" : "pl.json") }
        let versions = try VersionReader().versions(documents[0], documents[1])
        let found = Comparer().compare(versions.source, versions.target).findings
        #expect(found.map(\.message) == ["30; the target has 20."])
    }

    @Test func `in prose, signs that one version alone uses are no placeholders`() throws {
        let pair = Comparer().compare(
            try Pairs.version("It was {antediluvian} in <i>shape</i>.", "en"),
            try Pairs.version("Es war vorsintflutlich von Gestalt.", "de"))
        #expect(pair.findings.filter { $0.check == "placeholder-mismatch" }.isEmpty)
    }

    /// Tags that say how letters look: lost whole they are minor, and Chinese has no italics.
    @Test(arguments: [
        ("He is <i>very</i> late.", "Er ist sehr spät.", "de", Severity.minor),
        ("He is <i>very</i> late.", "Er ist <b>sehr</b> spät.", "de", .minor),
        ("He is <i>very</i> late.", "Er ist <i>sehr spät.", "de", .major),
        ("He is <a>very</a> late.", "Er ist sehr spät.", "de", .major),
        ("He is <i>very</i> late.", "他<b>非常</b>晚。", "zh", nil), ("He is <i>very</i> late.", "他非常晚。", "zh", .minor),
    ])
    func `tags that change how letters look`(source: String, target: String, language: String, severity: Severity?)
        throws
    {
        let pair = Comparer().compare(
            units: (try Pairs.segmented([source], "en"), try Pairs.segmented([target], language)))
        #expect(
            pair.findings.filter { $0.check == "placeholder-mismatch" }.map(\.severity) == [severity].compactMap { $0 })
    }
}
