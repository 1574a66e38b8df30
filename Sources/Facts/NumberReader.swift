public import Bitext
internal import ICU

/// Reads the numbers of a text: digits of any script, grouped and pointed as the language does, with scale words.
public struct NumberReader: Sendable {
    /// The language whose marks and scale words are used.
    public let language: Language
    private let decimalMark: Character
    private let scaleWords: ScaleWords

    /// Makes a reader; asks ICU for the language's data, which takes some milliseconds.
    public init(language: Language) {
        self.language = language
        decimalMark = LocaleData.numberSymbols(language.tag).decimal.first ?? "."
        scaleWords = ScaleWords(language: language.tag)
    }

    /// The numbers in a text, in order.
    public func facts(in text: String) -> [Fact] {
        guard text.unicodeScalars.contains(where: { $0.digitValue != nil }) else { return [] }
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
            isUnspaced: language.isUnspaced || language.code == "ko")
        var facts: [Fact] = []
        while let found = scan.next() {
            facts.append(
                Fact(
                    value: found.value, otherReadings: found.others,
                    range: TextRange(offsets[found.range.lowerBound], offsets[found.range.upperBound]),
                    text: String(characters[found.range]), certainty: found.isSure ? .sure : .doubtful))
        }
        return NumberReader.withDoubtfulTelephones(facts, in: text)
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
            let isTelephone =
                end - start > 1 && facts[start..<end].contains { $0.text.hasPrefix("0") && $0.text.count > 2 }
            for index in start..<end where isTelephone { facts[index] = facts[index].doubted }
            start = end
        }
        return facts
    }
}

/// One pass over the characters of a text.
struct NumberScan {
    struct Found {
        var value: DecimalValue
        var others: [DecimalValue] = []
        var range: Range<Int>
        var isSure = true
    }

    let characters: [Character]
    let decimalMark: Character
    let scaleWords: ScaleWords
    let isUnspaced: Bool
    private var position = 0

    init(characters: [Character], decimalMark: Character, scaleWords: ScaleWords, isUnspaced: Bool) {
        self.characters = characters
        self.decimalMark = decimalMark
        self.scaleWords = scaleWords
        self.isUnspaced = isUnspaced
    }

    mutating func next() -> Found? {
        while position < characters.count {
            if digit(position) != nil {
                if let found = number() { return found }
            } else {
                position += 1
            }
        }
        return nil
    }

    private func digit(_ index: Int) -> Int? {
        guard index < characters.count else { return nil }
        return characters[index].unicodeScalars.first?.digitValue
    }

    /// Reads a number and what multiplies it: `20 млрд`, `1억 2천만`, `28 тысяч 893`.
    private mutating func number() -> Found? {
        let isInCode = position > 0 && isCodeNeighbour(position - 1)
        guard var found = plain() else { return nil }
        if isInCode || (position < characters.count && isCodeNeighbour(position) && scale(position) == nil) {
            found.isSure = found.isSure && !isAttachedToLetters(found.range)
        }
        // 제1조 and 第1条 are articles: what stands behind a counted number multiplies nothing.
        guard !isCounted(found.range.lowerBound), let (power, after) = scale(position) else {
            if isMonth(position) { found.isSure = false }
            return found
        }
        found.others = found.others.map { $0.scaled(by: power) }
        found.value = found.value.scaled(by: power)
        position = after
        // 2천만, mil milhões: one scale word behind another multiplies.
        while let (more, after) = scale(position), more > 0 {
            found.value = found.value.scaled(by: more)
            position = after
        }
        found.range = found.range.lowerBound..<position
        addRemainder(to: &found)
        return found
    }

    /// `28 тысяч 893`: a smaller whole number behind a scaled one belongs to it.
    private mutating func addRemainder(to found: inout Found) {
        var ahead = position
        while ahead < characters.count, characters[ahead].isWhitespace { ahead += 1 }
        guard digit(ahead) != nil, ahead - position <= 1 else { return }
        let saved = position
        position = ahead
        guard var rest = plain(), rest.isSure || isUnspaced else {
            position = saved
            return
        }
        var power = 0
        while let (more, after) = scale(position), isUnspaced || power == 0 {
            power += more
            position = after
        }
        rest.value = rest.value.scaled(by: power)
        guard rest.value.exponent >= 0, rest.value.wholeDigits <= found.value.exponent,
            let sum = found.value.plus(rest.value)
        else {
            position = saved
            return
        }
        found.others += [found.value, rest.value]
        found.value = sum
        found.range = found.range.lowerBound..<position
    }

    /// Reads digits with the marks between them.
    private mutating func plain() -> Found? {
        let start = position
        var groups: [[Int]] = [[]]
        var marks: [Character] = []
        while position < characters.count {
            if let value = digit(position) {
                groups[groups.count - 1].append(value)
                position += 1
            } else if let mark = separator(position), digit(position + 1) != nil,
                !mark.isWhitespace || isGroupAhead(position + 1, groups: groups, marks: marks)
            {
                marks.append(mark)
                groups.append([])
                position += 1
            } else {
                break
            }
        }
        let reading = NumberReading(groups: groups, marks: marks, decimalMark: decimalMark)
        if let (value, others, isSure) = reading.values {
            return Found(value: value, others: others, range: start..<position, isSure: isSure)
        }
        // No one number: dates, versions, lists. Give the first group and go on behind it.
        position = start + groups[0].count
        guard let value = DecimalValue(digits: groups[0], fraction: 0) else {
            while digit(position) != nil { position += 1 }
            return nil
        }
        return Found(value: value, range: start..<position, isSure: false)
    }

    private func separator(_ index: Int) -> Character? {
        guard index < characters.count else { return nil }
        let mark = characters[index]
        return ".,'’٫٬ \u{A0}\u{202F}\u{2009}，．".contains(mark) ? mark : nil
    }

    /// A space between digits groups them only before exactly three, behind one to three.
    private func isGroupAhead(_ index: Int, groups: [[Int]], marks: [Character]) -> Bool {
        guard let last = groups.last, groups.count == 1 ? (1...3).contains(last.count) : last.count == 3,
            marks.allSatisfy(\.isWhitespace)
        else { return false }
        return (0..<3).allSatisfy { digit(index + $0) != nil } && digit(index + 3) == nil
    }

    /// The scale word at a place, after a space at most.
    private func scale(_ index: Int) -> (power: Int, after: Int)? {
        var start = index
        if start < characters.count, characters[start].isWhitespace || characters[start] == "-" { start += 1 }
        guard start < characters.count, characters[start].isLetter else { return nil }
        if isUnspaced {
            let head = String(characters[start..<min(characters.count, start + 4)])
            if let (power, length) = scaleWords.leading(head[...]) { return (power, start + length) }
        }
        var end = start
        while end < characters.count, characters[end].isLetter { end += 1 }
        let word = String(characters[start..<end])
        // One-letter abbreviations (5M) count only where they touch the number.
        guard word.count > 1 || (start == index && word.first?.isUppercase == true) else { return nil }
        guard let power = scaleWords.power(of: word.lowercased()) else { return nil }
        if end < characters.count, characters[end] == ".", word.count <= 4 { end += 1 }
        return (power, end)
    }

    /// Whether 제 or 第 stands before a number.
    private func isCounted(_ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, characters[before].isWhitespace { before -= 1 }
        return before >= 0 && (characters[before] == "제" || characters[before] == "第")
    }

    /// `6月`, `6월`: a month, which other languages name.
    private func isMonth(_ index: Int) -> Bool {
        guard index < characters.count else { return false }
        return characters[index] == "月" || characters[index] == "월"
    }

    private func isCodeNeighbour(_ index: Int) -> Bool {
        characters[index].isLetter || "/_#".contains(characters[index])
    }

    private func isAttachedToLetters(_ range: Range<Int>) -> Bool {
        let before =
            range.lowerBound > 0 && characters[range.lowerBound - 1].isLetter
            && characters[range.lowerBound - 1].isASCII
        return before
    }
}

extension NumberScan.Found {
    var readings: [DecimalValue] { [value] + others }
}
