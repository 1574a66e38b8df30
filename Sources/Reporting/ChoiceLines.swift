internal import Bitext
public import Corpus
import Drift

/// Two versions of a translation as JSON Lines: a line for the whole, then one for each stretch.
public enum ChoiceLines {
    private struct Head: Encodable {
        let old, new: String
        let source: String?
        let stretches: Int
        let verdicts: [String: Int]
        let chrf, ter: Double
        let signatures: [String]
    }

    private struct Line: Encodable {
        struct Judgement: Encodable {
            let errorProbability, similarity: Double
            let findings: [String]
        }

        let source: [Int]?
        let old, new: [Int]
        let sourceText: String?
        let oldText, newText: String
        let verdict: String?
        let judgements: [String: Judgement]?
        let chrf, ter: Double
    }

    /// The report's text.
    /// - Throws: `EncodingError` for numbers that JSON cannot hold.
    public static func write(_ choice: VersionChoice) throws -> String {
        let head = Head(
            old: choice.old.document.path, new: choice.new.document.path, source: choice.source?.document.path,
            stretches: choice.stretches.count,
            verdicts: Dictionary(
                uniqueKeysWithValues: VersionChoice.Closer.allCases
                    .filter { choice.source != nil || $0 == .same }.map { ($0.rawValue, choice.count($0)) }),
            chrf: rounded(choice.characters.score), ter: rounded(choice.edits.rate),
            signatures: [CharacterFScore.signature, TranslationEditRate.signature])
        var out = try JSONText.write(head) + "\n"
        for stretch in choice.stretches {
            let judgements = stretch.judgements.map { ["old": line($0.old), "new": line($0.new)] }
            out +=
                try JSONText.write(
                    Line(
                        source: stretch.source.map(Array.init), old: Array(stretch.old), new: Array(stretch.new),
                        sourceText: stretch.source.flatMap { choice.source?.text($0) },
                        oldText: choice.old.text(stretch.old), newText: choice.new.text(stretch.new),
                        verdict: stretch.closer?.rawValue, judgements: judgements,
                        chrf: rounded(stretch.characters.score), ter: rounded(stretch.edits.rate))) + "\n"
        }
        return out
    }

    private static func line(_ judgement: VersionChoice.Judgement) -> Line.Judgement {
        Line.Judgement(
            errorProbability: rounded(judgement.errorProbability), similarity: rounded(judgement.similarity),
            findings: judgement.findings.map(\.message))
    }

    private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
