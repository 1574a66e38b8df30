import Foundation
import Semantics
import Testing

@testable import Embeddings

@Suite(.enabled(if: FaultyServer.canRun, "needs python3")) struct EmbeddingServerTests {
    private let server: FaultyServer

    init() throws { server = try FaultyServer() }

    private func settings(_ fault: String) -> EmbeddingSettings {
        var settings = EmbeddingSettings(url: server.url(fault), model: "counts")
        settings.pause = 0.01
        settings.batch = 4
        settings.attempts = 3
        return settings
    }

    private let texts = ["a cab", "badge", "bead", "", "cafe", "deaf", "face", "gaffe", "  ", "head", "badge", "hedge"]

    /// What the server counts, brought to unit length.
    private func expected(_ text: String) -> [Float] {
        let counts = "abcdefgh".map { letter in Float(text.count { $0 == letter }) }
        let length = counts.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return counts.map { $0 / length }
    }

    private func expectRight(_ vectors: TextVectors, _ comment: Comment) {
        for text in texts {
            guard let vector = vectors.vector(of: text) else {
                #expect(text.contains { !$0.isWhitespace } == false, comment)
                continue
            }
            let isRight = zip(vector, expected(text)).allSatisfy { abs($0 - $1) < 1e-6 }
            #expect(isRight, comment)
        }
    }

    @Test(arguments: ["good", "busy", "failing", "cut", "shuffled", "unnumbered", "small"])
    func `vectors come back right, whatever the server does on the way`(fault: String) async throws {
        let vectors = try await TextEmbedder(settings(fault), cache: nil).vectors(of: [texts])
        expectRight(vectors, "\(fault)")
        #expect(vectors.count == 9)
    }

    @Test(arguments: [
        ("down", "the server fails (HTTP 503): the model is loading, after 3 tries"),
        ("html", "the answer is cut off or no list of embeddings, after 3 tries"),
        ("count", "4 texts were sent, 3 vectors came back"),
        ("twice", "the vectors that came back do not answer to the texts one by one"),
        ("nan", "the answer is cut off or no list of embeddings, after 3 tries"),
        ("zeros", "a vector is all zeros"),
        ("sizes", "a vector has 9 dimensions, others have 8"),
        ("missing", "the server knows no such address or model “counts” (HTTP 404): model \"nobody\" not found"),
        ("locked", "the server does not take the key (HTTP 401): bad key"),
        ("elsewhere", "the server sends elsewhere (HTTP 302); name that address instead"),
    ])
    func `a fault that stays is said in plain words`(fault: String, reason: String) async throws {
        var settings = settings(fault)
        settings.concurrency = 1
        let embedder = try TextEmbedder(settings, cache: nil)
        let error = await #expect(throws: EmbeddingError.self) { try await embedder.vectors(of: [texts]) }
        #expect(error?.description == "\(settings.url): \(reason)")
        let before = try await server.seen().requests[fault]
        await #expect(throws: EmbeddingError.self) { try await embedder.vectors(of: [["another"]]) }
        #expect(try await server.seen().requests[fault] == before, "a server that was given up is not asked again")
    }

    @Test func `values too large to square are no fault of the texts`() async throws {
        let vectors = try await TextEmbedder(settings("huge"), cache: nil).vectors(of: [["a", "b"]])
        #expect(abs((vectors.similarity("a", "b") ?? 0) - 1) < 0.001)
    }

    @Test func `a slow server is waited for as long as is said`() async throws {
        var settings = settings("slow")
        settings.timeout = 1
        settings.attempts = 1
        let error = await #expect(throws: EmbeddingError.self) {
            try await TextEmbedder(settings, cache: nil).vectors(of: [["a"]])
        }
        #expect(error?.reason == "no answer within 1 seconds")
    }

    @Test func `nobody there`() async throws {
        var settings = EmbeddingSettings(url: "http://127.0.0.1:9/v1", model: "counts")
        settings.attempts = 1
        let error = await #expect(throws: EmbeddingError.self) {
            try await TextEmbedder(settings, cache: nil).vectors(of: [["a"]])
        }
        #expect(error?.reason == "nothing answers there: is the server running?")
    }

    @Test func `requests under way at once are bounded`() async throws {
        var settings = settings("steady")
        (settings.batch, settings.concurrency) = (1, 3)
        _ = try await TextEmbedder(settings, cache: nil).vectors(of: [(0..<12).map { "a\($0)" }])
        let most = try await server.seen().most
        #expect(most > 1 && most <= 3)
    }

    @Test func `a text that is too long is named, and does not spoil what comes after`() async throws {
        let embedder = try TextEmbedder(settings("picky"), cache: nil)
        let long = "bad " + String(repeating: "bead ", count: 20)
        let error = await #expect(throws: EmbeddingError.self) { try await embedder.vectors(of: [["a", long, "b"]]) }
        #expect(error?.reason.contains("input is too long; the text starts “bad bead") == true)
        #expect(try await embedder.vectors(of: [["a", "b"]]).count == 2)
    }

    @Test func `the key is sent, the prefix stands before each text`() async throws {
        #expect(
            try await TextEmbedder(settings("locked"), key: "open-sesame", cache: nil).vectors(of: [["a"]]).count == 1)
        var prefixed = settings("prefixed")
        prefixed.prefix = "query: "
        #expect(try await TextEmbedder(prefixed, cache: nil).vectors(of: [["a"]]).contains("a"))
    }

    @Test func `what was had is kept, by model and text, and outlives a server that dies`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let cache = folder.appending(path: "deep/cache.sqlite").path
        var dying = settings("dies")
        (dying.batch, dying.concurrency, dying.attempts) = (2, 1, 2)
        await #expect(throws: EmbeddingError.self) {
            try await TextEmbedder(dying, cache: cache).vectors(of: [texts])
        }
        // Two requests of two texts were answered: those are had without the server.
        #expect(
            try await TextEmbedder(dying, cache: cache).vectors(of: [["a cab", "badge", "bead", "cafe"]]).count == 4)
        await #expect(throws: EmbeddingError.self) {
            try await TextEmbedder(dying, cache: cache).vectors(of: [["deaf"]])
        }
        let good = settings("good")
        expectRight(try await TextEmbedder(good, cache: cache).vectors(of: [texts]), "first")
        expectRight(try await TextEmbedder(good, cache: cache).vectors(of: [texts]), "again")
        #expect(try await server.seen().requests["good"] == 3)
        var other = good
        other.prefix = "query: "
        _ = try await TextEmbedder(other, cache: cache).vectors(of: [texts])
        #expect(try await server.seen().requests["good"] == 6)
    }

    @Test func `several runs use one cache at once`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let cache = folder.appending(path: "cache.sqlite").path
        let settings = settings("good")
        try await withThrowingTaskGroup(of: Int.self) { group in
            for run in 0..<6 {
                group.addTask {
                    let texts = (0..<40).map { "a\($0 * run % 50)" }
                    return try await TextEmbedder(settings, cache: cache).vectors(of: [texts]).count - Set(texts).count
                }
            }
            for try await difference in group { #expect(difference == 0) }
        }
    }

    @Test func `several runs make one cache at once`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let settings = settings("good")
        for number in 0..<20 {
            let cache = folder.appending(path: "cache\(number).sqlite").path
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<12 { group.addTask { _ = try TextEmbedder(settings, cache: cache) } }
                try await group.waitForAll()
            }
        }
    }

    @Test func `a file that is no cache is refused and left as it is`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString).txt")
        try Data("Dear diary, today nothing happened. \(String(repeating: "x", count: 2000))".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let before = try Data(contentsOf: file)
        #expect(throws: EmbeddingError.self) { try TextEmbedder(settings("good"), cache: file.path) }
        #expect(try Data(contentsOf: file) == before)
    }
}

@Suite struct EmbeddingSettingsTests {
    @Test(arguments: [
        ("localhost:11434", nil, "no address of a server, such as http://localhost:11434/v1"),
        ("ftp://host/v1", nil, "no address of a server, such as http://localhost:11434/v1"),
        (
            "https://me:secret@host/v1", nil,
            "a name, password or query in the address would be seen: give a key instead"
        ),
        (
            "https://host/v1?key=secret", nil,
            "a name, password or query in the address would be seen: give a key instead"
        ),
        ("http://host.example/v1", "secret", "the key would travel unencrypted: use https"),
    ])
    func `addresses that are refused`(url: String, key: String?, reason: String) {
        let error = #expect(throws: EmbeddingError.self) {
            try TextEmbedder(EmbeddingSettings(url: url, model: "m"), key: key, cache: nil)
        }
        #expect(error?.reason == reason)
        #expect(error?.description.contains("secret") == false)
    }

    @Test func `a key goes unencrypted to this machine only`() throws {
        _ = try TextEmbedder(EmbeddingSettings(url: "http://127.0.0.1:1/v1", model: "m"), key: "secret", cache: nil)
        _ = try TextEmbedder(EmbeddingSettings(url: "https://host.example/v1/", model: "m"), key: "secret", cache: nil)
    }
}
