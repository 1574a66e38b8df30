/// Puts the parts of a spelled-out number together: what stands before a scale word is multiplied, the rest is added while
/// it gets smaller.
struct SpelledComposer {
    private struct Part {
        /// In tenths, so that halves fit.
        var value: Int
        /// The item that it began with.
        var start: Int
        /// What it was multiplied by last.
        var scale = 1
    }

    private var parts: [Part] = []
    private(set) var count = 0
    private(set) var multipliers = 0
    private var isJoined = false
    /// Whether a zero stands last, which only keeps a place: 一百〇五, không trăm.
    private var isHeldPlace = false
    /// Where the items ended that make a number so far.
    private(set) var end = 0

    /// The worth, in tenths, of items that make one number; `nil` where they make none, or several.
    static func whole(_ items: [SpelledVocabulary.Item]) -> Int? {
        var composer = SpelledComposer()
        for (index, item) in items.enumerated() {
            guard composer.add(item, at: index) else { return nil }
        }
        return composer.value
    }

    /// The worth so far, in tenths; `nil` before any.
    var value: Int? {
        guard !parts.isEmpty else { return nil }
        var sum = 0
        for part in parts {
            let (more, overflow) = sum.addingReportingOverflow(part.value)
            if overflow { return nil }
            sum = more
        }
        return sum
    }

    /// Takes one more item; `false` where it belongs to another number. After that ``end`` says where this one ends, which
    /// may lie before the items taken last.
    mutating func add(_ item: SpelledVocabulary.Item, at index: Int) -> Bool {
        switch item {
        case .none: return false
        case .joiner:
            guard !parts.isEmpty else { return false }
            isJoined = true
            return true
        case .value(let value):
            guard add(value, at: index) else { return false }
        case .multiplier(let scale):
            guard multiply(by: scale, at: index) else { return false }
            multipliers += 1
        }
        count += 1
        isJoined = false
        end = index + 1
        return true
    }

    /// The worth, in tenths, of digits in a row, as years are written: 二〇一八; `nil` for other items.
    static func positional(_ items: [SpelledVocabulary.Item]) -> Int? {
        var value = 0
        for item in items {
            guard case .value(let digit) = item, digit < 100, digit % 10 == 0, value < 100_000_000 else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private mutating func add(_ value: Int, at index: Int) -> Bool {
        guard let last = parts.last else {
            parts.append(Part(value: value, start: index))
            return true
        }
        if value == 0, last.value >= 1000, !isHeldPlace {
            isHeldPlace = true
            return true
        }
        isHeldPlace = false
        // Un million et demi.
        if value == 5, last.scale >= 1000 {
            let (half, tooLarge) = last.scale.multipliedReportingOverflow(by: 5)
            let (sum, overflow) = last.value.addingReportingOverflow(half)
            guard !tooLarge, !overflow else { return false }
            parts[parts.count - 1].value = sum
            return true
        }
        if last.value > 0, value > 0, value < SpelledComposer.magnitude(last.value) {
            parts.append(Part(value: value, start: index))
            return true
        }
        // Dreiundzwanzig, ثلاثة وعشرون: the ones before the tens.
        if isJoined, (10..<100).contains(last.value), last.value % 10 == 0, value % 100 == 0,
            (200..<1000).contains(value)
        {
            parts[parts.count - 1].value += value
            return true
        }
        return false
    }

    private mutating func multiply(by scale: Int, at index: Int) -> Bool {
        let tenths = scale.multipliedReportingOverflow(by: 10)
        guard !tenths.overflow else { return false }
        if isHeldPlace {
            isHeldPlace = false
            return true
        }
        var factor = 0
        var start = index
        var kept = parts
        while let last = kept.last, last.value < tenths.partialValue {
            factor += last.value
            start = last.start
            kept.removeLast()
        }
        if factor == 0 {
            // The scale word alone is one of them; zero of them are none.
            guard start == index else { return false }
            factor = 10
        }
        let (value, overflow) = factor.multipliedReportingOverflow(by: scale)
        guard !overflow else { return false }
        if let last = kept.last, value >= SpelledComposer.magnitude(last.value) {
            // Three thousand two thousand: what would be multiplied begins another number.
            if start < index {
                parts = kept
                end = start
            }
            return false
        }
        parts = kept + [Part(value: value, start: start, scale: scale)]
        return true
    }

    /// The largest power of ten that divides a value.
    private static func magnitude(_ value: Int) -> Int {
        var power = 1
        while value % (power * 10) == 0, power < 1_000_000_000_000_000_000 / 10 { power *= 10 }
        return power
    }
}
