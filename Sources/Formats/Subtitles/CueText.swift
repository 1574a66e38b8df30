import Bitext

/// What one person says in a cue, without markup.
struct CueText {
    /// Stretches of the file's text, with where they stand, and where a line ends between them.
    private enum Part {
        case words(Substring, at: Int)
        /// What a reference of WebVTT stands for, and its own length.
        case sign(String, length: Int, at: Int)
        case lineEnd
    }

    private var parts: [Part] = []
    /// The words alone.
    private(set) var text = ""
    /// Whether a dash says that somebody else speaks.
    private(set) var isAnswer = false

    /// The passages of a cue's lines: a line behind a dash is somebody else's. Without what holds no words.
    static func passages(_ lines: [TextLine]) -> [CueText] {
        var passages: [CueText] = []
        for line in lines {
            let (parts, isAnswer) = withoutDash(CueText.parts(line))
            if isAnswer || passages.isEmpty {
                passages.append(CueText())
                passages[passages.count - 1].isAnswer = isAnswer
            } else {
                passages[passages.count - 1].parts.append(.lineEnd)
            }
            passages[passages.count - 1].parts += parts
        }
        for index in passages.indices {
            var words = MappedText()
            passages[index].add(to: &words)
            passages[index].text = words.text
        }
        return passages.filter { $0.text.contains { $0.isLetter || $0.isNumber } }
    }

    /// Whether it ends as a sentence does. What breaks off may go on in the next cue.
    var endsSentence: Bool {
        let closers: Set<Character> = ["\"", "'", "”", "’", "»", ")", "]", "」", "』", "）", "♪", " "]
        return text.last { !closers.contains($0) }.map { ".!?…。！？؟।".contains($0) } ?? false
    }

    /// Whether it is no part of what is said before and behind: a song, a sign in capitals, a sound in brackets.
    var isSetApart: Bool {
        guard let first = text.first, let last = text.last else { return true }
        let isBracketed = "([（【".contains(first) && ")]）】".contains(last)
        let hasCase = text.contains(where: \.isUppercase)
        return isBracketed || "♪♫#".contains(first) || hasCase && !text.contains(where: \.isLowercase)
    }

    /// Adds it to a paragraph, with a space where words need one.
    func add(to words: inout MappedText) {
        var isBroken = !words.text.isEmpty
        func join(_ next: Character?) {
            guard isBroken, let next, let last = words.text.last else { return }
            isBroken = false
            if !LineJoiner.isUnspaced(last) || !LineJoiner.isUnspaced(next), !last.isWhitespace {
                words.appendJoint(" ")
            }
        }
        for part in parts {
            switch part {
            case .words(let stretch, let offset):
                join(stretch.first)
                words.append(stretch, at: offset)
            case .sign(let sign, let length, let offset):
                join(sign.first)
                words.append(sign, for: length, at: offset)
            case .lineEnd: isBroken = true
            }
        }
    }

    /// The parts of a line without the dash before what somebody else says.
    private static func withoutDash(_ parts: [Part]) -> (parts: [Part], hasDash: Bool) {
        guard case .words(let words, let offset)? = parts.first, let first = words.first, "-–—‐".contains(first),
            case let rest = words.dropFirst().drop(while: \.isWhitespace), rest.first.map({ !$0.isDigit }) ?? true
        else { return (parts, false) }
        let skipped = words.utf8.count - rest.utf8.count
        return ([.words(rest, at: offset + skipped)] + parts.dropFirst(), true)
    }

    /// A line without tags (<i>, <v Ann>, <00:01.500>), commands ({\an8}) and references (&amp;).
    private static func parts(_ line: TextLine) -> [Part] {
        let text = line.text
        var parts: [Part] = []
        var start = text.startIndex
        var position = start
        func offset(_ index: String.Index) -> Int {
            line.range.start + text.utf8.distance(from: text.startIndex, to: index)
        }
        func close(_ end: String.Index, next: String.Index) {
            if start < end { parts.append(.words(text[start..<end], at: offset(start))) }
            start = next
            position = next
        }
        while position < text.endIndex {
            if let end = markupEnd(text[position...]) {
                close(position, next: end)
            } else if text[position] == "&", let (reference, sign) = reference(text[position...]) {
                let place = offset(position)
                close(position, next: text.index(position, offsetBy: reference.count))
                parts.append(.sign(sign, length: reference.utf8.count, at: place))
            } else {
                position = text.index(after: position)
            }
        }
        close(text.endIndex, next: text.endIndex)
        return parts
    }

    /// The end of a tag or command that a text begins with; < and { may be signs, too.
    private static func markupEnd(_ text: Substring) -> String.Index? {
        switch text.first {
        case "<":
            let inner = text.dropFirst().drop { $0 == "/" }.first
            guard let inner, inner == ">" || inner.isASCII && (inner.isLetter || inner.isNumber) else { return nil }
            return text.prefix(longestTag).firstIndex(of: ">").map { text.index(after: $0) }
        case "{":
            guard text.dropFirst().first == "\\" else { return nil }
            return text.prefix(longestTag).firstIndex(of: "}").map { text.index(after: $0) }
        default: return nil
        }
    }

    /// In characters.
    private static let longestTag = 200

    private static func reference(_ text: Substring) -> (name: String, sign: String)? {
        references.first { text.hasPrefix($0.key) }.map { ($0.key, $0.value) }
    }

    /// The references that WebVTT has.
    private static let references = [
        "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u{A0}", "&lrm;": "\u{200E}", "&rlm;": "\u{200F}",
    ]
}
