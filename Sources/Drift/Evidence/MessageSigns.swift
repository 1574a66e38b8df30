import Bitext
import Facts

/// What a program's messages show beside their words: the mark at their end, white space at their edges, the letter that a
/// key is set to. How often a translation keeps such a sign tells what its loss means: Thai has no full stop.
struct MessageSigns {
    /// A mark at a message's end.
    enum EndMark: String, CaseIterable {
        case colon = "a colon"
        case ellipsis = "an ellipsis"
        case exclamation = "an exclamation mark"
        case question = "a question mark"
        case stop = "a full stop"
    }

    /// Units of which each version has one segment.
    let units: [Bead]
    private let pair: AlignedPair

    /// `nil` where a side holds no units.
    init?(_ pair: AlignedPair) {
        guard pair.source.document.genre != .text, pair.target.document.genre != .text else { return nil }
        self.pair = pair
        units = pair.ladder.beads.filter { $0.source.count == 1 && $0.target.count == 1 }
    }

    func text(_ side: Side, _ unit: Bead) -> String { pair[side].segments[unit[side].lowerBound].segment.text }

    /// A span in a unit's text; in UTF-8 bytes.
    func span(_ side: Side, _ unit: Bead, _ range: TextRange) -> Span? {
        pair.span(side, segment: unit[side].lowerBound, range: range)
    }

    /// How likely it is that the loss of a sign is an error, by how many units keep it; `nil` where one in eight has lost it. Few
    /// units say little: thirty are taken to have kept it.
    static func confidence(lost: Int, kept: Int) -> Double? {
        let confidence = 1 - 6 * Double(lost) / Double(lost + kept + 30)
        return confidence < 0.25 ? nil : min(0.9, confidence)
    }

    /// The mark that a text ends with, and where, white space behind it left out.
    static func endMark(_ text: String, _ language: Language) -> (mark: EndMark, range: TextRange)? {
        let body = text.prefix(upTo: text.lastIndex { !$0.isBlank }.map(text.index(after:)) ?? text.startIndex)
        guard let last = body.last, last.isPunctuation || last.isSymbol else { return nil }
        func found(_ mark: EndMark, _ characters: Int) -> (EndMark, TextRange) {
            let length = body.suffix(characters).utf8.count
            return (mark, TextRange(body.utf8.count - length, body.utf8.count))
        }
        switch last {
        case "…", "⋯", "‥": return found(.ellipsis, 1)
        case ".", "。": return body.hasSuffix("...") || body.hasSuffix("。。。") ? found(.ellipsis, 3) : found(.stop, 1)
        case "।", "॥", "۔", "։", "።", "။", "។", "．", "｡": return found(.stop, 1)
        case ":", "：", "︰": return found(.colon, 1)
        case "!", "！", "՜": return found(.exclamation, 1)
        case "?", "？", "؟", "՞", "፧": return found(.question, 1)
        case ";", "\u{37E}": return language.code == "el" ? found(.question, 1) : nil
        default: return nil
        }
    }

    /// Where a text sets a key to a letter, as `_Save` and `&Save` do; `nil` where the sign stands within a word or more than
    /// once, and may be part of a name.
    static func accessKey(_ text: String) -> TextRange? {
        let places = accessKeys(text)
        guard places.count == 1, let place = places.first else { return nil }
        let index = text.utf8.index(text.startIndex, offsetBy: place)
        let next = text.index(after: index)
        let before = index > text.startIndex ? text[text.index(before: index)] : " "
        if before.isLetter || before.isNumber { return nil }
        return TextRange(place, place + String(text[index...next]).utf8.count)
    }

    /// Where signs stand that may set a key, of the kind that a program uses; in UTF-8 bytes.
    static func accessKeys(_ text: String) -> [Int] {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "&") }) else { return [] }
        let characters = Array(text)
        var places: [Int] = []
        var offset = 0
        for (index, character) in characters.enumerated() {
            defer { offset += character.utf8.count }
            guard character == "_" || character == "&", index + 1 < characters.count else { continue }
            let next = characters[index + 1]
            guard next.isLetter || next.isNumber else { continue }
            let isEntity = characters[index...].prefix(8).contains(";")
            if character == "_" || !isEntity { places.append(offset) }
        }
        return places
    }
}
