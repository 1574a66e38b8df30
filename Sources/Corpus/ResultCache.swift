internal import Bitext

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Results of pairs that were checked before, in a folder: a file a pair, named by a hash of everything that the result
/// depends on. Safe for several runs at once: files are written whole, under another name first.
public struct ResultCache: Sendable {
    private let folder: String

    /// Makes a cache in a folder, which is made when something is kept.
    public init(folder: String) { self.folder = folder }

    /// The key of a pair: its files' bytes and names, their languages, and the signature of the options.
    public func key(_ pair: FilePair, _ files: [[UInt8]], signature: String) -> String {
        let parts =
            [
                pair.source, pair.sourceLanguage.tag, pair.target, pair.targetLanguage.tag, pair.relay ?? "", signature,
                "\(CheckedPair.schemaVersion)",
            ] + files.map { "\($0.count)" }
        let names = parts.joined(separator: "\u{1F}")
        func hash(_ seed: UInt64) -> String {
            var hash = ByteHash.of(names.utf8, seed: seed)
            for file in files { hash = ByteHash.of(file, seed: hash) }
            return String(hash, radix: 36)
        }
        return hash(ByteHash.seed) + "-" + hash(0x9E37_79B9_7F4A_7C15)
    }

    /// A result that was kept; `nil` where there is none, or the file is damaged.
    public func result(_ key: String) -> CheckedPair? {
        guard let data = FileManager.default.contents(atPath: path(key)), data.count > 17 else { return nil }
        let body = data.dropFirst(17)
        guard String(decoding: data.prefix(16), as: UTF8.self) == ResultCache.checksum(body) else { return nil }
        return try? JSONDecoder().decode(CheckedPair.self, from: body)
    }

    /// Keeps a result. A cache that cannot be written is no error: the next run takes longer.
    public func keep(_ result: CheckedPair, _ key: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let body = try? encoder.encode(result) else { return }
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // A folder of results is nobody's source.
        let ignore = "\(folder)/.gitignore"
        if !FileManager.default.fileExists(atPath: ignore) { try? Data("*\n".utf8).write(to: URL(filePath: ignore)) }
        var data = Data(ResultCache.checksum(body).utf8)
        data.append(0x0A)
        data.append(body)
        try? data.write(to: URL(filePath: path(key)), options: .atomic)
    }

    private func path(_ key: String) -> String { "\(folder)/\(key).json" }

    private static func checksum(_ body: Data) -> String {
        let digits = String(ByteHash.of(body), radix: 16)
        return String((String(repeating: "0", count: 16) + digits).suffix(16))
    }
}
