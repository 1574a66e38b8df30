import Bitext

/// The words of a language that decide where sentences end, from `Resources/lexicon/LANGUAGE.tsv`.
///
/// Each line of a file is the name of a class, a tab, and words with spaces between; `~` stands for a space inside an
/// entry, and the full stop behind an entry is left out.
struct Lexicon: Sendable {
    /// How a word behaves before a full stop.
    enum Kind: String, Sendable {
        /// Before a name: never ends a sentence (Mr., г-н, ul.).
        case name
        /// Before a number: does not end one where a number follows (No., S., ст.).
        case number
        /// Within a sentence: never ends one (e.g., т. е., z. B.).
        case inside
        /// Closes a list: ends one where a capital follows (etc., т. д.).
        case tail
        /// Belongs to the name before it: ends one where a word follows that starts sentences (Inc., Jr.).
        case suffix
        /// A unit, year or part of the day: as a suffix behind a number, else as before a name (p.m., г.).
        case unit
        /// A unit of measure: behind a number ends a sentence where a capital follows (km, zł).
        case measure
        /// A month or weekday: does not end one where a number follows (Jan.).
        case month
        /// Letters with stops between (U.S.): as a suffix.
        case acronym
    }

    private(set) var kinds: [String: Kind] = [:]
    /// Words that start sentences and hardly stand behind a name or an abbreviation within one; capitals as written.
    private(set) var starters: Set<String> = []
    /// Names that end in ! or ?.
    private(set) var exclaims: Set<String> = []
    /// Words before a number whose stop makes it an ordinal, and words behind it.
    private(set) var beforeOrdinals: Set<String> = []
    private(set) var afterOrdinals: Set<String> = []
    /// Words that a number follows in a heading (Chapter 1. The start).
    private(set) var headings: Set<String> = []
    /// Words that close sentences though no mark follows, such as Korean's polite endings; the ends of words.
    private(set) var closings: [String] = []
    /// The ends of number words that a stop makes ordinals, as in Turkish.
    private(set) var numerals: [String] = []
    /// Whether the language writes ordinals with a stop (3. Mai).
    private(set) var hasOrdinalStop = false
    /// Units that are also plain words: they count behind a number only.
    let plainWords: Set<String> = ["in", "min", "sec", "am", "pm", "m", "w", "a", "h", "st", "t", "g", "v", "u", "o"]
    /// The first words of entries of several words, such as `z` of `z.~b`.
    private(set) var openings: Set<String> = []

    /// The last words of entries of several words, such as `b` of `z.~b`.
    private(set) var endings: Set<String> = []

    /// The lexicon of a language; English's for one that has none, so that Mr. and e.g. are known everywhere.
    init(language: Language) {
        var code = language.tableCode
        if code == "bs" || code == "sh" { code = "hr" }
        let own = Lexicon.file(code) ?? PackageResources.en_tsv
        let rows = [own, PackageResources.common_tsv].flatMap { ResourceTable.rows($0, columns: 2) }
        for columns in rows {
            let entries: [Substring] = columns[1].split(separator: " ")
            let words = entries.map { String($0.map { $0 == "~" ? " " : $0 }) }
            switch columns[0] {
            case "starter": starters.formUnion(words)
            case "exclaim": exclaims.formUnion(words.map { $0.lowercased() })
            case "heading": headings.formUnion(words)
            case "closing": closings += words
            case "numeral": numerals += words
            case "before": beforeOrdinals.formUnion(words)
            case "after": afterOrdinals.formUnion(words)
            case "option": hasOrdinalStop = hasOrdinalStop || words.contains("ordinal-stop")
            default:
                guard let kind = Kind(rawValue: columns[0]) else { continue }
                for word in words {
                    if kinds[word] == nil { kinds[word] = kind }
                    let first = word.prefix { $0 != " " }
                    if first.count < word.count, let last = word.split(separator: " ").last {
                        endings.insert(String(last))
                    }
                    if first.count < word.count {
                        openings.insert(String(first.last == "." ? first.dropLast() : first))
                    }
                }
            }
        }
    }

    private static func file(_ code: String) -> [UInt8]? {
        switch code {
        case "af": PackageResources.af_tsv
        case "ar": PackageResources.ar_tsv
        case "ast": PackageResources.ast_tsv
        case "bg": PackageResources.bg_tsv
        case "bn": PackageResources.bn_tsv
        case "ca": PackageResources.ca_tsv
        case "crh": PackageResources.crh_tsv
        case "cs": PackageResources.cs_tsv
        case "da": PackageResources.da_tsv
        case "de": PackageResources.de_tsv
        case "el": PackageResources.el_tsv
        case "en": PackageResources.en_tsv
        case "es": PackageResources.es_tsv
        case "et": PackageResources.et_tsv
        case "fa": PackageResources.fa_tsv
        case "fi": PackageResources.fi_tsv
        case "fr": PackageResources.fr_tsv
        case "he": PackageResources.he_tsv
        case "hi": PackageResources.hi_tsv
        case "hr": PackageResources.hr_tsv
        case "ht": PackageResources.ht_tsv
        case "hu": PackageResources.hu_tsv
        case "hy": PackageResources.hy_tsv
        case "id": PackageResources.id_tsv
        case "is": PackageResources.is_tsv
        case "it": PackageResources.it_tsv
        case "kk": PackageResources.kk_tsv
        case "ko": PackageResources.ko_tsv
        case "lt": PackageResources.lt_tsv
        case "lv": PackageResources.lv_tsv
        case "ml": PackageResources.ml_tsv
        case "mr": PackageResources.mr_tsv
        case "nb": PackageResources.nb_tsv
        case "nl": PackageResources.nl_tsv
        case "pl": PackageResources.pl_tsv
        case "pt": PackageResources.pt_tsv
        case "ro": PackageResources.ro_tsv
        case "ru": PackageResources.ru_tsv
        case "sk": PackageResources.sk_tsv
        case "sl": PackageResources.sl_tsv
        case "sr": PackageResources.sr_tsv
        case "sv": PackageResources.sv_tsv
        case "sw": PackageResources.sw_tsv
        case "ta": PackageResources.ta_tsv
        case "th": PackageResources.th_tsv
        case "tr": PackageResources.tr_tsv
        case "uk": PackageResources.uk_tsv
        case "ur": PackageResources.ur_tsv
        case "vi": PackageResources.vi_tsv
        default: nil
        }
    }
}
