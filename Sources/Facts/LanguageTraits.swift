public import Bitext

extension Language {
    /// Whether words are written right behind each other, or particles behind words, as in Korean.
    var isDense: Bool { isUnspaced || code == "ko" }

    /// The code under which the tables of this room have the language: those of Norwegian are Bokmål, Cantonese is written
    /// as Chinese is.
    public var tableCode: String { ["no": "nb", "nn": "nb", "yue": "zh"][code] ?? code }
}
