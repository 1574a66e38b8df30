/// Every check, sorted by name.
public enum Registry {
    /// The checks.
    public static let checks: [Check] = [
        .addedFact,
        .addedPhrase,
        .addedSegment,
        .codeMismatch,
        .dateMismatch,
        .extraTurn,
        .inconsistentName,
        .inconsistentTranslation,
        .inlineCodeMismatch,
        .lengthOutlier,
        .mergedTurn,
        .missingTurn,
        .movedSegment,
        .nameMismatch,
        .negationMismatch,
        .numberMismatch,
        .numberWordMismatch,
        .omittedFact,
        .omittedPhrase,
        .omittedSegment,
        .oppositeWord,
        .placeholderMismatch,
        .regionMismatch,
        .repeatedText,
        .reusedTranslation,
        .sentenceKind,
        .speakerChanged,
        .terminology,
        .timeMismatch,
        .toxicityMismatch,
        .truncatedText,
        .unitMismatch,
        .unpairedBracket,
        .unpairedQuotation,
        .unrelatedText,
        .untranslated,
        .untranslatedWords,
        .wordOrder,
        .wrongLanguage,
    ]

    /// The check of a name; `nil` when there is none.
    public static func check(_ id: String) -> Check? { checks.first { $0.description.id == id } }
}
