import Corpus
import Drift

/// What the reports on two versions say in words.
enum ChoiceWords {
    /// How many stretches differ, and which version is closer in how many.
    static func result(_ choice: VersionChoice) -> String {
        var counts = ["\(choice.stretches.count - choice.count(.same)) of \(choice.stretches.count) stretches differ"]
        if choice.source != nil {
            counts += ["the new is closer in \(choice.count(.new))", "the old in \(choice.count(.old))"]
            counts += ["neither in \(choice.count(.level))"]
        }
        return counts.joined(separator: "; ")
    }

    /// How alike the versions are.
    static func likeness(_ choice: VersionChoice) -> String {
        "chrF \(two(choice.characters.score)), TER \(two(choice.edits.rate)): the new version against the old"
    }

    /// Which version is closer in a stretch; how alike they are there where there is no source.
    static func verdict(_ stretch: VersionChoice.Stretch) -> String {
        switch stretch.closer {
        case .new?: "The new version is closer to the source."
        case .old?: "The old version is closer to the source."
        case .level?: "Neither is closer to the source."
        case .same?, nil: "chrF \(two(stretch.characters.score)), TER \(two(stretch.edits.rate))"
        }
    }

    /// How likely a version's stretch is in error, and how alike it is to the source.
    static func chances(_ judgement: VersionChoice.Judgement) -> String {
        let percent = Int((judgement.errorProbability * 100).rounded())
        return "\(percent) % likely in error, similarity \(two(judgement.similarity))"
    }

    /// How the figures were computed.
    static var signatures: String { "\(CharacterFScore.signature)  \(TranslationEditRate.signature)" }

    private static func two(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
