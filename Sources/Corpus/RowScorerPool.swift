internal import Synchronization

/// Scorers that wait for work: a scorer keeps the words it has seen, so a warm one is several times faster.
public final class RowScorerPool: Sendable {
    /// A scorer on its way from one task to the next. It is `Sendable` because nobody uses it while it waits: it is taken
    /// out before work, and put back after.
    private struct Waiting: @unchecked Sendable {
        let scorer: RowScorer
    }

    private let only: Set<String>
    private let skip: Set<String>
    private let lexicons: LexiconShelf
    private let waiting = Mutex<[Waiting]>([])

    /// Makes a pool whose scorers run or leave out some checks.
    public init(only: Set<String> = [], skip: Set<String> = [], lexicons: LexiconShelf = LexiconShelf()) {
        self.only = only
        self.lexicons = lexicons
        self.skip = skip
    }

    /// Works with a scorer that no other task uses meanwhile.
    public func withScorer<Value>(_ work: (RowScorer) -> Value) -> Value {
        let taken =
            waiting.withLock { $0.popLast() } ?? Waiting(scorer: RowScorer(only: only, skip: skip, lexicons: lexicons))
        defer { waiting.withLock { $0.append(taken) } }
        return work(taken.scorer)
    }
}
