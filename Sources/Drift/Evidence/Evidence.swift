internal import Bitext
internal import Facts
internal import Semantics

/// What speaks against a bead being faithful, as figures by name; the causes of `ErrorModel` weigh them.
public struct Evidence: Sendable {
    /// The figures; a name that is missing stands for 0. Names are made of a side's raw value: to print the case itself
    /// asks for its name by reflection, which took a tenth of the time of a score.
    public private(set) var figures: [String: Double] = [:]
    /// Where the figures about lost and added words come from, for each side.
    let coverage: [Side: Coverage]
    /// The words of the target that were left in the source's language.
    private(set) var left: LeftWords?
    /// The words that became their opposite.
    private(set) var opposites: [Opposites.Swap] = []
    /// The words of each side that insult or swear where the other side does not.
    private(set) var toxic: [Side: ToxicEvidence.Unanswered] = [:]
    /// The names of each side, with what speaks for them on the other.
    private(set) var names: [Side: [NameEvidence.Judged]] = [:]

    /// By figure, the fact that one side names and the other does not.
    private(set) var lacking: [String: NamedFactEvidence.Lacking] = [:]

    /// A figure; 0 where there is none.
    public internal(set) subscript(name: String) -> Double {
        get { figures[name] ?? 0 }
        set { figures[name] = newValue == 0 ? nil : newValue }
    }

    /// Gathers the evidence of a bead.
    init(_ pair: AlignedPair, bead index: Int) {
        let bead = pair.ladder.beads[index]
        let match = pair.match(index)
        let named = NamedFactEvidence(pair, bead)
        var coverage: [Side: Coverage] = [:]
        if let match {
            for side in Side.allCases {
                let facts = named.answered(side)
                let judged = NameEvidence.names(pair, bead, side, match, answered: facts)
                names[side] = judged
                let answered = Evidence.answered(facts, match[side], judged)
                coverage[side] = Coverage(match[side], answered: answered)
            }
        }
        self.coverage = coverage
        addLengths(pair, bead)
        if let match {
            addCoverage(match, LanguageNorms.surplus(source: pair.source.language, target: pair.target.language))
            addNames(NameEvidence(names))
        }
        addNamed(named, match)
        let negations = NegationEvidence(pair, bead, match)
        addNegations(negations)
        if let match {
            for side in Side.allCases where negations.isUnanswered(side) {
                self["negation_host_\(side.rawValue)"] = NegationEvidence.hostSupport(pair, bead, side, match[side])
                // The longer a text, the likelier that it denies in words that no list has.
                self["negation_brief_\(side.rawValue)"] = max(0, 6 - self["length"])
            }
            opposites = Opposites(pair, bead, match, negations).swaps
            self["opposite"] = opposites.isEmpty ? 0 : 1
        }
        addToxicWords(ToxicEvidence(pair, bead, match))
        if pair.isSameLanguage {
            addOrder(ExchangedWords(pair, bead), match.map(LinkOrder.init))
        } else {
            let words = LeftWords(pair, bead)
            left = words
            self["left"] = words.surest?.sureness ?? 0
            self["left_more"] = Double(min(3, max(0, words.words.count - 1)))
            if let order = match.map(LinkOrder.init) {
                self["links_crossing"] = order.order.crossing
                self["links_backward"] = order.order.backward
                self["disorder"] = order.disorder(pair.source.language, pair.target.language)
            }
        }
    }

    /// How surely the other side has what words name, by their numbers: countries, months and numbers that it has, too, and
    /// names that it spells alike. Vectors know few of them.
    private static func answered(
        _ facts: [TextRange], _ words: [PairMatch.Unit], _ names: [NameEvidence.Judged]
    ) -> [Int: Float] {
        var answered: [Int: Float] = [:]
        for name in names {
            if let unit = name.unit, name.unlikeness < Evidence.mostUnlike {
                answered[unit] = Float(1 - name.unlikeness)
            }
        }
        // Both are in the order of the text.
        var next = 0
        for range in facts {
            while next < words.count, words[next].range.end <= range.start { next += 1 }
            for index in words[next...].indices.prefix(while: { words[$0].range.start < range.end }) {
                answered[index] = 1
            }
        }
        return answered
    }

    /// A name less alike than this to every word of the other side is not supported by its spelling.
    private static let mostUnlike = 0.3

    private mutating func addLengths(_ pair: AlignedPair, _ bead: Bead) {
        let texts = (pair.text(.source, bead.source), pair.text(.target, bead.target))
        let lengths = (InformationLength.of(texts.0), InformationLength.of(texts.1))
        let deviation = LengthModel(ratio: pair.lengthRatio).deviation(lengths.0, lengths.1)
        self["length"] = logarithm(1 + max(lengths.0, lengths.1))
        self["length_ratio"] = lengths.0 > 0 && lengths.1 > 0 ? logarithm(lengths.1 / lengths.0) : 0
        // In units of what lengths vary by between these languages.
        let unusual = deviation / LanguageNorms.spread(source: pair.source.language, target: pair.target.language)
        self["deviation"] = deviation
        self["short"] = min(6, max(0, -unusual))
        self["long"] = min(6, max(0, unusual))
        self["question"] = Questions.differ(pair, bead) ? 1 : 0
    }

    /// Adds what lacks support, and how far that is beyond what is usual between the languages.
    private mutating func addCoverage(_ match: PairMatch, _ usual: LanguageNorms.Surplus) {
        self["unlikeness"] = 1 - match.similarity
        self["beyond_unlikeness"] = max(0, 1 - match.similarity - usual.unlikeness)
        for (side, coverage) in coverage {
            let run = min(12, coverage.heaviestRun)
            self["lack_\(side.rawValue)"] = coverage.lack
            self["beyond_lack_\(side.rawValue)"] = max(0, coverage.lack - (usual.lack[side] ?? 0))
            self["run_\(side.rawValue)"] = run
            self["beyond_run_\(side.rawValue)"] = max(0, run - (usual.run[side] ?? 0))
            self["word_\(side.rawValue)"] = min(12, coverage.heaviestWord)
        }
        // One side that says what the other does not makes them differ: both need not.
        self["beyond_lack_most"] = max(self["beyond_lack_source"], self["beyond_lack_target"])
        // A text that is short for its source lacks what it lacks; one that is not says it in other words.
        self["short_lack"] = self["short"] * self["beyond_lack_source"]
        self["long_lack"] = self["long"] * self["beyond_lack_target"]
    }

    private mutating func addNames(_ names: NameEvidence) {
        self["names"] = names.hasNames ? 1 : 0
        for side in Side.allCases { self["name_\(side.rawValue)"] = names.lack[side] ?? 0 }
    }

    private mutating func addNamed(_ named: NamedFactEvidence, _ match: PairMatch?) {
        for (name, kinds) in [
            ("date", [NamedFact.Kind.month, .weekday]), ("region", [.region]), ("number_word", [.number, .ordinal]),
        ] {
            for side in Side.allCases {
                let surest = named.surest(side, kinds, match)
                lacking["\(name)_\(side.rawValue)"] = surest
                self["\(name)_\(side.rawValue)"] = surest?.lack ?? 0
            }
        }
    }

    private mutating func addNegations(_ negations: NegationEvidence) {
        for side in Side.allCases {
            self["negation_\(side.rawValue)"] = negations.isUnanswered(side) ? 1 : 0
            self["negation_clear_\(side.rawValue)"] = negations.isClear(side) ? 1 : 0
            self["negation_alone_\(side.rawValue)"] = negations.isAlone(side) ? 1 : 0
            self["negation_more_places_\(side.rawValue)"] = negations.isMore(side) ? 1 : 0
        }
    }

    private mutating func addToxicWords(_ words: ToxicEvidence) {
        for (side, found) in words.unanswered {
            self["toxic_\(found.kind.rawValue)_\(side.rawValue)"] = found.lack
            toxic[side] = found
        }
        if let surest = words.surest { self["toxic_\(surest.rawValue)"] = 1 }
        for (side, count) in words.surplus { self["toxic_more_\(side.rawValue)"] = Double(min(3, count)) }
    }

    private mutating func addOrder(_ words: ExchangedWords, _ order: LinkOrder?) {
        self["exchange"] = Double(words.exchanges)
        self["breaks"] = words.breakShare
        self["moved"] = words.commonShare > 0.8 ? words.movedShare : 0
        self["unshared"] = 1 - words.commonShare
        self["crossing"] = order?.crossing ?? 0
    }
}
