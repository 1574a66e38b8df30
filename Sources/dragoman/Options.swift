public import Aligning
public import ArgumentParser
public import Bitext
public import Corpus
import Drift
public import Formats
public import Segmentation

/// Options of every command that reads two versions.
struct VersionOptions: ParsableArguments {
    @Option(help: "The source's language, a BCP 47 tag. Left out, the file name (talks.ru.txt) or the text tells.")
    var sourceLang: Language?

    @Option(help: "The target's language.")
    var targetLang: Language?

    @Flag(help: "Take each line as one segment, as it is.")
    var segmented = false

    @Option(help: "What the aligner goes by: blend, or length alone as a baseline.")
    var evidence: Aligner.Evidence = .blend

    /// Reads the version between.
    func readRelay(_ path: String, language: Language?) throws(ReadingError) -> AlignedPair.Version {
        try VersionReader(form: segmented ? .segmented : .prose).relay(
            Input.bytes(path), path: path, language: language)
    }

    /// Reads both versions, at once where two jobs are allowed.
    func read(
        _ source: String, _ target: String, jobs: Int = 1
    ) async throws -> (AlignedPair.Version, AlignedPair.Version) {
        let reader = VersionReader(form: segmented ? .segmented : .prose)
        let (sourceLanguage, targetLanguage) = (sourceLang, targetLang)
        guard jobs > 1 else {
            return try reader.versions(
                reader.document(Input.bytes(source), path: source, language: sourceLanguage),
                reader.document(Input.bytes(target), path: target, language: targetLanguage))
        }
        async let sourceDocument = reader.document(Input.bytes(source), path: source, language: sourceLanguage)
        async let targetDocument = reader.document(Input.bytes(target), path: target, language: targetLanguage)
        let whole = (try await sourceDocument, try await targetDocument)
        let pair = try MessagePairs.pair(whole.0, whole.1) ?? whole
        async let first = reader.analyse(pair.0)
        async let second = reader.analyse(pair.1)
        return (try await first, try await second)
    }
}

/// Options of every command that aligns two files.
struct AnchorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What the ladder must keep: beads in Vecalign's form, such as a ladder that was corrected, or pairs of places (t4.s2) or texts with a tab between.",
            valueName: "file"))
    var anchors: String?

    @Option(help: "How far turns bound sentences: strict, soft (where one surely answers to one), or ignore.")
    var turns: Aligner.Turns = .strict

    /// Sets what was asked for.
    /// - Throws: `ReadingError` for anchors that cannot be kept.
    func set(
        _ options: inout Comparer.Options, _ source: AlignedPair.Version, _ target: AlignedPair.Version
    ) throws(ReadingError) {
        options.turns = turns
        guard let anchors else { return }
        options.fixed = try FixedPoints.of(
            AnchorReader.read(Input.bytes(anchors), path: anchors), path: anchors, source, target)
    }
}

/// Options of every command that runs checks.
struct CheckOptions: ParsableArguments {
    @Option(help: "Run only this check (repeatable).")
    var only: [CheckName] = []

    @Option(help: "Leave this check out (repeatable).")
    var skip: [CheckName] = []

    @OptionGroup var lexicons: LexiconOptions

    @Option(help: "Terms and their translations: a table with a language a column, or TBX (repeatable).")
    var glossary: [String] = []
}

/// Options of every command that matches words.
struct LexiconOptions: ParsableArguments {
    @Option(
        name: .customLong("lexicon"),
        help: ArgumentHelp(
            "Which words answer to which, besides the model: what dragoman lexicon learnt, a dictionary (a table with a language a column, TBX, or dictd's .index) (repeatable).",
            valueName: "file"))
    var paths: [String] = []

    /// The lexicons of the files.
    /// - Throws: `ReadingError` for one that cannot be read.
    func read() throws(ReadingError) -> LexiconShelf {
        LexiconShelf(try paths.map { path throws(ReadingError) in try Input.words(path) })
    }
}

/// The name of a check that exists.
struct CheckName: ExpressibleByArgument {
    let id: String

    init?(argument: String) {
        guard Registry.check(argument) != nil else { return nil }
        id = argument
    }

    static var allValueStrings: [String] { Registry.checks.map(\.description.id) }
}

extension Language: ExpressibleByArgument {
    /// Makes a language from a tag that looks like one.
    public init?(argument: String) {
        let language = Language(canonical: argument)
        guard (2...8).contains(language.code.count), language.code.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            return nil
        }
        self = language
    }
}

extension Shard: ExpressibleByArgument {
    /// Reads `2/3`.
    public init?(argument: String) { self.init(argument) }
}

extension Aligner.Evidence: ExpressibleByArgument {}
extension Aligner.Turns: ExpressibleByArgument {}
extension LadderFormat: ExpressibleByArgument {}
extension Preset: ExpressibleByArgument {}
extension Segmenter.Method: ExpressibleByArgument {}
extension Segmenter.Newline: ExpressibleByArgument {}

/// How many tasks work at once.
struct JobOptions: ParsableArguments {
    @Option(help: "How many tasks work at once; the output is the same whatever the number.")
    var jobs = defaultJobs

    func validate() throws {
        guard jobs >= 1 else { throw ValidationError("--jobs takes a number from 1 up, not \(jobs)") }
    }
}
