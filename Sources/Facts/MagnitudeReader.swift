public import Bitext

/// Reads how large a number is where a text does not say which: `hundreds of people`, `десятки тысяч`, 수백만 명.
///
/// What a definite number stands before is none: two hundred, 5 million.
public final class MagnitudeReader: Sendable {
    private let words: MagnitudeWords
    private let language: Language

    /// Makes a reader.
    public init(language: Language) {
        self.language = language
        words = MagnitudeWords.shared(language)
    }

    /// A segment with more of them is no sentence; the rest is left out, so that time stays bounded.
    private static let mostInSegment = 50

    /// The magnitudes of a segment, in order, the first 50.
    public func magnitudes(in segment: AnalysedSegment) -> [Magnitude] {
        let text = segment.segment.text
        let found = (words.units.isEmpty ? grouped(segment) : joined(text)).prefix(MagnitudeReader.mostInSegment)
        guard !found.isEmpty else { return [] }
        let numbers = segment.facts.map(\.range)
        let free = found.filter { magnitude in !numbers.contains { $0.overlaps(magnitude.range) } }
        guard !free.isEmpty, words.units.isEmpty else { return Array(free) }
        let spelled = SpelledNumberReader(language: language).facts(in: text).map(\.range)
        return free.filter { magnitude in
            !spelled.contains { range in
                guard range.overlaps(magnitude.range) else { return false }
                let isBefore =
                    range.start < magnitude.range.start
                    && !isArticle(text.slice(TextRange(range.start, magnitude.range.start)))
                return isBefore || range.end > magnitude.range.end
            }
        }
    }

    private func isArticle(_ text: Substring) -> Bool {
        words.articles.contains(text.filter { !$0.isWhitespace }.lowercased())
    }

    /// Groups of words that stand side by side: tens of thousands.
    private func grouped(_ segment: AnalysedSegment) -> [Magnitude] {
        guard !words.entries.isEmpty else { return [] }
        let text = segment.segment.text
        let tokens = segment.tokens.filter { $0.kind != .mark }
        func word(_ index: Int) -> String? {
            guard tokens.indices.contains(index), tokens[index].kind == .word else { return nil }
            return text.slice(tokens[index].range).lowercased()
        }
        func follows(_ index: Int) -> Bool {
            tokens.indices.contains(index) && index > 0
                && text.slice(TextRange(tokens[index - 1].range.end, tokens[index].range.start))
                    .allSatisfy { $0.isWhitespace || $0 == "-" || $0 == "’" || $0 == "'" }
        }
        var found: [Magnitude] = []
        var index = 0
        while index < tokens.count {
            guard words.heads.mayStart(text.slice(tokens[index].range)),
                let first = word(index).flatMap({ words.entries[$0] })
            else {
                index += 1
                continue
            }
            var entries = [first]
            var end = index
            var next = index + 1
            while follows(next), let other = word(next) {
                if let entry = words.entries[other] {
                    entries.append(entry)
                    end = next
                } else if next != end + 1 || !words.links.contains(other) {
                    break
                }
                next += 1
            }
            let isAfterArticle = index > 0 && follows(index) && word(index - 1).map(words.articles.contains) ?? false
            let isAfterNumber = index > 0 && follows(index) && tokens[index - 1].kind == .number
            // A billion-year scale is one of many years.
            let isInCompound = text.utf8.dropFirst(tokens[end].range.end).first == UInt8(ascii: "-")
            if !isAfterNumber,
                let magnitude = magnitude(
                    entries, isAfterArticle: isAfterArticle && !isInCompound)
            {
                let range = TextRange(tokens[index].range.start, tokens[end].range.end)
                found.append(
                    Magnitude(
                        powers: magnitude.powers, form: magnitude.form, range: range, text: String(text.slice(range))))
            }
            index = end + 1
        }
        return found
    }

    private func magnitude(
        _ entries: [MagnitudeWords.Entry], isAfterArticle: Bool
    ) -> (powers: ClosedRange<Int>, form: Magnitude.Form)? {
        guard let last = entries.last, !last.isPart else { return nil }
        let low = entries.reduce(0) { $0 + $1.powers.lowerBound }
        let high = entries.reduce(0) { $0 + $1.powers.upperBound }
        let isOne = entries.allSatisfy { $0.form == .one } && (words.articles.isEmpty || isAfterArticle)
        // Mil milhões is one number, milhões are several.
        let form: Magnitude.Form = entries.first { !$0.isPart }?.form == .many ? .many : isOne ? .one : .unknown
        return (low...high, form)
    }

    /// A sign that leaves the number open with units behind it: 数百万, 수천.
    private func joined(_ text: String) -> [Magnitude] {
        var found: [Magnitude] = []
        var start: (offset: Int, form: Magnitude.Form)?
        var power = 0
        var offset = 0
        func close(at end: Int) {
            if let start, power > 0 {
                let range = TextRange(start.offset, end)
                found.append(
                    Magnitude(powers: power...power, form: start.form, range: range, text: String(text.slice(range))))
            }
            start = nil
            power = 0
        }
        var isWordStart = true
        for character in text {
            if start != nil, let unit = words.units[character] {
                power += unit
            } else {
                close(at: offset)
                // Where words are set off, the sign begins one: 수 in 교수 is a syllable.
                if let form = words.prefixes[character], language.isUnspaced || isWordStart { start = (offset, form) }
            }
            isWordStart = !character.isLetter
            offset += character.utf8.count
        }
        close(at: offset)
        return found
    }
}
