import Bitext
import Facts

extension Check {
    /// Terms that a glossary wants otherwise.
    static let terminology: Check = Check(
        CheckDescription(
            id: "terminology", category: "terminology", severity: .major, status: .stable,
            summary: "A term of the source is not translated as the glossary says.",
            rationale: """
                Looks for the terms of --glossary in each passage, inflection forgiven: the start of each word must be the \
                same. A term is missed only where none of its translations stands in the passage or the ones beside it; a \
                term that must not be used is reported where it stands. Of terms that hold others, the longest counts.
                """,
            examples: [
                .init(
                    "en", "The ⟦central bank⟧ lowered the rate.", "de", "Die ⟦Notenbank⟧ senkte den Zins.",
                    glossary: bank),
                .init(
                    "en", "The central banks lowered their rates.", "de", "Die Zentralbanken senkten ihre Zinsen.",
                    glossary: bank),
            ])
    ) { pair, check in
        guard !pair.terms.isEmpty else { return [] }
        let matchers = pair.terms.map { term in
            (
                term: term, source: TermMatcher(term.source), allowed: term.allowed.map(TermMatcher.init),
                forbidden: term.forbidden.map(TermMatcher.init)
            )
        }
        let index = TermIndex(pair.terms.map(\.source))
        var findings: [Finding] = []
        for (number, bead) in pair.ladder.beads.enumerated() where !bead.isNull {
            for segment in bead.source {
                var taken: [TextRange] = []
                let analysed = pair.source.segments[segment]
                let found = index.candidates(analysed).flatMap { term in
                    matchers[term].source.places(in: analysed).map { (term: term, range: $0) }
                }.sorted { ($0.range.length, $1.range.start) > ($1.range.length, $0.range.start) }
                for (term, range) in found where !taken.contains(where: { $0.overlaps(range) }) {
                    taken.append(range)
                    let entry = matchers[term]
                    let source = pair.span(.source, segment: segment, range: range)
                    let named = analysed.segment.text.slice(range)
                    let wrong = bead.target.lazy.flatMap { target in
                        entry.forbidden.lazy.flatMap { $0.places(in: pair.target.segments[target]) }.map {
                            (target, $0)
                        }
                    }.first
                    if let (target, place) = wrong {
                        let words = pair.target.segments[target].segment.text.slice(place)
                        let instead = entry.term.allowed.first.map { ", but “\($0)”" } ?? ""
                        findings.append(
                            Finding(
                                check: check, confidence: 0.95,
                                message: "The glossary wants no “\(words)” for “\(named)”\(instead).",
                                source: source, target: pair.span(.target, segment: target, range: place)))
                        continue
                    }
                    guard !entry.allowed.isEmpty else { continue }
                    let near = pair.ladder.beads[max(0, number - 1)...min(pair.ladder.beads.count - 1, number + 1)]
                    let isThere = near.contains { bead in
                        bead.target.contains { target in
                            entry.allowed.contains { !$0.places(in: pair.target.segments[target]).isEmpty }
                        }
                    }
                    guard !isThere else { continue }
                    let wanted = entry.term.allowed.map { "“\($0)”" }.joined(separator: " or ")
                    findings.append(
                        Finding(
                            check: check, confidence: 0.8,
                            message:
                                "The glossary wants \(wanted) for “\(named)”; the target does not have it.",
                            source: source, target: pair.span(.target, segments: bead.target)))
                }
            }
        }
        return findings
    }
}

private let bank = Glossary(entries: [
    .init(terms: ["en": ["central bank"], "de": ["Zentralbank"]], forbidden: ["de": ["Notenbank"]])
])

/// Terms by the start of their first word, so that a passage is compared with few of them.
private struct TermIndex {
    private var byStart: [String: [Int]] = [:]

    init(_ terms: [String]) {
        for (number, term) in terms.enumerated() {
            let word = term.lowercased().drop { !$0.isWordLetter && !$0.isNumber }
            byStart[String(word.prefix(2)), default: []].append(number)
            // Words of one letter, and scripts without spaces, where a term may start inside a token.
            if word.count > 1 { byStart[String(word.prefix(1)), default: []].append(number) }
        }
    }

    /// The numbers of terms that may stand in a segment, in order.
    func candidates(_ segment: AnalysedSegment) -> [Int] {
        var found: Set<Int> = []
        let text = segment.segment.text.lowercased()
        for token in segment.tokens where token.kind != .mark {
            let word = segment.segment.text.slice(token.range).lowercased()
            found.formUnion(byStart[String(word.prefix(2))] ?? [])
            if word.count == 1 { found.formUnion(byStart[word] ?? []) }
        }
        if text.unicodeScalars.contains(where: { $0.value >= 0x0E00 }) {
            for character in Set(text) { found.formUnion(byStart[String(character)] ?? []) }
        }
        return found.sorted()
    }
}
