#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Paths as users write them.
enum FilePath {
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func isFolder(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(path))
        return attributes?[.type] as? FileAttributeType == .typeDirectory
    }

    static func joined(_ folder: String, _ name: String) -> String {
        if name.hasPrefix("/") || folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The folder that a file is in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The folder above a folder; `nil` at the top.
    static func above(_ folder: String) -> String? {
        guard resolved(folder) != "/" else { return nil }
        if folder == "." { return ".." }
        if folder.split(separator: "/").allSatisfy({ $0 == ".." }), !folder.hasPrefix("/") { return folder + "/.." }
        let bare = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        return FilePath.folder(of: bare)
    }

    /// The path from the top, links followed.
    static func resolved(_ path: String) -> String {
        let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        let standard = URL(filePath: whole).standardizedFileURL.resolvingSymlinksInPath().path
        return standard.count > 1 && standard.hasSuffix("/") ? String(standard.dropLast()) : standard
    }

    /// Today, as `2026-11-24`.
    static var today: String { String(Date.now.formatted(.iso8601).prefix(10)) }
}

/// - Throws: the system's error.
func writeFile(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
}

/// Adds text to the end of a file.
func appendFile(_ text: String, to path: String) throws {
    let before = FileManager.default.contents(atPath: path) ?? Data()
    try (before + Data(text.utf8)).write(to: URL(filePath: path))
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
}

/// A system's error in a few words, without its insides.
func plainReason(_ error: any Error) -> String {
    guard let error = error as? CocoaError else { return "\(error)" }
    return switch error.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: "no such folder"
    case .fileWriteNoPermission: "permission denied"
    case .fileWriteOutOfSpace: "no space left"
    default: "the system refuses"
    }
}
