import Bitext
import Facts
import Semantics

extension Check {
    /// Names of the source that the target spells in several ways.
    static let inconsistentName: Check = Check(
        CheckDescription(
            id: "inconsistent-name", category: "terminology/inconsistent", severity: .minor, status: .preview,
            summary: "The target spells a name of the source in two ways.",
            rationale: """
                Kyiv and Kiev, Zelensky and Zelenskiy: spellings with the same consonants that answer to one name of the \
                source. Reported once for each rarer spelling, with how often either stands, where the name is met three \
                times or more. Endings that languages give to names are forgiven, and names that a text in other \
                letters leaves in Latin ones. Names are told by their capitals: \
                nothing is looked for in German, nor in scripts without capitals.
                """,
            examples: [
                .init(
                    "uk",
                    """
                    Зустріч відбулася у Харкові. Потяг до Харкова прибув уранці. Міська рада Харкова прийняла план. Ми \
                    знову поїдемо до Харкова.
                    """, "en",
                    """
                    The meeting took place in Kharkiv. The train to Kharkiv arrived in the morning. The council of \
                    ⟦Kharkov⟧ adopted the plan. We shall go to Kharkiv again.
                    """),
                .init(
                    "en",
                    "The train to Kharkiv was late. He lives in Kharkiv now. The council of Kharkiv met twice.", "fr",
                    """
                    Le train pour Kharkiv est en retard. Il habite à Kharkiv. Le conseil de ⟦Kharkov⟧ s’est réuni deux \
                    fois.
                    """),
                .init(
                    "en",
                    "The train to Kharkiv was late. He lives in Kharkiv now. The council of Kharkiv met twice.", "ru",
                    "Поезд в Харьков опоздал. Теперь он живёт в Харькове. Совет Харькова собирался дважды."),
            ])
    ) { pair, check in
        SpelledNames(pair).rare.map { found in
            Finding(
                check: check, confidence: 0.7,
                message:
                    "“\(found.name)” is spelled “\(found.spelling)” here (\(MessageText.times(found.count))) and “\(found.usual)” elsewhere (\(MessageText.times(found.usualCount))).",
                source: nil, target: pair.span(.target, segment: found.segment, range: found.range))
        }
    }
}

/// How a target spells the names of its source.
private struct SpelledNames {
    /// A spelling that is rarer than another of the same name.
    struct Rare {
        let name: String
        let spelling: String
        let count: Int
        let usual: String
        let usualCount: Int
        /// Where it stands first.
        let segment: Int
        let range: TextRange
    }

    private struct Spelling {
        let text: String
        var count: Int
        let segment: Int
        let range: TextRange
    }

    private struct Name {
        let text: String
        var spellings: [Spelling]
    }

    /// The names met, by the skeleton of what the target has for them.
    private var names: [NameSkeleton: [Name]] = [:]

    /// Fewer consonants are those of too many words.
    private static let leastLetters = 2
    /// A spelling that is met once beside one that is met once may be another name.
    private static let leastUsual = 2
    /// Each name is compared with each: a bead of more is no sentence.
    private static let mostNames = 100
    /// How alike names and their spellings are.
    private static let leastLikeness = 0.75

    init(_ pair: AlignedPair) {
        guard !pair.isSameLanguage, pair.ladder.beads.count > SpelledNames.leastUsual else { return }
        let spelling = NameSpelling(language: pair.target.language)
        // In messages words in capitals stand for values: FILE.
        let areMessages = pair.source.document.genre == .messages
        func isName(_ name: NameMention) -> Bool {
            name.isMarked && !(areMessages && name.text.allSatisfy { $0.isUppercase || $0.isNumber })
        }
        // In a text of other letters, a name in Latin ones is left as it is: in references, and behind its transcription.
        let usesLatin = Scripts.uses(pair.target.language, script: "Latn")
        for bead in pair.ladder.beads where !bead.isNull {
            let sources = bead.source.flatMap { index in
                pair.source.segments[index].names.filter(isName).map { (name: $0, segment: index) }
            }
            guard (1...SpelledNames.mostNames).contains(sources.count) else { continue }
            for index in bead.target {
                let placeholders = Placeholder.all(in: pair.target.segments[index].segment.text, segment: index)
                for name in pair.target.segments[index].names
                where isName(name) && name.skeleton.letters.count >= SpelledNames.leastLetters
                    && !placeholders.contains(where: { $0.range.overlaps(name.range) })
                {
                    // Qutaybah has the consonants of Kitab: a name that is spelled the same is that one.
                    let nearest = sources.map { source in
                        (source, source.name.skeleton.likeness(to: name.skeleton), source.name.text == name.text)
                    }.max { ($0.1, $0.2 ? 1 : 0) < ($1.1, $1.2 ? 1 : 0) }
                    // Letters of another script, as in the source, were left in its language.
                    guard let (source, likeness, isSame) = nearest, likeness >= SpelledNames.leastLikeness,
                        !isSame || usesLatin && name.text.utf8.allSatisfy({ $0 < 0x80 }),
                        !SpelledNames.areOtherPlaces(
                            (pair.source.segments[source.segment], source.name), (pair.target.segments[index], name))
                    else { continue }
                    add(source.name.text, name, index, spelling)
                }
            }
        }
    }

    /// Whether two names are those of different places: Letonia is no spelling of Lithuania.
    private static func areOtherPlaces(
        _ one: (segment: AnalysedSegment, name: NameMention), _ other: (segment: AnalysedSegment, name: NameMention)
    ) -> Bool {
        func places(_ place: (segment: AnalysedSegment, name: NameMention)) -> Set<NamedFact.Value> {
            Set(
                place.segment.named.filter { $0.value.kind.isPlace && $0.range.overlaps(place.name.range) }.map(\.value)
            )
        }
        let (here, there) = (places(one), places(other))
        return !here.isEmpty && !there.isEmpty && here.isDisjoint(with: there)
    }

    private mutating func add(_ source: String, _ name: NameMention, _ segment: Int, _ spelling: NameSpelling) {
        var known = names[name.skeleton] ?? []
        defer { names[name.skeleton] = known }
        let new = Spelling(text: name.text, count: 1, segment: segment, range: name.range)
        guard let number = known.firstIndex(where: { NameSpelling.mayBeForms($0.text, source) }) else {
            known.append(Name(text: source, spellings: [new]))
            return
        }
        if let same = known[number].spellings.firstIndex(where: { spelling.areForms($0.text, name.text) }) {
            known[number].spellings[same].count += 1
        } else {
            known[number].spellings.append(new)
        }
    }

    /// The spellings that are rarer than another of the same name, in the order of the text.
    var rare: [Rare] {
        names.values.joined().flatMap { name -> [Rare] in
            guard
                let usual = name.spellings.max(by: { ($0.count, $1.segment) < ($1.count, $0.segment) }),
                usual.count >= SpelledNames.leastUsual
            else { return [] }
            return name.spellings.filter { $0.text != usual.text }.map {
                Rare(
                    name: name.text, spelling: $0.text, count: $0.count, usual: usual.text, usualCount: usual.count,
                    segment: $0.segment, range: $0.range)
            }
        }.sorted { ($0.segment, $0.range.start) < ($1.segment, $1.range.start) }
    }
}
