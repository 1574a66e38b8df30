import Drift
import Formats

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `dragoman eval --labels LABELS --scores SCORES`: how well scores tell errors.
struct EvalScores {
    private struct Label: Decodable {
        let id: RowID
        let label: Int
        let category: String?
    }

    private struct Scored: Decodable {
        let id: RowID
        let score: Double?
    }

    private let score: DetectionScore
    private let unanswered: Int

    /// Reads both files.
    /// - Throws: `ReadingError` with the line of what is no label or score.
    init(labels: String, scores: String) throws(ReadingError) {
        var found: [RowID: Double] = [:]
        for (row, line) in try EvalScores.rows(scores, of: Scored.self) {
            if let score = row.score, !(0...1).contains(score) {
                throw ReadingError(path: scores, line: line, reason: "a score of \(score): scores are from 0 to 1")
            }
            found[row.id] = row.score
        }
        let rows = try EvalScores.rows(labels, of: Label.self).map(\.row)
        guard !rows.isEmpty else { throw ReadingError(path: labels, reason: "holds no labels") }
        unanswered = rows.count { found[$0.id] == nil }
        guard unanswered < rows.count else {
            throw ReadingError(path: scores, reason: "holds no score for any of the ids in \(labels)")
        }
        score = DetectionScore(
            rows.map { .init(score: found[$0.id] ?? 0, isError: $0.label != 0, category: $0.category) })
    }

    private static func rows<Row: Decodable>(_ path: String, of kind: Row.Type) throws(ReadingError)
        -> [(row: Row, line: Int)]
    {
        var rows: [(row: Row, line: Int)] = []
        for (index, line) in try Input.bytes(path).split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
            guard let row = try? JSONDecoder().decode(Row.self, from: Data(line)) else {
                throw ReadingError(
                    path: path, line: index + 1,
                    reason: kind == Label.self
                        ? "not a label: {\"id\": …, \"label\": 0 or 1}" : "not a row of dragoman score")
            }
            rows.append((row, index + 1))
        }
        return rows
    }

    /// The figures, for people.
    var text: String {
        var out = "\(score.count) pairs, \(score.errors) in error"
        if unanswered > 0 { out += "; \(unanswered) without a score count as 0" }
        out += "\n"
        if let area = score.area, let interval = score.interval {
            out += "AUROC \(percent(area)) (\(percent(interval.lowerBound)) to \(percent(interval.upperBound)))"
        } else {
            out += "AUROC: all labels are the same"
        }
        let best = score.bestCorrelation
        out += "   average precision \(percent(score.averagePrecision))"
        out += "   best MCC \(percent(best.value)) at a score of \((best.threshold * 1000).rounded() / 1000)\n"
        if !score.categories.isEmpty {
            let width = (score.categories.map(\.name.count).max() ?? 0) + 2
            out += "\nrecall at 5 % false positives\n"
            for category in score.categories {
                out += category.name + String(repeating: " ", count: width - category.name.count)
                out += left("\(category.count)", 6) + left(percent(category.recall), 9)
                out += "   AUROC \(category.area.map(percent) ?? "–")\n"
            }
        }
        out += "\nwhat scores are worth\nscore       pairs   mean score   in error\n"
        for bin in score.bins {
            let upper = bin.from >= 0.9 ? "1.0" : "\((bin.from * 10 + 1).rounded() / 10)"
            out += "\(bin.from)–\(upper)" + left("\(bin.count)", 9) + left(percent(bin.meanScore), 13)
            out += left(percent(Double(bin.errors) / Double(bin.count)), 11) + "\n"
        }
        return out
    }

    private func percent(_ share: Double) -> String {
        let hundredths = Int((share * 10_000).rounded())
        let rest = abs(hundredths % 100)
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private func left(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
