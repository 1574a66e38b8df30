public import Formats

/// What came of checking a corpus: what every report over it is made from.
public struct CheckedCorpus: Sendable {
    /// The pairs that were checked, in order.
    public internal(set) var pairs: [CheckedPair]
    /// What could not be checked.
    public let problems: [Problem]
    /// Entries of the baseline that no finding answers to any more.
    public internal(set) var stale: [Baseline.Entry]
    /// Entries of a baseline that were taken for another file's finding, and that more files hold than they count.
    public internal(set) var ambiguous: [Baseline.Entry] = []
    /// Decisions beside the texts that accept nothing that is found.
    public internal(set) var unneeded: [Decision] = []
    /// Decisions whose last day has passed, in sentences.
    public internal(set) var expired: [String] = []

    /// What a reader should know about what was not looked at, in sentences.
    public var notes: [String] = []
    /// Which part of a corpus this is; `nil` for a whole one.
    public var shard: Shard?
    /// For each pair that was to be checked, in order, whether it could be.
    public var outcomes: [Bool]

    /// Makes a corpus.
    /// - Parameter problems: in any order; they are kept sorted.
    public init(pairs: [CheckedPair], problems: [Problem] = [], stale: [Baseline.Entry] = []) {
        self.pairs = pairs
        self.problems = problems.sorted { $0.description < $1.description }
        self.stale = stale
        outcomes = pairs.map { _ in true }
    }

    /// Reads a JSON report, over a corpus or one pair.
    /// - Throws: `ReadingError` for a file that is neither.
    public init(reading bytes: [UInt8], path: String) throws(ReadingError) {
        self = try CorpusFile.corpus(reading: bytes, path: path)
    }

    /// Why a file could not be checked.
    public struct Problem: Codable, Sendable, Hashable {
        /// The file.
        public let path: String
        /// The reason alone, and with the file and the place.
        public let reason, description: String

        /// The problem of an error.
        public init(_ error: ReadingError) {
            path = error.path
            reason = error.reason
            description = error.description
        }
    }

    /// A finding and the pair it was found in.
    public struct Placed: Sendable {
        /// The pair.
        public let pair: CheckedPair
        /// The finding.
        public let finding: CheckedPair.FindingValues

        /// Where a reader of the target looks first: the target's place, else the source's.
        public var place: (path: String, span: CheckedPair.SpanValues?) {
            if let span = finding.target { return (pair.target.path, span) }
            if let span = finding.source { return (pair.source.path, span) }
            return (pair.target.path, nil)
        }
    }

    /// All findings, in order.
    public var all: [Placed] { pairs.flatMap { pair in pair.findings.map { Placed(pair: pair, finding: $0) } } }
    /// Those that no baseline holds.
    public var new: [Placed] { all.filter(\.finding.isNew) }
    /// The number of those that a baseline holds.
    public var knownCount: Int { all.count - new.count }
}
