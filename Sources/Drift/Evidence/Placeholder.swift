import Bitext
import Facts

/// A place in a text that a program fills or takes for markup.
struct Placeholder {
    /// What must stand on the other side too: its name, or number and kind.
    let key: String
    let text: String
    let segment: Int
    /// In the segment, in UTF-8 bytes.
    let range: TextRange
    /// Whether its place among the others matters, as that of %s does.
    let isOrdered: Bool
    /// Whether it may be a per cent sign before a word: %gs, %dkB, %time. It counts where the other side has one for it.
    let isDoubtful: Bool

    /// The placeholders of both sides of a bead. $1 may be money: placeholders count up from one, and do not stand on the
    /// other side as another amount would.
    static func sides(of bead: Bead, in pair: AlignedPair, _ kinds: Set<Character>) -> (
        source: [Placeholder], target: [Placeholder]
    ) {
        let sides = certain((source: all(in: pair, .source, bead, kinds), target: all(in: pair, .target, bead, kinds)))
        let digits = (Set(sides.source.compactMap(\.digit)), Set(sides.target.compactMap(\.digit)))
        let all = digits.0.union(digits.1)
        guard !all.isEmpty else { return sides }
        let areCounted = all == Set(1...all.count)
        func isPlaceholder(_ place: Placeholder) -> Bool {
            guard let digit = place.digit else { return true }
            guard areCounted else { return false }
            if digits.0.contains(digit), digits.1.contains(digit) { return true }
            let side: Side = digits.0.contains(digit) ? .target : .source
            let other = pair[side].text(bead[side])
            return !other.split { !$0.isNumber }.contains { $0 == String(digit) }
        }
        return (sides.source.filter(isPlaceholder), sides.target.filter(isPlaceholder))
    }

    /// The placeholders of both sides, of the doubtful ones only those that the other side has one more for.
    private static func certain(_ sides: (source: [Placeholder], target: [Placeholder])) -> (
        source: [Placeholder], target: [Placeholder]
    ) {
        func certain(_ own: [Placeholder], _ others: [Placeholder]) -> [Placeholder] {
            guard own.contains(where: \.isDoubtful) else { return own }
            var wanted = Dictionary(others.filter { !$0.isDoubtful }.map { ($0.key, 1) }, uniquingKeysWith: +)
            for place in own where !place.isDoubtful { wanted[place.key, default: 0] -= 1 }
            return own.filter { place in
                guard place.isDoubtful else { return true }
                wanted[place.key, default: 0] -= 1
                return wanted[place.key, default: 0] >= 0
            }
        }
        return (certain(sides.source, sides.target), certain(sides.target, sides.source))
    }

    /// The tags of both sides without those that neither side closes: <label> may stand for an argument of a command.
    static func withoutArguments(_ sides: (source: [Placeholder], target: [Placeholder])) -> (
        source: [Placeholder], target: [Placeholder]
    ) {
        let closed = Set((sides.source + sides.target).filter { $0.key.hasPrefix("</") }.map { $0.key.dropFirst(2) })
        func counts(_ place: Placeholder) -> Bool {
            guard place.key.hasPrefix("<"), !place.key.hasPrefix("</"), place.text.first == "<" else { return true }
            let name = place.key.dropFirst()
            return closed.contains(name) || !PlaceholderScanner.closing.contains(String(name))
                || place.text.contains { $0 == " " || $0 == "/" }
        }
        return (sides.source.filter(counts), sides.target.filter(counts))
    }

    /// Whether placeholders are tags that say how letters look, each opened as often as closed.
    static func areStyles(_ places: [Placeholder]) -> Bool {
        var open: [Substring: Int] = [:]
        for place in places {
            guard place.text.first == "<" else { return false }
            let isEnd = place.key.hasPrefix("</")
            let name = place.key.dropFirst(isEnd ? 2 : 1)
            guard styles.contains(name) else { return false }
            open[name, default: 0] += isEnd ? -1 : 1
        }
        return open.values.allSatisfy { $0 == 0 }
    }

    private static let styles: Set<Substring> = ["b", "big", "em", "i", "s", "small", "strong", "tt", "u"]

    /// Its digit, where it is $ and a digit.
    private var digit: Int? { text.first == "$" ? text.dropFirst().first?.wholeNumberValue : nil }

    /// The placeholders of one side of a bead.
    private static func all(in pair: AlignedPair, _ side: Side, _ bead: Bead, _ kinds: Set<Character>) -> [Placeholder]
    {
        bead[side].flatMap { all(in: pair[side].segments[$0].segment.text, segment: $0) }.filter {
            kinds.contains($0.kind)
        }
    }

    /// The placeholders of a segment's text, of all kinds.
    static func all(in text: String, segment: Int) -> [Placeholder] {
        guard text.utf8.contains(where: isSign) else { return [] }
        var scanner = PlaceholderScanner(text, segment: segment)
        let all = scanner.all()
        // %H:%M is a date's format, which each language has its own of.
        return text.contains("%") && PlaceholderScanner.isDateFormat(text) ? all.filter { $0.kind != "%" } : all
    }

    /// Where placeholders of some kinds stand in a text, in UTF-8 bytes: what is inside is no number or name.
    static func ranges(in text: String, _ kinds: Set<Character>) -> [TextRange] {
        all(in: text, segment: 0).filter { kinds.contains($0.kind) }.map(\.range)
    }

    /// What placeholders begin with: %, {, < or $.
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "$"): true
        default: false
        }
    }

    /// The sign that its kind is written with; 1 for $ and a digit.
    var kind: Character { digit == nil ? text.first ?? " " : "1" }

    /// The kinds that count in a pair: all in files of units, which programs read; in prose, those that both sides use.
    static func kinds(in pair: AlignedPair) -> Set<Character> {
        func isUnits(_ version: AlignedPair.Version) -> Bool {
            version.document.turns.allSatisfy { $0.paragraphs.allSatisfy(\.isSegment) }
        }
        func used(_ side: Side) -> Set<Character> {
            Set(
                pair[side].segments.flatMap {
                    all(in: $0.segment.text, segment: 0).filter { !$0.isDoubtful }.map(\.kind)
                })
        }
        if isUnits(pair.source), isUnits(pair.target) {
            let areMessages = pair.source.document.genre == .messages && pair.target.document.genre == .messages
            return areMessages ? ["%", "{", "<", "$", "1"] : ["%", "{", "<", "$"]
        }
        return used(.source).intersection(used(.target)).subtracting(["1"])
    }

    /// Whether it stands for how many there are.
    private var isCount: Bool {
        if text.hasPrefix("%"), let type = key.last, !text.hasSuffix("}") { return "diu".contains(type) }
        return ["count", "n", "num", "number", "quantity"].contains(text.filter(\.isLetter).lowercased())
    }

    /// The placeholders that one side alone has without the one for a number that the message is the form for, as its key says:
    /// `files.one` may be “a file”.
    static func withoutKnownNumber(_ sides: (lost: [Placeholder], added: [Placeholder]), of segment: Segment) -> (
        lost: [Placeholder], added: [Placeholder]
    ) {
        // Where texts are their own keys, as in gettext's files, a key may end with the word one.
        guard !segment.place.contains(where: \.isWhitespace) else { return sides }
        let form = segment.place.split { !$0.isLetter }.last
        guard sides.lost.count + sides.added.count == 1, form == "zero" || form == "one" || form == "two" else {
            return sides
        }
        return (sides.lost.filter { !$0.isCount }, sides.added.filter { !$0.isCount })
    }

    /// What one side has and the other does not.
    static func difference(_ source: [Placeholder], _ target: [Placeholder]) -> (
        lost: [Placeholder], added: [Placeholder]
    ) {
        func missing(_ some: [Placeholder], in others: [Placeholder]) -> [Placeholder] {
            let known = Set(others.map(\.key))
            return some.filter { !$0.isOrdered && !known.contains($0.key) }
        }
        var lost = missing(source, in: target)
        var added = missing(target, in: source)
        let ordered = (source.filter(\.isOrdered), target.filter(\.isOrdered))
        if ordered.0.map(\.key) != ordered.1.map(\.key) {
            // A numbered placeholder may stand for the one of its number: %1$s for the first %s.
            let numbered = ordered.0.enumerated().map { "\($0.offset + 1)$\($0.element.key)" }
            let answered = Set(added.map(\.key)).intersection(numbered)
            if answered.isEmpty {
                let common = longestCommon(ordered.0.map(\.key), ordered.1.map(\.key))
                lost += ordered.0.enumerated().filter { !common.source.contains($0.offset) }.map(\.element)
                added += ordered.1.enumerated().filter { !common.target.contains($0.offset) }.map(\.element)
            } else {
                added.removeAll { answered.contains($0.key) }
                lost += zip(ordered.0, numbered).filter { !answered.contains($0.1) }.map(\.0)
            }
        }
        return (lost.sorted { $0.range < $1.range }, added.sorted { $0.range < $1.range })
    }

    /// The places of the longest common subsequence of two short lists.
    private static func longestCommon(_ some: [String], _ others: [String]) -> (source: Set<Int>, target: Set<Int>) {
        var length = [[Int]](repeating: [Int](repeating: 0, count: others.count + 1), count: some.count + 1)
        for index in some.indices.reversed() {
            for other in others.indices.reversed() {
                length[index][other] =
                    some[index] == others[other]
                    ? length[index + 1][other + 1] + 1 : max(length[index + 1][other], length[index][other + 1])
            }
        }
        var found: (source: Set<Int>, target: Set<Int>) = ([], [])
        var (index, other) = (0, 0)
        while index < some.count, other < others.count {
            if some[index] == others[other] {
                found.source.insert(index)
                found.target.insert(other)
                index += 1
                other += 1
            } else if length[index + 1][other] >= length[index][other + 1] {
                index += 1
            } else {
                other += 1
            }
        }
        return found
    }
}
