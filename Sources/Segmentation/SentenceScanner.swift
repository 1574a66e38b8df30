import Bitext

/// Finds the places of a text where a sentence may end, and lets the rules decide.
struct SentenceScanner {
    let text: ScannedText
    let rules: SentenceRules
    let newline: Segmenter.Newline

    private var hasClosings: Bool { !rules.lexicon.closings.isEmpty }

    /// The sentences, as ranges of bytes without white space around, each with the rule that ended it.
    /// - Parameter explain: is told of every candidate.
    func sentences(explain: ((Candidate, Decision) -> Void)? = nil) -> [TextRange] {
        var found: [TextRange] = []
        var pairs = OpenPairs()
        var list = ListMarkers()
        var start = text.end(of: .space, from: 0)
        var position = start

        func close(at end: Int, next: Int) {
            let trimmed = text.start(before: end, atLeast: start) { _, kind in kind.contains(.space) }
            if trimmed > start { found.append(TextRange(start, trimmed)) }
            start = text.end(of: .space, from: next)
            position = max(position, start)
            pairs.startSentence()
        }

        while position < text.count {
            let byte = text.bytes[position]
            let mayMatter =
                SentenceScanner.isInteresting[Int(byte)] || (byte == 0x20 && hasClosings)
                || (byte == 0x2C && position + 1 < text.count && text.bytes[position + 1] == 0x2C)
            guard mayMatter else {
                position += 1
                continue
            }
            let (value, width) = OpenPairs.mark(at: position, in: text)
            let kind = CharacterClass.of(value)
            if let split = list.split(at: position, value: value, in: text, sentenceStart: start) {
                if split > start {
                    close(at: split, next: split)
                    position = max(position, split)
                }
                position += width
                // A stop that belongs to a marker ends nothing.
                if value == 0x29, position < text.count, text.bytes[position] == 0x2E { position += 1 }
                if value == 0x2E, position < text.count, text.bytes[position] == 0x29 { position += 1 }
                continue
            }
            var candidate: Candidate?
            var behind = pairs
            if kind.contains(.terminator) || rules.isOwnTerminator(value) {
                candidate = self.candidate(at: position, pairs: &behind)
            } else if SentenceScanner.isEmoji(value) || (value == 0x29 && isSmiley(position, pairs, start)) {
                candidate = symbol(at: position)
            } else if value == 0x0A {
                candidate = lineEnd(at: position)
            } else if value == 0x3B {
                candidate = unmarked(.semicolon, at: position + 1)
            } else if value == 0x20 {
                if rules.closesSentence(before: position, in: text, sentenceStart: start) {
                    candidate = unmarked(.closingWord, at: position)
                }
            } else if !kind.isDisjoint(with: [.opener, .closer, .quote]) {
                pairs.note(value, at: position, width: width, in: text)
            }
            guard let candidate else {
                position += width
                continue
            }
            let decision = decide(candidate, pairs: behind, sentenceStart: start)
            explain?(candidate, decision)
            if decision.isBoundary {
                position = candidate.next
                pairs = behind
                if candidate.gap == .blankLine { pairs.startParagraph() }
                close(at: candidate.end, next: candidate.next)
            } else {
                pairs = behind
                // What a stop does not end, the end of its line does not end either.
                let isWrapped = candidate.mark == .stop && candidate.gap == .newline
                position = max(position + width, isWrapped ? candidate.next : candidate.end)
            }
        }
        close(at: text.count, next: text.count)
        return found
    }

    private func decide(_ candidate: Candidate, pairs: OpenPairs, sentenceStart: Int) -> Decision {
        if candidate.next >= text.count { return .ends("end of text") }
        if candidate.gap == .blankLine { return .ends("blank line") }
        if candidate.gap == .newline, newline == .boundary { return .ends("line end") }
        if candidate.mark != .lineEnd, pairs.holds(candidate.end, in: text) {
            return .goesOn("inside quotes or brackets")
        }
        return rules.decide(candidate, in: text, sentenceStart: sentenceStart, newline: newline)
    }

    /// The candidate of a run of marks, with what closes behind it.
    private func candidate(at position: Int, pairs: inout OpenPairs) -> Candidate {
        var markEnd = position
        var stops = 0
        var hasExclamation = false
        var isStrong = false
        var spacedStops = 0
        while markEnd < text.count {
            let (mark, width) = text.scalar(at: markEnd)
            let kind = CharacterClass.of(mark)
            if kind.contains(.terminator) || rules.isOwnTerminator(mark) {
                switch mark {
                case 0x2E: stops += 1
                case 0x2026: stops += 3
                case 0xFF0E:
                    stops += 1
                    isStrong = true
                default:
                    if kind.contains(.strong) { isStrong = true } else { hasExclamation = true }
                }
                markEnd += width
            } else if mark == 0x20, markEnd + 1 < text.count, isSpacedMark(markEnd + 1, stops: stops) {
                // Marks with spaces between: . . . or ! ? in tokenised text.
                spacedStops += text.bytes[markEnd + 1] == 0x2E ? 1 : 0
                if spacedStops == 3, stops == 3, !hasExclamation, !text.kind(before: position).contains(.space),
                    text.end(of: [.space, .terminator], from: markEnd) < text.count
                {
                    // Four stops, spaced: a full stop, and an ellipsis that opens the next sentence.
                    markEnd = position + 1
                    stops = 1
                    break
                }
                markEnd += 1
            } else {
                break
            }
        }
        let mark: Candidate.Mark =
            isStrong
            ? .strong
            : hasExclamation
                ? .exclamation
                : spacedStops == 2 ? .spacedEllipsis : stops > 2 ? .ellipsis : stops == 2 ? .twoStops : .stop
        let end = closersEnd(from: markEnd, pairs: &pairs)
        let next = text.end(of: .space, from: end)
        return Candidate(
            mark: mark, start: position, markEnd: markEnd, end: end, next: next, gap: gap(from: end, to: next))
    }

    /// A run of emoji, or of brackets that close nothing: :-) and ))).
    private func symbol(at position: Int) -> Candidate {
        let end = text.end(
            while: { SentenceScanner.isEmoji($0) || $0 == 0x29 || $0 == 0x200D || $0 == 0xFE0F }, from: position)
        let next = text.end(of: .space, from: end)
        return Candidate(
            mark: .symbol, start: position, markEnd: end, end: end, next: next, gap: gap(from: end, to: next))
    }

    /// A closing bracket that nothing opened, behind a word or another sign; `a)` and `12)` are markers.
    private func isSmiley(_ position: Int, _ pairs: OpenPairs, _ sentenceStart: Int) -> Bool {
        guard !pairs.closes(0x29), position > sentenceStart else { return false }
        let word = text.start(before: position, atLeast: sentenceStart) { _, kind in !kind.contains(.space) }
        let isMarker =
            position - word <= 3 && text.bytes[word..<position].allSatisfy { $0 < 0x80 }
            && text.start(before: position, atLeast: word) { _, kind in !kind.isDisjoint(with: [.letter, .digit]) }
                == word
        return !isMarker
    }

    private static func isEmoji(_ value: UInt32) -> Bool {
        (0x1F000..<0x20000).contains(value) || (0x2600..<0x27C0).contains(value)
    }

    /// Whether a mark behind a space belongs to the run before it.
    private func isSpacedMark(_ offset: Int, stops: Int) -> Bool {
        let byte = text.bytes[offset]
        guard byte == 0x2E || byte == 0x21 || byte == 0x3F else { return false }
        let after = text.end(of: .terminator, from: offset)
        return after >= text.count || text.kind(at: after).contains(.space)
    }

    /// Behind the closing quotes, brackets and footnote marks after a mark.
    private func closersEnd(from markEnd: Int, pairs open: inout OpenPairs) -> Int {
        var end = markEnd
        while end < text.count {
            let (mark, width) = text.scalar(at: end)
            let kind = CharacterClass.of(mark)
            let after = text.kind(at: end + width)
            if kind.contains(.closer)
                || (kind.contains(.quote) && (open.closes(mark) || !after.contains(.letter) && !after.contains(.digit)))
            {
                open.note(mark, at: end, width: width, in: text)
                end += width
            } else if mark < 0x20 && !kind.contains(.space) || SentenceScanner.isEmoji(mark) || mark == 0xFE0F {
                // Emoji, and control characters that broken converters leave.
                end += width
            } else if kind.contains(.digit), end == markEnd, let closed = superscript(at: end) {
                end = closed
            } else if mark == 0x2A || mark == 0x5F, after.contains(.space) || after.isEmpty {
                end += width
            } else if mark == 0x5B, let closed = footnote(at: end) {
                end = closed
            } else if kind.contains(.space), mark != 0x0A, mark != 0x0D, end + width < text.count {
                let (ahead, size) = OpenPairs.mark(at: end + width, in: text)
                let behind = text.kind(at: end + width + size)
                if (0x1F300..<0x20000).contains(ahead) {
                    end += width + size
                } else if CharacterClass.of(ahead).contains(.closer), open.closes(ahead), ahead != 0x29 {
                    open.note(ahead, at: end + width, width: size, in: text)
                    end += width + size
                } else if CharacterClass.of(ahead).contains(.quote),
                    open.closes(ahead) || open.closesLoosely(at: end + width, in: text),
                    behind.contains(.space) || behind.isEmpty || !behind.isDisjoint(with: [.quote, .terminator])
                {
                    open.note(ahead, at: end + width, width: size, in: text)
                    end += width + size
                } else if ahead == 0x5B, let closed = footnote(at: end + width) {
                    end = closed
                } else if let omission = ["<…>", "<...>"].first(where: { text.has($0, at: end + width) }) {
                    // Something was left out here.
                    end += width + omission.utf8.count
                } else {
                    return end
                }
            } else {
                return end
            }
        }
        return end
    }

    /// `[7]`, `[a]`: the offset behind a footnote mark.
    private func footnote(at offset: Int) -> Int? {
        var end = offset + 1
        while end < text.count, end - offset < 6, text.bytes[end] != 0x5D {
            guard text.kind(at: end).contains(.digit) || (end == offset + 1 && text.kind(at: end).contains(.lower))
            else {
                return nil
            }
            end += 1
        }
        return end < text.count && text.bytes[end] == 0x5D && end > offset + 1 ? end + 1 : nil
    }

    /// `.10 This`, `.11 12 Take`: the offset behind the numbers of footnotes that were superscripts once.
    private func superscript(at offset: Int) -> Int? {
        let before = text.before(offset)
        let previous = text.kind(before: before)
        guard previous.contains(.lower) || previous.contains(.closer) else { return nil }
        var end = text.end(of: .digit, from: offset)
        while end < text.count, end - offset <= 8 {
            let next = text.end(of: .space, from: end)
            guard next > end else { return nil }
            if text.kind(at: next).contains(.upper) {
                return rules.isAbbreviation(before: before, in: text) ? nil : end
            }
            let more = text.end(of: .digit, from: next)
            guard more > next else { return nil }
            end = more
        }
        return nil
    }

    /// A candidate with nothing that closes behind it.
    private func unmarked(_ mark: Candidate.Mark, at end: Int) -> Candidate {
        let next = text.end(of: .space, from: end)
        return Candidate(mark: mark, start: end - 1, markEnd: end, end: end, next: next, gap: gap(from: end, to: next))
    }

    private func lineEnd(at position: Int) -> Candidate {
        let end = text.start(before: position) { _, kind in kind.contains(.space) }
        let next = text.end(of: .space, from: position)
        return Candidate(
            mark: .lineEnd, start: end, markEnd: end, end: end, next: next, gap: gap(from: end, to: next))
    }

    private func gap(from end: Int, to next: Int) -> Candidate.Gap {
        guard next > end else { return .none }
        let newlines = text.bytes[end..<next].count { $0 == 0x0A }
        return newlines > 1 ? .blankLine : newlines == 1 ? .newline : .space
    }

    /// Bytes that start a character the scanner must look at: marks, brackets, quotes, line ends.
    private static let isInteresting: [Bool] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 0x0A, 0x21, 0x22, 0x27, 0x28, 0x29, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D: true
        case 0xC2, 0xD6, 0xD8, 0xDB, 0xDC, 0xE0, 0xE1, 0xE2, 0xE3, 0xEA, 0xEF, 0xF0: true
        default: false
        }
    }
}
