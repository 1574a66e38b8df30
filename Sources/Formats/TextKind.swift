/// What the first bytes of a file say of it.
public enum TextKind {
    /// Whether a file that starts so can be read as UTF-8, piece by piece: no other encoding shows itself, and it is no
    /// binary file. A character may be cut at the end.
    public static func isPlainUTF8(_ start: [UInt8]) -> Bool {
        guard EncodedText.binaryKind(start) == nil, !start.contains(0) else { return false }
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return false }
        var end = start.count
        while end > 0, start.count - end < 4, start[end - 1] & 0xC0 == 0x80 { end -= 1 }
        if end > 0, start[end - 1] >= 0xC0 { end -= 1 }
        return String(validating: start[..<end], as: UTF8.self) != nil
    }
}
