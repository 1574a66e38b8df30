/// Every check, sorted by name.
public enum Registry {
    /// The checks.
    public static let checks: [Check] = [
        .addedSegment,
        .dateMismatch,
        .extraTurn,
        .lengthOutlier,
        .mergedTurn,
        .missingTurn,
        .numberMismatch,
        .numberWordMismatch,
        .omittedSegment,
        .regionMismatch,
        .repeatedText,
        .speakerChanged,
        .untranslated,
        .wrongLanguage,
    ]

    /// The check of a name; `nil` when there is none.
    public static func check(_ id: String) -> Check? { checks.first { $0.description.id == id } }
}
