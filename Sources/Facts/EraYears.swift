internal import Bitext

/// Years counted from the start of an era: 明治28 is 1895, พ.ศ. 2562 is 2019.
enum EraYears {
    /// What stands before the number, and what is added to it.
    private static let eras: [(name: String, base: Int)] = [
        ("明治", 1867), ("大正", 1911), ("昭和", 1925), ("平成", 1988), ("令和", 2018), ("民國", 1911), ("民国", 1911),
        ("단기", -2333), ("단기 ", -2333),
        ("พ.ศ.", -543), ("พ.ศ. ", -543),
    ]

    /// The year of the common era, where an era stands before a number.
    static func year(_ value: Int, behind text: some BidirectionalCollection<Character>) -> Int? {
        for (name, base) in eras where text.count >= name.count {
            guard text.suffix(name.count).elementsEqual(name) else { continue }
            let year = value + base
            return (1...3000).contains(year) ? year : nil
        }
        return nil
    }

    /// The first years of eras that a text names by their sign: 令和元年 is 2019.
    static func firstYears(in text: String) -> [Fact] {
        guard text.contains("元年") else { return [] }
        return eras.flatMap { era in
            text.ranges(of: era.name + "元年").map { range in
                let start = text.utf8.distance(from: text.startIndex, to: range.upperBound) - "元年".utf8.count
                return Fact(
                    value: DecimalValue(mantissa: 1), otherReadings: [DecimalValue(mantissa: era.base + 1)],
                    range: TextRange(start, start + "元".utf8.count), text: "元", certainty: .doubtful)
            }
        }
    }
}
