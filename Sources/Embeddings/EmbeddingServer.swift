internal import Foundation
internal import HTTP

/// One server that answers `POST …/embeddings` as OpenAI's does: Ollama, llama.cpp, text-embeddings-inference, vLLM and
/// hosted ones.
struct EmbeddingServer: Sendable {
    let settings: EmbeddingSettings
    private let endpoint: String
    private let key: String?
    private let client: HTTPClient

    /// Makes a client; nothing is sent yet.
    /// - Parameter key: sent as a bearer token; never printed, never kept.
    /// - Throws: `EmbeddingError` for an address that is none, and for a key that would travel unencrypted.
    init(_ settings: EmbeddingSettings, key: String?) throws(EmbeddingError) {
        func error(_ reason: String) -> EmbeddingError { EmbeddingError(place: settings.url, reason: reason) }
        guard let parts = URLComponents(string: settings.url), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty, let base = parts.url
        else { throw error("no address of a server, such as http://localhost:11434/v1") }
        guard parts.user == nil, parts.password == nil, parts.query == nil else {
            throw EmbeddingError(
                place: host, reason: "a name, password or query in the address would be seen: give a key instead")
        }
        let isLocal = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased())
        guard key == nil || scheme == "https" || isLocal else {
            throw error("the key would travel unencrypted: use https")
        }
        self.settings = settings
        self.key = key
        endpoint = base.appending(path: "embeddings").absoluteString
        client = HTTPClient(timeout: settings.timeout)
    }

    /// The vectors of some texts, in their order. Errors that may pass are waited out.
    func vectors(of texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        var pause = settings.pause
        var attempt = 1
        while true {
            do throws(EmbeddingError) {
                return try await ask(texts)
            } catch {
                guard error.isPassing else { throw error }
                guard attempt < settings.attempts else {
                    throw attempt == 1
                        ? error
                        : EmbeddingError(place: error.place, reason: "\(error.reason), after \(attempt) tries")
                }
                attempt += 1
                do { try await Task.sleep(for: .seconds(min(error.wait ?? pause, EmbeddingServer.longestPause))) } catch
                {
                    throw EmbeddingError(place: settings.url, reason: "given up")
                }
                pause = min(pause * 2, EmbeddingServer.longestPause)
            }
        }
    }

    /// However long a server wants to be left alone, it is asked again after this many seconds.
    private static let longestPause = 60.0

    private func ask(_ texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        let body: Data
        do {
            body = try JSONEncoder().encode(
                EmbeddingRequest(model: settings.model, input: texts.map { settings.prefix + $0 }))
        } catch { throw self.error("the texts cannot be written as JSON") }
        let headers = ["Content-Type: application/json"] + (key.map { ["Authorization: Bearer \($0)"] } ?? [])
        let answer: HTTPClient.Answer
        do throws(HTTPClient.Failure) {
            answer = try await client.post([UInt8](body), to: endpoint, headers: headers)
        } catch {
            throw error.isCancelled ? self.error("given up") : self.error(error.reason).passing()
        }
        guard answer.status == 200 else { throw failure(answer) }
        return try vectors(Data(answer.body), count: texts.count)
    }

    /// What an answer other than 200 means.
    private func failure(_ answer: HTTPClient.Answer) -> EmbeddingError {
        let code = answer.status
        let said = EmbeddingAnswer.message(Data(answer.body)).map { ": \($0)" } ?? ""
        switch code {
        case 401, 403: return error("the server does not take the key (HTTP \(code))\(said)")
        case 404: return error("the server knows no such address or model “\(settings.model)” (HTTP 404)\(said)")
        case 400, 413, 422: return error("the server does not take the texts (HTTP \(code))\(said)").tooMuch()
        case 408, 429, 500, 502, 503, 504:
            let reason = code == 429 ? "the server is asked too often" : "the server fails"
            return error("\(reason) (HTTP \(code))\(said)").passing(wait: answer.retryAfter.map(Double.init))
        case 300..<400: return error("the server sends elsewhere (HTTP \(code)); name that address instead")
        default: return error("the server answers HTTP \(code)\(said)")
        }
    }

    private func vectors(_ body: Data, count: Int) throws(EmbeddingError) -> [[Float]] {
        let answer: EmbeddingAnswer
        do { answer = try JSONDecoder().decode(EmbeddingAnswer.self, from: body) } catch {
            throw self.error("the answer is cut off or no list of embeddings").passing()
        }
        guard answer.data.count == count else {
            throw error("\(count) texts were sent, \(answer.data.count) vectors came back")
        }
        var vectors = [[Float]](repeating: [], count: count)
        for (place, item) in answer.data.enumerated() {
            let index = item.index ?? place
            guard vectors.indices.contains(index), vectors[index].isEmpty, !item.embedding.isEmpty else {
                throw error("the vectors that came back do not answer to the texts one by one")
            }
            vectors[index] = item.embedding
        }
        return vectors
    }

    private func error(_ reason: String) -> EmbeddingError { EmbeddingError(place: settings.url, reason: reason) }
}
