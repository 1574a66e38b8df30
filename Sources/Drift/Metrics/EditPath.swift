/// The cheapest way to make one list of words another, by leaving out, putting in and replacing words (Levenshtein), looked
/// for near the diagonal: time and memory grow with the length, not its square.
struct EditPath {
    /// The number of edits.
    let cost: Int
    /// For each word of the reference, the last word used up when it was reached; −1 before the first.
    private(set) var counterpart: [Int] = []
    private var wrongWords: [Bool] = []
    private var wrongReference: [Bool] = []

    /// How far from the diagonal the path may lead, in words.
    private static let beam = 25

    private enum Step: UInt8 {
        case keep, replace, leaveOut, putIn, none
    }

    /// A row of the matrix, from a column on.
    private struct Row {
        let start: Int
        var costs: [Int]
        var steps: [Step]

        func cost(_ column: Int) -> Int {
            costs.indices.contains(column - start) ? costs[column - start] : EditPath.unreached
        }
    }

    private static let unreached = Int.max / 2

    /// Where the columns of a row start and end.
    private struct Band {
        let words, reference: Int
        private let ratio: Double
        private let reach: Int

        init(words: Int, reference: Int) {
            (self.words, self.reference) = (words, reference)
            ratio = words > 0 ? Double(reference) / Double(words) : 1
            reach = EditPath.beam + (Double(EditPath.beam) < ratio / 2 ? Int((ratio / 2).rounded(.up)) : 0)
        }

        func columns(_ row: Int) -> Range<Int> {
            let diagonal = Int((Double(row) * ratio).rounded(.down))
            let first = max(0, diagonal - reach)
            let end = row == words ? reference + 1 : min(reference + 1, diagonal + reach)
            return first..<max(first, end)
        }
    }

    /// The number of edits alone, sooner found than the path.
    static func cost(_ words: [Int], _ reference: [Int]) -> Int {
        let band = Band(words: words.count, reference: reference.count)
        var above = Array(0...reference.count)
        var row = [Int](repeating: unreached, count: reference.count + 1)
        // The columns of each that hold a cost.
        var (filledAbove, filled) = (0..<reference.count + 1, 0..<0)
        for (index, word) in words.enumerated() {
            for column in filled { row[column] = unreached }
            filled = band.columns(index + 1)
            var left = unreached
            for column in filled {
                var best = above[column] + 1
                if column > 0 {
                    best = min(best, above[column - 1] + (word == reference[column - 1] ? 0 : 1), left + 1)
                }
                row[column] = best
                left = best
            }
            swap(&above, &row)
            swap(&filledAbove, &filled)
        }
        return above[reference.count]
    }

    init(_ words: [Int], _ reference: [Int]) {
        let band = Band(words: words.count, reference: reference.count)
        var rows = [
            Row(
                start: 0, costs: Array(0...reference.count), steps: Array(repeating: .putIn, count: reference.count + 1)
            )
        ]
        for (index, word) in words.enumerated() {
            let columns = band.columns(index + 1)
            var row = Row(start: columns.lowerBound, costs: [], steps: [])
            let above = rows[index]
            for column in columns {
                var best = (cost: EditPath.unreached, step: Step.none)
                if column > 0 {
                    let isSame = word == reference[column - 1]
                    best = (above.cost(column - 1) + (isSame ? 0 : 1), isSame ? .keep : .replace)
                }
                // Where several are as cheap, the first of them counts.
                if above.cost(column) + 1 < best.cost { best = (above.cost(column) + 1, .leaveOut) }
                let left = column > 0 ? row.cost(column - 1) : EditPath.unreached
                if left + 1 < best.cost { best = (left + 1, .putIn) }
                row.costs.append(best.cost)
                row.steps.append(best.step)
            }
            rows.append(row)
        }
        cost = rows[words.count].cost(reference.count)
        trace(rows, words.count, reference.count)
    }

    private mutating func trace(_ rows: [Row], _ words: Int, _ reference: Int) {
        counterpart = Array(repeating: -1, count: reference)
        wrongWords = Array(repeating: false, count: words)
        wrongReference = Array(repeating: false, count: reference)
        var (row, column) = (words, reference)
        while row > 0 || column > 0 {
            let steps = rows[row].steps
            let place = column - rows[row].start
            switch row == 0 ? .putIn : steps.indices.contains(place) ? steps[place] : Step.none {
            case .keep, .replace:
                let isWrong = steps[place] == .replace
                counterpart[column - 1] = row - 1
                wrongWords[row - 1] = isWrong
                wrongReference[column - 1] = isWrong
                (row, column) = (row - 1, column - 1)
            case .putIn:
                counterpart[column - 1] = row - 1
                wrongReference[column - 1] = true
                column -= 1
            case .leaveOut:
                wrongWords[row - 1] = true
                row -= 1
            case .none: return
            }
        }
    }

    /// Whether any of some words is left out or replaced.
    func isWrong(words: Range<Int>) -> Bool { wrongWords[words].contains(true) }

    /// Whether any of some words of the reference is put in or replaces another.
    func isWrong(reference: Range<Int>) -> Bool { wrongReference[reference].contains(true) }
}
