/// Every check, sorted by name.
public enum Registry {
    /// The checks.
    public static let checks: [Check] = [
        .addedSegment,
        .extraTurn,
        .lengthOutlier,
        .mergedTurn,
        .missingTurn,
        .numberMismatch,
        .omittedSegment,
        .repeatedText,
        .speakerChanged,
        .untranslated,
        .wrongLanguage,
    ]

    /// The check of a name; `nil` when there is none.
    public static func check(_ id: String) -> Check? { checks.first { $0.description.id == id } }
}
