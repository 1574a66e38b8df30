internal import Bitext
internal import Facts
internal import Semantics

/// What speaks against a bead being faithful, as figures by name; the causes of `ErrorModel` weigh them.
public struct Evidence: Sendable {
    /// The figures that are not 0, by their names.
    public var figures: [String: Double] { values.named }
    /// The figures.
    private(set) var values = Figures()
    /// Where the figures about lost and added words come from, for each side.
    let coverage: Sides<Coverage?>
    /// The words of the target that were left in the source's language.
    private(set) var left: LeftWords?
    /// The words that became their opposite.
    private(set) var opposites: [Opposites.Swap] = []
    /// The words of each side that insult or swear where the other side does not.
    private(set) var toxic: Sides<ToxicEvidence.Unanswered?>
    /// The names of each side, with what speaks for them on the other.
    private(set) var names = Sides<[NameEvidence.Judged]>(source: [], target: [])
    /// Where names stand, in bytes of the bead's text, that the other side's list lacks.
    private(set) var lostNames = Sides<[TextRange]>(source: [], target: [])

    /// By figure, the fact that one side names and the other does not.
    private(set) var lacking: [Figures.Key: NamedFactEvidence.Lacking] = [:]

    /// A figure; 0 where there is none.
    subscript(figure: Figure, side: Side? = nil) -> Double {
        get { values[Figures.Key(figure, side)] }
        set { values[Figures.Key(figure, side)] = newValue }
    }

    /// Gathers the evidence of a bead.
    init(_ pair: AlignedPair, bead index: Int) {
        let bead = pair.ladder.beads[index]
        let match = pair.match(index)
        let named = NamedFactEvidence(pair, bead)
        var coverage = Sides<Coverage?>(source: nil, target: nil)
        if let match {
            for side in Side.allCases {
                let facts = named.answered(side)
                let judged = NameEvidence.names(pair, bead, side, match, answered: facts)
                names[side] = judged
                let answered = Evidence.answered(
                    facts, match[side], judged, Transcriptions.ranges(pair, bead, side))
                coverage[side] = Coverage(match[side], answered: answered)
            }
        }
        self.coverage = coverage
        if let match {
            for side in Side.allCases {
                lostNames[side] =
                    ListedNames(names, pair, bead, side, match).lost
                    + JoinedNames(names, pair, bead, side, match).lost
            }
        }
        let words = ToxicEvidence(pair, bead, match)
        toxic = words.unanswered
        addLengths(pair, bead)
        if let match {
            addCoverage(match, LanguageNorms.surplus(source: pair.source.language, target: pair.target.language))
            addNames(NameEvidence(names, lost: lostNames))
        }
        addNamed(named, match)
        let negations = NegationEvidence(pair, bead, match)
        addNegations(negations)
        if let match {
            for side in Side.allCases where negations.isUnanswered(side) {
                self[.negationHost, side] = NegationEvidence.hostSupport(pair, bead, side, match[side])
                // The longer a text, the likelier that it denies in words that no list has.
                self[.negationBrief, side] = max(0, 6 - self[.length])
            }
            opposites = Opposites(pair, bead, match, negations).swaps
            self[.opposite] = opposites.contains { !$0.isSlight } ? 1 : 0
        }
        addToxicWords(words)
        if pair.isSameLanguage {
            addOrder(ExchangedWords(pair, bead), match.map(LinkOrder.init))
        } else {
            let words = LeftWords(pair, bead)
            left = words
            self[.left] = words.surest?.sureness ?? 0
            self[.leftMore] = Double(min(3, max(0, words.words.count - 1)))
            if let order = match.map(LinkOrder.init) {
                self[.linksCrossing] = order.order.crossing
                self[.linksBackward] = order.order.backward
                self[.disorder] = order.disorder(pair.source.language, pair.target.language)
            }
        }
    }

    /// How surely the other side has what words name, by their numbers: countries, months and numbers that it has, too, and
    /// names that it spells alike. Vectors know few of them.
    private static func answered(
        _ facts: [TextRange], _ words: [PairMatch.Unit], _ names: [NameEvidence.Judged],
        _ transcriptions: [(range: TextRange, likeness: Double)]
    ) -> [Int: Float] {
        var answered: [Int: Float] = [:]
        for name in names {
            if let unit = name.unit, name.unlikeness < Evidence.mostUnlike {
                answered[unit] = Float(1 - name.unlikeness)
            }
        }
        func answer(_ ranges: [(range: TextRange, likeness: Double)]) {
            // Both are in the order of the text.
            var next = 0
            for (range, likeness) in ranges {
                while next < words.count, words[next].range.end <= range.start { next += 1 }
                for index in words[next...].indices.prefix(while: { words[$0].range.start < range.end }) {
                    answered[index] = max(answered[index] ?? 0, Float(likeness))
                }
            }
        }
        answer(transcriptions)
        answer(facts.map { ($0, 1) })
        return answered
    }

    /// A name less alike than this to every word of the other side is not supported by its spelling.
    private static let mostUnlike = 0.3

    private mutating func addLengths(_ pair: AlignedPair, _ bead: Bead) {
        let texts = (pair.text(.source, bead.source), pair.text(.target, bead.target))
        let lengths = (InformationLength.of(texts.0), InformationLength.of(texts.1))
        let deviation = LengthModel(ratio: pair.lengthRatio).deviation(lengths.0, lengths.1)
        self[.length] = logarithm(1 + max(lengths.0, lengths.1))
        self[.lengthRatio] = lengths.0 > 0 && lengths.1 > 0 ? logarithm(lengths.1 / lengths.0) : 0
        // In units of what lengths vary by between these languages.
        let unusual = deviation / LanguageNorms.spread(source: pair.source.language, target: pair.target.language)
        self[.deviation] = deviation
        self[.short] = min(6, max(0, -unusual))
        self[.long] = min(6, max(0, unusual))
        self[.question] = Questions.differ(pair, bead) ? 1 : 0
    }

    /// Adds what lacks support, and how far that is beyond what is usual between the languages.
    private mutating func addCoverage(_ match: PairMatch, _ usual: LanguageNorms.Surplus) {
        self[.unlikeness] = 1 - match.similarity
        self[.beyondUnlikeness] = max(0, 1 - match.similarity - usual.unlikeness)
        for side in Side.allCases {
            guard let coverage = coverage[side] else { continue }
            let run = min(12, coverage.heaviestRun)
            self[.lack, side] = coverage.lack
            self[.beyondLack, side] = max(0, coverage.lack - usual.lack[side])
            self[.run, side] = run
            self[.beyondRun, side] = max(0, run - usual.run[side])
            self[.word, side] = min(12, coverage.heaviestWord)
        }
        // One side that says what the other does not makes them differ: both need not.
        self[.beyondLackMost] = max(self[.beyondLack, .source], self[.beyondLack, .target])
        // A text that is short for its source lacks what it lacks; one that is not says it in other words.
        self[.shortLack] = self[.short] * self[.beyondLack, .source]
        self[.longLack] = self[.long] * self[.beyondLack, .target]
    }

    private mutating func addNames(_ names: NameEvidence) {
        self[.names] = names.hasNames ? 1 : 0
        for side in Side.allCases { self[.name, side] = names.lack[side] }
    }

    private mutating func addNamed(_ named: NamedFactEvidence, _ match: PairMatch?) {
        for (figure, kinds) in Evidence.namedKinds {
            for side in Side.allCases {
                guard let surest = named.surest(side, kinds, match) else { continue }
                lacking[Figures.Key(figure, side)] = surest
                self[figure, side] = surest.lack
            }
        }
    }

    private static let namedKinds: [(Figure, [NamedFact.Kind])] = [
        (.date, [.month, .weekday]), (.region, [.region]), (.numberWord, [.number, .ordinal]),
    ]

    private mutating func addNegations(_ negations: NegationEvidence) {
        for side in Side.allCases {
            self[.negation, side] = negations.isUnanswered(side) ? 1 : 0
            self[.negationClear, side] = negations.isClear(side) ? 1 : 0
            self[.negationAlone, side] = negations.isAlone(side) ? 1 : 0
            self[.negationMorePlaces, side] = negations.isMore(side) ? 1 : 0
        }
    }

    private mutating func addToxicWords(_ words: ToxicEvidence) {
        for side in Side.allCases {
            if let found = words.unanswered[side] { self[Evidence.figure(found.kind), side] = found.lack }
            self[.toxicMore, side] = Double(min(3, words.surplus[side]))
        }
        if let surest = words.surest { self[Evidence.figure(surest)] = 1 }
    }

    private static func figure(_ kind: ToxicWord.Kind) -> Figure {
        switch kind {
        case .strong: .toxicStrong
        case .mild: .toxicMild
        case .answer: .toxicAnswer
        }
    }

    private mutating func addOrder(_ words: ExchangedWords, _ order: LinkOrder?) {
        self[.exchange] = Double(words.exchanges)
        self[.breaks] = words.breakShare
        self[.moved] = words.commonShare > 0.8 ? words.movedShare : 0
        self[.unshared] = 1 - words.commonShare
        self[.crossing] = order?.crossing ?? 0
    }
}
