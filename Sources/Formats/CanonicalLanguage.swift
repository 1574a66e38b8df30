public import Bitext
internal import ICU

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Language {
    /// Makes a language from a tag that somebody wrote: `de` from `deu` and `ger`, `de-Latn` from `deu_Latn`, by CLDR's
    /// aliases.
    public init(canonical tag: String) { self.init(LanguageAliases.canonical(Language(tag).tag)) }
}

extension Language {
    /// The language that a part of a path names, however programs write it: `de`, `pt-br`, `pt_BR`, Android's `pt-rBR` and
    /// `b+sr+Latn`, POSIX' `sr@latin`; `nil` for what is none that ICU knows.
    public init?(inPath part: some StringProtocol) {
        let halves: [Substring] = String(part).split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count < 3, var name = halves.first.map(String.init) else { return nil }
        if name.hasPrefix("b+") { name = String(name.dropFirst(2)).replacing("+", with: "-") }
        var subtags = name.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }.map(String.init)
        guard let code = subtags.first, (2...3).contains(code.count), subtags.count < 5,
            code.allSatisfy({ $0.isASCII && $0.isLetter }),
            LocaleData.isKnownLanguage(Language(canonical: code.lowercased()).code)
        else { return nil }
        if halves.count == 2 { subtags.append(Language.scripts[halves[1].lowercased()] ?? String(halves[1])) }
        for index in subtags.indices.dropFirst() {
            guard let subtag = Language.subtag(subtags[index]) else { return nil }
            subtags[index] = subtag
        }
        subtags[0] = code.lowercased()
        self.init(canonical: subtags.joined(separator: "-"))
    }

    /// A script, region or variant as BCP 47 has it; `nil` for anything else.
    private static func subtag(_ text: String) -> String? {
        guard text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
        switch text.count {
        case 2 where text.allSatisfy(\.isLetter): return text.uppercased()
        case 3 where text.first == "r" && text.dropFirst().allSatisfy(\.isUppercase): return String(text.dropFirst())
        case 3 where text.allSatisfy(\.isNumber): return text
        case 4 where text.allSatisfy(\.isLetter):
            return text.first?.isUppercase == true || writtenScripts.contains(text) ? text.capitalized : nil
        case 4 where text.first?.isNumber == true, 5...8: return text
        default: return nil
        }
    }

    /// Scripts that tags tell languages apart by; other words of four letters are scripts where they have a capital.
    private static let writtenScripts: Set<String> = ["arab", "cyrl", "deva", "guru", "hans", "hant", "latn", "mong"]

    /// The scripts that POSIX' modifiers name.
    private static let scripts = ["latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"]
}
