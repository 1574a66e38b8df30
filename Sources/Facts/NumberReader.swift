public import Bitext
internal import ICU

/// Reads the numbers of a text: digits of any script, grouped and pointed as the language does, with scale words.
public final class NumberReader: Sendable {
    /// The language whose marks and scale words are used.
    public let language: Language
    private let decimalMark: Character
    private let scaleWords: ScaleWords
    private let regionalDates: RegionalDates
    private let hijraYears: HijraYears

    /// Makes a reader; asks ICU for the language's data, which takes some milliseconds.
    public init(language: Language) {
        self.language = language
        decimalMark = LocaleData.numberSymbols(language.tag).decimal.first ?? "."
        scaleWords = ScaleWords(language: language.tag)
        regionalDates = RegionalDates(language: language)
        hijraYears = HijraYears(language: language)
    }

    /// The numbers in a text, in order.
    public func facts(in text: String) -> [Fact] {
        guard text.unicodeScalars.contains(where: { $0.digitValue != nil }) || text.contains(where: isFraction) else {
            return []
        }
        let characters = Array(text)
        var offsets: [Int] = []
        offsets.reserveCapacity(characters.count + 1)
        var offset = 0
        for character in characters {
            offsets.append(offset)
            offset += character.utf8.count
        }
        offsets.append(offset)
        var scan = NumberScan(
            characters: characters, decimalMark: decimalMark, scaleWords: scaleWords,
            isUnspaced: language.isDense)
        var facts: [Fact] = []
        while let found = scan.next() {
            NumberReader.scale(&facts, before: found, in: text, at: offsets[found.range.lowerBound])
            facts.append(
                Fact(
                    value: found.value, otherReadings: found.others,
                    range: TextRange(offsets[found.range.lowerBound], offsets[found.range.upperBound]),
                    text: String(characters[found.range]), certainty: found.isSure ? .sure : .doubtful))
        }
        NumberReader.completeYears(&facts, in: text)
        facts = hijraYears.read(regionalDates.withReadings(facts, in: text), in: text)
        return NumberReader.withDoubtfulTelephones(facts, in: text)
    }

    private func isFraction(_ character: Character) -> Bool { VulgarFraction.value(character) != nil }

    /// `12 to 14 million`: the first of two may be counted as the second is.
    private static func scale(_ facts: inout [Fact], before found: NumberScan.Found, in text: String, at start: Int) {
        guard found.power > 0, let last = facts.last, start >= last.range.end, start - last.range.end <= 8,
            last.text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "," })
        else { return }
        let between = text.slice(TextRange(last.range.end, start))
        // A word of two or three letters, a dash: no other sentence, no other clause.
        guard !between.isEmpty, between.count <= 5, !between.contains(where: { ".;:!?()".contains($0) }) else { return }
        facts[facts.count - 1] = last.alsoRead(as: last.value.scaled(by: found.power))
    }

    /// 2001-2 and 2001–02: the second of two years may leave out the digits that it shares with the first.
    private static func completeYears(_ facts: inout [Fact], in text: String) {
        for index in facts.indices.dropFirst() {
            let (first, second) = (facts[index - 1], facts[index])
            guard let year = first.value.whole, (1000..<2100).contains(year), first.text.count == 4,
                let rest = second.value.whole, second.text.count <= 2,
                ["-", "–", "/"].contains(text.slice(TextRange(first.range.end, second.range.start)))
            else { continue }
            let unit = second.text.count == 1 ? 10 : 100
            let whole = year / unit * unit + rest
            if whole > year { facts[index] = second.alsoRead(as: DecimalValue(mantissa: whole)) }
        }
    }

    /// Numbers in a row of which one starts with 0, as those of telephones do, are no quantities.
    private static func withDoubtfulTelephones(_ facts: [Fact], in text: String) -> [Fact] {
        var facts = facts
        var start = 0
        while start < facts.count {
            var end = start + 1
            while end < facts.count, facts[end].range.start - facts[end - 1].range.end == 1,
                text.slice(TextRange(facts[end - 1].range.end, facts[end].range.start)) == " "
            {
                end += 1
            }
            let run = facts[start..<end]
            let digits = run.reduce(0) { $0 + $1.text.count(where: \.isNumber) }
            let isTelephone =
                end - start > 1
                && (run.contains { $0.text.hasPrefix("0") && $0.text.count > 2 }
                    || end - start > 2 && (8...15).contains(digits))
            for index in start..<end where isTelephone { facts[index] = facts[index].doubted }
            start = end
        }
        return facts
    }
}
