internal import Drift

/// What kind of text is checked: settings to start from, which the rest of the configuration changes.
public enum Preset: String, Sendable, CaseIterable {
    /// What was said, in turns: the defaults.
    case transcript
    /// Subtitles: they shorten what is said, so what is short, left out within a sentence or said twice is no error.
    case subtitles
    /// Laws, treaties, contracts: findings that are less sure are shown, and minor ones fail a build.
    case legal
    /// Messages of a program: labels are no sentences, and what repeats has its reason.
    case interface

    /// Sets what is set for this kind of text.
    func apply(to configuration: inout Configuration) {
        switch self {
        case .transcript: break
        case .subtitles:
            configuration.skip = [
                "length-outlier", "omitted-phrase", "repeated-text", "sentence-kind", "truncated-text",
            ]
            configuration.confidence = ["omitted-segment": 0.7, "name-mismatch": 0.7]
        case .legal:
            configuration.minConfidence = 0.35
            configuration.failOn = .minor
        case .interface:
            configuration.skip = [
                "extra-turn", "length-outlier", "merged-turn", "missing-turn", "moved-segment", "repeated-text",
                "sentence-kind", "speaker-changed", "unrelated-text", "word-order",
            ]
            configuration.confidence = [
                "omitted-phrase": 0.7, "added-phrase": 0.7, "name-mismatch": 0.7, "reused-translation": 0.6,
            ]
        }
    }
}
