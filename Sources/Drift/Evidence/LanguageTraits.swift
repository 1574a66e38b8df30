internal import Bitext

extension Language {
    /// Whether nouns are written together in it, so that a term is one word and another language's word is joined to one of its own
    /// by a hyphen: Hafenbehörde, /etc/hosts-Datei.
    var joinsNouns: Bool {
        ["af", "da", "de", "et", "fi", "fy", "hu", "is", "lb", "nb", "nl", "sv"].contains(tableCode)
    }

    /// Whether its letters are not slanted, so that other signs stress words.
    var hasNoItalics: Bool { ["zh", "ja", "ko"].contains(tableCode) }
}
