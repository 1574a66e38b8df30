import Corpus
import Drift
import TestSupport
import Testing

@Suite struct InconsistentTermTests {
    private static let source = [
        "The safety adviser came at noon.", "We asked the safety adviser for his papers.",
        "The letter of the safety adviser was long.", "Nobody had seen the safety advisers since Monday.",
        "A safety adviser reads every contract.", "In winter the safety adviser stays at home.",
    ]
    private static let target = [
        "Le conseiller à la sécurité vint à midi.", "Nous avons demandé ses papiers au conseiller à la sécurité.",
        "La lettre du conseiller à la sécurité était longue.",
        "Personne n’avait vu les conseillers à la sécurité depuis lundi.",
        "Un conseiller à la sécurité lit chaque contrat.", "En hiver le conseiller à la sécurité reste à la maison.",
    ]

    private func found(_ change: (Int, String)? = nil, keeping count: Int = source.count) throws -> [Finding] {
        var target = InconsistentTermTests.target
        if let (index, text) = change { target[index] = text }
        let versions = try zip([InconsistentTermTests.source, target], ["en", "fr"]).map { lines, language in
            try Pairs.segmented(Array(lines.prefix(count)), language)
        }
        return Comparer().compare(units: (versions[0], versions[1])).findings.filter { $0.check == "inconsistent-term" }
    }

    @Test func `one translation everywhere, in its forms, is no finding`() throws { #expect(try found().isEmpty) }

    @Test func `another translation is shown beside the usual one`() throws {
        let findings = try found((5, "En hiver le responsable de la protection reste à la maison."))
        #expect(findings.map { $0.source?.text } == ["safety adviser"])
        #expect(findings.map { $0.target?.segments } == [5..<6])
        #expect(
            findings.allSatisfy {
                $0.message.hasSuffix("here (once) and “conseiller à la sécurité” elsewhere (5 times).")
            })
    }

    @Test func `a pronoun or nothing in the term's place is no other translation`() throws {
        #expect(try found((5, "En hiver il reste à la maison.")).isEmpty)
        #expect(try found((2, "La lettre était longue.")).isEmpty)
    }

    @Test func `a compound that holds the term is no other translation`() throws {
        let source = InconsistentTermTests.source.map { $0.replacing("safety adviser", with: "file system") }
        let target = [
            "Das Dateisystem kam am Mittag.", "Wir fragten das Dateisystem nach seinen Papieren.",
            "Der Brief des Dateisystems war lang.", "Niemand hatte die Dateisysteme seit Montag gesehen.",
            "Ein Dateisystem liest jeden Vertrag.", "Im Winter bleibt das ext3-Dateisystem zu Hause.",
        ]
        let versions = (try Pairs.segmented(source, "en"), try Pairs.segmented(target, "de"))
        let findings = Comparer().compare(units: versions).findings
        #expect(!findings.contains { $0.check == "inconsistent-term" })
    }

    @Test func `three uses make no rule`() throws {
        #expect(
            try found((3, "Personne n’avait vu les responsables de la protection depuis lundi."), keeping: 4).isEmpty)
    }

    @Test func `the same text on both sides, twice, and texts without words are looked through`() throws {
        let lines = ["", "…", "12 34", "safety adviser", "safety adviser", "x"]
        let versions = try ["en", "fr"].map { try Pairs.segmented(lines, $0) }
        let findings = Comparer().compare(units: (versions[0], versions[1])).findings
        #expect(!findings.contains { $0.check == "inconsistent-term" })
    }
}
