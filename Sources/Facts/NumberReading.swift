/// What groups of digits and the marks between them can mean.
struct NumberReading {
    let groups: [[Int]]
    let marks: [Character]
    let decimalMark: Character

    /// The likeliest value, other possible ones, and whether the likeliest is sure; `nil` when this is no one number.
    var values: (value: DecimalValue, others: [DecimalValue], isSure: Bool)? {
        guard let last = marks.last else {
            guard let value = DecimalValue(digits: groups[0], fraction: 0) else { return nil }
            // A leading zero makes it a part of a date, a time or a telephone number.
            return (value, [], !(groups[0].count > 1 && groups[0][0] == 0))
        }
        let grouped = isGrouped(groups) ? DecimalValue(digits: groups.flatMap { $0 }, fraction: 0) : nil
        let sameMarks = marks.allSatisfy { $0 == last }
        if marks.count > 1, sameMarks {
            guard let grouped else { return nil }
            return (grouped, [], true)
        }
        let head = Array(groups.dropLast())
        // ۲٬۵۲: the mark of thousands was typed for that of decimals.
        let isSlip = last == "٬" && grouped == nil
        let canPoint = !last.isWhitespace && !"'’".contains(last) && (last != "٬" || isSlip)
        let pointed =
            canPoint && (head.count == 1 || (isGrouped(head) && !marks.dropLast().contains(last)))
            ? DecimalValue(digits: groups.flatMap { $0 }, fraction: groups[groups.count - 1].count) : nil
        switch (grouped, pointed) {
        case (let grouped?, let pointed?):
            // 1.100 or 1,100: the language's decimal mark decides, the other reading stays possible.
            let isDecimal = last == decimalMark || (decimalMark == "٫" && last == ".")
            return isDecimal ? (pointed, [grouped], false) : (grouped, [pointed], true)
        case (let grouped?, nil): return (grouped, [], true)
        case (nil, let pointed?):
            // 15.30 is a time where the stop is no decimal mark.
            let isTime =
                marks == ["."] && decimalMark == "," && groups[1].count == 2 && groups[1][0] < 6 && groups[0].count < 3
            return (pointed, [], !isTime && !isSlip && (marks.count == 1 || isGrouped(head)))
        case (nil, nil): return nil
        }
    }

    /// One to three digits, then groups of three (or of two before the last three, as India groups).
    private func isGrouped(_ groups: [[Int]]) -> Bool {
        guard let first = groups.first, (1...3).contains(first.count), groups.count > 1 else {
            return groups.count == 1
        }
        let inner = groups.dropFirst()
        if first == [0] { return false }
        return inner.allSatisfy { $0.count == 3 }
            || (inner.last?.count == 3 && inner.dropLast().allSatisfy { $0.count == 2 } && first.count <= 2)
    }
}
