public import Bitext
internal import ICU

/// Whether a text says a number in words; used only to excuse a number that is missing in digits.
public struct SpelledNumbers: Sendable {
    /// The language of the texts that are searched.
    public let language: Language
    private var forms: [Int: [[String]]] = [:]

    /// Makes a searcher.
    public init(language: Language) { self.language = language }

    /// Whether a text may say the value in words, inflection forgiven.
    /// - Parameters:
    ///   - value: a whole number; larger ones than a million are not looked for.
    ///   - words: the text's words in lower case.
    ///   - text: the text in lower case, for languages without spaces.
    public mutating func mentions(_ value: Int, words: Set<String>, text: String) -> Bool {
        guard (0...1_000_000).contains(value) else { return false }
        let forms = forms[value] ?? SpelledNumbers.forms(value, language: language)
        self.forms[value] = forms
        if language.isUnspaced || language.code == "ko" {
            return forms.contains { text.contains($0.joined()) }
        }
        return forms.contains { form in
            form.allSatisfy { part in
                let stem = part.prefix(max(3, part.count - 2))
                return words.contains { $0.hasPrefix(stem) && $0.count <= part.count + 4 }
            }
        }
    }

    private static func forms(_ value: Int, language: Language) -> [[String]] {
        LocaleData.spelledOut(value, language: language.tag).map { form in
            form.lowercased().split { $0 == " " || $0 == "-" || $0 == "\u{AD}" || $0 == "\u{A0}" }.map(String.init)
        }.filter { !$0.isEmpty && !$0.joined().contains(where: \.isNumber) }
    }
}
