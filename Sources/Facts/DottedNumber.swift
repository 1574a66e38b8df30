/// A number of three parts or more with stops between, neither a date nor grouped by thousands: a section (6.5.1), a release,
/// an address (192.168.0.1).
enum DottedNumber {
    /// How many characters of a text the number takes that it begins with; `nil` where it begins with none.
    static func length(_ text: some Collection<Character>) -> Int? {
        let numbers = text.prefix { $0 == "." || $0.isASCII && $0.isNumber }
        var parts = numbers.split(separator: ".", omittingEmptySubsequences: false)
        // A sentence may end behind it.
        if parts.last?.isEmpty == true { parts.removeLast() }
        guard parts.count > 2, parts.allSatisfy({ (1...4).contains($0.count) }),
            text.dropFirst(numbers.count).first.map({ !$0.isASCII || !$0.isLetter }) ?? true,
            !parts.dropFirst().allSatisfy({ $0.count == 3 }),
            parts.count > 3 || !isDate(parts.compactMap { Int(String($0)) })
        else { return nil }
        return parts.reduce(parts.count - 1) { $0 + $1.count }
    }

    /// Whether three numbers may be a day, a month and a year, or the same from behind.
    private static func isDate(_ parts: [Int]) -> Bool {
        guard parts.count == 3 else { return false }
        let isLast = (1...31).contains(parts[0]) && (1...12).contains(parts[1]) && parts[2] > 9
        let isFirst = parts[0] > 99 && (1...12).contains(parts[1]) && (1...31).contains(parts[2])
        return isLast || isFirst
    }
}
