import Bitext

extension Check {
    /// A sentence of the source that the target gives in several ways.
    static let inconsistentTranslation: Check = Check(
        CheckDescription(
            id: "inconsistent-translation", category: "terminology/inconsistent", severity: .minor, status: .preview,
            summary: "A sentence that the source repeats is translated in two ways.",
            rationale: """
                Sentences of three words and more, compared by their letters and digits: case and marks do not count. Reported \
                once for each rarer translation, with how often either stands. A sentence of fewer than six words may well \
                be said in another way where it stands again: its confidence is below one half. Looked for within a document. A \
                message of a PO or Qt file may be said otherwise in another context.
                """,
            examples: [
                .init(
                    "en",
                    """
                    The meeting rose at six o’clock in the evening. Nobody spoke. ⟦The meeting rose at six o’clock in the \
                    evening.⟧
                    """, "de",
                    """
                    Die Sitzung endete um sechs Uhr abends. Niemand sprach. ⟦Man ging um sechs Uhr am Abend auseinander.⟧
                    """),
                .init(
                    "en",
                    """
                    The meeting rose at six o’clock in the evening. Nobody spoke. The meeting rose at six o’clock in the \
                    evening.
                    """, "de",
                    """
                    Die Sitzung endete um sechs Uhr abends. Niemand sprach. Die Sitzung endete um sechs Uhr abends!
                    """),
            ])
    ) { pair, check in
        guard !pair.isSameLanguage else { return [] }
        let document = pair.source.document
        // A message without a key stands twice in a file where its contexts differ, which is what contexts are for.
        let haveContexts = document.genre == .messages && !document.hasKeys
        return Repetitions(pair, of: .source, leastWords: 3).rare.compactMap { rare in
            let bead = pair.ladder.beads[rare.bead]
            let usualSource = pair.ladder.beads[rare.usual].source
            if haveContexts, pair.text(.source, bead.source) == pair.text(.source, usualSource) { return nil }
            let usual = MessageText.quoted(pair.text(.target, pair.ladder.beads[rare.usual].target))
            let isShort = pair.words(.source, bead.source) < shortSentence
            return Finding(
                check: check, confidence: isShort ? 0.4 : 0.7,
                message:
                    "The source’s sentence is translated so here (\(MessageText.times(rare.count))) and as \(usual) elsewhere (\(MessageText.times(rare.usualCount))).",
                source: pair.span(.source, segments: bead.source), target: pair.span(.target, segments: bead.target))
        }
    }

    /// Two sentences of the source that the target gives in the same words.
    static let reusedTranslation: Check = Check(
        CheckDescription(
            id: "reused-translation", category: "accuracy/mistranslation", severity: .minor, status: .preview,
            summary: "Two sentences of the source that differ have one translation.",
            rationale: """
                A translation that was copied from a similar sentence and not finished: opened and closed are one. Sentences \
                of four words and more on both sides, which have each a word that is not the other’s in another form. A \
                source may say one thing in two ways; the finding is a question. Looked for within a document.
                """,
            examples: [
                .init(
                    "en", "The gate of the harbour was opened. Nobody spoke. ⟦The gate of the harbour was closed.⟧",
                    "de",
                    "Das Tor des Hafens wurde geöffnet. Niemand sprach. ⟦Das Tor des Hafens wurde geöffnet.⟧"),
                .init(
                    "en", "The gate of the harbour was opened. Nobody spoke. The gate of the harbour was opened.", "de",
                    "Das Tor des Hafens wurde geöffnet. Niemand sprach. Das Tor des Hafens wurde geöffnet."),
                .init(
                    "en", "The gate of the harbour was opened. Nobody spoke. 2. The gates of the harbour opened.", "de",
                    "Das Tor des Hafens wurde geöffnet. Niemand sprach. 2. Das Tor des Hafens wurde geöffnet."),
            ])
    ) { pair, check in
        guard !pair.isSameLanguage else { return [] }
        return Repetitions(pair, of: .target, leastWords: 4).rare.compactMap { rare in
            let bead = pair.ladder.beads[rare.bead]
            let usualBead = pair.ladder.beads[rare.usual]
            guard pair.words(.source, bead.source) >= 4, isExchange(pair, bead, usualBead) else { return nil }
            let usual = MessageText.quoted(pair.text(.source, usualBead.source))
            return Finding(
                check: check, confidence: 0.5,
                message: "The translation is also that of \(usual) (\(MessageText.times(rare.usualCount))).",
                source: pair.span(.source, segments: bead.source), target: pair.span(.target, segments: bead.target))
        }
    }
}

/// A sentence of fewer words has more translations that are right.
private let shortSentence = 6

/// Whether each of two sources has a word that the other has in no form.
private func isExchange(_ pair: AlignedPair, _ one: Bead, _ other: Bead) -> Bool {
    let words = [one, other].map { Set(ExchangedWords.words(pair, $0, .source)) }
    return [(0, 1), (1, 0)].allSatisfy { here, there in
        words[here].subtracting(words[there]).contains { word in
            // A number that differs is for the check of numbers, or counts items.
            word.contains(where: \.isLetter)
                && !words[there].contains { sharesStem($0, word) }
        }
    }
}

/// Whether two words begin alike for more than half of the shorter.
private func sharesStem(_ one: String, _ other: String) -> Bool {
    zip(one, other).prefix { $0 == $1 }.count * 2 > min(one.count, other.count)
}
