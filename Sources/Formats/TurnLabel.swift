import Bitext
internal import ICU

/// What stands before a colon and may name a speaker.
struct TurnLabel {
    /// How sure the form alone makes it that a speaker is named.
    enum Strength: Int, Comparable {
        /// Only if the same label comes back in the document.
        case ifRepeated
        /// A name or a role, well formed.
        case likely
        /// Marked by a manner, or by an affiliation behind a name.
        case certain

        static func < (some: Strength, other: Strength) -> Bool { some.rawValue < other.rawValue }
    }

    let speaker: Speaker
    let manner: Manner?
    let strength: Strength
    /// Where the words begin, in characters of the text that the label was read from.
    let rest: String.Index

    /// Whether it is marked by a manner or an affiliation, or names a role.
    var namesRole: Bool {
        if strength == .certain { return true }
        let isCased = speaker.name.first { $0.isLetter }.map { $0.isUppercase || $0.isLowercase } ?? false
        return strength == .likely && (!isCased || TurnLabel.hasRole(LinePattern.fold(speaker.name)))
    }

    /// Reads a label at the start of a text.
    /// - Parameter text: a line, or the first lines of a wrapped paragraph joined.
    init?(_ text: String, map: (TextRange) -> TextRange) {
        guard let first = text.first, !"\"'“”«»„「『‘’–—-•*#>".contains(first) || text.hasPrefix("**") else { return nil }
        if let bracketed = TurnLabel.bracketed(text, map: map) {
            self = bracketed
            return
        }
        guard let colon = TurnLabel.colon(in: text) else { return nil }
        let label = text[..<colon]
        var outside = ""
        var affiliation = ""
        var manner: Manner?
        for part in TurnLabel.parts(label) {
            if part.isBracketed {
                if let (kind, language) = MarkTable.shared.manner(part.inner) {
                    manner = Manner(
                        kind: kind, language: language, text: String(part.text), range: map(text.range(of: part.text)))
                } else {
                    affiliation += affiliation.isEmpty ? part.inner : ", " + part.inner
                }
            } else {
                outside += part.text
            }
        }
        let name = outside.trimmed
        guard let strength = TurnLabel.strength(name, affiliation: affiliation, manner: manner) else { return nil }
        speaker = Speaker(name: name, affiliation: affiliation, range: map(TextRange(0, label.utf8.count)))
        self.manner = manner
        self.strength = strength
        rest = text[text.index(after: colon)...].firstIndex { !$0.isWhitespace && $0 != "*" } ?? text.endIndex
    }

    private init(speaker: Speaker, manner: Manner?, strength: Strength, rest: String.Index) {
        self.speaker = speaker
        self.manner = manner
        self.strength = strength
        self.rest = rest
    }

    /// `[문재인 / 대통령]` and `【岸田総理冒頭発言】`: a line of its own that names the speaker of what follows.
    private static func bracketed(_ text: String, map: (TextRange) -> TextRange) -> TurnLabel? {
        guard let first = text.first, first == "[" || first == "【", let last = text.last, text.count <= 40 else {
            return nil
        }
        let inner = text.dropFirst().dropLast()
        guard !inner.isEmpty, !inner.contains(where: { "[]【】.!?。！？".contains($0) }) else { return nil }
        let strength: Strength
        switch (first, last) {
        case ("【", "】"): strength = .certain
        case ("[", "]") where inner.contains("/") || hasRole(LinePattern.fold(inner)): strength = .likely
        default: return nil
        }
        let names = inner.split(separator: "/").map { String($0).trimmed }
        return TurnLabel(
            speaker: Speaker(name: names.joined(separator: " "), range: map(TextRange(0, text.utf8.count))),
            manner: nil,
            strength: strength, rest: text.endIndex)
    }

    /// The colon that could end a label: outside brackets, no time, no address.
    private static func colon(in text: String) -> String.Index? {
        var depth = 0
        var count = 0
        for index in text.indices {
            count += 1
            guard count <= 160 else { return nil }
            switch text[index] {
            case "(", "（", "[": depth += 1
            case ")", "）", "]": depth = max(0, depth - 1)
            case "\"", "“", "«", "„", "「", ";", "!", "?", "。", "！", "？": if depth == 0 { return nil }
            case ":", "：":
                guard depth == 0 else { continue }
                let after = text[text.index(after: index)...]
                if after.hasPrefix("//") { return nil }
                if index > text.startIndex, text[text.index(before: index)].isDigit, after.first?.isDigit == true {
                    return nil
                }
                return index
            default: break
            }
        }
        return nil
    }

    private struct Part {
        let text: Substring
        let isBracketed: Bool
        var inner: Substring { isBracketed ? text.dropFirst().dropLast() : text }
    }

    /// The label cut into what stands in brackets and what stands outside.
    private static func parts(_ label: Substring) -> [Part] {
        var parts: [Part] = []
        var start = label.startIndex
        var depth = 0
        for index in label.indices {
            switch label[index] {
            case "(", "（":
                if depth == 0 {
                    if start < index { parts.append(Part(text: label[start..<index], isBracketed: false)) }
                    start = index
                }
                depth += 1
            case ")", "）":
                depth -= 1
                if depth == 0 {
                    let end = label.index(after: index)
                    parts.append(Part(text: label[start..<end], isBracketed: true))
                    start = end
                }
            default: break
            }
        }
        if start < label.endIndex { parts.append(Part(text: label[start...], isBracketed: false)) }
        return parts
    }

    private static func strength(_ name: String, affiliation: String, manner: Manner?) -> Strength? {
        let bare = name.drop { $0 == "*" }
        let folded = LinePattern.fold(bare)
        guard let first = bare.first, first.isLetter, bare.count <= 90, !MarkTable.shared.notSpeakers.contains(folded),
            !bare.contains(where: { ",，、+".contains($0) })
        else { return nil }
        let words = bare.split(separator: " ")
        guard words.count <= 12, !endsSentence(words.dropLast()) else { return nil }
        let isCased = first.isUppercase || first.isLowercase
        guard !first.isLowercase, !bare.contains(where: \.isDigit) else { return nil }
        if manner != nil { return .certain }
        if !isCased { return uncasedStrength(String(bare), folded: folded, affiliation: affiliation) }
        let isRole = hasRole(folded)
        let lower = words.filter { $0.first?.isLowercase == true }
        let lastIsName = words.last?.first { $0.isLetter }?.isUppercase ?? false
        let plain = lower.allSatisfy { MarkTable.shared.particles.contains(LinePattern.fold($0)) }
        if !affiliation.isEmpty, isRole || words.count >= 2 && plain { return isRole ? .certain : .likely }
        if isRole, lastIsName || words.count <= 2 || plain { return .likely }
        if words.count == 1 { return bare.contains(".") ? .likely : .ifRepeated }
        return lastIsName && plain ? .likely : nil
    }

    /// Chinese, Japanese, Korean, Arabic and others show no capitals: a role must be named, or the label come back.
    private static func uncasedStrength(_ name: String, folded: String, affiliation: String) -> Strength? {
        let words = folded.split(separator: " ")
        let limit = words.count > 1 ? 40 : 16
        guard name.count <= limit else { return nil }
        if words.contains(where: { MarkTable.shared.roles.contains(String($0)) }) { return .likely }
        let isUnspaced = words.count <= 2
        if isUnspaced, MarkTable.shared.roles.contains(where: { $0.count > 1 && folded.hasSuffix($0) }) {
            return .likely
        }
        if MarkTable.shared.roles.contains(folded) { return .likely }
        return affiliation.isEmpty ? (words.count <= 3 ? .ifRepeated : nil) : .likely
    }

    private static func hasRole(_ folded: String) -> Bool {
        let words = folded.split { " ./".contains($0) }.map(String.init)
        let articles: Set<String> = ["the", "le", "la", "el", "der", "die", "l'", "il", "o", "a"]
        let first = words.first { !articles.contains($0) }
        if words.count == 1, let only = words.first { return MarkTable.shared.roles.contains(only) }
        return first.map { MarkTable.shared.roles.contains($0) } ?? false
            || words.last.map { MarkTable.shared.roles.contains($0) && $0.count > 1 } ?? false
    }

    /// A full stop inside a label belongs to an abbreviation or an initial: short words only.
    private static func endsSentence(_ words: ArraySlice<Substring>) -> Bool {
        words.contains { $0.hasSuffix(".") && $0.count > 5 }
    }
}

extension StringProtocol {
    /// The text without white space around it.
    var trimmed: String {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension String {
    /// Where one of this string's own slices stands in it, in UTF-8 bytes.
    func range(of slice: Substring) -> TextRange {
        TextRange(
            utf8.distance(from: startIndex, to: slice.startIndex), utf8.distance(from: startIndex, to: slice.endIndex))
    }
}
