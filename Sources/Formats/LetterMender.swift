public import Bitext
internal import ICU

/// Rewrites letters that stand for those of a language, so that words are known: decomposed letters are composed, Arabic
/// forms become the Persian ones in Persian and the other way round, forms for display become letters, Latin letters within
/// Cyrillic and Greek words those that look the same, and soft hyphens and vowel signs are left out. What is rewritten still
/// maps to the document's own bytes.
public struct LetterMender: Sendable {
    /// What letters become wherever they stand.
    private let letters: [Unicode.Scalar: Unicode.Scalar]
    /// What Latin letters become in words of the language's script.
    private let twins: [Unicode.Scalar: Unicode.Scalar]
    /// Where the language's own letters stand in Unicode, if some look like Latin ones.
    private let own: [ClosedRange<UInt32>]
    /// The language's script, by ISO 15924.
    private let script: String?
    /// Whether characters without width part words, as in Thai.
    private let isUnspaced: Bool

    /// Makes a mender for texts in a language.
    public init(_ language: Language) {
        script = language.script ?? LocaleData.likelyScript(language.tag)
        isUnspaced = language.isUnspaced
        switch language.code {
        case "fa": letters = ["ي": "ی", "ى": "ی", "ك": "ک"]
        case "ar": letters = ["ی": "ي", "ک": "ك"]
        default: letters = [:]
        }
        switch script {
        case "Cyrl":
            own = [0x400...0x52F]
            let local = LetterMender.localTwins.filter { $0.languages.contains(language.code) }.map(\.twins)
            twins = LetterMender.pairs([LetterMender.cyrillicTwins] + local)
        case "Grek":
            own = [0x370...0x3FF, 0x1F00...0x1FFF]
            twins = LetterMender.pairs([LetterMender.greekTwins])
        default: (own, twins) = ([], [:])
        }
    }

    private static let cyrillicTwins = "aаAАBВcсCСeеEЕHНKКMМoоOОpрPРTТxхXХyуYУ"
    private static let localTwins: [(languages: Set<String>, twins: String)] = [
        (["uk", "be", "kk", "rue"], "iіIІ"), (["uk", "rue"], "ïїÏЇ"), (["sr", "mk"], "jјJЈ"), (["mk"], "sѕSЅ"),
        (["ru", "be"], "ëёËЁ"),
    ]
    private static let greekTwins = "oοOΟvνAΑBΒEΕZΖHΗIΙKΚMΜNΝPΡTΤYΥXΧ"

    /// Letters in a row, each with its twin behind it.
    private static func pairs(_ lists: [String]) -> [Unicode.Scalar: Unicode.Scalar] {
        var pairs: [Unicode.Scalar: Unicode.Scalar] = [:]
        for list in lists {
            let scalars = Array(list.unicodeScalars)
            for index in stride(from: 0, to: scalars.count - 1, by: 2) { pairs[scalars[index]] = scalars[index + 1] }
        }
        return pairs
    }

    private typealias Edit = (range: TextRange, text: String)

    /// A document with its letters mended; a note says how many words mix scripts.
    public func mend(_ document: Document) -> Document {
        var document = document
        var mixed = 0
        document.turns = document.turns.map { turn in
            Turn(
                index: turn.index, speaker: turn.speaker, manner: turn.manner,
                paragraphs: turn.paragraphs.map { paragraph in
                    let (content, words) = mend(paragraph.content)
                    mixed += words
                    return paragraph.with(content)
                }, range: turn.range)
        }
        if mixed > 0 {
            document.notes.append(
                "\(mixed) \(mixed == 1 ? "word has" : "words have") Latin letters among others that look the same: "
                    + "read as if \(mixed == 1 ? "it" : "they") had none")
        }
        return document
    }

    /// A text with its letters mended, and how many words mixed scripts.
    public func mend(_ content: MappedText) -> (content: MappedText, mixed: Int) {
        guard content.text.utf8.contains(where: { $0 >= 0x80 }) else { return (content, 0) }
        var content = content.replacing(composed(content.text))
        content = content.replacing(exchanged(content.text))
        let mixed = unmixed(content.text)
        return (content.replacing(mixed), mixed.count)
    }

    // MARK: Edits

    /// Characters of several code points that are one letter, and forms for display.
    private func composed(_ text: String) -> [Edit] {
        guard text.unicodeScalars.contains(where: isPart) else { return [] }
        var edits: [Edit] = []
        var offset = 0
        for character in text {
            let length = character.utf8.count
            if character.unicodeScalars.contains(where: isPart) {
                let whole =
                    character.unicodeScalars.contains(where: isDisplayForm)
                    ? compatibilityComposed(String(character)) : canonicallyComposed(String(character))
                // By scalars: two forms of one character are equal.
                if !whole.utf8.elementsEqual(character.utf8) {
                    edits.append((TextRange(offset, offset + length), whole))
                }
            }
            offset += length
        }
        return edits
    }

    /// Whether a scalar may be a part of another letter: combining marks of Latin, Greek and Cyrillic, parts of Hangul
    /// syllables, hamza and madda, marks of kana; or a form for display.
    private func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x1100...0x11FF, 0x653...0x655, 0x3099, 0x309A: true
        default: isDisplayForm(scalar)
        }
    }

    /// Whether a scalar is an Arabic letter in the form that it has on a page, as text out of a PDF has, or a Hebrew one
    /// with its points.
    private func isDisplayForm(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFB50...0xFDFF, 0xFE80...0xFEFC: script == "Arab"
        case 0xFB1D...0xFB4F: script == "Hebr"
        default: false
        }
    }

    /// Letters of a neighbour's alphabet, and what is no letter.
    private func exchanged(_ text: String) -> [Edit] {
        var edits: [Edit] = []
        var offset = 0
        var before: (start: Int, scalar: Unicode.Scalar)?
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            if scalar.value >= 0xAD, isIdle(scalar) {
                // It goes with the letter before it, so that a range that ends there takes it along.
                if let last = edits.last, last.range.end == offset {
                    edits[edits.count - 1].range = TextRange(last.range.start, end)
                } else if let before {
                    edits.append((TextRange(before.start, end), String(before.scalar)))
                } else {
                    edits.append((TextRange(offset, end), ""))
                }
            } else if let letter = letters[scalar] {
                edits.append((TextRange(offset, end), String(letter)))
            }
            before = (offset, scalar)
            offset = end
        }
        return edits
    }

    /// Whether a scalar only shows where a word may be broken, how it is read, or makes it longer: soft hyphens, characters
    /// without width, the vowel signs of Arabic and Hebrew, tatweel.
    private func isIdle(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD: true
        case 0x200B, 0x2060, 0xFEFF: !isUnspaced
        case 0x640, 0x64B...0x652, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED: script == "Arab"
        case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: script == "Hebr"
        default: false
        }
    }

    /// Words of the language's script with Latin letters that all have twins.
    private func unmixed(_ text: String) -> [Edit] {
        guard !twins.isEmpty, text.utf8.contains(where: { (0x61...0x7A).contains($0 | 0x20) }) else { return [] }
        return text.textWords().compactMap { word in
            var (native, latin) = (0, 0)
            for scalar in word.text.unicodeScalars {
                if own.contains(where: { $0 ~= scalar.value }) {
                    native += 1
                } else if twins[scalar] != nil {
                    latin += 1
                } else {
                    return nil
                }
            }
            guard native > 0, latin > 0 else { return nil }
            let scalars = word.text.unicodeScalars.map { twins[$0] ?? $0 }
            return (TextRange(word.start, word.end), String(String.UnicodeScalarView(scalars)))
        }
    }
}
