import Bitext

/// A text that stands in a file with escapes: each stretch that stands there as it is, is found there again.
enum EscapedText {
    /// A value of JSON or YAML, ends of lines and tabs as spaces.
    /// - Parameter place: where it stands in the file, its quotation marks included.
    static func text(_ value: String, in bytes: [UInt8], _ place: Range<Int>) -> MappedText {
        let isQuoted = place.count >= 2 && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[place.lowerBound])
        let inner = isQuoted ? place.lowerBound + 1..<place.upperBound - 1 : place
        return exact(value, bytes, inner) ?? whole(value, inner)
    }

    /// `nil` where the file has something else than escapes of one character each.
    private static func exact(_ value: String, _ bytes: [UInt8], _ place: Range<Int>) -> MappedText? {
        var text = MappedText()
        var position = place.lowerBound
        var run = ""
        func flush() {
            text.append(run[...], at: position - run.utf8.count)
            run = ""
        }
        for scalar in value.unicodeScalars {
            guard position < place.upperBound else { return nil }
            if bytes[position] == UInt8(ascii: "\\") {
                flush()
                let length =
                    switch position + 1 < place.upperBound ? bytes[position + 1] : 0 {
                    case UInt8(ascii: "x"): 4
                    case UInt8(ascii: "u"): 6
                    case UInt8(ascii: "U"): 10
                    default: 2
                    }
                guard position + length <= place.upperBound else { return nil }
                text.append(shown(scalar), for: length, at: position)
                position += length
            } else {
                let encoded = UTF8.encode(scalar).map(Array.init) ?? []
                guard position + encoded.count <= place.upperBound,
                    bytes[position..<position + encoded.count].elementsEqual(encoded), scalar != "\n"
                else { return nil }
                run.unicodeScalars.append(scalar)
                position += encoded.count
            }
        }
        flush()
        return position == place.upperBound ? text : nil
    }

    /// The character that a backslash, a letter and four hexadecimal digits stand for at a place, or two such as halves of one;
    /// and how many bytes they take.
    static func character(in bytes: [UInt8], at place: Int, letter: Character = "u") -> (text: String, length: Int)? {
        func unit(_ place: Int) -> UInt16? {
            guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == letter.asciiValue
            else { return nil }
            return UInt16(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16)
        }
        guard let high = unit(place) else { return nil }
        if UTF16.isLeadSurrogate(high), let low = unit(place + 6), UTF16.isTrailSurrogate(low) {
            return (String(decoding: [high, low], as: UTF16.self), 12)
        }
        return (String(decoding: [high], as: UTF16.self), 6)
    }

    /// Adds what a backslash at a place stands for, and goes behind it: a character by its number, a space for one of the
    /// letters that stand for ends of lines and the like, else the character behind it.
    static func append(
        to text: inout MappedText, _ bytes: [UInt8], at position: inout Int, letter: Character = "u", blanks: String
    ) {
        let place = position
        if let (character, length) = character(in: bytes, at: place, letter: letter) {
            position = place + length
            return text.append(character, for: length, at: place)
        }
        position = min(bytes.count, place + 2)
        guard position == place + 2 else { return }
        while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
        let escaped = String(decoding: bytes[place + 1..<position], as: UTF8.self)
        text.append(blanks.contains(escaped) ? " " : escaped, for: position - place, at: place)
    }

    private static func whole(_ value: String, _ place: Range<Int>) -> MappedText {
        var text = MappedText()
        text.append(value.unicodeScalars.reduce(into: "") { $0 += shown($1) }, for: place.count, at: place.lowerBound)
        return text
    }

    private static func shown(_ scalar: Unicode.Scalar) -> String {
        scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : String(scalar)
    }
}
