import ArgumentParser
import Bitext
import Corpus

/// The form of rows that come in and go out.
enum RowFormat: String, ExpressibleByArgument, CaseIterable {
    case jsonl, tsv
}

/// The columns of a table that hold a pair, from 1.
struct ColumnPair: ExpressibleByArgument, Sendable {
    let source: Int
    let target: Int

    init(source: Int, target: Int) {
        self.source = source
        self.target = target
    }

    init?(argument: String) {
        let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let source = numbers[0], let target = numbers[1], source > 0, target > 0,
            source != target
        else { return nil }
        self.init(source: source, target: target)
    }
}

/// A table of pairs, a line each, its columns parted by tabs: each line is written with what was found behind it.
struct ScoreTable: Sendable {
    let source: Language
    let target: Language
    let columns: ColumnPair

    private struct Answers: Sendable {
        var bytes: [UInt8] = []
        var failures = 0
    }

    /// Runs standard input through to standard output, in order; what a line lacks is said in its last column.
    func run(
        jobs: Int,
        answer: @escaping @Sendable ([(id: RowID, row: ScoreRow)]) async -> [Result<ScoreRow.Answer, RowProblem>]
    ) async throws {
        var stream = LineStream(keepsBlankLines: true)
        var pending: ArraySlice<LineStream.Line> = []
        var failures = 0
        try await OrderedPipeline.run(jobs: jobs) {
            if pending.isEmpty { pending = try stream.next()?[...] ?? [] }
            guard !pending.isEmpty else { return nil }
            let batch = pending.prefix(256)
            pending.removeFirst(batch.count)
            return batch
        } work: { (lines: ArraySlice<LineStream.Line>) in
            await answers(lines, answer)
        } write: { answers in
            Output.write(answers.bytes)
            failures += answers.failures
        }
        if failures > 0 {
            Output.complain("\(failures) line\(failures == 1 ? "" : "s") could not be done; the last column says why")
            throw ExitCode(2)
        }
    }

    private func answers(
        _ lines: ArraySlice<LineStream.Line>,
        _ answer: ([(id: RowID, row: ScoreRow)]) async -> [Result<ScoreRow.Answer, RowProblem>]
    ) async -> Answers {
        let rows = lines.map { row($0.bytes) }
        var results = await answer(rows.compactMap { try? $0.get() }.map { (id: .none, row: $0) }).makeIterator()
        var out = Answers()
        for (line, row) in zip(lines, rows) {
            // The end of a line on Windows stands behind the last column.
            let isReturned = line.bytes.last == 0x0D
            out.bytes += isReturned ? line.bytes.dropLast() : line.bytes[...]
            let unanswered = Result<ScoreRow.Answer, RowProblem>.failure(
                RowProblem(code: "no-answer", message: "the line got no answer"))
            switch row.flatMap({ _ in results.next() ?? unanswered }) {
            case .success(let found):
                let findings = found.findings.map { "\($0.check):\($0.confidence)" }.joined(separator: ",")
                out.bytes += "\t\(found.score)\t\(found.similarity)\t\(findings)".utf8
            case .failure(let problem):
                out.bytes += "\t\t\terror: \(problem.message)".utf8
                out.failures += 1
            }
            out.bytes += isReturned ? [0x0D, 0x0A] : [0x0A]
        }
        return out
    }

    /// The pair of a line.
    private func row(_ bytes: [UInt8]) -> Result<ScoreRow, RowProblem> {
        var line = bytes[...]
        if line.last == 0x0D { line.removeLast() }
        let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        let needed = max(columns.source, columns.target)
        guard cells.count >= needed else {
            return .failure(RowProblem(code: "bad-row", message: "the line lacks column \(needed)"))
        }
        guard let source = String(validating: cells[columns.source - 1], as: UTF8.self),
            let target = String(validating: cells[columns.target - 1], as: UTF8.self)
        else { return .failure(RowProblem(code: "bad-row", message: "the line is not valid UTF-8")) }
        return .success(
            ScoreRow(
                source: source, target: target, sourceLanguage: self.source.tag, targetLanguage: self.target.tag))
    }
}
