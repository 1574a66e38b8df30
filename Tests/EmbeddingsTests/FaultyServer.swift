import Foundation
import HTTP
import TestSupport

/// The server of `server.py`, running.
final class FaultyServer {
    private let process = Process()
    private let input = Pipe()
    private let port: String

    /// Whether there is a Python to run it.
    static let canRun = python != nil

    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// What the server has seen.
    struct Seen: Decodable {
        let requests: [String: Int]
        let most: Int
    }

    init() throws {
        process.executableURL = URL(filePath: FaultyServer.python ?? "")
        process.arguments = [Project.root.appending(path: "Tests/EmbeddingsTests/server.py").path]
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = output.fileHandleForReading.availableData
        port = String(decoding: line, as: UTF8.self).filter(\.isNumber)
    }

    /// The address of a kind of fault.
    func url(_ fault: String) -> String { "http://127.0.0.1:\(port)/\(fault)/v1" }

    func seen() async throws -> Seen {
        let answer = try await HTTPClient(timeout: 10).post(
            Array("{}".utf8), to: "http://127.0.0.1:\(port)/seen", headers: [])
        return try JSONDecoder().decode(Seen.self, from: Data(answer.body))
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
