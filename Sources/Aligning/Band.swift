/// The part of the alignment matrix that is searched: for each row (source position) a range of target positions.
struct Band {
    /// The first target position of each row; rows are 0…source count.
    let low: [Int]
    /// The last target position of each row.
    let high: [Int]
    /// Where each row starts in flat storage, and at the end the number of cells.
    let starts: [Int]

    /// The number of cells.
    var count: Int { starts[starts.count - 1] }

    /// The cell of a position; `nil` outside the band.
    func cell(_ row: Int, _ column: Int) -> Int? {
        guard column >= low[row], column <= high[row] else { return nil }
        return starts[row] + column - low[row]
    }

    /// The columns of a row that are segments, not the end: the last position has none behind it.
    /// - Parameter targets: the number of target segments.
    func columns(_ row: Int, of targets: Int) -> Range<Int> {
        let start = min(low[row], targets)
        return start..<max(start, min(high[row] + 1, targets))
    }

    /// Matrices of up to this many cells are searched whole, unless it is said otherwise.
    static let wholeLimit = 2_000_000
    /// The largest distance from the path that is searched, in segments.
    static let widest = 600

    /// Lays the band around a path of anchors.
    /// - Parameters:
    ///   - anchors: positions on the path, increasing on both sides.
    ///   - wholeLimit: matrices of up to this many cells are searched whole.
    init(sources: Int, targets: Int, anchors: [Anchor], wholeLimit: Int = Band.wholeLimit) {
        var low = [Int](repeating: 0, count: sources + 1)
        var high = [Int](repeating: targets, count: sources + 1)
        if (sources + 1) * (targets + 1) > wholeLimit {
            let path =
                [Anchor(source: 0, target: 0)] + anchors + [Anchor(source: sources, target: targets)]
            low = [Int](repeating: targets, count: sources + 1)
            high = [Int](repeating: 0, count: sources + 1)
            for (here, next) in zip(path, path.dropFirst()) {
                let rows = next.source - here.source
                let gap = max(rows, next.target - here.target)
                let margin = max(here.margin, next.margin)
                let reach = min(Band.widest, margin + gap / 2)
                for row in max(0, here.source - margin)...min(sources, next.source + margin) {
                    let share = rows == 0 ? 0 : min(1, max(0, Double(row - here.source) / Double(rows)))
                    let middle = here.target + Int(share * Double(next.target - here.target))
                    low[row] = min(low[row], max(0, middle - reach))
                    high[row] = max(high[row], min(targets, middle + reach))
                }
            }
            // The corners must be inside, and no row may start before the one above it: the path never goes back.
            low[0] = 0
            high[sources] = targets
            for row in stride(from: sources - 1, through: 0, by: -1) { low[row] = min(low[row], low[row + 1]) }
            for row in 0..<sources { high[row + 1] = max(high[row + 1], high[row]) }
        }
        var starts = [0]
        starts.reserveCapacity(sources + 2)
        for row in 0...sources { starts.append(starts[row] + high[row] - low[row] + 1) }
        self.low = low
        self.high = high
        self.starts = starts
    }
}
