import Bitext

/// Finds placeholders: printf's, Python's, ICU's and template languages', and tags.
struct PlaceholderScanner {
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

    private mutating func add(
        _ key: String, _ start: Int, _ end: Int, isOrdered: Bool = false, isDoubtful: Bool = false
    ) -> Int {
        found.append(
            Placeholder(
                key: key, text: text(start, end), segment: segment, range: TextRange(start, end), isOrdered: isOrdered,
                isDoubtful: isDoubtful))
        return end
    }

    /// %s, %1$d, %1%, %-5.2f, %(name)s, %{name}, %#@name@; not 100%d and not %%.
    private mutating func percent(_ start: Int) -> Int? {
        if byte(start + 1) == UInt8(ascii: "%") { return start + 2 }
        // 5 %d is no part of a hundred where the other side has %d alone.
        var isDoubtful =
            start > 0
            && (isDigit(bytes[start - 1])
                || bytes[start - 1] == UInt8(ascii: " ") && start > 1 && isDigit(bytes[start - 2]))
        if byte(start + 1) == UInt8(ascii: "{") { return brace(start + 1, from: start) }
        if let end = formEnd(start + 1) { return add(text(start, end), start, end) }
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
            } else if (1...2).contains(digits - position), byte(digits) == UInt8(ascii: "%") {
                // Boost's, by their numbers.
                return add(text(position, digits) + "%", start, digits + 1, isDoubtful: isDoubtful)
            }
        }
        position = end(from: position) { "-+#0'".utf8.contains($0) }
        let (width, widthKeys) = self.width(position)
        position = end(from: width) { "hlqLzjt".utf8.contains($0) }
        if let end = macroEnd(position) {
            return add((name ?? "") + text(position, end), start, end, isOrdered: name == nil)
        }
        guard let kind = byte(position), "diouxXeEfFgGaAcspn@".utf8.contains(kind) else { return nil }
        // %string, %-encoding: a word behind a per cent sign; but %sName, %dth, %'dnd.
        if let after = byte(position + 1), after & 0xE0 == 0x60, isLetter(after), name == nil,
            !bytes[start + 1..<position].contains(where: { isDigit($0) || "'.*".utf8.contains($0) })
        {
            let suffix = text(position + 1, end(from: position + 1, while: isLetter))
            isDoubtful = isDoubtful || kind != UInt8(ascii: "d") || !["st", "nd", "rd", "th"].contains(suffix)
        }
        // %0A is a line's end in the addresses of the web.
        if kind == UInt8(ascii: "A"), text(start, position) == "%0" { return nil }
        for key in widthKeys { _ = add(key, start, position + 1, isOrdered: key == "*") }
        let type = text(position, position + 1)
        return add(
            (name ?? "") + (PlaceholderScanner.sameTypes[type] ?? type), start, position + 1, isOrdered: name == nil,
            isDoubtful: isDoubtful)
    }

    /// Types that take the same value and show it alike.
    private static let sameTypes = ["i": "d", "X": "x", "E": "e", "F": "f", "G": "g", "A": "a"]

    /// Where a width and a precision end, and what stands for those that are values, too: %*d, %.*s, %3$.*2$s.
    private func width(_ start: Int) -> (end: Int, keys: [String]) {
        var position = start
        var keys: [String] = []
        while let next = byte(position), isDigit(next) || next == UInt8(ascii: "*") || next == UInt8(ascii: ".") {
            position += 1
            guard next == UInt8(ascii: "*") else { continue }
            let digits = end(from: position, while: isDigit)
            let isNumbered = digits > position && byte(digits) == UInt8(ascii: "$")
            keys.append(isNumbered ? text(position, digits) + "$*" : "*")
            if isNumbered { position = digits + 1 }
        }
        return (position, keys)
    }

    /// Where the name of a message's form ends, as Apple's files of forms have it: #@files@
    private func formEnd(_ start: Int) -> Int? {
        guard byte(start) == UInt8(ascii: "#"), byte(start + 1) == UInt8(ascii: "@") else { return nil }
        let last = end(from: start + 2) { isName($0) }
        return byte(last) == UInt8(ascii: "@") && last > start + 2 ? last + 1 : nil
    }

    /// Where a macro of C that names a type ends: %<PRIuMAX>
    private func macroEnd(_ start: Int) -> Int? {
        guard byte(start) == UInt8(ascii: "<") else { return nil }
        let last = end(from: start + 1) { isName($0) }
        return byte(last) == UInt8(ascii: ">") && text(start + 1, last).hasPrefix("PRI") ? last + 1 : nil
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

    /// {name}, {0}, {{name}}, ${name}, { $name }, {count, plural, …}: the name counts.
    private mutating func brace(_ open: Int, from opening: Int) -> Int? {
        let isDouble = byte(open + 1) == UInt8(ascii: "{")
        var first = end(from: isDouble ? open + 2 : open + 1) { $0 == UInt8(ascii: " ") }
        if byte(first) == UInt8(ascii: "$") { first += 1 }
        // {Größe} is a name that was translated.
        let last = end(from: first) { isName($0) || $0 == UInt8(ascii: ".") || $0 >= 0x80 }
        guard bytes[first..<last].contains(where: { isLetter($0) || isDigit($0) || $0 >= 0x80 }) else { return nil }
        let next = end(from: last) { $0 == UInt8(ascii: " ") }
        let name = text(first, last)
        switch byte(next) {
        case UInt8(ascii: "}"):
            let close = isDouble && byte(next + 1) == UInt8(ascii: "}") ? next + 2 : next + 1
            return add("{" + name, opening, close)
        case UInt8(ascii: ","):
            // {a,b} is a list, {a, number} a placeholder.
            let start = end(from: next + 1) { $0 == UInt8(ascii: " ") }
            let format = text(start, end(from: start, while: isLetter))
            return PlaceholderScanner.formats.contains(format) ? add("{" + name, opening, next) : nil
        // {on|off} is a choice of arguments, {{name|lower}} a value that is changed.
        case UInt8(ascii: "|") where !isDouble: return nil
        case UInt8(ascii: ":"), UInt8(ascii: "|"):
            // What stands inside is text in part; the scan goes on there.
            return add("{" + name, opening, next)
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
        // <code of the country> is an argument's name.
        let inside = text(last, close)
        if inside.contains(where: \.isLetter), !inside.contains("=") { return nil }
        return add((isClosing ? "</" : "<") + name, start, close + 1)
    }

    /// Elements that are names of arguments, too, where nothing closes them.
    static let closing: Set<String> = [
        "abbr", "button", "code", "label", "link", "mark", "p", "q", "s", "span", "table", "var", "cite", "font", "a",
        "i",
    ]

    /// Whether a text is or holds a format of dates: it has two of strftime's signs that printf has not, or one and no words.
    /// One alone, as in “cannot open: %m”, may be a program's own.
    static func isDateFormat(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var signs: Set<UInt8> = []
        var hasWords = false
        var place = 0
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "%"), place + 1 < bytes.count else {
                hasWords = hasWords || isWordByte(bytes[place])
                place += 1
                continue
            }
            let sign = bytes[(place + 1)...].firstIndex { !"-_^0#E".utf8.contains($0) } ?? bytes.count
            let next = sign + 1 < bytes.count ? bytes[sign + 1] : 0
            let standsAlone = !(0x61...0x7A).contains(next | 0x20) && !(0x30...0x39).contains(next)
            if sign < bytes.count, standsAlone, dateSigns.contains(bytes[sign]) { signs.insert(bytes[sign]) }
            place = sign + 1
        }
        return signs.count > 1 || signs.count == 1 && !hasWords
    }

    private static let dateSigns = Set("YHMBbmyIRTDSUVWjklz".utf8)

    private static func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }

    /// The formats of ICU's arguments.
    private static let formats: Set<String> = [
        "number", "date", "time", "plural", "select", "selectordinal", "spellout", "ordinal", "duration", "choice",
        "list",
    ]

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
