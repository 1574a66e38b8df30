import Bitext
import Facts
import Semantics

extension Check {
    /// Target text that is the source text.
    static let untranslated: Check = Check(
        CheckDescription(
            id: "untranslated", category: "accuracy/untranslated", severity: .major, status: .stable,
            summary: "A passage of the target is still in the source's words.",
            rationale: """
                The passage is the same, word for word, and holds at least three words without capitals, hyphens and signs, \
                or six words of which one is a small word of the source’s language, as a headline has. Entries of lists of \
                references may stay as they are, as may what a text quotes in a third language. Names, numbers, \
                addresses, commands and code stay as they are in a good translation and are not reported, nor is what a page prints as \
                it was typed (pre) or marks with translate="no", nor what a speaker says in the target's own language. A whole document left \
                untranslated is one finding.
                """,
            examples: [
                .init(
                    "en", "⟦The committee will publish its report next week.⟧", "de",
                    "⟦The committee will publish its report next week.⟧"),
                .init(
                    "en", "The committee will publish its report next week.", "de",
                    "Der Ausschuss wird seinen Bericht nächste Woche veröffentlichen."),
                .init("en", "⟦Harbour Board Moves Berth to Nuuk⟧", "de", "⟦Harbour Board Moves Berth to Nuuk⟧"),
                .init(
                    "en", "⟦Nuuk’s Harbour Board Opens the Berth to the Ships of 2024⟧", "de",
                    "⟦Nuuk’s Harbour Board Opens the Berth to the Ships of 2024⟧"),
                .init("en", "Ministry of Fisheries of Greenland", "de", "Ministry of Fisheries of Greenland"),
                .init(
                    "en", "ferry-time check-gate --list harbour -q --to nuuk", "de",
                    "ferry-time check-gate --list harbour -q --to nuuk"),
                .init(
                    "en", "ferry check [-n | --dry-run] [-p var] <name of the berth>", "de",
                    "ferry check [-n | --dry-run] [-p var] <name of the berth>"),
                .init("en", "image/ferry-chart (chart fch fchx)", "de", "image/ferry-chart (chart fch fchx)"),
                .init(
                    "en", "Function Tide(a, b) Tide = a*b^c End Function", "de",
                    "Function Tide(a, b) Tide = a*b^c End Function"),
                .init(
                    "en", "Berger, A. (ed.): The Tides of the Bay, Harbour Press, Nuuk, 1984.", "de",
                    "Berger, A. (ed.): The Tides of the Bay, Harbour Press, Nuuk, 1984."),
                .init(
                    "en", "⟦Комитет опубликует свой доклад на следующей неделе.⟧", "de",
                    "⟦Комитет опубликует свой доклад на следующей неделе.⟧"),
                .init(
                    "en",
                    "The notice at the harbour office says this. Комитет опубликует доклад. We read it at once.",
                    "de",
                    "Auf dem Aushang im Hafenamt steht dies. Комитет опубликует доклад. Wir lasen es sofort."),
                .init("en", ".fch .fchx Map .tide .tidx", "de", ".fch .fchx Map .tide .tidx"),
            ])
    ) { pair, check in
        guard !pair.isSameLanguage else { return [] }
        // Where the source as a whole is in another language than it is said to be, nothing of it is quoted.
        lazy var isAsDeclared =
            otherLanguage(
                pair.text(.source, 0..<min(pair.source.segments.count, beginning)), than: pair.source.language) == nil
        return PassageRun.runs(pair) { bead in
            let source = pair.text(.source, bead.source)
            guard LetterFold.isSame(source, pair.text(.target, bead.target)) else { return .none }
            let mayStay = Side.allCases.allSatisfy { side in
                bead[side].allSatisfy { pair[side].segments[$0].segment.kind == .verbatim }
            }
            let isQuoted = isInThirdLanguage(source, pair) && isAsDeclared
            guard !mayStay, !isQuoted, !BibliographicEntry.matches(source) else { return .possible }
            // A speaker who uses the target's language needs no translation.
            let language = LanguageIdentifier.shared.identify(source)?.language.code
            guard language != pair.target.language.code || language == pair.source.language.code else { return .none }
            let words = TellingText.plainWords(source)
            // What has neither a capital, a mark at its end nor an article is a command.
            let isProse =
                words > 4 || source.first?.isLowercase != true || source.last?.isWordLetter != true
                || LanguageIdentifier.shared.hasSmallWords(source, leastShare: 0.1, otherThan: pair.target.language)
            if words >= 3 && isProse { return .certain }
            return TellingText.isHeadline(source, otherThan: pair.target.language) ? .certain : .possible
        }.map { run in
            // A headline may be the name of a work, which stays.
            let isProse = TellingText.plainWords(pair.text(.source, run.source)) >= 3
            return Finding(
                check: check, confidence: run.beads > 1 ? 0.98 : isProse ? 0.9 : 0.7,
                message: run.beads == 1
                    ? "The target repeats the source’s words instead of translating them."
                    : "\(run.beads) sentences in a row are left in the source’s words.",
                source: pair.span(.source, segments: run.source), target: pair.span(.target, segments: run.target))
        }
    }

    /// Words of the source's language within a translated sentence.
    static let untranslatedWords: Check = Check(
        CheckDescription(
            id: "untranslated-words", category: "accuracy/untranslated", severity: .major, status: .preview,
            summary: "A word of a translated sentence is still in the source's language.",
            rationale: """
                The word stands in the source as well. In a script that the target's language does not use it is reported \
                outright; in the same script where its letters follow each other as in the source's language and not as in \
                the target's. Words in brackets or quotation marks and single letters are left alone; of Latin letters and of \
                the target's own script also words with a capital or a digit, of less than four letters, and parts of \
                addresses: those are often kept on purpose.
                """,
            examples: [
                .init(
                    "ru", "Многие ⟦млекопитающие⟧ были завезены на острова после прибытия человека.", "en",
                    "Many ⟦млекопитающие⟧ have been introduced to the islands since the arrival of man."),
                .init(
                    "pl", "Drużyna trenera została ⟦sklasyfikowana⟧ na tym samym miejscu w rankingu.", "en",
                    "The team of the coach was ⟦sklasyfikowana⟧ in the same position in the ranking."),
                .init(
                    "ja", "彼は「侘寂」という言葉を三回使った。", "en", "He used the word “侘寂” three times."),
                .init(
                    "de", "Die Schule bietet ihre Kurse seit April auch online an.", "en",
                    "The school has offered its courses online as well since April."),
            ])
    ) { pair, check in
        CauseFindings.inBeads(pair) { bead in
            // Messages name commands and keywords, which stay as they are.
            let prior = bead.areMessages ? CauseFindings.prior - 3.5 : CauseFindings.prior
            guard let left = bead.evidence.left?.surest,
                let confidence = bead.probability("untranslated", prior: prior)
            else { return nil }
            let word = pair.target.segments[left.segment].segment.text.slice(left.range)
            let source = bead.pair.text(.source, bead.bead.source)
            let start = source.firstRange(of: word).map {
                source.utf8.distance(from: source.startIndex, to: $0.lowerBound)
            }
            return Finding(
                check: check, confidence: confidence,
                message: "“\(word)” is left in the source’s language.",
                source: start.flatMap { bead.span(.source, TextRange($0, $0 + left.range.length)) },
                target: pair.span(.target, segment: left.segment, range: left.range))
        }
    }

    /// Target text in a language that is not the target's.
    static let wrongLanguage: Check = Check(
        CheckDescription(
            id: "wrong-language", category: "accuracy/untranslated", severity: .major, status: .preview,
            summary: "A passage of the target is in another language or script than the target’s.",
            rationale: """
                Told by the script of the letters, and by the small words of each language where the script does not \
                tell. Short passages cannot be told and are left alone, as are languages that are too much \
                alike for that, such as Norwegian and Danish, and passages that the source has in that \
                language too. Addresses, paths, and terms of up to three words and names of up to five that the source has, too, \
                do not count.
                """,
            examples: [
                .init(
                    "en", "⟦The committee will publish its report next week, and we will read it.⟧", "de",
                    "⟦Комитет опубликует свой доклад на следующей неделе, и мы его прочитаем.⟧"),
                .init(
                    "en", "The committee will publish its report next week, and we will read it.", "ru",
                    "Комитет опубликует свой доклад на следующей неделе, и мы его прочитаем."),
                .init(
                    "en", "The committee will publish its report next week, and we will read it in the city.", "nn",
                    "Komiteen vil gje ut rapporten sin neste veke, og vi skal lese han i byen."),
                .init(
                    "en", "The report of the Nuuk Harbour Board is in the file /usr/share/doc/harbour-reports.txt.",
                    "zh",
                    "Nuuk Harbour Board 的报告位于文件 /usr/share/doc/harbour-reports.txt 中。"),
                .init("en", "HarbourPilotScheduler is not available.", "zh", "HarbourPilotScheduler不可用。"),
                .init(
                    "en", "To turn the boat more slowly, hold down the key while you press an arrow.", "sv",
                    "Om du vill svänga i mindre steg håller du ned tangenten samtidigt som du trycker på pilen."),
                .init(
                    "en", "⟦Once you have read the report (Section 7, “Ships”), the office sends you the plan.⟧", "ru",
                    "⟦Once you have read the report (раздел 7, «Корабли»), the office sends you the plan.⟧"),
            ])
    ) { pair, check in
        PassageRun.runs(pair) { bead in
            let texts = (source: pair.text(.source, bead.source), target: pair.text(.target, bead.target))
            guard let language = otherLanguage(texts.target, than: pair.target.language),
                otherLanguage(
                    TellingText.of(texts.target, source: texts.source), than: pair.target.language,
                    leastLetters: leastTelling) != nil
            else { return .none }
            // Untranslated text is that check's; quoted foreign text is in the source as well.
            let isQuoted =
                LetterFold.isSame(texts.source, texts.target)
                || otherLanguage(texts.source, than: pair.source.language) == language
            return isQuoted ? .none : .certain
        }.map { run in
            let telling = TellingText.of(pair.text(.target, run.target), source: pair.text(.source, run.source))
            let language =
                otherLanguage(telling, than: pair.target.language, leastLetters: leastTelling) ?? "another language"
            return Finding(
                check: check, confidence: 0.85,
                message: "This passage looks like \(language), not \(pair.target.language).",
                source: pair.span(.source, segments: run.source), target: pair.span(.target, segments: run.target))
        }
    }

    /// How many segments tell which language a source is in.
    private static let beginning = 100
    /// A text of fewer letters is not told by its small words.
    private static let leastLetters = 40
    /// Of a text that is told so, fewer must be left without names and terms.
    private static let leastTelling = 20

    /// The language or script of a text, where it is surely not the given one's.
    private static func otherLanguage(
        _ text: String, than language: Language, leastLetters: Int = leastLetters
    ) -> String? {
        let letters = text.lazy.filter(\.isWordLetter).prefix(leastLetters).count
        guard letters >= 12, language != .undetermined, let script = Scripts.main(text) else { return nil }
        if script.share > 0.8, !Scripts.uses(language, script: script.name) {
            // A Chinese character says as much as several Latin letters: JavaScript测试 is Chinese.
            if language.isUnspaced || language.code == "ko", script.name == "Latn", (1 - script.share) * 12 > 1 {
                return nil
            }
            guard let guess = LanguageIdentifier.shared.identify(text) else { return "the script \(script.name)" }
            // Japanese with many Latin words is Japanese.
            return isSame(guess.language, language) ? nil : guess.language.tag
        }
        guard letters >= leastLetters,
            // Swedish has many small words of Danish, but more of its own.
            LanguageIdentifier.shared.hasSmallWords(text, leastShare: 0.2, otherThan: language, outnumbering: true),
            let guess = LanguageIdentifier.shared.identify(text), !isSame(guess.language, language),
            guess.strength >= 0.2, guess.lead >= 0.9,
            guess.strength > LanguageIdentifier.shared.smallWordShare(text, of: language)
        else { return nil }
        return guess.language.tag
    }

    /// Whether a text that both versions have is surely in a language of neither, or in neither's letters: it is quoted.
    private static func isInThirdLanguage(_ text: String, _ pair: AlignedPair) -> Bool {
        let languages = [pair.source.language, pair.target.language]
        guard languages.allSatisfy({ $0 != .undetermined }) else { return false }
        if let script = Scripts.main(text), script.share > 0.8 {
            if languages.allSatisfy({ !Scripts.uses($0, script: script.name) }) { return true }
        }
        return languages.allSatisfy { otherLanguage(text, than: $0) != nil }
    }

    /// Whether a guess may be right of a text in a language.
    private static func isSame(_ guess: Language, _ language: Language) -> Bool {
        guess.code == language.code || LanguageIdentifier.shared.mayMistake(language, for: guess)
    }
}

/// Beads in a row that share a fault.
struct PassageRun {
    /// What a bead shows of the fault.
    enum Fault {
        /// It has the fault.
        case certain
        /// It may have it: it belongs to a run, but makes none.
        case possible
        /// It has not.
        case none
    }

    var source: Range<Int>
    var target: Range<Int>
    var beads: Int

    static func runs(_ pair: AlignedPair, fault: (Bead) -> Fault) -> [PassageRun] {
        var runs: [PassageRun] = []
        var isOpen = false
        // Beads behind the open run that may belong to it.
        var pending = 0
        for bead in pair.ladder.beads {
            switch bead.isNull ? .none : fault(bead) {
            case .none: isOpen = false
            case .possible: pending += 1
            case .certain:
                if isOpen, let last = runs.last {
                    runs[runs.count - 1] = PassageRun(
                        source: last.source.lowerBound..<bead.source.upperBound,
                        target: last.target.lowerBound..<bead.target.upperBound, beads: last.beads + pending + 1)
                } else {
                    runs.append(PassageRun(source: bead.source, target: bead.target, beads: 1))
                }
                isOpen = true
                pending = 0
            }
            if !isOpen { pending = 0 }
        }
        return runs
    }
}

extension AlignedPair {
    /// The text of segments, joined by spaces.
    func text(_ side: Side, _ segments: Range<Int>) -> String {
        self[side].text(segments)
    }

    /// The number of words of segments.
    func words(_ side: Side, _ segments: Range<Int>) -> Int {
        segments.reduce(0) { $0 + self[side].segments[$1].wordCount }
    }
}
