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

    /// The placeholders of both sides of a bead. $1 may be money: placeholders count up from one, and do not stand on the
    /// other side as another amount would.
    static func sides(of bead: Bead, in pair: AlignedPair, _ kinds: Set<Character>) -> (
        source: [Placeholder], target: [Placeholder]
    ) {
        let sides = (source: all(in: pair, .source, bead, kinds), target: all(in: pair, .target, bead, kinds))
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
        guard text.utf8.contains(where: { "%{<$".utf8.contains($0) }) else { return [] }
        var scanner = PlaceholderScanner(text, segment: segment)
        return scanner.all()
    }

    /// The sign that its kind is written with; 1 for $ and a digit.
    private var kind: Character { digit == nil ? text.first ?? " " : "1" }

    /// The kinds that count in a pair: all in files of units, which programs read; in prose, those that both sides use.
    static func kinds(in pair: AlignedPair) -> Set<Character> {
        func isUnits(_ version: AlignedPair.Version) -> Bool {
            version.document.turns.allSatisfy { $0.paragraphs.allSatisfy(\.isSegment) }
        }
        func used(_ side: Side) -> Set<Character> {
            Set(pair[side].segments.flatMap { all(in: $0.segment.text, segment: 0).map(\.kind) })
        }
        if isUnits(pair.source), isUnits(pair.target) {
            let areMessages = pair.source.document.keys != nil && pair.target.document.keys != nil
            return areMessages ? ["%", "{", "<", "$", "1"] : ["%", "{", "<", "$"]
        }
        return used(.source).intersection(used(.target)).subtracting(["1"])
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

/// Finds placeholders: printf's, Python's, ICU's and template languages', and tags.
private struct PlaceholderScanner {
    let bytes: [UInt8]
    let segment: Int
    private var found: [Placeholder] = []

    init(_ text: String, segment: Int) {
        bytes = Array(text.utf8)
        self.segment = segment
    }

    mutating func all() -> [Placeholder] {
        var position = 0
        while position < bytes.count {
            let end =
                switch bytes[position] {
                case UInt8(ascii: "%"): percent(position)
                case UInt8(ascii: "{"): brace(position, from: position)
                case UInt8(ascii: "$"):
                    byte(position + 1) == UInt8(ascii: "{") ? brace(position + 1, from: position) : dollar(position)
                case UInt8(ascii: "<"): tag(position)
                default: nil as Int?
                }
            position = end ?? position + 1
        }
        return found
    }

    private func byte(_ offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

    private func end(from offset: Int, while condition: (UInt8) -> Bool) -> Int {
        var end = offset
        while let byte = byte(end), condition(byte) { end += 1 }
        return end
    }

    private func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    private mutating func add(_ key: String, _ start: Int, _ end: Int, isOrdered: Bool = false) -> Int {
        found.append(
            Placeholder(
                key: key, text: text(start, end), segment: segment, range: TextRange(start, end), isOrdered: isOrdered))
        return end
    }

    /// %s, %1$d, %-5.2f, %(name)s, %{name}; not 100%d and not %%.
    private mutating func percent(_ start: Int) -> Int? {
        if byte(start + 1) == UInt8(ascii: "%") { return start + 2 }
        if start > 0,
            isDigit(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: " ") && start > 1 && isDigit(bytes[start - 2])
        {
            return nil
        }
        if byte(start + 1) == UInt8(ascii: "{") { return brace(start + 1, from: start) }
        var position = start + 1
        var name: String?
        if byte(position) == UInt8(ascii: "(") {
            let close = end(from: position + 1) { isName($0) }
            guard byte(close) == UInt8(ascii: ")"), close > position + 1 else { return nil }
            name = text(position + 1, close)
            position = close + 1
        } else {
            let digits = end(from: position, while: isDigit)
            if digits > position, byte(digits) == UInt8(ascii: "$") {
                name = text(position, digits) + "$"
                position = digits + 1
            }
        }
        position = end(from: position) { "-+#0'".utf8.contains($0) }
        position = end(from: position) { isDigit($0) || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ".") }
        position = end(from: position) { "hlqLzjt".utf8.contains($0) }
        guard let kind = byte(position), "diouxXeEfFgGaAcspn@".utf8.contains(kind) else { return nil }
        // %string: a word behind a per cent sign.
        if let after = byte(position + 1), isLetter(after), name == nil { return nil }
        let type = text(position, position + 1)
        return add((name ?? "") + type, start, position + 1, isOrdered: name == nil)
    }

    /// $1; not $15, $1.50, $1,000, $1m or US$1.
    private mutating func dollar(_ start: Int) -> Int? {
        guard let digit = byte(start + 1), isDigit(digit), digit != UInt8(ascii: "0") else { return nil }
        if start > 0, isName(bytes[start - 1]) { return nil }
        let next = byte(start + 2) ?? 0
        let isAmount = ".,".utf8.contains(next) && byte(start + 3).map(isDigit) == true
        let isShort = "kKmMbB".utf8.contains(next) && byte(start + 3).map(isName) != true
        return isDigit(next) || isAmount || isShort ? nil : add("$" + text(start + 1, start + 2), start, start + 2)
    }

    /// {name}, {0}, {{name}}, ${name}, {count, plural, …}: the name counts.
    private mutating func brace(_ open: Int, from start: Int) -> Int? {
        let isDouble = byte(open + 1) == UInt8(ascii: "{")
        let first = end(from: isDouble ? open + 2 : open + 1) { $0 == UInt8(ascii: " ") }
        let last = end(from: first) { isName($0) || $0 == UInt8(ascii: ".") }
        guard last > first else { return nil }
        let next = end(from: last) { $0 == UInt8(ascii: " ") }
        let name = text(first, last)
        switch byte(next) {
        case UInt8(ascii: "}"):
            let close = isDouble && byte(next + 1) == UInt8(ascii: "}") ? next + 2 : next + 1
            return add("{" + name, start, close)
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "|"):
            // What stands inside is text in part; the scan goes on there.
            return add("{" + name, start, next)
        default: return nil
        }
    }

    /// <b>, </b>, <br/>: the name counts, and whether it closes.
    private mutating func tag(_ start: Int) -> Int? {
        let isClosing = byte(start + 1) == UInt8(ascii: "/")
        let first = isClosing ? start + 2 : start + 1
        let last = end(from: first) { isName($0) }
        guard last > first, isLetter(bytes[first]) else { return nil }
        // <https://example.org> and <user@host> are addresses.
        guard let next = byte(last), " />\n".utf8.contains(next) else { return nil }
        let close = end(from: last) { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<") }
        guard byte(close) == UInt8(ascii: ">") else { return nil }
        // <unintelligible/> in a transcript is a remark, and may be translated.
        let name = text(first, last).lowercased()
        guard PlaceholderScanner.elements.contains(name) else { return nil }
        return add((isClosing ? "</" : "<") + name, start, close + 1)
    }

    /// Elements of HTML that stand in texts of programs, and inline codes of XLIFF.
    private static let elements: Set<String> = [
        "a", "abbr", "b", "big", "blockquote", "br", "button", "cite", "code", "del", "div", "em", "font", "h1", "h2",
        "h3", "h4", "hr", "i", "img", "input", "ins", "kbd", "label", "li", "link", "mark", "ol", "p", "pre", "q", "s",
        "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "th", "tr", "tt", "u", "ul", "var",
        "wbr", "g", "x", "bx", "ex", "ph", "it", "mrk", "pc", "sc", "ec", "bpt", "ept",
    ]

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
    private func isName(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
