public import Formats

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A corpus's JSON report, as it is written and as `merge` reads it back.
public struct CorpusFile: Codable, Sendable {
    private let schema: String
    private let schemaVersion: Int
    /// The reports of the pairs, in order.
    public let documents: [CheckedPair]
    /// What could not be checked.
    public let problems: [CheckedCorpus.Problem]
    private let notes: [String]?
    /// Which part of a corpus this is; `nil` for a whole one.
    public let shard: Shard?
    /// For each of the corpus's pairs in this part, whether it was checked; only where it is a part.
    private let outcomes: [Bool]?

    private static let schemaName = "dragoman-corpus"

    /// The report of a corpus.
    public init(_ corpus: CheckedCorpus) {
        schema = CorpusFile.schemaName
        schemaVersion = CheckedPair.schemaVersion
        documents = corpus.pairs
        problems = corpus.problems
        notes = corpus.notes.isEmpty ? nil : corpus.notes
        shard = corpus.shard
        outcomes = corpus.shard == nil ? nil : corpus.outcomes
    }

    /// Reads a report.
    /// - Throws: `ReadingError` for a file that is no such report, or one of another version.
    public init(reading bytes: [UInt8], path: String) throws(ReadingError) {
        let file: CorpusFile
        do {
            file = try JSONDecoder().decode(CorpusFile.self, from: Data(bytes))
        } catch {
            throw ReadingError(path: path, reason: "not a corpus report: dragoman check [DIR] --output json:FILE")
        }
        guard file.schema == CorpusFile.schemaName, file.schemaVersion == CheckedPair.schemaVersion else {
            throw ReadingError(
                path: path,
                reason: "version \(file.schemaVersion) of \(file.schema); this reads "
                    + "\(CheckedPair.schemaVersion) of \(CorpusFile.schemaName)")
        }
        guard file.outcomes.map({ $0.count(where: \.self) == file.documents.count }) ?? true else {
            throw ReadingError(path: path, reason: "is damaged: it does not hold the pairs that it counts")
        }
        self = file
    }

    /// The corpus of a report, as it was written; or the pair of a report over one.
    /// - Throws: `ReadingError` for a file that is neither.
    static func corpus(reading bytes: [UInt8], path: String) throws(ReadingError) -> CheckedCorpus {
        if let pair = try? JSONDecoder().decode(CheckedPair.self, from: Data(bytes)) {
            return CheckedCorpus(pairs: [pair])
        }
        return CheckedCorpus(pairs: try CorpusFile(reading: bytes, path: path).documents)
    }

    /// The corpus that the parts make, in the order of one run over all of it; findings are new until a baseline marks
    /// them.
    /// - Throws: `ReadingError` where a part is missing, double, or of another division.
    public static func merged(_ files: [(path: String, file: CorpusFile)]) throws(ReadingError) -> CheckedCorpus {
        guard let first = files.first else { return CheckedCorpus(pairs: []) }
        guard let count = first.file.shard?.count else {
            throw ReadingError(path: first.path, reason: "is no part of a corpus: dragoman check --shard K/N")
        }
        var parts: [Int: CorpusFile] = [:]
        for (path, file) in files {
            guard let shard = file.shard, shard.count == count else {
                throw ReadingError(path: path, reason: "is not one of \(count) parts")
            }
            guard parts.updateValue(file, forKey: shard.number) == nil else {
                throw ReadingError(path: path, reason: "part \(shard.number) of \(count) is there already")
            }
        }
        for number in 1...count where parts[number] == nil {
            throw ReadingError(path: first.path, reason: "part \(number) of \(count) is missing")
        }
        let shares = (1...count).compactMap { parts[$0] }.map { part -> [CheckedPair?] in
            var documents = part.documents.makeIterator()
            return (part.outcomes ?? part.documents.map { _ in true }).map { $0 ? documents.next() : nil }
        }
        var pairs = Shard.joined(shares).compactMap { $0 }
        for index in pairs.indices { pairs[index].forgetKnown() }
        var corpus = CheckedCorpus(pairs: pairs, problems: (1...count).flatMap { parts[$0]?.problems ?? [] })
        corpus.notes = (1...count).flatMap { parts[$0]?.notes ?? [] }
        return corpus
    }
}
