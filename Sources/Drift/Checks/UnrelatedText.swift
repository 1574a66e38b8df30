import Bitext

extension Check {
    /// Files that are no versions of one text.
    static let unrelatedText: Check = Check(
        CheckDescription(
            id: "unrelated-text", category: "accuracy", severity: .critical, status: .stable,
            summary: "The two files are not versions of one text.",
            rationale: """
                Of the pairs of sentences that are long enough to tell, most have nothing to do with each other, and are hardly \
                more alike than the same sentences in another order: probably a file was mistaken for another. Nothing else is reported then, since findings inside such pairs would mean \
                nothing. Of translations, even free ones, one pair in eight looks so; of other texts, three in five and more. Two records with the same set phrases may be taken for one.
                """,
            examples: [
                .init("en", "⟦\(UnrelatedExample.land)⟧ \(UnrelatedExample.harbour)", "de", UnrelatedExample.market),
                .init(
                    "en", "\(UnrelatedExample.land) \(UnrelatedExample.harbour)", "de", UnrelatedExample.harbourInGerman
                ),
            ])
    ) { pair, check in
        guard pair.isUnrelated else { return [] }
        let (beads, share) = pair.unrelated
        return [
            Finding(
                check: check, confidence: 0.98,
                message: """
                    These are not versions of one text: \(Int((share * Double(beads)).rounded())) of \(beads) pairs of sentences \
                    have nothing to do with each other. Nothing else was looked for.
                    """,
                source: pair.span(.source, segments: 0..<1), target: pair.span(.target, segments: 0..<1))
        ]
    }
}

extension AlignedPair {
    /// Fewer beads than this do not tell, and with a larger share of unrelated ones the versions are different texts.
    /// Measured on novels and reports: of translations at most .12 look so, of other texts .62 and more. In one language: of
    /// plain rewritings of news at most .1, of other news .82 and more.
    private var limits: (beads: Int, share: Double) { isSameLanguage ? (10, 0.4) : (5, 0.4) }

    /// Whether the versions have nothing to do with each other.
    public var isUnrelated: Bool {
        let (beads, share) = unrelated
        return beads >= limits.beads && share > limits.share
    }
}

private enum UnrelatedExample {
    static let land = "The harbour was built by fishermen who had no other place to land."
    static let harbour = """
        In winter the ice closed it for twelve weeks. \
        The old keeper lit the lamp every evening before the boats came home. Her daughter painted the walls of the lighthouse \
        white. The new bridge brought visitors from the capital to the island. The museum shows the tools of the last \
        shipbuilder.
        """
    static let market = """
        ⟦Die Zentralbank senkte am Donnerstag überraschend den Zinssatz um einen halben Punkt.⟧ Der Minister kündigte ein Gesetz \
        gegen überhöhte Mieten an. Forscher entdeckten in der Wüste eine unbekannte Eidechsenart. Der Trainer war mit der \
        Leistung seiner jungen Spieler zufrieden. Ein Gericht verurteilte den Betrüger zu drei Jahren Haft. Die Zeitung \
        befragte tausend Wähler nach ihrer Meinung zur Steuer.
        """
    static let harbourInGerman = """
        Der Hafen wurde von Fischern gebaut, die nirgends sonst anlegen konnten. Im Winter schloss ihn das Eis zwölf Wochen lang. \
        Die alte Wärterin zündete jeden Abend die Lampe an, bevor die Boote heimkamen. Ihre Tochter strich die Wände des \
        Leuchtturms weiß. Die neue Brücke brachte Besucher aus der Hauptstadt auf die Insel. Das Museum zeigt die Werkzeuge des \
        letzten Schiffbauers.
        """
}
