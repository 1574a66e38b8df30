import Bitext

extension Language {
    /// Whether words are written right behind each other, or particles behind words, as in Korean.
    var isDense: Bool { isUnspaced || code == "ko" }
}
