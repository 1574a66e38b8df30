import ArgumentParser
import Corpus
import Reporting

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A row's name: a text or a number, given back as it came.
enum RowID: Codable, Sendable, Hashable {
    case text(String)
    case number(Int)
    case none

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else {
            self = .none
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .text(let text): try value.encode(text)
        case .number(let number): try value.encode(number)
        case .none: try value.encodeNil()
        }
    }
}

/// Why a row got no answer.
struct RowFailure: Encodable {
    struct Reason: Encodable {
        let code: String
        let message: String
    }

    let id: RowID
    let error: Reason
}

/// Rows in on standard input, rows out on standard output, in order; a bad row gets an error row, and the rest goes on.
enum RowPipeline {
    /// Answers of one batch.
    struct Answers: Sendable {
        var text = ""
        var failures = 0
    }

    private struct Named: Decodable {
        let id: RowID?
    }

    /// Runs the rows through.
    /// - Parameter answer: makes the rows of a batch into answers; called by several tasks at once.
    static func run<Row: Decodable & Sendable>(
        _ type: Row.Type, jobs: Int,
        answer: @escaping @Sendable ([(id: RowID, row: Row)]) async -> [Result<any Encodable, RowProblem>]
    ) async throws {
        var stream = LineStream()
        var pending: [LineStream.Line] = []
        var failures = 0
        try await OrderedPipeline.run(jobs: jobs) {
            if pending.isEmpty { pending = try stream.next() ?? [] }
            guard !pending.isEmpty else { return nil }
            let batch = Array(pending.prefix(256))
            pending.removeFirst(batch.count)
            return batch
        } work: { (lines: [LineStream.Line]) in
            await answers(lines, answer)
        } write: { answers in
            Output.write(answers.text)
            failures += answers.failures
        }
        if failures > 0 {
            Output.complain("\(failures) row\(failures == 1 ? "" : "s") could not be done; each has an error row")
            throw ExitCode(2)
        }
    }

    private static func answers<Row: Decodable & Sendable>(
        _ lines: [LineStream.Line], _ answer: ([(id: RowID, row: Row)]) async -> [Result<any Encodable, RowProblem>]
    ) async -> Answers {
        let decoder = JSONDecoder()
        var rows: [(id: RowID, row: Row)] = []
        var parsed: [RowFailure?] = []
        for line in lines {
            do {
                let data = Data(line.bytes)
                guard String(validating: line.bytes, as: UTF8.self) != nil else {
                    throw RowProblem(code: "bad-row", message: "line \(line.number): not valid UTF-8")
                }
                let row = try decoder.decode(Row.self, from: data)
                rows.append(((try? decoder.decode(Named.self, from: data))?.id ?? .none, row))
                parsed.append(nil)
            } catch {
                let id = (try? decoder.decode(Named.self, from: Data(line.bytes)))?.id ?? .none
                parsed.append(
                    RowFailure(
                        id: id, error: .init(code: "bad-row", message: describe(error, line: line.number))))
            }
        }
        var out = Answers()
        var results = await answer(rows).makeIterator()
        var ids = rows.map(\.id).makeIterator()
        for failure in parsed {
            if let failure {
                out.append(failure, isFailure: true)
            } else if let result = results.next(), let id = ids.next() {
                switch result {
                case .success(let value): out.append(value, isFailure: false)
                case .failure(let problem):
                    out.append(
                        RowFailure(id: id, error: .init(code: problem.code, message: problem.message)), isFailure: true)
                }
            }
        }
        return out
    }

    private static func describe(_ error: any Error, line: Int) -> String {
        switch error {
        case let problem as RowProblem: problem.message
        case DecodingError.keyNotFound(let key, _): "line \(line): the field “\(key.stringValue)” is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "line \(line): the field “\(context.codingPath.last?.stringValue ?? "?")” is of another kind"
        default: "line \(line): not a JSON object"
        }
    }
}

/// Why a row could not be done.
struct RowProblem: Error {
    let code: String
    let message: String
}

extension RowPipeline.Answers {
    mutating func append(_ value: any Encodable, isFailure: Bool) {
        if let line = try? JSONText.write(value) {
            text += line + "\n"
        }
        if isFailure { failures += 1 }
    }
}
