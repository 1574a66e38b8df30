public import Bitext
internal import ICU

extension Language {
    /// Makes a language from a tag that somebody wrote: `de` from `deu`, `ger` and `deu_Latn`'s first part, by CLDR's aliases.
    public init(canonical tag: String) { self.init(LanguageAliases.canonical(Language(tag).tag)) }
}
