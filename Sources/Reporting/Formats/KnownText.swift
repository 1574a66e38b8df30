public import Corpus

/// What is known of a corpus's findings, in words: in a baseline, by decisions beside the texts, and what of both is stale.
public enum KnownText {
    /// A line a sentence; empty where there is nothing to say.
    public static func write(_ corpus: CheckedCorpus) -> String {
        sentences(corpus).map { OneLine.of($0) + "\n" }.joined()
    }

    static func sentences(_ corpus: CheckedCorpus) -> [String] {
        var sentences: [String] = []
        let decided = corpus.all.count { $0.finding.decidedIn != nil }
        if corpus.knownCount > decided { sentences.append("\(corpus.knownCount - decided) known, in the baseline.") }
        if decided > 0 { sentences.append("\(decided) accepted by decisions beside the text.") }
        if !corpus.stale.isEmpty {
            let count = corpus.stale.reduce(0) { $0 + $1.count }
            sentences.append("\(count) in the baseline no longer found: dragoman baseline prune")
        }
        sentences += corpus.ambiguous.map {
            "\($0.path): moved, and more files than one hold this \($0.check): one of them was taken for the known one"
        }
        sentences += corpus.unneeded.map {
            "\($0.path):\($0.line): this decision accepts nothing that is found: \($0.checks.joined(separator: ", "))"
        }
        sentences += corpus.expired.map { "expired: \($0)" }
        return sentences
    }
}
