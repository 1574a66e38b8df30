public import Bitext
internal import ICU

/// Reads the numbers that a text spells out: `two hundred thousand`, `dreiundzwanzig`, `полтора миллиона`, 二十三万.
///
/// Every reading is doubtful: a word for a number may mean something else.
public final class SpelledNumberReader: Sendable {
    private let vocabulary: SpelledVocabulary
    private let language: Language

    /// Makes a reader; the first of a language asks ICU for some thousand forms, which takes some milliseconds.
    public init(language: Language) {
        self.language = language
        vocabulary = SpelledVocabulary.shared(language)
    }

    /// A word, or a part of one, that may belong to a number.
    private struct Piece {
        let item: SpelledVocabulary.Item
        /// UTF-8 offsets.
        let start: Int
        let end: Int
        /// Whether something else than a space, a hyphen or nothing stands before it.
        let isCut: Bool
        /// Whether it is a whole word, or the first or last part of one.
        var startsWord = true
        var endsWord = true
    }

    /// The spelled-out numbers of a text from two on, and the first years of eras, in order. A number of one short word in a
    /// script without spaces is none, but for the year of an era.
    public func facts(in text: String) -> [Fact] {
        guard !vocabulary.items.isEmpty else { return [] }
        let pieces = vocabulary.isDense ? densePieces(text) : wordPieces(text)
        var facts: [Fact] = []
        var index = 0
        while index < pieces.count {
            let (length, fact) = number(pieces[index...], text)
            if let fact { facts.append(fact) }
            index += max(1, length)
        }
        let firstYears = vocabulary.isDense ? EraYears.firstYears(in: text) : []
        if !firstYears.isEmpty { facts = (facts + firstYears).sorted { $0.range.start < $1.range.start } }
        return language.code == "en" ? SpelledNumberReader.withYears(facts, in: text) : facts
    }

    /// The number that pieces start with, and how many of them it takes.
    private func number(_ pieces: ArraySlice<Piece>, _ text: String) -> (length: Int, fact: Fact?) {
        let isRunStart = vocabulary.isDense && (pieces.first?.isCut ?? false)
        // No year has more digits than these: a longer run is looked at once, not from each of its places.
        let digits = isRunStart ? pieces.prefix(10).prefix { $0.start == pieces.first?.start || !$0.isCut } : []
        if digits.count >= 3, let tenths = SpelledComposer.positional(digits.map(\.item)), let first = digits.first,
            let last = digits.last, digits.count >= 4 || digits.contains(where: { $0.item == .value(0) })
        {
            return (digits.count, fact(tenths, TextRange(first.start, last.end), text))
        }
        var composer = SpelledComposer()
        for (offset, piece) in pieces.enumerated() {
            if offset > 0, piece.isCut { break }
            guard composer.add(piece.item, at: offset) else { break }
        }
        guard composer.end > 0, let tenths = composer.value else { return (1, nil) }
        let taken = pieces.prefix(composer.end)
        guard let first = taken.first, let last = taken.last, first.startsWord,
            last.endsWord || language.code == "ko", case let range = TextRange(first.start, last.end),
            tenths > 10 && isTelling(composer, taken) || eraYear(tenths, range, text) != nil
        else { return (composer.end, nil) }
        let said = text.slice(range).lowercased()
        // نه ۵: before a number in digits a word of its own is no number.
        let following = text.slice(TextRange(last.end, min(text.utf8.count, last.end + 5))).prefix(2)
        let isBeforeNumber = composer.count == 1 && following.first == " " && following.last?.isNumber == true
        guard !vocabulary.excluded.contains(said), !isBeforeNumber else {
            return (composer.end, nil)
        }
        return (composer.end, fact(tenths, range, text))
    }

    private func fact(_ tenths: Int, _ range: TextRange, _ text: String) -> Fact {
        let year = eraYear(tenths, range, text)
        return Fact(
            value: DecimalValue(mantissa: tenths, exponent: -1),
            otherReadings: year.map { [DecimalValue(mantissa: $0)] } ?? [], range: range,
            text: String(text.slice(range)), certainty: .doubtful)
    }

    /// The year that 六 of 令和六年 is.
    private func eraYear(_ tenths: Int, _ range: TextRange, _ text: String) -> Int? {
        guard vocabulary.isDense, tenths % 10 == 0 else { return nil }
        return EraYears.year(tenths / 10, behind: text.slice(TextRange(max(0, range.start - 12), range.start)))
    }

    /// Whether the parts are enough to be a number: where words are not set off, one sign may be anything.
    private func isTelling(_ composer: SpelledComposer, _ pieces: ArraySlice<Piece>) -> Bool {
        guard vocabulary.isDense || language.code == "ko" else {
            // Halves alone are quantities of something.
            return composer.value.map { $0 >= 20 || composer.count > 1 } ?? false
        }
        return composer.count >= 2 && composer.multipliers >= 1
    }

    /// Nineteen eighty-four, twenty twenty-five.
    private static func withYears(_ facts: [Fact], in text: String) -> [Fact] {
        var result: [Fact] = []
        for fact in facts {
            if let last = result.last, let century = last.value.whole, let year = fact.value.whole,
                (11...20).contains(century), (10...99).contains(year),
                text.slice(TextRange(last.range.end, fact.range.start)) == " "
            {
                let range = last.range.union(fact.range)
                result[result.count - 1] = Fact(
                    value: DecimalValue(mantissa: century * 100 + year), otherReadings: [], range: range,
                    text: String(text.slice(range)), certainty: .doubtful)
            } else {
                result.append(fact)
            }
        }
        return result
    }
}

// Finding the pieces.
extension SpelledNumberReader {
    /// A word of a text, and what separates it from the word before: nothing that ends a number, a comma, or more.
    private struct Word {
        let word: TextWord
        let gap: Gap
        var text: Substring { word.text }
        var start: Int { word.start }
        var end: Int { word.end }
    }

    private enum Gap { case narrow, comma, wide }

    /// The words of a text; none where none may be a number, which is told at once.
    private func words(_ text: String) -> [Word] {
        let hasApostrophes = language.code == "uk" || language.code == "be"
        let words = text.textWords { hasApostrophes && ($0 == "'" || $0 == "’") }
        guard words.contains(where: { vocabulary.mayStart($0.text) }) else { return [] }
        var end: String.Index?
        return words.map { word in
            let between = end.map { text[$0..<word.text.startIndex] }
            end = word.text.endIndex
            return Word(word: word, gap: between.map(SpelledNumberReader.gap) ?? .wide)
        }
    }

    private static func gap(_ between: Substring) -> Gap {
        if between.utf8.elementsEqual([0x20]) { return .narrow }
        var commas = 0
        for scalar in between.unicodeScalars {
            if scalar == "," {
                commas += 1
            } else if !scalar.isSpace, !scalar.isDash {
                return .wide
            }
        }
        return commas == 0 ? .narrow : commas == 1 ? .comma : .wide
    }

    /// The words of a text that are numbers or made of them.
    private func wordPieces(_ text: String) -> [Piece] {
        let words = words(text)
        var pieces: [Piece] = []
        var index = 0
        var isCut = true
        while index < words.count {
            let word = words[index]
            let mayFollow = word.gap == .narrow || word.gap == .comma && mayFollowComma(words[index...], pieces.last)
            isCut = isCut || !mayFollow
            // Most words are ruled out by their first letters.
            guard vocabulary.mayStart(word.text) else {
                isCut = true
                index += 1
                continue
            }
            let whole = SpelledVocabulary.folded(String(word.text))
            // ושבע עשרה: “and” is written together with the first of two words.
            let isJoined =
                whole.first.map(vocabulary.joinedPrefixes.contains) ?? false && vocabulary.items[whole] == nil
            let folded = isJoined ? String(whole.dropFirst()) : whole
            if isJoined, vocabulary.sequences[folded] != nil {
                pieces.append(Piece(item: .joiner, start: word.start, end: word.start, isCut: isCut))
                isCut = false
            }
            let starts = [folded] + vocabulary.starts(behindPrefixesOf: folded)
            if let (item, count) = starts.lazy.compactMap({ self.sequence(words[index...], $0) }).first {
                pieces.append(Piece(item: item, start: word.start, end: words[index + count - 1].end, isCut: isCut))
                isCut = false
                index += count
                continue
            }
            let found = self.pieces(of: whole, word, isCut: isCut)
            pieces += found
            isCut = found.isEmpty
            index += 1
        }
        return pieces
    }

    /// What words in a row are worth together, and how many they are.
    private func sequence(_ words: ArraySlice<Word>, _ first: String) -> (SpelledVocabulary.Item, Int)? {
        guard let candidates = vocabulary.sequences[first] else { return nil }
        for candidate in candidates where candidate.words.count <= words.count {
            let fits = zip(words, candidate.words).enumerated().allSatisfy { index, pair in
                index == 0 || pair.0.gap == .narrow && SpelledVocabulary.folded(String(pair.0.text)) == pair.1
            }
            if fits { return (candidate.item, candidate.words.count) }
        }
        return nil
    }

    /// Whether a number may go on behind a comma: two hundred thousand, five hundred, as English is also written.
    private func mayFollowComma(_ words: ArraySlice<Word>, _ last: Piece?) -> Bool {
        guard language.code == "en" else { return false }
        let items = words.prefix(2).map { vocabulary.items[SpelledVocabulary.folded(String($0.text))] }
        guard items.count == 2, case .multiplier(let scale)? = last?.item, scale >= 1000,
            case .value? = items[0], case .multiplier(let next)? = items[1]
        else { return false }
        return next < scale
    }

    /// What a word is, or what its parts are.
    private func pieces(of folded: String, _ word: Word, isCut: Bool) -> [Piece] {
        let (offset, end) = (word.start, word.end)
        if let item = vocabulary.item(folded) {
            return item == .none ? [] : [Piece(item: item, start: offset, end: end, isCut: isCut)]
        }
        if let first = folded.first, vocabulary.joinedPrefixes.contains(first),
            let item = vocabulary.items[String(folded.dropFirst())]
        {
            return [
                Piece(item: .joiner, start: offset, end: offset, isCut: isCut),
                Piece(item: item, start: offset, end: end, isCut: false),
            ]
        }
        let isKorean = language.code == "ko"
        guard vocabulary.hasCompounds, folded.utf8.count >= 6 || isKorean else { return [] }
        guard let items = vocabulary.compound(Array(folded), isOpen: isKorean), items.count > 1 || isKorean else {
            return []
        }
        var pieces: [Piece] = []
        var place = offset
        let isPlain = folded.utf8.count == word.text.utf8.count
        for (index, (item, length)) in items.enumerated() {
            // Places inside a word hold where folding kept its length; elsewhere the word stands for its parts.
            let next = isPlain ? place + length : index == items.count - 1 ? end : offset
            pieces.append(
                Piece(
                    item: item, start: place, end: next, isCut: index == 0 && isCut, startsWord: index == 0,
                    endsWord: next == end))
            place = next
        }
        return pieces
    }

    /// The signs of a text that are numbers, in scripts without spaces.
    private func densePieces(_ text: String) -> [Piece] {
        let characters = Array(text)
        var pieces: [Piece] = []
        var index = 0
        var offset = 0
        var isCut = true
        while index < characters.count {
            if characters[index] == "\u{200B}" {
                offset += 3
                index += 1
                continue
            }
            let longest = min(vocabulary.longest, characters.count - index)
            var found: (item: SpelledVocabulary.Item, length: Int)?
            for length in stride(from: longest, through: 1, by: -1) where found == nil {
                let part = length == 1 ? String(characters[index]) : String(characters[index..<index + length])
                if let item = vocabulary.items[part], item != .none { found = (item, length) }
            }
            let length = found?.length ?? 1
            let bytes = characters[index..<index + length].reduce(0) { $0 + $1.utf8.count }
            if let found {
                pieces.append(Piece(item: found.item, start: offset, end: offset + bytes, isCut: isCut))
                isCut = false
            } else {
                isCut = true
            }
            offset += bytes
            index += length
        }
        return pieces
    }
}
