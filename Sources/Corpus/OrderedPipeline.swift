/// Work on a stream of items by several tasks at once, results in the order of the items, memory bounded.
public enum OrderedPipeline {
    /// Runs the work.
    /// - Parameters:
    ///   - jobs: how many tasks work at once, at least 1.
    ///   - next: the next item; `nil` at the end. Called from one task only.
    ///   - work: turns an item into a result.
    ///   - write: takes the results, in order.
    public static func run<Item: Sendable, Result: Sendable>(
        jobs: Int, next: () throws -> Item?, work: @escaping @Sendable (Item) async -> Result,
        write: (Result) throws -> Void
    ) async throws {
        guard jobs > 1 else {
            while let item = try next() { try write(await work(item)) }
            return
        }
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var started = 0
            var written = 0
            var waiting: [Int: Result] = [:]
            var isAtEnd = false
            func startNext() throws {
                guard !isAtEnd, started - written < jobs * 4 else { return }
                guard let item = try next() else {
                    isAtEnd = true
                    return
                }
                let number = started
                started += 1
                group.addTask { (number, await work(item)) }
            }
            for _ in 0..<jobs { try startNext() }
            while let (number, result) = try await group.next() {
                waiting[number] = result
                while let ready = waiting.removeValue(forKey: written) {
                    try write(ready)
                    written += 1
                }
                while !isAtEnd, started - written - waiting.count < jobs, started - written < jobs * 4 {
                    try startNext()
                }
            }
        }
    }
}
