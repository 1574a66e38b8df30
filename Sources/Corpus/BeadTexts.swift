public import Aligning
public import Bitext
public import Drift
internal import Facts
public import Formats

/// The texts of two versions that belong together, bead by bead: what a lexicon is learnt from.
public struct BeadTexts: Sendable {
    /// The source's language.
    public let source: Language
    /// The target's language.
    public let target: Language
    /// The texts.
    public let pairs: [(source: String, target: String)]

    /// Beads that are less likely right teach more wrong than right.
    private static let leastScore = 0.5

    /// The texts of two versions' beads.
    public init(
        aligning source: AlignedPair.Version, _ target: AlignedPair.Version, evidence: Aligner.Evidence = .blend
    ) {
        var options = Comparer.Options()
        options.evidence = evidence
        let aligned = Comparer(options: options).align(source, target)
        self.source = source.language
        self.target = target.language
        pairs = aligned.ladder.beads.filter { !$0.isNull && $0.score >= BeadTexts.leastScore }.map {
            (source.text($0.source), target.text($0.target))
        }
    }

    /// The texts of versions whose segments answer to each other one by one, as those of a bilingual file do.
    public init(units versions: (source: AlignedPair.Version, target: AlignedPair.Version)) {
        source = versions.source.language
        target = versions.target.language
        pairs = zip(versions.source.segments, versions.target.segments).map { ($0.segment.text, $1.segment.text) }
    }

    /// The texts of a pair of files.
    /// - Parameters:
    ///   - reader: makes versions of what is not bilingual.
    ///   - read: reads a file.
    /// - Throws: `ReadingError` for files that cannot be read, and bilingual ones of an unknown form.
    public init(
        _ pair: FilePair, reader: VersionReader = VersionReader(), evidence: Aligner.Evidence = .blend,
        read: (String) throws(ReadingError) -> [UInt8]
    ) throws(ReadingError) {
        guard pair.isBilingual else {
            let versions = try reader.versions(
                reader.document(read(pair.source), path: pair.source, language: pair.sourceLanguage),
                reader.document(read(pair.target), path: pair.target, language: pair.targetLanguage))
            self.init(aligning: versions.source, versions.target, evidence: evidence)
            return
        }
        self.init(units: try reader.versions(of: pair, read(pair.source)))
    }
}
