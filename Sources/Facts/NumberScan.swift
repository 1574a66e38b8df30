internal import ICU

/// One pass over the characters of a text.
struct NumberScan {
    struct Found {
        var value: DecimalValue
        var others: [DecimalValue] = []
        var range: Range<Int>
        var isSure = true
        /// The power of ten that scale words multiply it by.
        var power = 0
    }

    let characters: [Character]
    let decimalMark: Character
    let scaleWords: ScaleWords
    let isUnspaced: Bool
    private var position = 0
    /// Where the parts of a number of three parts or more end, which are numbers of their own.
    private var endOfParts = 0

    init(characters: [Character], decimalMark: Character, scaleWords: ScaleWords, isUnspaced: Bool) {
        self.characters = characters
        self.decimalMark = decimalMark
        self.scaleWords = scaleWords
        self.isUnspaced = isUnspaced
    }

    mutating func next() -> Found? {
        while position < characters.count {
            if let end = endOfReference(position) {
                position = end
            } else if digit(position) != nil {
                if let found = number() { return found }
            } else if let value = VulgarFraction.value(characters[position]) {
                position += 1
                // Half a litre has no number in most languages.
                return Found(value: value, range: position - 1..<position, isSure: false)
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
        addLeadingMark(to: &found)
        addFraction(to: &found)
        if let whole = found.value.whole, whole < 5000 {
            let before = characters[max(0, found.range.lowerBound - 5)..<found.range.lowerBound]
            if let year = EraYears.year(whole, behind: before) { found.others.append(DecimalValue(mantissa: year)) }
        }
        if isInCode || (position < characters.count && isCodeNeighbour(position) && scale(position) == nil) {
            found.isSure = found.isSure && !isAttachedToLetters(found.range)
        }
        // 제1조 and 第1条 are articles: what stands behind a counted number multiplies nothing.
        let money = moneyLetter(behind: found.range)
        guard !isCounted(found.range.lowerBound), let (power, after) = money ?? scale(position) else {
            if isMonth(position) || isBase(position) { found.isSure = false }
            return found
        }
        // 3M is three millions, or a name.
        let isLetter = after - position == 1 && characters[position].isASCII && money == nil
        let isSpacedLetter = after - position == 2 && characters[position].isWhitespace
        if isSpacedLetter { found.isSure = false }
        let plain = isLetter || isSpacedLetter ? [found.value] : []
        found.others = found.others.map { $0.scaled(by: power) } + plain
        found.value = found.value.scaled(by: power)
        found.power = power
        position = after
        // 2천만, mil milhões: one scale word behind another multiplies.
        while let (more, after) = scale(position), more > 0 {
            found.value = found.value.scaled(by: more)
            found.power += more
            position = after
        }
        found.range = found.range.lowerBound..<position
        addRemainder(to: &found)
        return found
    }

    /// `.5`: a decimal mark in front, with a space or nothing before it.
    private func addLeadingMark(to found: inout Found) {
        let mark = found.range.lowerBound - 1
        let digits = characters[found.range].compactMap { $0.unicodeScalars.first?.digitValue }
        guard mark >= 0, characters[mark] == decimalMark, digits.count == found.range.count,
            mark == 0 || characters[mark - 1].isWhitespace || "($£€-".contains(characters[mark - 1]),
            let fraction = DecimalValue(digits: digits, fraction: digits.count)
        else { return }
        // .38 is a calibre, which others write without the mark.
        found.others.append(found.value)
        found.value = fraction
        found.range = mark..<found.range.upperBound
    }

    /// `2½`, `2 ½`: a fraction behind a whole number belongs to it.
    private mutating func addFraction(to found: inout Found) {
        let isSpaced = position < characters.count && characters[position].isWhitespace
        let place = isSpaced ? position + 1 : position
        guard place < characters.count, found.value.exponent >= 0,
            let fraction = VulgarFraction.value(characters[place]),
            let sum = found.value.plus(fraction)
        else { return }
        // Who writes no fractions rounds, or counts the whole.
        found.others.append(found.value)
        found.value = sum
        position = place + 1
        found.range = found.range.lowerBound..<position
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
        // 3천5백만: what stands before ten thousand, a hundred millions and so on is added up before it multiplies.
        let group = min(12, power / 4 * 4)
        let isInGroup = group > 0 && ahead == saved && found.power < 4 && found.power > power - group
        let value = isInGroup ? found.value.scaled(by: group) : found.value
        rest.value = rest.value.scaled(by: power)
        guard rest.value.exponent >= 0, rest.value.wholeDigits <= value.exponent, let sum = value.plus(rest.value)
        else {
            position = saved
            return
        }
        if !isInGroup { found.others += [found.value, rest.value] }
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
            } else if isSpacedThousand(position, groups) {
                marks.append(characters[position])
                groups.append([])
                position += 2
            } else if position >= endOfParts, let mark = separator(position), digit(position + 1) != nil,
                !"，،".contains(mark) || isThreeAhead(position + 1),
                !mark.isWhitespace || isGroupAhead(position + 1, groups: groups, marks: marks)
            {
                marks.append(mark)
                groups.append([])
                position += 1
            } else {
                break
            }
        }
        if let next = dateEnd(groups, marks) {
            // 19.12.1999, 6.11.: the day here, the year as the next number; months are named in other languages.
            let starts = groups.indices.map { group in groups[..<group].reduce(start + group) { $0 + $1.count } }
            position = next < groups.count ? starts[next] : position
            // 1.1. is also a section: the other side may write it as one number.
            let whole =
                groups.count == 2 ? [DecimalValue(digits: groups[0] + groups[1], fraction: groups[1].count)] : []
            return DecimalValue(digits: groups[0], fraction: 0).map {
                Found(
                    value: $0, others: whole.compactMap { $0 }, range: start..<start + groups[0].count, isSure: false)
            }
        }
        let reading = NumberReading(groups: groups, marks: marks, decimalMark: decimalMark)
        if let (value, others, isSure) = reading.values {
            // 249,289,299 may be a list where no space stands behind a comma.
            let isList = isUnspaced && groups.count > 2 && marks.allSatisfy { $0 == "," }
            return Found(
                value: value, others: others, range: start..<position,
                isSure: isSure && !isList && start >= endOfParts)
        }
        // No one number: dates, versions, lists. Give the first group and go on behind it.
        if groups.count > 2, marks.allSatisfy({ $0 == "." }) { endOfParts = position }
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
        return ".,'’٫٬ \u{A0}\u{202F}\u{2009}，．،".contains(mark) ? mark : nil
    }

    /// Where groups of digits are a day, a month and perhaps a year: the number of the group to go on with, behind the
    /// last for a day and month alone; `nil` for other numbers.
    private func dateEnd(_ groups: [[Int]], _ marks: [Character]) -> Int? {
        func value(_ group: [Int]) -> Int { group.reduce(0) { $0 * 10 + $1 } }
        guard marks.allSatisfy({ $0 == "." }), groups.count >= 2, groups[0].count <= 2, groups[1].count <= 2,
            (1...31).contains(value(groups[0])), (1...12).contains(value(groups[1]))
        else { return nil }
        if groups.count == 3, groups[2].count == 4 { return 2 }
        // 6.11. is a day where the stop is not the decimal mark.
        let isClosed =
            groups.count == 2 && decimalMark != "." && position < characters.count && characters[position] == "."
        return isClosed && position + 1 < characters.count ? groups.count : nil
    }

    /// `1, 000`: a space behind the mark that groups thousands, as machines write it.
    private func isSpacedThousand(_ index: Int, _ groups: [[Int]]) -> Bool {
        guard index + 1 < characters.count, ",，".contains(characters[index]), characters[index + 1] == " ",
            groups.count == 1, (1...3).contains(groups[0].count)
        else { return false }
        return isThreeAhead(index + 2) && (2...4).allSatisfy { digit(index + $0) == 0 }
    }

    /// Whether exactly three digits stand at a place.
    private func isThreeAhead(_ index: Int) -> Bool {
        (0..<3).allSatisfy { digit(index + $0) != nil } && digit(index + 3) == nil
    }

    /// A space between digits groups them only before exactly three, behind one to three.
    private func isGroupAhead(_ index: Int, groups: [[Int]], marks: [Character]) -> Bool {
        guard let last = groups.last, groups.count == 1 ? (1...3).contains(last.count) : last.count == 3,
            marks.allSatisfy(\.isWhitespace)
        else { return false }
        return isThreeAhead(index)
    }

    /// £125m, $5k: a small letter that touches an amount of money; 125m alone are metres.
    private func moneyLetter(behind range: Range<Int>) -> (power: Int, after: Int)? {
        guard range.lowerBound > 0, range.upperBound == position, position < characters.count,
            characters[range.lowerBound - 1].unicodeScalars.first?.properties.generalCategory == .currencySymbol,
            let power = ["k": 3, "m": 6, "b": 9][characters[position]],
            position + 1 == characters.count || !characters[position + 1].isLetter
        else { return nil }
        return (power, position + 1)
    }
}

extension NumberScan.Found {
    var readings: [DecimalValue] { [value] + others }
}
