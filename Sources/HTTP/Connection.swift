internal import CCurl

/// One of libcurl's easy handles, which closes itself. It is `Sendable` because one thread at a time uses it: a client
/// hands it out and takes it back.
@safe final class Connection: @unchecked Sendable {
    private let handle: UnsafeMutableRawPointer

    /// `nil` where libcurl has no memory left.
    init?() {
        guard let handle = unsafe curl_easy_init() else { return nil }
        unsafe self.handle = unsafe handle
    }

    deinit { unsafe curl_easy_cleanup(handle) }

    /// What a transfer writes to while it runs.
    private final class Transfer {
        var body: [UInt8] = []
        var isTooLong = false
        let isCancelled: () -> Bool

        init(_ isCancelled: @escaping () -> Bool) { self.isCancelled = isCancelled }
    }

    /// Posts a body and waits for the answer.
    func post(
        _ body: [UInt8], _ url: String, _ headers: [String], timeout: Double, isCancelled: @escaping () -> Bool
    ) -> Result<HTTPClient.Answer, HTTPClient.Failure> {
        let transfer = Transfer(isCancelled)
        unsafe curl_easy_reset(handle)
        // Without Expect, a body of over a kilobyte waits a second for servers that do not answer to it.
        let list = unsafe (headers + ["Expect:"]).reduce(nil as UnsafeMutablePointer<curl_slist>?) {
            unsafe curl_slist_append($0, $1)
        }
        defer { unsafe curl_slist_free_all(list) }
        let code = unsafe body.withUnsafeBytes { bytes in
            unsafe ccurl_set_text(handle, CURLOPT_URL, url)
            unsafe ccurl_set_text(handle, CURLOPT_USERAGENT, "dragoman")
            unsafe ccurl_set_headers(handle, list)
            unsafe ccurl_set_body(handle, bytes.baseAddress, curl_off_t(bytes.count))
            unsafe ccurl_set_long(handle, CURLOPT_POST, 1)
            unsafe ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
            unsafe ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, Int(timeout * 1000))
            unsafe ccurl_set_callbacks(
                handle,
                { bytes, size, count, context in
                    unsafe Connection.write(bytes, size * count, to: context)
                },
                { context, _, _, _, _ in
                    guard let context = unsafe context else { return 0 }
                    let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
                    return transfer.isCancelled() ? 1 : 0
                },
                Unmanaged.passUnretained(transfer).toOpaque())
            return withExtendedLifetime(transfer) { unsafe curl_easy_perform(handle) }
        }
        guard code == CURLE_OK else { return .failure(failure(code, transfer, timeout)) }
        let wait = unsafe ccurl_retry_after(handle)
        return .success(
            HTTPClient.Answer(
                status: unsafe ccurl_status(handle), retryAfter: wait > 0 ? Int(wait) : nil, body: transfer.body))
    }

    private static func write(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, to context: UnsafeMutableRawPointer?)
        -> Int
    {
        guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        guard transfer.body.count + count <= HTTPClient.longestAnswer else {
            transfer.isTooLong = true
            return 0
        }
        unsafe transfer.body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    private func failure(_ code: CURLcode, _ transfer: Transfer, _ timeout: Double) -> HTTPClient.Failure {
        let reason =
            switch code {
            case CURLE_OPERATION_TIMEDOUT: "no answer within \(Int(timeout)) seconds"
            case CURLE_COULDNT_CONNECT: "nothing answers there: is the server running?"
            case CURLE_COULDNT_RESOLVE_HOST: "no such host"
            case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE: "the connection broke off"
            case CURLE_WRITE_ERROR where transfer.isTooLong: "the answer is too long"
            default: unsafe String(cString: curl_easy_strerror(code))
            }
        return HTTPClient.Failure(reason: reason, isCancelled: code == CURLE_ABORTED_BY_CALLBACK)
    }
}
