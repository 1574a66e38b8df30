import Bitext
import Facts

/// Why a number that one side has alone may be no loss: what it says is said otherwise, or was no quantity.
///
/// A number that became another is not excused by these.
struct NumberExcuses {
    /// What is thought of a number.
    enum Verdict {
        /// It is said otherwise, or no quantity.
        case excused
        /// It may well be said otherwise.
        case doubtful
        /// Nothing excuses it.
        case missing
    }

    private let pair: AlignedPair
    private let side: Side
    /// The other side's text, lower case, without white space.
    private let other: String
    /// Its words, in lower case.
    private let words: Set<String>
    private let spelled: SpelledNumbers
    private let citations: Citations

    init(_ pair: AlignedPair, _ side: Side, _ bead: Bead) {
        self.pair = pair
        self.side = side
        let text = pair[side.other].text(bead[side.other]).lowercased()
        other = text.filter { !$0.isWhitespace }
        words = Set(text.split { !$0.isLetter }.map(String.init))
        spelled = pair.readers[side.other].spelledForms
        citations = Citations(other: text)
    }

    /// Takes off numbers of which one side only reads the scale word, which the other has as it is: 10.2 Million in Japanese.
    static func takeForeignScales(
        _ missing: inout [NumberComparer.Placed], _ extra: inout [NumberComparer.Placed], _ pair: AlignedPair,
        _ bead: Bead
    ) {
        // In longer lists each would be compared with each.
        guard missing.count * extra.count <= 10_000 else { return }
        let texts = (pair.source.text(bead.source), pair.target.text(bead.target))
        func isSame(_ long: Fact, _ short: Fact, _ other: String) -> Bool {
            long.text.contains(where: \.isLetter) && long.text.hasPrefix(short.text) && long.text != short.text
                && other.contains(long.text)
        }
        missing.removeAll { was in
            let index = extra.firstIndex {
                isSame(was.fact, $0.fact, texts.1) || isSame($0.fact, was.fact, texts.0)
            }
            guard let index else { return false }
            extra.remove(at: index)
            return true
        }
    }

    /// What is thought of a number.
    /// - Parameter others: the numbers of the other side.
    func verdict(_ number: NumberComparer.Placed, others: [NumberComparer.Placed]) -> Verdict {
        let fact = number.fact
        let text = pair[side].segments[number.segment].segment.text
        let before = text.slice(TextRange(max(0, fact.range.start - 16), fact.range.start))
        let behind = pair[side].segments[number.segment].text(behind: fact)
        if stands(fact.text) || isPartOfName(before) || isCentury(number, others) { return .excused }
        if let decade = decade(number, others) {
            return decade > 0 && spelled.mentions(decade, words: words, text: other) ? .excused : .doubtful
        }
        if citations.holds(fact.range, of: text) { return .doubtful }
        if fact.value.isHalf, spelled.mentionsHalf(words: words, text: other) { return .doubtful }
        // Around the clock; за добу.
        let isWholeDay = fact.value.whole == 24 && Units.kinds(behind).contains("hour")
        return isWholeDay || fact.value.whole == 100 && isPercent(fact, text) ? .doubtful : .missing
    }

    /// Whether the same characters stand on the other side, where tokenising or another language hid the number.
    private func stands(_ text: String) -> Bool {
        let bare = text.lowercased().filter { !$0.isWhitespace }
        guard bare.count > 1 else { return false }
        return other.ranges(of: bare).contains { range in
            let isCut = range.lowerBound > other.startIndex && other[other.index(before: range.lowerBound)].isNumber
            let goesOn = range.upperBound < other.endIndex && other[range.upperBound].isNumber
            return !isCut && !goesOn
        }
    }

    /// COVID-19, F-16: a number behind capitals and a hyphen is part of a name, which the other side may say otherwise.
    private func isPartOfName(_ before: Substring) -> Bool {
        guard let hyphen = before.last, hyphen == "-" || hyphen == "‑" else { return false }
        let word = before.dropLast().suffix { $0.isLetter }
        return word.count >= 2 && word.allSatisfy(\.isUppercase)
    }

    /// 100 % is also wholly, completely.
    private func isPercent(_ fact: Fact, _ text: String) -> Bool {
        pair.readers[side].measures.measure(of: fact.range, in: text)?.readings == ["percent"]
    }

    /// The decade of the 1930s, 30, which many languages say in words; `nil` for other numbers, and where the other side has
    /// a decade in digits.
    private func decade(_ number: NumberComparer.Placed, _ others: [NumberComparer.Placed]) -> Int? {
        guard let decade = decade(number, side), !others.contains(where: { self.decade($0, side.other) != nil }) else {
            return nil
        }
        return decade
    }

    private func decade(_ number: NumberComparer.Placed, _ side: Side) -> Int? {
        Decades.of(pair[side].language).decade(number.fact, in: pair[side].segments[number.segment])
    }

    /// 1930 is in the 20th century, and so are the thirties (’30).
    private func isCentury(_ number: NumberComparer.Placed, _ others: [NumberComparer.Placed]) -> Bool {
        guard let value = number.fact.value.whole, (1...21).contains(value),
            pair[side].segments[number.segment].countsCenturies(number.fact)
        else { return false }
        return others.contains { other in
            if value > 18, decade(other, side.other) != nil { return true }
            return other.fact.value.whole.map { (1...2100).contains($0) && $0 / 100 + 1 == value } ?? false
        }
    }
}

extension AnalysedSegment {
    /// A few characters behind a number.
    func text(behind fact: Fact) -> Substring {
        segment.text.slice(TextRange(fact.range.end, min(segment.text.utf8.count, fact.range.end + 24)))
    }

    /// Whether a number is that of a century: 19. Jahrhundert, המאה ה-19.
    func countsCenturies(_ fact: Fact) -> Bool {
        let before = segment.text.slice(TextRange(max(0, fact.range.start - 48), fact.range.start))
        let words = before.split(whereSeparator: \.isWhitespace).suffix(2).joined(separator: " ")
        // A 19th-century war.
        let behind = text(behind: fact).replacing("-", with: " ")
        return [behind, words[...]].contains { Units.kinds($0).contains("century") }
    }
}
