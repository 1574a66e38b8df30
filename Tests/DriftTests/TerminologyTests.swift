import Bitext
import Corpus
import Drift
import Formats
import TestSupport
import Testing

@Suite struct TerminologyTests {
    private static let table = """
        # the bank's terms
        en\tde\t!de\tru\tja\tpt-BR
        Central Bank|central bank\tZentralbank\tNotenbank\tЦентральный банк\t中央銀行\tbanco central
        fishing vessel\tFischereifahrzeug\t\tрыболовное судно\t漁船\t
        NATO\t=\t\tНАТО\t\t
        bank\tBank\t\tбанк\t銀行\tbanco
        """

    /// What is said of a row; the terms in order.
    @Test(
        arguments: [
            ("The central bank lowered the rate.", "de", "Die Zentralbank senkte den Zins.", []),
            ("The central bank lowered the rate.", "de", "Die Notenbank senkte den Zins.", ["Notenbank"]),
            (
                "The central bank lowered the rate.", "de", "Die Behörde senkte den Zins.",
                ["“Zentralbank” for “central bank”"]
            ),
            ("The banks were closed.", "de", "Die Banken waren geschlossen.", []),
            ("Two fishing vessels sank.", "ru", "Затонули два рыболовных судна.", []),
            ("Two fishing vessels sank.", "ru", "Затонули две лодки.", ["“рыболовное судно”"]),
            ("NATO sent a ship.", "de", "Die NATO schickte ein Schiff.", []),
            ("NATO sent a ship.", "de", "Das Bündnis schickte ein Schiff.", ["“NATO”"]),
            ("The central bank spoke.", "ja", "中央銀行が発表した。", []),
            ("The central bank spoke.", "ja", "政府が発表した。", ["“中央銀行”"]),
            ("The central bank spoke.", "pt", "O banco central falou.", []),
            ("The river bank is wet.", "fr", "La rive est humide.", []),
        ] as [(String, String, String, [String])])
    func `terms are looked for, inflection forgiven`(source: String, language: String, target: String, said: [String])
        throws
    {
        var options = Comparer.Options()
        options.glossary = try GlossaryReader.read(Array(TerminologyTests.table.utf8), path: "terms.tsv")
        options.only = ["terminology"]
        let comparison = Comparer(options: options).compare(
            try Pairs.version(source, "en"), try Pairs.version(target, language))
        #expect(comparison.findings.count == said.count)
        for (finding, words) in zip(comparison.findings, said) { #expect(finding.message.contains(words)) }
        #expect(comparison.signature.contains("glossary:"))
    }

    @Test func `a table with CR LF is read as well`() throws {
        let table = "en\tde\r\nbank\tBank\r\n"
        let glossary = try GlossaryReader.read(Array(table.utf8), path: "terms.tsv")
        #expect(
            glossary.terms(source: Language("en"), target: Language("de")) == [
                Glossary.Term(source: "bank", allowed: ["Bank"], forbidden: [])
            ])
    }

    @Test func `TBX gives terms and those that are deprecated`() throws {
        let file = """
            <tbx type="TBX-Basic" xml:lang="en"><text><body><conceptEntry id="c1">
            <langSec xml:lang="en"><termSec><term>central  bank</term></termSec></langSec>
            <langSec xml:lang="de"><termSec><term>Zentralbank</term></termSec><termSec><term>Notenbank</term>
            <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
            </conceptEntry></body></text></tbx>
            """
        let glossary = try GlossaryReader.read(Array(file.utf8), path: "terms.tbx")
        #expect(
            glossary.terms(source: Language("en"), target: Language("de")) == [
                Glossary.Term(source: "central bank", allowed: ["Zentralbank"], forbidden: ["Notenbank"])
            ])
    }

    @Test(
        arguments: [
            ("term\tde\nbank\tBank", 1, "no language"), ("en\tde\nbank\tBank\tx", 2, "3 columns"),
            ("en\tde\n", nil, "no term"),
            ("<tbx><text></tbx>", 1, "not well formed"),
        ] as [(String, Int?, String)])
    func `damaged glossaries are told with their line`(text: String, line: Int?, reason: String) {
        let error = #expect(throws: ReadingError.self) { try GlossaryReader.read(Array(text.utf8), path: "t.tsv") }
        #expect(error?.line == line)
        #expect(error?.description.contains(reason) == true)
    }
}
