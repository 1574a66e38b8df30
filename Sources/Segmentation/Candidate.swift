/// A place where a sentence may end.
struct Candidate {
    /// What kind of mark is there.
    enum Mark {
        /// One full stop.
        case stop
        /// ! or ?, alone or several.
        case exclamation
        /// Two stops: an ellipsis or a slip.
        case twoStops
        /// Three stops or more, or …
        case ellipsis
        /// Three stops with spaces between
        case spacedEllipsis
        /// A mark that needs no space behind it, such as 。
        case strong
        /// No mark, but an emoji or a smiley, which ends sentences in messages.
        case symbol
        /// A semicolon, which ends sentences where lists set each of their items as one.
        case semicolon
        /// No mark, but a word that closes sentences.
        case closingWord
        /// No mark: the end of a line.
        case lineEnd
    }

    /// What stands between the mark and the next text.
    enum Gap {
        case none, space, newline, blankLine
    }

    let mark: Mark
    /// Where the mark starts.
    let start: Int
    /// Behind the marks.
    let markEnd: Int
    /// Behind the closing quotes, brackets and footnote marks that belong to the sentence.
    let end: Int
    /// Where the next text starts.
    let next: Int
    let gap: Gap

    /// Whether quotes or brackets close behind the mark.
    var hasClosers: Bool { end > markEnd }
}

/// What was decided of a candidate, and by which rule.
struct Decision: Hashable, Sendable {
    let isBoundary: Bool
    let rule: String

    static func ends(_ rule: String) -> Decision { Decision(isBoundary: true, rule: rule) }
    static func goesOn(_ rule: String) -> Decision { Decision(isBoundary: false, rule: rule) }
}
