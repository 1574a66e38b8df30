import ArgumentParser
import Bitext
import Corpus
import Drift
import Embeddings
import Formats

extension Dragoman {
    /// `dragoman score`: rows in, rows out.
    struct Score: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Score pairs of texts: JSON Lines or a table in, the same out.",
            discussion: """
                Reads {"id","source","target","source_lang","target_lang"} on standard input and writes \
                {"id","score","similarity","findings"} for each, in order. The score is 0 (faithful) to 1 (surely in \
                error); offsets are UTF-8 bytes of the row's own texts. With --embeddings, the similarity is the server's \
                cosine, and the score moves by how far it is from what the pairs of the same batch of 256 rows have.

                With --format tsv each line is a pair, its columns parted by tabs (paste a.en a.de makes such a table). \
                It is written with three columns more: score, similarity, and the findings, such as \
                number-mismatch:0.9,omitted-phrase:0.61.
                """)

        @Option(help: "What comes in and goes out.")
        var format: RowFormat = .jsonl
        @Option(help: "The source's language, where a table is read.")
        var sourceLang: Language?
        @Option(help: "The target's language, where a table is read.")
        var targetLang: Language?
        @Option(
            help: ArgumentHelp(
                "The columns of a table that hold source and target, from 1. (default: 1,2)",
                valueName: "source,target"))
        var columns: ColumnPair?

        @OptionGroup var checks: CheckOptions
        @OptionGroup var jobOptions: JobOptions
        @OptionGroup var embedding: EmbeddingOptions
        @Flag(help: "Add the figures behind each score, by name.")
        var evidence = false

        func validate() throws {
            let isTable = format == .tsv
            guard isTable == (sourceLang != nil), isTable == (targetLang != nil) else {
                throw ValidationError(
                    isTable
                        ? "--format tsv needs --source-lang and --target-lang"
                        : "--source-lang and --target-lang are for --format tsv: rows of JSON name their languages")
            }
            guard isTable || columns == nil else { throw ValidationError("--columns is for --format tsv") }
            guard !(isTable && evidence) else { throw ValidationError("--evidence is for rows of JSON") }
        }

        func run() async throws {
            let pool = RowScorerPool(
                only: Set(checks.only.map(\.id)), skip: Set(checks.skip.map(\.id)),
                lexicons: try checks.lexicons.read())
            let evidence = evidence
            let vectors = try embedding.source()
            let answer: @Sendable ([(id: RowID, row: ScoreRow)]) async -> [Result<ScoreRow.Answer, RowProblem>] = {
                rows in
                let likeness: [EmbeddedLikeness.Pair?]
                do throws(EmbeddingError) {
                    likeness = try await ScoreRow.likeness(rows.map(\.row), vectors)
                } catch {
                    return rows.map { _ in .failure(RowProblem(code: "no-embedding", message: error.description)) }
                }
                return pool.withScorer { scorer in
                    zip(rows, likeness).map {
                        ScoreRow.answer($0.id, $0.row, scorer, likeness: $1, evidence: evidence)
                    }
                }
            }
            if let sourceLang, let targetLang, format == .tsv {
                let table = ScoreTable(
                    source: sourceLang, target: targetLang, columns: columns ?? ColumnPair(source: 1, target: 2))
                try await table.run(jobs: jobOptions.jobs, answer: answer)
            } else {
                try await RowPipeline.run(ScoreRow.self, jobs: jobOptions.jobs) { rows in
                    await answer(rows).map { result in result.map { $0 as any Encodable } }
                }
            }
        }
    }
}

/// A row of `score`.
struct ScoreRow: Decodable, Sendable {
    let source: String
    let target: String
    let sourceLanguage: String
    let targetLanguage: String

    private enum CodingKeys: String, CodingKey {
        case source, target
        case sourceLanguage = "source_lang"
        case targetLanguage = "target_lang"
    }

    struct Answer: Encodable, Sendable {
        let id: RowID
        let score: Double
        let similarity: Double
        let findings: [FindingRow]
        let evidence: [String: Double]?
    }

    struct FindingRow: Encodable, Sendable {
        struct Part: Encodable, Sendable {
            let start: Int
            let end: Int
            let text: String
        }

        let check: String
        let category: String
        let severity: String
        let confidence: Double
        let message: String
        let source: Part?
        let target: Part?

        private enum CodingKeys: String, CodingKey {
            case check, category, severity, confidence, message, source, target
        }

        init(_ finding: Finding) {
            check = finding.check
            category = finding.category
            severity = finding.severity.rawValue
            confidence = shortened(finding.confidence)
            message = finding.message
            source = finding.source.map { Part(start: $0.range.start, end: $0.range.end, text: $0.text) }
            target = finding.target.map { Part(start: $0.range.start, end: $0.range.end, text: $0.text) }
        }

        /// A side without a place is written as null, not left out.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(check, forKey: .check)
            try container.encode(category, forKey: .category)
            try container.encode(severity, forKey: .severity)
            try container.encode(confidence, forKey: .confidence)
            try container.encode(message, forKey: .message)
            try container.encode(source, forKey: .source)
            try container.encode(target, forKey: .target)
        }
    }

    /// How alike the sides of some rows are, by vectors from elsewhere; `nil` for each where there are none.
    static func likeness(
        _ rows: [ScoreRow], _ source: (any VectorSource)?
    ) async throws(EmbeddingError) -> [EmbeddedLikeness.Pair?] {
        var likeness = [EmbeddedLikeness.Pair?](repeating: nil, count: rows.count)
        guard let source else { return likeness }
        let vectors = try await source.vectors(of: [rows.map(\.source), rows.map(\.target)])
        let groups = Dictionary(grouping: rows.indices) { [rows[$0].sourceLanguage, rows[$0].targetLanguage] }
        for indices in groups.values {
            let pairs = EmbeddedLikeness(indices.map { (rows[$0].source, rows[$0].target) }, vectors).pairs
            for (index, pair) in zip(indices, pairs) { likeness[index] = pair }
        }
        return likeness
    }

    static func answer(
        _ id: RowID, _ row: ScoreRow, _ scorer: RowScorer, likeness: EmbeddedLikeness.Pair?, evidence: Bool
    ) -> Result<Answer, RowProblem> {
        do {
            let result = try scorer.score(
                source: row.source, target: row.target, sourceLanguage: Language(canonical: row.sourceLanguage),
                targetLanguage: Language(canonical: row.targetLanguage), likeness: likeness)
            return .success(
                Answer(
                    id: id, score: shortened(result.score), similarity: shortened(result.similarity),
                    findings: result.findings.map(FindingRow.init),
                    evidence: evidence ? result.evidence?.figures.mapValues(shortened) : nil))
        } catch {
            return .failure(RowProblem(code: "bad-row", message: error.reason))
        }
    }
}

/// A number with four decimals at most.
private func shortened(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
