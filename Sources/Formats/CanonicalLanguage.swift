public import Bitext
internal import ICU

extension Language {
    /// Makes a language from a tag that somebody wrote: `de` from `deu` and `ger`, `de-Latn` from `deu_Latn`, by CLDR's
    /// aliases.
    public init(canonical tag: String) { self.init(LanguageAliases.canonical(Language(tag).tag)) }
}
