/// A text as bytes, with the questions that the scanner asks of it. Offsets are UTF-8 bytes.
struct ScannedText {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    init(bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    /// The character at an offset and its number of bytes; a stray byte counts as a character of its own.
    @inline(__always)
    func scalar(at offset: Int) -> (value: UInt32, width: Int) {
        let first = bytes[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, offset + width <= bytes.count else { return (0xFFFD, 1) }
        var value = UInt32(first) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for index in (offset + 1)..<(offset + width) { value = value << 6 | UInt32(bytes[index] & 0x3F) }
        return (value, width)
    }

    /// The class of the character at an offset; empty at the end.
    func kind(at offset: Int) -> CharacterClass {
        offset < bytes.count ? CharacterClass.of(scalar(at: offset).value) : []
    }

    /// Where the character before an offset starts.
    func before(_ offset: Int) -> Int {
        var start = offset - 1
        while start > 0, bytes[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
        return max(0, start)
    }

    /// The class of the character before an offset; empty at the start.
    func kind(before offset: Int) -> CharacterClass {
        offset > 0 ? kind(at: before(offset)) : []
    }

    /// The end of the run of characters of a class that starts at an offset.
    func end(of kinds: CharacterClass, from offset: Int) -> Int {
        var end = offset
        while end < bytes.count {
            let (value, width) = scalar(at: end)
            guard !CharacterClass.of(value).isDisjoint(with: kinds) else { break }
            end += width
        }
        return end
    }

    /// The end of the run of characters that satisfy a condition and start at an offset.
    func end(while condition: (UInt32) -> Bool, from offset: Int) -> Int {
        var end = offset
        while end < bytes.count {
            let (value, width) = scalar(at: end)
            guard condition(value) else { break }
            end += width
        }
        return end
    }

    /// The start of the run of characters that satisfy a condition and end before an offset.
    func start(before offset: Int, atLeast limit: Int = 0, while condition: (UInt32, CharacterClass) -> Bool) -> Int {
        var start = offset
        while start > limit {
            let previous = before(start)
            let value = scalar(at: previous).value
            guard condition(value, CharacterClass.of(value)) else { break }
            start = previous
        }
        return start
    }

    /// The text of a range.
    func text(_ start: Int, _ end: Int) -> String {
        guard start < end else { return "" }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Whether the bytes of a text stand at an offset.
    func has(_ wanted: String, at offset: Int) -> Bool {
        guard offset >= 0, offset < bytes.count else { return false }
        return bytes[offset...].starts(with: wanted.utf8)
    }
}
