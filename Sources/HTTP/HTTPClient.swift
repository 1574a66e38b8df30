internal import CCurl
internal import Dispatch
internal import Synchronization

/// Posts to HTTP servers, through libcurl. Connections are kept for the next request.
public final class HTTPClient: Sendable {
    /// What came back.
    public struct Answer: Sendable {
        /// The status, such as 200.
        public let status: Int
        /// How long the server wants to be left alone, in seconds; `nil` where it does not say.
        public let retryAfter: Int?
        /// The body.
        public let body: [UInt8]
    }

    /// Why nothing came back.
    public struct Failure: Error, Hashable, Sendable {
        /// The reason in words.
        public let reason: String
        /// Whether the task was cancelled.
        public let isCancelled: Bool
    }

    /// Bodies of answers that are longer than this are refused.
    public static let longestAnswer = 1 << 28

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let timeout: Double
    private let idle = Mutex<[Connection]>([])

    /// Makes a client.
    /// - Parameter timeout: how long a request may take, in seconds.
    public init(timeout: Double) { self.timeout = timeout }

    /// Posts a body.
    ///
    /// Redirections are not followed.
    /// - Throws: `Failure` where no answer came: no connection, no whole body, no time left, the task cancelled.
    public func post(
        _ body: [UInt8], to url: String, headers: [String]
    ) async throws(Failure) -> Answer {
        let cancellation = Cancellation()
        let result: Result<Answer, Failure> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // libcurl waits on the thread that calls it, which must not be one of the tasks' few.
                DispatchQueue.global().async {
                    continuation.resume(returning: self.perform(body, url, headers, cancellation))
                }
            }
        } onCancel: {
            cancellation.isAsked.store(true, ordering: .relaxed)
        }
        return try result.get()
    }

    private final class Cancellation: Sendable {
        let isAsked = Atomic(false)
    }

    private func perform(
        _ body: [UInt8], _ url: String, _ headers: [String], _ cancellation: Cancellation
    ) -> Result<Answer, Failure> {
        guard HTTPClient.isReady, let connection = idle.withLock({ $0.popLast() }) ?? Connection() else {
            return .failure(Failure(reason: "curl cannot be started", isCancelled: false))
        }
        defer { idle.withLock { $0.append(connection) } }
        return connection.post(body, url, headers, timeout: timeout) { cancellation.isAsked.load(ordering: .relaxed) }
    }
}
