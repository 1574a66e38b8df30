import Bitext

/// Chooses among the forms that a message has for numbers, genders and cases, of which each language has its own: the most
/// general one stands for all.
///
/// ICU's `{count, plural, one {# file} other {# files}}` (unicode-org.github.io/icu/userguide/format_parse/messages) is read as
/// `{count} files`, MediaWiki's `{{PLURAL:$1|file|files}}` as `files`.
struct MessageForms {
    private let bytes: [UInt8]
    private var edits: [(range: TextRange, text: String)] = []

    /// A message with one form of each choice; each stretch still stands where it stood.
    static func general(_ text: MappedText) -> MappedText {
        guard text.text.utf8.contains(UInt8(ascii: "{")), text.text.utf8.count <= longest else { return text }
        var forms = MessageForms(Array(text.text.utf8))
        forms.read(0..<forms.bytes.count, number: nil, depth: 0)
        return text.replacing(forms.edits)
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What is longer, in bytes, is no message: braces that nothing closes would take time by the square.
    private static let longest = 20_000
    /// What nests deeper is left as it stands.
    private static let deepest = 20
    /// Functions of MediaWiki's that choose a form; their last argument is the most general.
    private static let functions: Set<String> = ["plural", "gender", "grammar"]

    /// Reads a stretch.
    /// - Parameter number: the name of the number that # stands for, in a form of a plural.
    private mutating func read(_ stretch: Range<Int>, number: String?, depth: Int) {
        var place = stretch.lowerBound
        while place < stretch.upperBound {
            switch bytes[place] {
            case UInt8(ascii: "'"):
                place = endOfQuotation(place, before: stretch.upperBound)
            case UInt8(ascii: "{"):
                guard depth < MessageForms.deepest, let choice = choice(place, before: stretch.upperBound) else {
                    place += 1
                    continue
                }
                edits.append((TextRange(place, choice.form.lowerBound), ""))
                read(choice.form, number: choice.number ?? number, depth: depth + 1)
                edits.append((TextRange(choice.form.upperBound, choice.end), ""))
                place = choice.end
            case UInt8(ascii: "#"):
                if let number { edits.append((TextRange(place, place + 1), "{\(number)}")) }
                place += 1
            default: place += 1
            }
        }
    }

    private struct Choice {
        /// The name of its number, where it is a plural of ICU's.
        let number: String?
        /// The form that stands for all.
        let form: Range<Int>
        /// Behind the choice.
        let end: Int
    }

    private func choice(_ start: Int, before limit: Int) -> Choice? {
        bytes.indices.contains(start + 1) && bytes[start + 1] == UInt8(ascii: "{")
            ? function(start, before: limit) : icuChoice(start, before: limit)
    }

    /// {{PLURAL:$1|file|files}}
    private func function(_ start: Int, before limit: Int) -> Choice? {
        var place = start + 2
        guard let name = word(&place, before: limit), MessageForms.functions.contains(name.lowercased()),
            place < limit, bytes[place] == UInt8(ascii: ":")
        else { return nil }
        var depth = 0
        var last: Int?
        while place + 1 < limit {
            switch bytes[place] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}") where depth == 0:
                guard bytes[place + 1] == UInt8(ascii: "}") else { return nil }
                // {{GENDER:$1}} has no form, and shows nothing.
                return Choice(number: nil, form: (last ?? place)..<place, end: place + 2)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "|") where depth == 0: last = place + 1
            default: break
            }
            place += 1
        }
        return nil
    }

    /// {count, plural, offset:1 one {# file} other {# files}}
    private func icuChoice(_ start: Int, before limit: Int) -> Choice? {
        var place = start + 1
        guard let name = word(&place, before: limit), skipComma(&place, before: limit),
            let kind = word(&place, before: limit), ["plural", "select", "selectordinal"].contains(kind),
            skipComma(&place, before: limit)
        else { return nil }
        var form: Range<Int>?
        while place < limit {
            skipSpace(&place, before: limit)
            guard place < limit else { return nil }
            if bytes[place] == UInt8(ascii: "}") {
                return form.map { Choice(number: kind == "select" ? nil : name, form: $0, end: place + 1) }
            }
            let selectorStart = place
            while place < limit, !" \n\t{}".utf8.contains(bytes[place]) { place += 1 }
            let selector = String(decoding: bytes[selectorStart..<place], as: UTF8.self)
            if selector.hasPrefix("offset:") { continue }
            skipSpace(&place, before: limit)
            guard place < limit, bytes[place] == UInt8(ascii: "{"), let end = endOfForm(place, before: limit) else {
                return nil
            }
            if form == nil || selector == "other" { form = place + 1..<end - 1 }
            place = end
        }
        return nil
    }

    /// The place behind the brace that closes the one at a place.
    private func endOfForm(_ start: Int, before limit: Int) -> Int? {
        var depth = 0
        var place = start
        while place < limit {
            switch bytes[place] {
            case UInt8(ascii: "'"):
                place = endOfQuotation(place, before: limit)
                continue
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return place + 1 }
            default: break
            }
            place += 1
        }
        return nil
    }

    /// Behind a quotation of ICU's, which an apostrophe before a brace opens; behind the apostrophe where it opens none.
    private func endOfQuotation(_ start: Int, before limit: Int) -> Int {
        guard start + 1 < limit, "{}#|".utf8.contains(bytes[start + 1]) else { return start + 1 }
        let close = bytes[(start + 2)..<max(start + 2, limit)].firstIndex(of: UInt8(ascii: "'"))
        return close.map { $0 + 1 } ?? start + 1
    }

    private func word(_ place: inout Int, before limit: Int) -> String? {
        skipSpace(&place, before: limit)
        let start = place
        while place < limit, isName(bytes[place]) { place += 1 }
        defer { skipSpace(&place, before: limit) }
        return place > start ? String(decoding: bytes[start..<place], as: UTF8.self) : nil
    }

    private func skipComma(_ place: inout Int, before limit: Int) -> Bool {
        guard place < limit, bytes[place] == UInt8(ascii: ",") else { return false }
        place += 1
        return true
    }

    private func skipSpace(_ place: inout Int, before limit: Int) {
        while place < limit, bytes[place] == 0x20 || bytes[place] == 0x09 || bytes[place] == 0x0A { place += 1 }
    }

    private func isName(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "_-.".utf8.contains(byte)
    }
}
