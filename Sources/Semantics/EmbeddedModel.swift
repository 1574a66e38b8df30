internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The model that the program ships.
public enum EmbeddedModel {
    private static let chosen = Mutex<VectorFile?>(nil)

    /// Uses another file of vectors, from now on; to be called before the model is used.
    /// - Throws: `VectorFile.Fault` for a file that holds none.
    public static func choose(_ path: String) throws(VectorFile.Fault) {
        let file = try VectorFile(path: path)
        chosen.withLock { $0 = file }
    }

    /// The vocabulary and vectors; `nil` where the file is not beside the program, or `DRAGOMAN_MODEL=none`.
    ///
    /// The file is looked for at `DRAGOMAN_MODEL`, then beside the program as the package manager builds it, then in
    /// `../share/dragoman` as `scripts/install` puts it.
    public static let vocabulary: PieceVocabulary? = {
        if let file = chosen.withLock({ $0 }) { return PieceVocabulary(file) }
        for path in paths {
            if let file = try? VectorFile(path: path) { return PieceVocabulary(file) }
        }
        return nil
    }()

    /// The model's name for signatures; `none` where there is none.
    public static var name: String { vocabulary?.file.name ?? "none" }

    private static var paths: [String] {
        if let named = ProcessInfo.processInfo.environment["DRAGOMAN_MODEL"] { return named == "none" ? [] : [named] }
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments.first ?? ""
        let folder = URL(filePath: program).deletingLastPathComponent()
        return [
            folder.appending(path: "dragoman_Semantics.resources/vectors.bin").path,
            folder.appending(path: "dragoman_Semantics.bundle/vectors.bin").path,
            folder.deletingLastPathComponent().appending(path: "share/dragoman/vectors.bin").path,
        ]
    }
}
