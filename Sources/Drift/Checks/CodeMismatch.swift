import Bitext
import Facts

extension Check {
    /// Web addresses, e-mail addresses and documents' symbols that differ.
    static let codeMismatch: Check = Check(
        CheckDescription(
            id: "code-mismatch", category: "accuracy/mistranslation/code", severity: .major, status: .preview,
            summary:
                "A web address, an e-mail address, a document’s symbol, a number of several parts, an option, a path or a function’s name is missing or different in the other version.",
            rationale: """
                What no translation changes is compared letter by letter: e-mail addresses, symbols such as S/2024/413, \
                the hosts of web addresses, whose language may differ (en.wikipedia.org, de.wikipedia.org), and numbers of \
                three parts or more (section 6.5.1, release 2.14.3) that are no dates; options of \
                commands (--force), paths (/etc/hosts) and names of functions (open_file()) in files of messages and in texts \
                that keep others of their kind. A path may be broken by white space beside its strokes, joined to a word \
                (/etc/hosts-Datei), or hold folders in capitals that stand for names (/home/NAME/notes). Where only words within a path \
                or before an @ became others (/doc/package, /doc/paquet) they may stand for names, too: that is minor. In prose the \
                neighbouring sentences are looked at before a code counts as lost. What a record adds in brackets to \
                what was said, (S/2024/413, annex), is less sure, as is the number of a section whose title follows.
                """,
            examples: [
                .init(
                    "en", "The draft is in document ⟦S/2024/413⟧.", "ru", "Проект содержится в документе ⟦S/2024/431⟧."),
                .init("en", "The draft is in document S/2024/413.", "ru", "Проект содержится в документе S/2024/413."),
                .init("en", "Write to ⟦info@example.org⟧ today.", "de", "Schreiben Sie heute an ⟦inf@example.org⟧."),
                .init(
                    "en", "See https://en.wikipedia.org/wiki/Bonn for more.", "de",
                    "Mehr unter https://de.wikipedia.org/wiki/Bonn."),
                .init("en", "The draft is in document S/2024/413.", "en", "The draft is in document S-2024-413."),
                .init(
                    "en", "Start it with ⟦--verbose⟧ to see more.", "de",
                    "Starten Sie es mit ⟦--version⟧, um mehr zu sehen.",
                    form: .message),
                .init("en", "The captain --alone-- went home.", "de", "Der Kapitän ging allein nach Hause."),
                .init(
                    "en", "Section ⟦6.5.1⟧ describes the older pumps.", "de",
                    "Abschnitt ⟦6.5.2⟧ beschreibt die älteren Pumpen."),
                .init("en", "See ⟦https://example.org/bonn⟧ for more.", "de", "Mehr finden Sie dort.⟦⟧"),
            ])
    ) { pair, check in
        let comparer = CodeComparer(pair, check)
        return pair.ladder.beads.indices.flatMap { comparer.findings(bead: $0) }
    }
}

/// Compares the codes of beads.
private struct CodeComparer {
    private struct Placed {
        let code: Code
        let segment: Int

        /// What makes it the same as another.
        var name: String { "\(code.kind) \(code.kind == .path ? FilePath(code.value).pattern : code.value)" }
    }

    let pair: AlignedPair
    let check: CheckDescription
    /// By segment, its codes that count.
    private let codes: Sides<[Int: [Placed]]>
    /// Whether beads are units, which stand in different places: a neighbour says nothing of them.
    private let areUnits: Bool

    init(_ pair: AlignedPair, _ check: CheckDescription) {
        self.pair = pair
        self.check = check
        areUnits = pair.source.document.genre != .text && pair.target.document.genre != .text
        let all = Sides { side in
            Dictionary(
                uniqueKeysWithValues: pair[side].segments.indices.compactMap { index in
                    let codes = CodeReader.codes(in: pair[side].segments[index].segment.text)
                    return codes.isEmpty ? nil : (index, codes.map { Placed(code: $0, segment: index) })
                })
        }
        let technical =
            areUnits ? Set(Code.Kind.allCases.filter(\.isTechnical)) : CodeComparer.shared(all, pair.ladder.beads)
        codes = Sides { side in
            all[side].mapValues { $0.filter { !$0.code.kind.isTechnical || technical.contains($0.code.kind) } }
        }
    }

    /// The kinds of which both sides of a bead have the same code: a text that has some is about programs.
    private static func shared(_ codes: Sides<[Int: [Placed]]>, _ beads: [Bead]) -> Set<Code.Kind> {
        func named(_ side: Side, _ bead: Bead) -> [String: Code.Kind] {
            let placed = bead[side].flatMap { codes[side][$0] ?? [] }.filter(\.code.kind.isTechnical)
            return Dictionary(placed.map { ($0.name, $0.code.kind) }, uniquingKeysWith: { one, _ in one })
        }
        return beads.reduce(into: []) { kinds, bead in
            let source = named(.source, bead)
            guard !source.isEmpty else { return }
            kinds.formUnion(named(.target, bead).filter { source[$0.key] != nil }.values)
        }
    }

    func findings(bead index: Int) -> [Finding] {
        let bead = pair.ladder.beads[index]
        guard !bead.isNull else { return [] }
        let (source, target) = (codes(.source, bead), codes(.target, bead))
        guard !source.isEmpty || !target.isEmpty else { return [] }
        var lost = missing(source, .source, index)
        var added = missing(target, .target, index)
        var findings: [Finding] = []
        // In longer lists each would be compared with each.
        let areFew = lost.count * added.count <= 400
        lost.removeAll { was in
            guard areFew, let place = added.firstIndex(where: { was.code.mayBeTranslated(as: $0.code) }) else {
                return false
            }
            findings.append(changed(was, added.remove(at: place), isTranslated: true))
            return true
        }
        if lost.count == 1, added.count == 1, let was = lost.first, let became = added.first,
            was.code.kind == became.code.kind
        {
            return findings + [changed(was, became, isTranslated: false)]
        }
        return findings + missing(lost, .source, bead) + missing(added, .target, bead)
    }

    private func changed(_ was: Placed, _ became: Placed, isTranslated: Bool) -> Finding {
        Finding(
            check: check, severity: isTranslated ? .minor : nil, confidence: isTranslated ? 0.6 : 0.9,
            message: "\(was.code.text) became \(became.code.text)."
                + (isTranslated ? " If the words stand for others, that is as it should be." : ""),
            source: pair.span(.source, segment: was.segment, range: was.code.range),
            target: pair.span(.target, segment: became.segment, range: became.code.range))
    }

    private func missing(_ lost: [Placed], _ side: Side, _ bead: Bead) -> [Finding] {
        guard !lost.isEmpty else { return [] }
        let citations = Citations(other: pair[side.other].text(bead[side.other]))
        return lost.map { missing($0, side, bead, citations) }
    }

    private func missing(_ placed: Placed, _ side: Side, _ bead: Bead, _ citations: Citations) -> Finding {
        let own = pair.span(side, segment: placed.segment, range: placed.code.range)
        let isCited = citations.holds(placed.code.range, of: pair[side].segments[placed.segment].segment.text)
        let last = bead[side.other].upperBound - 1
        let end = pair[side.other].segments[last].segment.text.utf8.count
        let place = pair.span(side.other, segment: last, range: TextRange(end, end))
        return Finding(
            check: check, confidence: isCited ? 0.4 : 0.7,
            message: "\(placed.code.text) has no counterpart in the \(side.other.rawValue).",
            source: side == .source ? own : place, target: side == .target ? own : place)
    }

    private func codes(_ side: Side, _ bead: Bead) -> [Placed] { bead[side].flatMap { codes[side][$0] ?? [] } }

    /// The codes of a side that stand neither in the bead's other side nor in its neighbours'.
    private func missing(_ placed: [Placed], _ side: Side, _ index: Int) -> [Placed] {
        guard !placed.isEmpty else { return [] }
        // Tokenised text has spaces inside; what was said and written down has other marks: S-2024-413.
        func bare(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
        let beads = pair.ladder.beads
        let near = areUnits ? [index] : [index - 1, index, index + 1].filter(beads.indices.contains)
        let others = near.flatMap { codes(side.other, beads[$0]) }
        let known = Set(others.map(\.name))
        let mayBeHeads = others.filter { $0.code.mayBeCompounded(in: pair[side].language) }
        let unmatched = placed.filter { placed in
            !known.contains(placed.name)
                && !mayBeHeads.contains { $0.code.isHead(of: placed.code) }
        }
        guard !unmatched.isEmpty else { return [] }
        let text = pair[side.other].text(beads[index][side.other]).lowercased()
        let bareText = bare(text)
        // Programs that set type make one dash of two hyphens.
        let plain = text.replacing("‐", with: "-").replacing("‑", with: "-").replacing("–", with: "--")
        let dotted = unmatched.contains { $0.code.kind == .dotted } ? Code.dottedNumbers(in: text) : []
        let hasPaths = unmatched.contains { $0.code.kind == .path }
        let joined = hasPaths ? near.map { FilePath.joined(pair[side.other].text(beads[$0][side.other])) } : []
        return unmatched.filter { placed in
            switch placed.code.kind {
            case .option, .function: !Code.isHeld(placed.code.value.lowercased(), by: plain)
            case .path: !joined.contains(where: FilePath(placed.code.value).isHeld)
            case .url, .email, .symbol: !bareText.contains(bare(placed.code.value))
            case .dotted:
                !dotted.contains(placed.code.value) && !Code.isSaid(placed.code.value, in: text, with: dotted)
            }
        }
    }
}
