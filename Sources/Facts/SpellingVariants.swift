internal import Bitext
internal import ICU

/// Spellings of one word that texts and CLDR do not agree on.
enum SpellingVariants {
    /// A word in all its spellings, as it is first.
    ///
    /// Hindi and its neighbours spell a nasal before a consonant of its class पन्द्रह or, with the dot that stands for all of
    /// them (anusvara), पंद्रह. Arabic is also written without its hamzas, and with a dotless ye at a word's end. Romanian ș
    /// and ț have a comma below, and a cedilla in older texts and some of CLDR's.
    static func of(_ word: String) -> [String] { nasals(word).flatMap(cedillas).flatMap(hamzas) }

    /// The spellings of a name: also without its accents, which many leave out. In Vietnamese, and where few letters are
    /// left, that is another word (Irã, IRA).
    static func of(name: String, in language: Language) -> [String] {
        let spellings = of(name)
        guard language.code != "vi", name.count > shortestBare else { return spellings }
        let bare = withoutAccents(name)
        return bare == name ? spellings : spellings + [bare]
    }

    private static let shortestBare = 5

    private static func isAlef(_ scalar: Unicode.Scalar) -> Bool { scalar == "أ" || scalar == "إ" || scalar == "آ" }

    /// A word with bare alefs.
    static func withoutHamzas(_ word: String) -> String {
        guard word.unicodeScalars.contains(where: isAlef) else { return word }
        return String(String.UnicodeScalarView(word.unicodeScalars.map { isAlef($0) ? "ا" : $0 }))
    }

    private static func hamzas(_ word: String) -> [String] {
        let bare = withoutHamzas(word)
        var variants = bare == word ? [word] : [word, bare]
        if word.hasSuffix("ي") { variants += variants.map { $0.dropLast() + "ى" } }
        return variants
    }

    private static let cedillas: [Character: Character] = ["ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț"]
    private static let commas = Dictionary(uniqueKeysWithValues: cedillas.map { ($1, $0) })

    private static func cedillas(_ word: String) -> [String] {
        // These letters begin with the bytes C5 and C8.
        guard word.utf8.contains(where: { $0 == 0xC5 || $0 == 0xC8 }) else { return [word] }
        if word.contains(where: { cedillas[$0] != nil }) { return [word, String(word.map { cedillas[$0] ?? $0 })] }
        if word.contains(where: { commas[$0] != nil }) { return [word, String(word.map { commas[$0] ?? $0 })] }
        return [word]
    }

    /// The nasals, each with the consonants of its class.
    private static let classes: [Unicode.Scalar: ClosedRange<UInt32>] = [
        "ङ": 0x915...0x918, "ञ": 0x91A...0x91D, "ण": 0x91F...0x922, "न": 0x924...0x927, "म": 0x92A...0x92D,
    ]
    private static let virama: Unicode.Scalar = "\u{94D}"
    private static let anusvara: Unicode.Scalar = "\u{902}"

    private static func nasals(_ word: String) -> [String] {
        let scalars = Array(word.unicodeScalars)
        guard scalars.contains(virama) else { return [word] }
        var dotted = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if index + 2 < scalars.count, scalars[index + 1] == virama,
                classes[scalars[index]]?.contains(scalars[index + 2].value) == true
            {
                dotted.append(anusvara)
                index += 2
            } else {
                dotted.append(scalars[index])
                index += 1
            }
        }
        let other = String(dotted)
        return other == word ? [word] : [word, other]
    }
}
